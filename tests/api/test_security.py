"""Who gets in where: role × endpoint, other sites, tokens, headers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.security import HEADERS, is_loopback
from api.settings import Settings
from api.workspace import Workspace
from consultation import people
from consultation.database import transaction
from consultation.people import PERMISSIONS, Permission, UserRole

NOW = datetime.now(UTC)
PASSWORD = "足够长的密码1234"
ENDPOINTS = {
    ("GET", "/api/v1/documents"): Permission.READ,
    ("GET", "/api/v1/agencies"): Permission.READ,
    ("GET", "/api/v1/coverage"): Permission.READ,
    ("GET", "/api/v1/audit"): Permission.READ,
    ("GET", "/api/v1/sparql?query=ASK{}"): Permission.READ,
    ("GET", "/api/v1/graph"): Permission.READ,
    ("GET", "/coverage"): Permission.READ,
    ("GET", "/drafts/1"): Permission.DRAFT,
    ("POST", "/api/v1/check"): Permission.DRAFT,
    ("GET", "/api/v1/users"): Permission.MANAGE,
    ("DELETE", "/api/v1/users/nobody"): Permission.MANAGE,
}


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    workspace = Workspace(tmp_path_factory.mktemp("w") / ".huishang")
    workspace.create()
    made = create_app(Settings(), workspace)
    with transaction(made.state.engine) as session:
        for role in UserRole:
            people.add_user(session, name=role.value, password=PASSWORD, role=role, at=NOW)
    return made


@pytest.fixture(scope="module")
def clients(app):
    made = {}
    for role in UserRole:
        client = TestClient(app)
        client.post("/login", data={"name": role.value, "password": PASSWORD})
        made[role] = client
    return made


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda e: f"{e[0]} {e[1].split('?')[0]}")
@pytest.mark.parametrize("role", list(UserRole))
def test_role_by_endpoint(clients, role, endpoint):
    method, path = endpoint
    body = {"text": "第一条　县民政局负责救助。"} if method == "POST" else None
    status = clients[role].request(method, path, json=body).status_code
    if ENDPOINTS[endpoint] in PERMISSIONS[role]:
        assert status not in (401, 403)
    else:
        assert status == 403


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda e: f"{e[0]} {e[1].split('?')[0]}")
def test_nobody_gets_in_without_logging_in(app, endpoint):
    assert TestClient(app).request(*endpoint).status_code == 401


def test_a_token_does_what_its_scopes_say(app):
    with transaction(app.state.engine) as session:
        scopes, end = [Permission.READ], NOW + timedelta(days=1)
        secret = people.make_token(session, user="admin", label="x", scopes=scopes, expires=end, at=NOW)
    headers = {"Authorization": f"Bearer {secret}"}
    assert TestClient(app).get("/api/v1/documents", headers=headers).status_code == 200
    assert TestClient(app).get("/api/v1/users", headers=headers).status_code == 403
    assert TestClient(app).get("/api/v1/documents", headers={"Authorization": "Bearer x"}).status_code == 401


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}])
def test_another_site_cannot_act_in_a_users_name(clients, headers):
    answer = clients[UserRole.ADMIN].post("/api/v1/check", json={"text": "x"}, headers=headers)
    assert answer.status_code == 403
    assert "其他网站" in answer.json()["detail"]


def test_the_same_site_may(clients):
    headers = {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}
    assert clients[UserRole.ADMIN].post("/api/v1/check", json={"text": "x"}, headers=headers).status_code == 200


def test_every_answer_carries_the_security_headers(clients):
    for path in ("/login", "/api/v1/documents", "/nowhere", "/static/style.css"):
        answer = clients[UserRole.ADMIN].get(path)
        assert all(answer.headers[name] == value for name, value in HEADERS.items())


def test_wrong_passwords_are_refused_then_blocked(app):
    client = TestClient(app)
    statuses = [client.post("/login", data={"name": "drafter", "password": "falsch"}).status_code for _ in range(7)]
    assert statuses[0] == 401
    assert statuses[-1] == 429


def test_logging_out_ends_the_session(app):
    client = TestClient(app)
    client.post("/login", data={"name": "office", "password": PASSWORD})
    assert client.get("/api/v1/documents").status_code == 200
    cookie = client.cookies["huishang_session"]
    client.post("/logout")
    client.cookies.set("huishang_session", cookie)
    assert client.get("/api/v1/documents").status_code == 401


def test_without_users_only_this_machine_is_served(tmp_path):
    workspace = Workspace(tmp_path / ".huishang")
    workspace.create()
    app = create_app(Settings(), workspace)
    assert TestClient(app, base_url="http://127.0.0.1:8765").get("/api/v1/documents").status_code == 200
    assert TestClient(app, base_url="http://evil.example").get("/api/v1/documents").status_code == 403


@pytest.mark.parametrize(
    ("host", "local"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("x.cn", False)]
)
def test_loopback(host, local):
    assert is_loopback(host) is local
