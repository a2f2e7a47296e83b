"""Web pages and PDF files in."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest

from ingest.readers import html, pdf
from ingest.readers.pdf import Line, _joined, _laid
from kg.errors import UnreadableDocument
from kg.model import Document

PAGE = """<html><head><title>通知</title><style>p{}</style></head><body>
<div class="menu"><a href="/">首页</a><a href="/a">信息公开</a><a href="/b">办事服务</a></div>
<div id="content"><h1>关于做好临时救助工作的通知</h1>
<p>第一条　县民政局负责临时救助工作。<br>第二条　县财政局负责资金安排。</p>
<table><tr><td>特困人员</td><td>100%</td></tr><tr><td>低保对象</td><td>70%</td></tr></table>
<p style="display:none">隐藏内容</p></div>
<footer>版权所有</footer><script>alert(1)</script></body></html>"""


def test_the_main_text_of_a_page_is_found_and_menus_dropped():
    text = html.decode("a.html", PAGE.encode())
    assert text.splitlines() == [
        "关于做好临时救助工作的通知",
        "第一条　县民政局负责临时救助工作。",
        "第二条　县财政局负责资金安排。",
        "特困人员\t100%",
        "低保对象\t70%",
    ]


def test_a_page_in_gb18030_is_read():
    data = PAGE.replace("<head>", '<head><meta charset="gb2312">').encode("gb18030")
    assert "县财政局" in html.decode("a.html", data)


@pytest.mark.parametrize("data", [b"<html></html>", b"<script>x</script>", b"   "])
def test_a_page_without_text_is_refused(data):
    with pytest.raises(UnreadableDocument, match="没有正文"):
        html.decode("a.html", data)


def test_deeply_nested_tags_are_read():
    text = html.decode("a.html", b"<div>" * 3000 + "县民政局负责救助。".encode() + b"</div>" * 3000)
    assert "县民政局" in text


def blank_pdf() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_scanned_pdf_is_refused():
    with pytest.raises(UnreadableDocument, match="扫描"):
        pdf.decode("a.pdf", blank_pdf())


def test_a_broken_pdf_is_refused():
    with pytest.raises(UnreadableDocument, match="损坏"):
        pdf.decode("a.pdf", b"%PDF-1.7 nonsense")


JOINED = {
    "a full line goes on": ([("第一条　县民政局", 90, 500), ("负责救助。", 90, 200)], ["第一条　县民政局负责救助。"]),
    "a short line ends": ([("第一条　救助。", 90, 200), ("另起一段", 90, 500)], ["第一条　救助。", "另起一段"]),
    "a number begins": ([("下列情形的", 90, 500), ("（一）特困", 90, 500)], ["下列情形的", "（一）特困"]),
    "an indent begins": (
        [("县民政局", 90, 500), ("另起一段", 122, 500), ("接着", 90, 200)],
        ["县民政局", "另起一段接着"],
    ),
    "typeset blanks go": ([("自受理之日起 15 个工作日", 90, 500)], ["自受理之日起15个工作日"]),
}


@pytest.mark.parametrize(("given", "wanted"), JOINED.values(), ids=JOINED)
def test_lines_become_paragraphs(given, wanted):
    assert ["".join(words for words, _ in p) for p in _joined([Line(*row) for row in given])] == wanted


PAGED = {
    "one page": ([[("第一条", 0)]], 1, "第一条\n", (0,)),
    "a paragraph over the edge": ([[("第一", 0), ("条", 1)], [("第二条", 1)]], 2, "第一条\n第二条\n", (0, 2)),
    "an empty page between": ([[("第一条", 0)], [("第二条", 2)]], 3, "第一条\n第二条\n", (0, 4, 4)),
    "empty pages at the end": ([[("第一条", 0)]], 3, "第一条\n", (0, 4, 4)),
    "an empty first page": ([[("第一条", 1)]], 2, "第一条\n", (0, 0)),
}


@pytest.mark.parametrize(("paragraphs", "pages", "text", "starts"), PAGED.values(), ids=PAGED)
def test_every_page_has_its_beginning(paragraphs, pages, text, starts):
    assert _laid(paragraphs, pages) == (text, starts)


def test_a_place_leads_back_to_its_page():
    document = Document("a.pdf", "第一条\n第二条\n", "0", pages=(0, 4, 4))
    assert [document.page(0), document.page(3), document.page(4)] == [1, 1, 3]
    assert Document("a.txt", "第一条", "0").page(0) is None
