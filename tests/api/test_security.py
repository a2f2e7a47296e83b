"""Who gets in where: role × endpoint, other sites, tokens, headers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from api.cli import main
from api.security import HEADERS, is_loopback
from consultation import people
from consultation.database import transaction
from consultation.models import DraftRow, SessionRow, UserRow
from consultation.people import PERMISSIONS, Permission, UserRole
from tests.api.roles import OPERATIONS
from tests.api.serving import NOW, PASSWORD, application, workspace

PAGES = {
    ("GET", "/drafts/1"): Permission.DRAFT,
    ("GET", "/coverage"): Permission.READ,
    ("GET", "/agencies"): Permission.READ,
    ("GET", "/account"): Permission.READ,
    ("POST", "/account/tokens/revoke"): Permission.READ,
    ("POST", "/users"): Permission.MANAGE,
    ("POST", "/documents"): Permission.MANAGE,
    ("POST", "/documents/withdraw"): Permission.MANAGE,
    ("POST", "/users/password"): Permission.MANAGE,
    ("POST", "/users/remove"): Permission.MANAGE,
    ("GET", "/documents"): Permission.READ,
    ("GET", "/search"): Permission.READ,
    ("GET", "/desk"): Permission.OPINE,
    ("GET", "/cases/1"): Permission.OPINE,
    ("GET", "/cases/1/request.docx"): Permission.CASE,
    ("POST", "/cases/1/gate"): Permission.CASE,
    ("POST", "/desk/graph"): Permission.CASE,
    ("POST", "/cases/1/opine"): Permission.OPINE,
    ("GET", "/meetings/1"): Permission.OPINE,
    ("GET", "/meetings/1/notice.docx"): Permission.CASE,
    ("POST", "/meetings/1/cancel"): Permission.CASE,
    ("POST", "/meetings/1/postpone"): Permission.CASE,
    ("GET", "/liaison"): Permission.OPINE,
    ("POST", "/liaison/roster"): Permission.CASE,
    ("GET", "/reports"): Permission.OPINE,
    ("POST", "/reports/events"): Permission.OPINE,
    ("GET", "/bulletin"): Permission.CASE,
    ("GET", "/bulletin.docx"): Permission.CASE,
    ("POST", "/bulletin"): Permission.CASE,
}
ENDPOINTS = {**OPERATIONS, **PAGES}
BODIES: dict[tuple[str, str], dict[str, object]] = {
    ("POST", "/api/v1/check"): {"json": {"text": "第一条　县民政局负责救助。"}},
    ("POST", "/api/v1/check/file"): {"files": {"file": ("a.txt", "第一条　县民政局负责救助。".encode())}},
    ("POST", "/api/v1/documents"): {"files": {"file": ("a.txt", "第一条　县民政局负责救助。".encode())}},
    ("POST", "/api/v1/documents/batch"): {"files": {"files": ("a.txt", "第一条　县民政局负责救助。".encode())}},
    ("POST", "/api/v1/jobs"): {"json": {"kind": "audit"}},
    ("POST", "/api/v1/users"): {"json": {"name": "", "password": "", "role": "admin"}},
    ("POST", "/api/v1/tokens"): {"json": {"label": "x", "scopes": ["read"], "expires": "2099-01-01T00:00:00Z"}},
    ("POST", "/api/v1/sparql"): {"content": b"ASK {}", "headers": {"content-type": "application/sparql-query"}},
    ("GET", "/api/v1/sparql"): {"params": {"query": "ASK {}"}},
}


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return application(tmp_path_factory.mktemp("w"), examples=False, users=True)


def logged_in(app, name, base_url="http://testserver"):
    client = TestClient(app, base_url=base_url)
    client.post("/login", data={"name": name, "password": PASSWORD})
    return client


@pytest.fixture(scope="module")
def clients(app):
    return {role: logged_in(app, role.value) for role in UserRole}


def asked(client, endpoint):
    method, path = endpoint
    path = path.replace("{name}", "没有").replace("{id}", "none")
    return client.request(method, path, **BODIES.get(endpoint, {})).status_code


def test_every_operation_has_a_row_in_the_table(app):
    described = {(m.upper(), path) for path, methods in app.openapi()["paths"].items() for m in methods}
    assert described == set(OPERATIONS), "tests/api/roles.py says who may what: give every operation its row"


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=" ".join)
@pytest.mark.parametrize("role", list(UserRole))
def test_role_by_endpoint(clients, role, endpoint):
    status = asked(clients[role], endpoint)
    if ENDPOINTS[endpoint] in PERMISSIONS[role]:
        assert status not in (401, 403) and status < 500
    else:
        assert status == 403


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=" ".join)
def test_nobody_gets_in_without_logging_in(app, endpoint):
    assert asked(TestClient(app), endpoint) == 401


@pytest.mark.parametrize(
    "endpoint", [e for e, needed in ENDPOINTS.items() if needed is not Permission.READ], ids=" ".join
)
def test_a_token_for_reading_does_nothing_else_even_for_an_admin(app, endpoint):
    with transaction(app.state.engine) as session:
        scopes, end = [Permission.READ], NOW + timedelta(days=1)
        secret = people.make_token(session, user="admin", label="x", scopes=scopes, expires=end, at=NOW)
    assert asked(TestClient(app, headers={"Authorization": f"Bearer {secret}"}), endpoint) == 403


def test_rebuilding_is_for_those_who_manage(clients):
    for role, client in clients.items():
        status = client.post("/api/v1/jobs", json={"kind": "rebuild"}).status_code
        assert status == (202 if role is UserRole.ADMIN else 403)


def test_a_drafter_sees_his_own_drafts_only(app):
    with transaction(app.state.engine) as session:
        people.add_user(session, name="另一位", password=PASSWORD, role=UserRole.DRAFTER, at=NOW)
        row = DraftRow(owner="drafter", name="草案.txt", sha256="0", created=NOW, settings={}, report={"findings": []})
        row.content = "第一条　县民政局负责救助。".encode()
        session.add(row)
        session.flush()
        number = row.id
    may = {"drafter": 200, "office": 200, "另一位": 404, "analyst": 403, "liaison": 403}
    for name, status in may.items():
        client = logged_in(app, name)
        assert client.get(f"/drafts/{number}").status_code == status
        assert client.get(f"/drafts/{number}/report.json").status_code == status
    assert "草案.txt" not in logged_in(app, "另一位").get("/").text


def test_the_session_cookie_is_for_this_site_and_for_no_script(app):
    for base, secure in (("http://testserver", False), ("https://testserver", True)):
        client = TestClient(app, base_url=base)
        sent = client.post("/login", data={"name": "office", "password": PASSWORD}, follow_redirects=False)
        cookie = sent.headers["set-cookie"].lower()
        assert "httponly" in cookie and "samesite=strict" in cookie and ("secure" in cookie) is secure
        assert ("strict-transport-security" in sent.headers) is secure


def test_passwords_are_kept_as_argon2id_and_secrets_as_digests(app):
    logged_in(app, "office")
    with transaction(app.state.engine) as session:
        assert all(row.password.startswith("$argon2id$") for row in session.scalars(select(UserRow)))
        assert all(len(row.id) == 64 for row in session.scalars(select(SessionRow)))


def test_a_token_ends_and_can_be_taken_back(app):
    with transaction(app.state.engine) as session:
        past = NOW - timedelta(days=2)
        old = people.make_token(
            session, user="office", label="旧", scopes=[Permission.READ], expires=NOW - timedelta(days=1), at=past
        )
    assert TestClient(app).get("/api/v1/documents", headers={"Authorization": f"Bearer {old}"}).status_code == 401
    client = logged_in(app, "liaison")
    body = {"label": "统计", "scopes": ["read"], "expires": "2099-01-01T00:00:00+08:00"}
    secret = client.post("/api/v1/tokens", json=body).json()["token"]
    listed = [t for t in client.get("/api/v1/tokens").json() if t["label"] == "统计"]
    assert secret not in str(listed)
    headers = {"Authorization": f"Bearer {secret}"}
    assert TestClient(app).get("/api/v1/documents", headers=headers).status_code == 200
    assert logged_in(app, "office").delete(f"/api/v1/tokens/{listed[0]['id']}").status_code == 404
    assert client.delete(f"/api/v1/tokens/{listed[0]['id']}").status_code == 204
    assert TestClient(app).get("/api/v1/documents", headers=headers).status_code == 401


@pytest.mark.parametrize("scopes", [["manage"], ["read", "case"], []])
def test_a_token_never_exceeds_its_owner(clients, scopes):
    body = {"label": "x", "scopes": scopes, "expires": "2099-01-01T00:00:00+08:00"}
    assert clients[UserRole.ANALYST].post("/api/v1/tokens", json=body).status_code in (409, 422)


def test_a_token_makes_no_token_that_may_more(app):
    with transaction(app.state.engine) as session:
        scopes, end = [Permission.READ], NOW + timedelta(days=1)
        secret = people.make_token(session, user="admin", label="x", scopes=scopes, expires=end, at=NOW)
    body = {"label": "x", "scopes": ["manage"], "expires": "2099-01-01T00:00:00+08:00"}
    client = TestClient(app, headers={"Authorization": f"Bearer {secret}"})
    assert client.post("/api/v1/tokens", json=body).status_code == 409


def test_the_audit_log_says_who_did_what(app):
    client = logged_in(app, "admin")
    client.post("/api/v1/documents", files={"file": ("记录.txt", "第一条　县民政局负责救助。".encode())})
    client.delete("/api/v1/documents/记录.txt")
    client.post("/logout")
    TestClient(app).post("/login", data={"name": "admin", "password": "不对的密码不对"})
    found = [(r["user"], r["action"], r["what"]) for r in logged_in(app, "admin").get("/api/v1/log").json()[:5]]
    assert found[::-1] == [
        ("admin", "add-document", "记录.txt"),
        ("admin", "remove-document", "记录.txt"),
        ("admin", "logout", ""),
        ("admin", "login-failed", ""),
        ("admin", "login", ""),
    ]


def test_nobody_removes_himself(clients):
    assert clients[UserRole.ADMIN].delete("/api/v1/users/admin").status_code == 409


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


LOCAL = ("127.0.0.1", 1)
PEERS = {
    "this machine": ("http://127.0.0.1:8765", LOCAL, 200),
    "by its name": ("http://localhost:8765", LOCAL, 200),
    "another name for it (DNS rebinding)": ("http://evil.example", LOCAL, 403),
    "another machine": ("http://192.0.2.1:8765", ("192.0.2.7", 1), 403),
    "another machine with a forged name": ("http://127.0.0.1:8765", ("192.0.2.7", 1), 403),
}


@pytest.mark.parametrize(("base", "peer", "status"), PEERS.values(), ids=PEERS)
def test_without_users_only_this_machine_is_served(tmp_path, base, peer, status):
    client = TestClient(application(tmp_path, examples=False), base_url=base, client=peer)
    assert client.get("/api/v1/documents").status_code == status


def test_removing_the_last_user_does_not_open_the_doors(tmp_path):
    app = application(tmp_path, examples=False, users=True)
    assert TestClient(app).get("/api/v1/documents").status_code == 401
    with transaction(app.state.engine) as session:
        for role in UserRole:
            people.deactivate(session, role.value)
    assert TestClient(app).get("/api/v1/documents").status_code == 401


def test_the_server_does_not_listen_to_others_without_users(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("HUISHANG_HOME", str(workspace(tmp_path, examples=False).root))
    with pytest.raises(SystemExit) as stop:
        main(["serve", "--host", "0.0.0.0"])
    assert stop.value.code == 2
    assert "未配置用户，不能监听 0.0.0.0" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "local"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("x.cn", False)]
)
def test_loopback(host, local):
    assert is_loopback(host) is local


def test_passwords_are_set_by_those_who_manage_and_changed_by_their_owner(app):
    with transaction(app.state.engine) as session:
        people.add_user(session, name="换密码的", password=PASSWORD, role=UserRole.ANALYST, at=NOW)
    new = "x" * 12
    assert logged_in(app, "admin").put("/api/v1/users/换密码的/password", json={"password": new}).status_code == 204
    client = TestClient(app)
    client.post("/login", data={"name": "换密码的", "password": new})
    assert client.put("/api/v1/password", json={"old": "不对", "password": "y" * 12}).status_code == 409
    assert client.put("/api/v1/password", json={"old": new, "password": "y" * 12}).status_code == 204
    assert client.get("/api/v1/documents").status_code == 401
