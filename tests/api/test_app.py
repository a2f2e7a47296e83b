"""The API and the pages over a workspace with the examples."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from api.workspace import Workspace
from ingest.readers.source import open_source
from tests.api.serving import application

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFT = next((EXAMPLES / "drafts").glob("草案一*.txt"))


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    workspace = Workspace(tmp_path_factory.mktemp("work") / ".huishang")
    workspace.create()
    for path in (EXAMPLES / "in-force").iterdir():
        workspace.keep(open_source(path), path.read_bytes())
    with TestClient(create_app(Settings(), workspace)) as made:
        yield made


def test_documents_are_listed_with_what_they_say_of_themselves(client):
    rows = client.get("/api/v1/documents").json()
    assert len(rows) == 5
    assert all(r["provisions"] > 0 for r in rows)


def test_provisions_of_a_document_and_an_unknown_name(client):
    name = client.get("/api/v1/documents").json()[0]["name"]
    assert client.get(f"/api/v1/documents/{name}/provisions").json()
    missing = client.get("/api/v1/documents/没有/provisions")
    assert missing.status_code == 404
    assert missing.headers["content-type"] == "application/problem+json"
    assert "没有" in missing.json()["detail"]


def test_check_by_text_and_by_file_agree(client):
    text = DRAFT.read_text(encoding="utf-8")
    pasted = client.post("/api/v1/check", json={"text": text, "name": DRAFT.name, "at": "2026-08-01"}).json()
    sent = client.post("/api/v1/check/file", files={"file": (DRAFT.name, text)}, data={"at": "2026-08-01"}).json()
    assert pasted == sent


def test_a_bad_upload_is_one_problem_in_chinese(client):
    answer = client.post("/api/v1/check/file", files={"file": ("x.exe", b"MZ")})
    assert answer.status_code == 422
    assert "x.exe" in answer.json()["detail"]


def test_the_page_marks_the_draft_and_keeps_its_text(client):
    page = client.post("/", data={"text": DRAFT.read_text(encoding="utf-8"), "at": "2026-08-01"})
    assert page.status_code == 200
    assert "奇台县困难群众临时救助" in page.text


def test_the_page_says_what_is_wrong_with_an_empty_form(client):
    page = client.post("/", data={"text": ""})
    assert page.status_code == 200
    assert 'role="alert"' in page.text


def test_script_in_a_draft_is_shown_as_text(client):
    page = client.post("/", data={"text": "第一条　<script>alert(1)</script>县民政局负责临时救助。"})
    assert "<script>alert" not in page.text


def test_the_matrix_page_opens(client):
    assert client.get("/coverage").status_code == 200


def test_versions_that_are_called_alike_are_told_apart_where_two_are_chosen(tmp_path):
    app = application(tmp_path, examples=False)
    for year in (2014, 2019):
        text = f"某市救助办法\n第一条　市民政局负责救助。\n第二条　本办法自{year}年5月1日起施行。"
        app.state.library.add(f"某市救助办法{year}.txt", text.encode())
    app.state.library.add("另一办法.txt", "另一办法\n第一条　市民政局负责救助。".encode())
    words = BeautifulSoup(TestClient(app).get("/compare").text, "lxml").select("select[name=old] option")
    assert [option.text for option in words[1:]] == [
        "《另一办法》",
        "《某市救助办法》（2014-05-01 起施行，某市救助办法2014.txt）",
        "《某市救助办法》（2019-05-01 起施行，某市救助办法2019.txt）",
    ]
