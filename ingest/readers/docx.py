"""Word documents: the text a reader sees, with each character's place in the XML.

Read straight from the XML (python-docx drops tracked insertions, content controls and automatic numbers): body
paragraphs, tables (a row is a line, cells parted by tabs), text boxes, footnotes at the end. Tracked changes are taken
as accepted, or as rejected on demand. Headers, footers, field codes, comments and hidden text are left out.
"""

from __future__ import annotations

import zipfile
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ingest.readers.archive import OLE, open_archive, parse_xml, part
from ingest.readers.numbering import Numbering, W, read_numbering
from kg.errors import UnreadableDocument

DOCUMENT = "word/document.xml"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TRANSPARENT = frozenset(
    f"{W}{t}" for t in ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "body")
)
PLAIN = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text `start:end` came from `element` (a w:t); automatic numbers and separators have none."""

    start: int
    end: int
    element: Any
    paragraph: int


@dataclass
class DocxText:
    """The text of a document and where its pieces stand."""

    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    paragraph: int = 0

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.parts)

    def add(self, text: str, element: Any = None) -> None:
        """Append `text`; `element` where it has a place in the XML."""
        if text:
            if element is not None:
                self.pieces.append(Piece(self.length, self.length + len(text), element, self.paragraph))
            self.parts.append(text)
            self.length += len(text)

    def within(self, start: int, end: int) -> list[Piece]:
        """Pieces that share a character with `start:end`."""
        first = max(0, bisect_right([p.start for p in self.pieces], start) - 1)
        found = []
        for piece in self.pieces[first:]:
            if piece.start >= end:
                break
            if piece.end > start:
                found.append(piece)
        return found


def decode(name: str, data: bytes) -> str:
    """Text of a .docx. Raises UnreadableDocument for an encrypted, damaged, empty or dangerous file."""
    text = read_docx(name, data).text
    if not text.strip():
        raise UnreadableDocument(f"{name}：文档中没有文字（可能是扫描图片）。请提供可编辑的文字版。")
    return text


def read_docx(name: str, data: bytes, accept: bool = True) -> DocxText:
    """Text with places; `accept` False reads tracked changes as rejected."""
    if data.startswith(OLE):
        raise UnreadableDocument(f"{name}：文件已加密，或者是旧版 .doc 格式。请取消密码或另存为 .docx 后再提供。")
    archive = open_archive(name, data)
    body = part(archive, name, DOCUMENT)
    if body is None:
        raise UnreadableDocument(f"{name}：不是有效的 Word 文档。请在 Word 或 WPS 中另存为 .docx 后再提供。")
    return walk(parse_xml(name, body), lists(archive, name), footnotes(archive, name), accept)


def walk(root: Any, numbering: Numbering, notes: Any | None, accept: bool = True) -> DocxText:
    """Text of a parsed document."""
    walker = _Walker(numbering, accept)
    body = root.find(f"{W}body")
    for block in body if body is not None else ():
        walker.block(block)
    if notes is not None:
        for note in notes.iter(f"{W}footnote", f"{W}endnote"):
            if note.get(f"{W}type") is None:
                for block in note:
                    walker.block(block)
    return walker.out


def lists(archive: zipfile.ZipFile, name: str) -> Numbering:
    """Automatic numbering of the document."""
    data = part(archive, name, "word/numbering.xml")
    return read_numbering(parse_xml(name, data) if data else None)


def footnotes(archive: zipfile.ZipFile, name: str) -> Any | None:
    """The part with footnotes, where there is one."""
    data = part(archive, name, "word/footnotes.xml")
    return parse_xml(name, data) if data else None


class _Walker:
    def __init__(self, numbering: Numbering, accept: bool):
        self.numbering, self.out = numbering, DocxText()
        self.kept, self.dropped = (f"{W}ins", f"{W}del") if accept else (f"{W}del", f"{W}ins")
        self.moved = f"{W}moveTo" if accept else f"{W}moveFrom"
        self.boxes: list[Any] = []

    def block(self, block: Any) -> None:
        if block.tag == f"{W}p":
            self.paragraph(block)
            self.out.add("\n")
            self._empty_boxes()
        elif block.tag == f"{W}tbl":
            self.table(block)
        elif block.tag in TRANSPARENT or block.tag == self.kept:
            for child in block:
                self.block(child)

    def paragraph(self, paragraph: Any) -> None:
        self.out.paragraph += 1
        number = self._number(paragraph)
        if number:
            self.out.add(number)
        for child in paragraph:
            self.inline(child)

    def table(self, table: Any) -> None:
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl"), None) is table:
                self._row(row)
                self.out.add("\n")

    def _row(self, row: Any) -> None:
        for position, cell in enumerate(c for c in row if c.tag == f"{W}tc"):
            if position:
                self.out.add("\t")
            for place, paragraph in enumerate(cell.iter(f"{W}p")):
                if place:
                    self.out.add(" ")
                self.paragraph(paragraph)

    def inline(self, element: Any) -> None:
        if element.tag == f"{W}r":
            self.run(element)
        elif element.tag in TRANSPARENT or element.tag in (self.kept, self.moved):
            for child in element:
                self.inline(child)

    def run(self, run: Any) -> None:
        if run.find(f"{W}rPr/{W}vanish") is not None:
            return
        for child in run:
            if child.tag in (f"{W}t", f"{W}delText"):
                self.out.add(child.text or "", child)
            elif child.tag in PLAIN:
                self.out.add(PLAIN[child.tag])
            else:
                self.boxes.extend(_text_boxes(child))

    def _empty_boxes(self) -> None:
        while self.boxes:
            for block in self.boxes.pop(0):
                self.block(block)

    def _number(self, paragraph: Any) -> str:
        found = paragraph.find(f"{W}pPr/{W}numPr")
        if found is None:
            return ""
        list_, depth = found.find(f"{W}numId"), found.find(f"{W}ilvl")
        if list_ is None:
            return ""
        return self.numbering.next(list_.get(f"{W}val"), int(depth.get(f"{W}val")) if depth is not None else 0)


def _text_boxes(element: Any) -> Iterator[Any]:
    """Contents of text boxes; of a choice and its fallback only the choice, which repeat each other."""
    for box in element.iter(f"{W}txbxContent"):
        if not any(a.tag == f"{MC}Fallback" for a in box.iterancestors()):
            yield box
