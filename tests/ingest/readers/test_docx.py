"""Word documents in: numbers that Word generates, tables, tracked changes, split runs; hostile files refused."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document

from ingest.readers.docx import decode, read_docx
from ingest.readers.numbering import counted
from kg.errors import UnreadableDocument

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(body: str, **parts: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{NS}"><w:body>{body}</w:body></w:document>')
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return buffer.getvalue()


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_python_docx_paragraphs_and_tables():
    document = Document()
    document.add_paragraph("第一条　县民政局负责临时救助。")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "县财政局", "安排资金"
    buffer = BytesIO()
    document.save(buffer)
    assert decode("a.docx", buffer.getvalue()) == "第一条　县民政局负责临时救助。\n县财政局\t安排资金\n"


TRACKED = (
    f"<w:p>{run('限额')}<w:del><w:r><w:delText>五</w:delText></w:r></w:del><w:ins>{run('六')}</w:ins>{run('倍')}</w:p>"
)


@pytest.mark.parametrize(("accept", "text"), [(True, "限额六倍\n"), (False, "限额五倍\n")])
def test_tracked_changes_read_both_ways(accept, text):
    assert read_docx("a.docx", packed(TRACKED), accept).text == text


def test_numbers_that_word_generates_are_read():
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl>'
    )
    numbering = (
        f'<w:numbering xmlns:w="{NS}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = "".join(f"<w:p>{numbered}{run(t)}</w:p>" for t in ("特困人员；", "低保对象。"))
    assert decode("a.docx", packed(body, numbering=numbering)) == "（一）特困人员；\n（二）低保对象。\n"


def test_pieces_lead_back_to_the_xml():
    text = read_docx("a.docx", packed(f"<w:p>{run('县民')}{run('政局负责')}</w:p>"))
    assert [p.element.text for p in text.within(1, 3)] == ["县民", "政局负责"]
    assert all(text.text[p.start : p.end] == p.element.text for p in text.pieces)


def test_field_codes_and_hidden_text_are_left_out():
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    assert decode("a.docx", packed(f"<w:p>{field}{hidden}{run('正文')}</w:p>")) == "正文\n"


def bomb() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (130 * 1024 * 1024))
    return buffer.getvalue()


ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'


def with_entity() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", ENTITY)
    return buffer.getvalue()


HOSTILE = {
    "encrypted": (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512, "加密"),
    "no zip": (b"PK\x03\x04 broken", "损坏"),
    "no document inside": (bytes(packed("")[:0]) or b"PK", "损坏"),
    "broken xml": (packed("<w:p>"), "损坏"),
    "only pictures": (packed("<w:p/>"), "没有文字"),
}


@pytest.mark.parametrize(("data", "word"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_files_get_one_sentence(data, word):
    with pytest.raises(UnreadableDocument, match=word):
        decode("坏.docx", data)


def test_a_zip_bomb_is_refused_before_it_unpacks():
    with pytest.raises(UnreadableDocument, match="过大"):
        decode("坏.docx", bomb())


def test_external_entities_are_refused():
    with pytest.raises(UnreadableDocument, match="实体"):
        decode("坏.docx", with_entity())


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [(3, "chineseCounting", "三"), (12, "chineseCounting", "十二"), (4, "lowerRoman", "iv"), (2, "upperLetter", "B")],
)
def test_numbering_forms(value, form, text):
    assert counted(value, form) == text
