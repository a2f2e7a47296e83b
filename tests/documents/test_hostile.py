"""Files that are broken, mislabelled or made to harm: one clear sentence or a result, never an accident."""

from __future__ import annotations

import resource

import pytest

from ingest.readers.source import open_bytes
from kg.errors import UnreadableDocument
from tests.documents.word import numbered, packed, paragraph, run

DEEP = 5000
MANY = 100_000
MOST_MEMORY = 1500 * 1024  # KiB for the whole test process


def nested(before: str, after: str, inside: str = paragraph(run("文"))) -> bytes:
    return packed(before * DEEP + inside + after * DEEP)


REFUSED = {
    "content controls in one another": (
        "a.docx",
        nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        "结构已损坏",
    ),
    "tables in one another": ("a.docx", nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), "结构已损坏"),
    "links in one another": (
        "a.docx",
        packed(f"<w:p>{'<w:hyperlink>' * DEEP}{'</w:hyperlink>' * DEEP}</w:p>"),
        "结构已损坏",
    ),
    "broken XML": ("a.docx", packed("<w:p>"), "结构已损坏"),
    "a picture named .docx": ("a.docx", b"\x89PNG\r\n\x1a\n" + bytes(100), "已损坏"),
    "a program named .pdf": ("a.pdf", b"MZ" + bytes(1000), "已损坏"),
    "half a PDF": ("a.pdf", b"%PDF-1.7\n1 0 obj<<>>\n", "已损坏"),
    "entities in the numbering": ("a.docx", packed("<w:p/>", numbering='<!ENTITY e "x">'), "实体"),
    "no text at all": ("a.docx", packed(""), "没有文字"),
}
READ = {
    "web page of nested boxes": ("a.html", f"<body>{'<div>' * DEEP}正文{'</div>' * DEEP}".encode(), "正文\n"),
    "web page of nested letters": ("a.html", f"<body>{'<b>' * DEEP}正文{'</b>' * DEEP}".encode(), "正文\n"),
    "macros are not looked at": ("a.docx", packed(paragraph(run("正文")), vbaProject="Shell"), "正文\n"),
    "Word file named .txt": ("a.txt", packed(paragraph(run("正文"))), "正文\n"),
    "Word file named .pdf": ("a.pdf", packed(paragraph(run("正文"))), "正文\n"),
    "numbers without a list": ("a.docx", packed(paragraph(run("正文"), properties=numbered(9, 8))), "正文\n"),
}


@pytest.mark.parametrize(("name", "data", "word"), REFUSED.values(), ids=REFUSED)
def test_refused_in_one_sentence(name, data, word):
    with pytest.raises(UnreadableDocument, match=word) as caught:
        open_bytes(name, data)
    assert str(caught.value).startswith(f"{name}：") and "\n" not in str(caught.value)


@pytest.mark.parametrize(("name", "data", "text"), READ.values(), ids=READ)
def test_read_all_the_same(name, data, text):
    assert open_bytes(name, data).text == text


def test_a_hundred_thousand_paragraphs_stay_within_memory():
    source = open_bytes("a.docx", packed(paragraph(run("县民政局负责临时救助。")) * MANY))
    assert source.text.count("\n") == MANY
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MOST_MEMORY
