"""What whoever runs the server sees: figures with closed labels, one line a request, nothing that people wrote."""

from __future__ import annotations

import json
import logging
import re

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import create_engine

from api.telemetry import LOG, JsonLines
from consultation.people import UserRole
from tests.api.serving import DRAFT, application, bearer


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    return application(tmp_path_factory.mktemp("w"), users=True)


@pytest.fixture
def client(app):
    return TestClient(app, headers=bearer(app, UserRole.ADMIN), raise_server_exceptions=False)


@pytest.fixture
def lines(caplog, monkeypatch):
    monkeypatch.setattr(LOG, "propagate", True)
    caplog.set_level(logging.INFO, "huishang")
    return lambda: [json.loads(JsonLines().format(r)) for r in caplog.records if r.name.startswith("huishang")]


def figure(client, pattern):
    found = re.search(pattern + r" ([\d.e+]+)$", client.get("/metrics").text, re.M)
    return float(found[1]) if found else 0.0


def test_requests_are_counted_by_the_template_of_their_route(client):
    pattern = r'huishang_requests_total\{method="GET",route="/api/v1/documents/\{name\}",status="404"\}'
    before = figure(client, pattern)
    for name in ("a", "b", "c"):
        client.get(f"/api/v1/documents/{name}")
    assert figure(client, pattern) == before + 3


def test_no_visitor_can_make_the_figures_grow(client):
    for path in ("/x1", "/x2", "/static/x3", "/api/v1/x4"):
        client.get(path)
    client.request("BREW", "/x5")
    text = client.get("/metrics").text
    assert 'route="unmatched"' in text
    assert not re.search(r"x[1-5]|BREW", text)


def test_checks_findings_jobs_and_holdings_are_figures(client):
    checks, jobs = r'huishang_checks_total\{kind="draft"\}', r'huishang_jobs_total\{kind="audit",state="done"\}'
    found = r'huishang_findings_total\{code="GP04",severity="error"\}'
    before = [figure(client, p) for p in (checks, found, jobs)]
    client.post("/api/v1/check", json={"text": DRAFT.read_text(encoding="utf-8"), "at": "2026-08-01"})
    job = client.post("/api/v1/jobs", json={"kind": "audit"}).json()["id"]
    client.get(f"/api/v1/jobs/{job}/events")
    assert [figure(client, p) for p in (checks, found, jobs)] == [n + 1 for n in before]
    assert figure(client, "huishang_documents") == 5
    assert figure(client, "huishang_provisions") > 50
    assert figure(client, r'huishang_request_seconds_count\{method="POST",route="/api/v1/check"\}') >= 1


def test_metrics_are_for_this_machine_and_for_readers(app):
    assert TestClient(app).get("/metrics").status_code == 200
    far = TestClient(app, client=("10.0.0.9", 1))
    assert far.get("/metrics").status_code == 401
    assert far.get("/metrics", headers=bearer(app, UserRole.ANALYST)).status_code == 200


def test_one_line_a_request_says_who_where_and_how_long(client, lines):
    answer = client.get("/api/v1/documents/机密名称.txt?x=y", headers={"X-Request-ID": "from-the-proxy-1"})
    assert answer.headers["x-request-id"] == "from-the-proxy-1"
    line = lines()[-1]
    assert line | {"ms": 0, "time": ""} == {
        "time": "",
        "level": "info",
        "logger": "huishang.access",
        "event": "request",
        "request": "from-the-proxy-1",
        "user": "admin",
        "method": "GET",
        "route": "/api/v1/documents/{name}",
        "status": 404,
        "ms": 0,
    }


@pytest.mark.parametrize("given", ["", "短", "a" * 200, "new\nline-injected", "<script>alert(1)</script>"])
def test_an_odd_request_id_is_replaced(client, given):
    sent = {"X-Request-ID": given.encode()} if given else {}
    assert re.fullmatch(r"[0-9a-f]{16}", client.get("/health", headers=sent).headers["x-request-id"])


def test_nothing_that_people_wrote_reaches_a_log(client, lines, monkeypatch):
    secret = "某某家庭月收入八百元"

    def fail(*_, **__):
        raise ValueError(secret)

    client.post("/api/v1/check", json={"text": f"第一条　{secret}。", "name": f"{secret}.txt"})
    client.get("/api/v1/sparql", params={"query": f'ASK {{ ?s ?p "{secret}" }}'})
    monkeypatch.setattr(client.app.state.library, "check", fail)
    assert client.post("/api/v1/check", json={"text": secret}).status_code == 500
    written = json.dumps(lines(), ensure_ascii=False)
    assert secret not in written
    assert "ValueError" in written and "test_telemetry.py" in written


def test_health_and_readiness(client):
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/ready").json() == {"status": "ready", "documents": 5}


def test_not_ready_without_its_database_but_alive(tmp_path):
    app = application(tmp_path, examples=False)
    client = TestClient(app)
    app.state.engine = create_engine("postgresql+psycopg://nobody@127.0.0.1:9/none")
    assert client.get("/ready").status_code == 503
    assert client.get("/health").status_code == 200


def test_not_ready_without_its_graph_server(tmp_path):
    answer = TestClient(application(tmp_path, examples=False, store="http://127.0.0.1:9/query")).get("/ready")
    assert answer.status_code == 503
    assert "图" in answer.json()["detail"]
