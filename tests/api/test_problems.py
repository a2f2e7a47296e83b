"""Whatever goes wrong comes as one problem in Chinese (RFC 9457), with the headers that belong to it."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.exc import OperationalError

from api.problems import TITLES
from api.security import HEADERS
from consultation.people import UserRole
from kg.errors import StoreError
from tests.api.serving import application, bearer

CHECK = "/api/v1/check"


def sent(content, kind):
    return {"content": content, "headers": {"content-type": kind}}


CASES = {
    "unknown address": ("GET", "/api/v1/nowhere", {}, 404),
    "unknown document": ("GET", "/api/v1/documents/没有", {}, 404),
    "wrong method": ("PUT", "/api/v1/documents", {}, 405),
    "no JSON": ("POST", CHECK, sent(b"{", "application/json"), 422),
    "a parameter missing": ("POST", CHECK, {"json": {}}, 422),
    "a parameter of the wrong kind": ("GET", "/api/v1/coverage?at=昨天", {}, 422),
    "a word not in the vocabulary": ("GET", "/api/v1/coverage?aid=飞行救助", {}, 422),
    "broken form": ("POST", "/api/v1/check/file", sent(b"x", "multipart/form-data"), 400),
    "too large by its declared length": ("POST", CHECK, {"content": b"x" * 3_000_000}, 413),
    "too large as it arrives": ("POST", CHECK, {"content": (b"x" * 100_000 for _ in range(30))}, 413),
    "another content type": ("POST", "/api/v1/sparql", sent(b"ASK {}", "text/plain"), 415),
    "bad query": ("GET", "/api/v1/sparql?query=SELECT", {}, 400),
    "no query": ("GET", "/api/v1/sparql", {}, 422),
}


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    app = application(tmp_path_factory.mktemp("w"), examples=False, max_upload_mb=1)
    return TestClient(app, raise_server_exceptions=False)


def assert_problem(answer, status):
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body["status"] == status
    assert body["title"] == TITLES[status]
    assert not body["detail"].isascii()
    assert all(answer.headers[name] == value for name, value in HEADERS.items())


@pytest.mark.parametrize(("method", "path", "more", "status"), CASES.values(), ids=CASES)
def test_what_goes_wrong_is_one_problem(client, method, path, more, status):
    assert_problem(client.request(method, path, **more), status)


def test_a_refused_method_says_which_are_allowed(client):
    assert client.put("/api/v1/graph").headers["allow"] == "GET"


def test_nobody_is_told_how_to_log_in(tmp_path):
    answer = TestClient(application(tmp_path, examples=False, users=True)).get("/api/v1/documents")
    assert_problem(answer, 401)
    assert answer.headers["www-authenticate"] == "Bearer"


def test_somebody_who_may_not_is_refused(tmp_path):
    app = application(tmp_path, examples=False, users=True)
    assert_problem(TestClient(app).get("/api/v1/users", headers=bearer(app, UserRole.ANALYST)), 403)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (RuntimeError("草案里的秘密"), 500),
        (StoreError("图库正被另一个进程使用。"), 503),
        (OperationalError("SELECT 草案里的秘密", {}, Exception("gone")), 503),
    ],
)
def test_an_accident_inside_is_a_problem_that_gives_nothing_away(client, monkeypatch, error, status):
    def fail(*_):
        raise error

    monkeypatch.setattr(client.app.state.library, "index", fail)
    answer = client.get("/api/v1/coverage")
    assert_problem(answer, status)
    assert "秘密" not in answer.text
    if status == 500:
        assert answer.json()["request"] == answer.headers["x-request-id"]
