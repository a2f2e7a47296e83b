"""PDF with a text layer: lines joined into paragraphs, page numbers and running heads dropped.

A line is joined to the one before it where that one ran to the right edge and the new one begins no numbered or
indented paragraph. Blanks that typesetting puts between Chinese and digits are dropped. Scanned pages have no text
and are refused; recognition of characters is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.errors import UnreadableDocument

MAX_PAGES = 2000
PAGE_NUMBER = re.compile(r"^\s*[-—–─]*\s*(?:第\s*)?\d{1,4}\s*(?:页(?:\s*[共/].*)?)?\s*[-—–─]*\s*$")
STARTS = re.compile(
    r"^\s*(?:第[一二三四五六七八九十百千〇零\d]+[编章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.．、]|附件)"
)
STRAY = "“”‘’•·"
MARK = re.compile(f"[{STRAY}]")
SPACED = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) +(?=[\d.])|(?<=[\d%]) +(?=[\u3000-\u9fff\uff00-\uffef])")


Paragraph = list[tuple[str, int]]  # its lines, each with the page it stands on


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page (counted from 0) with its left and right edge in points."""

    text: str
    left: float
    right: float
    page: int = 0


def decode(name: str, data: bytes) -> str:
    """Text of a PDF. Raises UnreadableDocument for an encrypted, damaged or scanned one."""
    return decode_pages(name, data)[0]


def decode_pages(name: str, data: bytes) -> tuple[str, tuple[int, ...]]:
    """Text of a PDF and the offset at which each of its pages begins. Raises UnreadableDocument as `decode`."""
    pages = list(_pages(name, data))
    heads = _running(pages)
    lines = [line for page in pages for line in page if line.text.strip() not in heads and not _is_number(line)]
    if not lines:
        raise UnreadableDocument(f"{name}：PDF 中没有文字层，可能是扫描件。请先作文字识别，或提供 Word 文字版。")
    return _laid(_joined(lines), len(pages))


def _pages(name: str, data: bytes) -> Iterator[list[Line]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        kind = "已加密" if "password" in str(error).lower() else "已损坏"
        raise UnreadableDocument(f"{name}：PDF {kind}，无法读取。请取消密码或重新导出后再提供。") from error
    with document:
        if len(document) > MAX_PAGES:
            raise UnreadableDocument(f"{name}：PDF 超过 {MAX_PAGES} 页。请拆分后分别提供。")
        for number, page in enumerate(document):
            textpage = page.get_textpage()
            yield list(_lines(textpage, number))
            textpage.close()
            page.close()


def _lines(textpage: object, page: int) -> Iterator[Line]:
    text = textpage.get_text_bounded()  # type: ignore[attr-defined]
    position = 0
    for raw in text.split("\r\n"):
        stripped = _in_place(textpage, position, raw).replace("\x02", "").replace("\ufffe", "")
        if stripped.strip():
            left, right = _edges(textpage, position, raw)
            yield Line(stripped.rstrip(), left, right, page)
        position += len(raw) + 2


def _in_place(textpage: object, position: int, raw: str) -> str:
    """A line with marks drawn after it (they often come from another font) put where they stand."""
    if not MARK.search(raw):
        return raw
    try:
        lefts = [textpage.get_charbox(position + n)[0] for n in range(len(raw))]  # type: ignore[attr-defined]
    except Exception:  # the library's own index may be shorter than its text
        return raw
    marks = [n for n, sign in enumerate(raw) if MARK.match(sign)]
    text = [n for n, sign in enumerate(raw) if not MARK.match(sign)]
    for mark in marks:
        at = next((i for i, n in enumerate(text) if raw[n].strip() and lefts[n] > lefts[mark]), len(text))
        text.insert(at, mark)
    return "".join(raw[n] for n in text)


def _edges(textpage: object, position: int, raw: str) -> tuple[float, float]:
    first = position + len(raw) - len(raw.lstrip())
    last = position + len(raw.rstrip(f" \t{STRAY}") or raw.rstrip()) - 1
    try:
        left = textpage.get_charbox(first)[0]  # type: ignore[attr-defined]
        right = textpage.get_charbox(last)[2]  # type: ignore[attr-defined]
    except Exception:  # the library's own index may be shorter than its text
        return 0.0, 0.0
    return float(left), float(right)


def _running(pages: list[list[Line]]) -> set[str]:
    """First and last lines that stand on most pages."""
    if len(pages) < 3:
        return set()
    edges = Counter(line.text.strip() for page in pages for line in {*page[:1], *page[-1:]})
    return {text for text, count in edges.items() if count * 2 > len(pages)}


def _is_number(line: Line) -> bool:
    return bool(PAGE_NUMBER.match(line.text))


def _laid(paragraphs: Iterable[Paragraph], pages: int) -> tuple[str, tuple[int, ...]]:
    """The paragraphs as one text, and where in it each page begins; a page that gave no text begins with the next."""
    text: list[str] = []
    starts, length = [0], 0
    for paragraph in paragraphs:
        for words, page in (*paragraph, ("\n", 0)):
            starts += [length] * (page + 1 - len(starts))
            text.append(words)
            length += len(words)
    starts += [length] * (pages - len(starts))
    return "".join(text), tuple(starts)


def _joined(lines: list[Line]) -> Iterator[Paragraph]:
    edge = max(line.right for line in lines)
    margin = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    paragraph: Paragraph = []
    full = False
    for line in lines:
        begins = STARTS.match(line.text) or line.left > margin + 12 or not full
        if paragraph and begins:
            yield paragraph
            paragraph = []
        paragraph.append((SPACED.sub("", line.text.strip()), line.page))
        full = line.right > edge - 24
    if paragraph:
        yield paragraph
