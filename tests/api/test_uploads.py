"""Hostile uploads over the wire: refused in one sentence or harmless, and nothing written outside the workspace."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from fastapi.testclient import TestClient

from tests.api.serving import application
from tests.documents.word import packed, paragraph, run

TEXT = "第一条　县民政局负责临时救助工作。"
SCRIPT = "<script>alert(1)</script>"
MB = 1024 * 1024


def zipped(**entries: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


BOMB = zipped(**{"word/document.xml": b"0" * (300 * MB)})
ENTITIES = (
    b'<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;">'
    b'<!ENTITY z SYSTEM "file:///etc/passwd">]><a>&y;&z;</a>'
)
REFUSED = {
    "a program": ("x.exe", b"MZ" + bytes(100), 422),
    "a program called a document": ("x.docx", b"MZ" + bytes(100), 422),
    "nothing": ("x.txt", b"", 422),
    "larger than may be": ("x.txt", "救".encode() * MB, 413),
    "an archive that explodes": ("x.docx", BOMB, 422),
    "XML entities": ("x.docx", zipped(**{"word/document.xml": ENTITIES, "[Content_Types].xml": b"<Types/>"}), 422),
    "half a PDF": ("x.pdf", b"%PDF-1.7\n", 422),
    "a name of dots": ("..", TEXT.encode(), 422),
    "a hidden name": (".profile.txt", TEXT.encode(), 422),
    "a name that goes up": ("../../..", TEXT.encode(), 422),
    "a name too long for the disk": ("长" * 90 + ".txt", TEXT.encode(), 422),
    "a name that turns what follows round": ("办法\u202etxt.exe", TEXT.encode(), 422),
}
HARMLESS = {
    "a path": ("../../etc/办法.txt", TEXT.encode(), "办法.txt"),
    "a path of Windows": (r"C:\文件\办法.txt", TEXT.encode(), "办法.txt"),
    "macros": ("办法.docx", packed(paragraph(run(TEXT)), vbaProject="Shell"), "办法.docx"),
    "script in the name": (f"{SCRIPT.replace('/', '')}.txt", TEXT.encode(), f"{SCRIPT.replace('/', '')}.txt"),
    "script in the text": ("办法.txt", f"{TEXT}{SCRIPT}".encode(), "办法.txt"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("w") / "a" / "b" / "c"
    made.mkdir(parents=True)
    return made


@pytest.fixture(scope="module")
def client(folder):
    return TestClient(application(folder, examples=False, max_upload_mb=1), raise_server_exceptions=False)


def outside(folder):
    return sorted(p.name for p in folder.parents[2].rglob("*办法*") if ".huishang" not in p.parts)


@pytest.mark.parametrize("path", ["/api/v1/documents", "/api/v1/check/file"])
@pytest.mark.parametrize(("name", "data", "status"), REFUSED.values(), ids=REFUSED)
def test_refused_in_one_sentence(client, folder, path, name, data, status):
    answer = client.post(path, files={"file": (name, data)}, data={"at": "2026-08-01"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert not answer.json()["detail"].isascii()
    assert client.get("/api/v1/documents").json() == []


@pytest.mark.parametrize(("name", "data", "kept"), HARMLESS.values(), ids=HARMLESS)
def test_harmless(client, folder, name, data, kept):
    added = client.post("/api/v1/documents", files={"file": (name, data)})
    assert added.status_code == 201
    assert added.json()["name"] == kept
    assert outside(folder) == []
    for page in ("/documents", f"/documents/{kept}"):
        shown = client.get(page)
        assert shown.status_code == 200
        assert SCRIPT not in shown.text and "<script>alert" not in shown.text
    assert client.get(f"/api/v1/documents/{kept}/text").headers["content-type"].startswith("text/plain")
    assert client.delete(f"/api/v1/documents/{kept}").status_code == 204


BATCHES = {
    "an archive that explodes": zipped(**{"a.txt": b"0" * (900 * MB)}),
    "an archive with paths that go up": zipped(**{"../../办法.txt": TEXT.encode()}),
    "an archive in an archive": zipped(**{"b.zip": zipped(**{"a.txt": TEXT.encode()})}),
    "no archive": b"PK\x03\x04" + bytes(50),
}


@pytest.mark.parametrize("data", BATCHES.values(), ids=BATCHES)
def test_batches_are_refused_or_harmless(client, folder, data):
    answer = client.post("/api/v1/documents/batch", files=[("files", ("文件.zip", data))])
    assert answer.status_code in (202, 422)
    if answer.status_code == 202:
        client.get(f"/api/v1/jobs/{answer.json()['id']}/events")
    for document in client.get("/api/v1/documents").json():
        assert "/" not in document["name"] and ".." not in document["name"]
        client.delete(f"/api/v1/documents/{document['name']}")
    assert outside(folder) == []
