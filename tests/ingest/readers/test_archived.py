"""Archives of documents, files under a wrong name, old formats."""

from __future__ import annotations

import shutil
import zipfile
from io import BytesIO

import pytest
from docx import Document

from api.reading import read_paths
from ingest.readers import office
from ingest.readers.archived import _named
from ingest.readers.source import open_bytes, open_source, sources_in
from kg.errors import UnreadableDocument
from ontology.vocabulary import load_vocabulary

TEXT = "第一条　县民政局负责临时救助工作。"


def packed(tmp_path, **files):
    place = tmp_path / "文件.zip"
    with zipfile.ZipFile(place, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("|", "/"), data)
    return place


def docx_bytes():
    document = Document()
    document.add_paragraph(TEXT)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_each_document_of_an_archive_is_read(tmp_path):
    place = packed(tmp_path, **{"甲.txt": TEXT, "内|乙.docx": docx_bytes(), "图.png": b"x", "__MACOSX|丙.txt": "x"})
    corpus = read_paths([place], load_vocabulary())
    assert [r.document.name for r in corpus.readings] == ["甲.txt", "乙.docx"]


def test_names_from_chinese_windows_are_read():
    encoded = "救助.txt".encode("gb18030").decode("cp437")
    assert _named(encoded, 0) == "救助.txt"
    assert _named("救助.txt", 0x800) == "救助.txt"


def test_a_path_inside_an_archive_cannot_climb_out(tmp_path):
    place = packed(tmp_path, **{"..|..|etc|甲.txt": TEXT})
    with pytest.raises(UnreadableDocument, match="没有可读的文档"):
        sources_in(place)


@pytest.mark.parametrize("files", [{}, {"a.png": b"x"}])
def test_an_archive_without_documents_is_refused(tmp_path, files):
    with pytest.raises(UnreadableDocument, match="没有可读的文档"):
        sources_in(packed(tmp_path, **files))


def test_a_word_document_under_another_name_is_still_read():
    assert TEXT in open_bytes("错名.txt", docx_bytes()).text


def test_one_draft_cannot_be_an_archive_of_many(tmp_path):
    place = packed(tmp_path, **{"甲.txt": TEXT, "乙.txt": TEXT + "二"})
    with pytest.raises(UnreadableDocument, match="有 2 份"):
        open_source(place)


def test_an_old_format_without_libreoffice_says_what_to_do(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(UnreadableDocument, match="LibreOffice"):
        office.decode("旧.doc", b"x")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_old_format_is_converted():
    rtf = r"{\rtf1\ansi\ansicpg936 {\fonttbl{\f0 SimSun;}}\f0 \u21439?\u27665?\u25919?\u23616?\u36127?\u36131?}"
    assert "县民政局负责" in office.decode("旧.rtf", rtf.encode())
