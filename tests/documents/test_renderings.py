"""A document gives the same provisions in whatever format it comes: Word, web page and PDF beside plain text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from api.reading import read_source
from ingest.readers.source import open_bytes
from kg.model import Provision
from ontology.vocabulary import load_vocabulary
from tests.documents.office import SOFFICE, convert

CORPUS = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus"
MENU = "<nav><a href='/'>首页</a><a href='/zw'>政务公开</a></nav>"
SMALLEST = 10
DIFFERENT = frozenset({("changshun-relocation-poverty-relief", "pdf")})  # document and format known to differ

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not here")


def documents() -> list[Path]:
    """The smallest documents of the corpus."""
    return sorted(CORPUS.rglob("*.txt"), key=lambda p: (p.stat().st_size, p.name))[:SMALLEST]


def as_docx(lines: list[str]) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_html(lines: list[str]) -> bytes:
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f"<html><head><meta charset='utf-8'></head><body>{MENU}<div>{body}</div></body></html>".encode()


def facts(name: str, data: bytes) -> list[tuple[object, ...]]:
    reading = read_source(open_bytes(name, data), load_vocabulary())
    return [_fact(p) for p in reading.provisions]


def _fact(provision: Provision) -> tuple[object, ...]:
    quote = "".join(provision.quote.text.split())
    parameters = tuple((x.kind, x.value) for x in provision.parameters)
    agencies = tuple((a.agency, a.role) for a in provision.actors)
    return quote, agencies, provision.functions, provision.aid, provision.modality, parameters


def renderings(path: Path) -> Iterator[tuple[str, bytes]]:
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    yield f"{path.stem}.docx", as_docx(lines)
    yield f"{path.stem}.html", as_html(lines)


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> dict[str, bytes]:
    """The documents as PDF, by their stem."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("printed")
    files = [folder / f"{path.stem}.docx" for path in documents()]
    for file, path in zip(files, documents(), strict=True):
        file.write_bytes(dict(renderings(path))[file.name])
    return {made.stem: made.read_bytes() for made in convert(files, "pdf", folder)}


@pytest.mark.parametrize("path", documents() if CORPUS.is_dir() else [], ids=lambda p: p.stem)
def test_word_and_web_page_give_the_provisions_of_the_text(path):
    expected = facts(path.name, path.read_bytes())
    assert {name: facts(name, data) for name, data in renderings(path)} == {n: expected for n, _ in renderings(path)}


@pytest.mark.parametrize("path", documents() if CORPUS.is_dir() else [], ids=lambda p: p.stem)
def test_print_gives_the_provisions_of_the_text(path, printed):
    same = facts(f"{path.stem}.pdf", printed[path.stem]) == facts(path.name, path.read_bytes())
    assert same is ((path.stem, "pdf") not in DIFFERENT)
