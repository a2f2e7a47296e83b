"""The text of a Word document's XML, with each character's place in it.

Body paragraphs, tables (a row is a line, cells parted by tabs; a table or text box inside follows the line it stands
in, a row of one cell is read as plain paragraphs), notes at the end. Tracked changes are taken as accepted, or as
rejected on demand. Field codes and hidden text are left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from ingest.readers.numbering import Numbering, W

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TRANSPARENT = frozenset(
    f"{W}{t}" for t in ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "body")
)
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
PLAIN = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
TEXT_BOX = f"{W}txbxContent"
SYMBOLS = {0x52: "☑", 0x6F: "□", 0xA8: "□", 0xFC: "✓", 0xFE: "☑"}  # boxes and ticks of Wingdings and Wingdings 2


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
        first = max(0, bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1)
        found = []
        for piece in self.pieces[first:]:
            if piece.start >= end:
                break
            if piece.end > start:
                found.append(piece)
        return found


def walk(root: Any, numbering: Numbering, notes: Iterable[Any] = (), accept: bool = True) -> DocxText:
    """Text of a parsed document; `notes` are the parts with its footnotes and endnotes."""
    walker = _Walker(numbering, accept)
    body = root.find(f"{W}body")
    for block in body if body is not None else ():
        walker.block(block)
    for note in (n for part_ in notes for n in part_.iter(f"{W}footnote", f"{W}endnote")):
        if note.get(f"{W}type") is None:
            for block in note:
                walker.block(block)
    return walker.out


class _Walker:
    def __init__(self, numbering: Numbering, accept: bool):
        self.numbering, self.out = numbering, DocxText()
        self.kept, self.dropped = (f"{W}ins", f"{W}del") if accept else (f"{W}del", f"{W}ins")
        self.moved, gone = (f"{W}moveTo", f"{W}moveFrom") if accept else (f"{W}moveFrom", f"{W}moveTo")
        self.lost = (self.dropped, gone)
        self.later: list[Iterable[Any]] = []  # text boxes and tables inside what is being read
        self.fields: list[bool] = []  # for every field open here: whether its result has begun
        self.merged = False  # the mark of the last paragraph is dropped: the next one goes on in its line

    def block(self, block: Any) -> None:
        if block.tag == f"{W}p":
            self.paragraph(block)
            if not self.merged:
                self._line_ends()
        elif block.tag == f"{W}tbl":
            self.table(block)
        elif block.tag in TRANSPARENT or block.tag in (self.kept, self.moved):
            for child in block:
                self.block(child)

    def paragraph(self, paragraph: Any) -> None:
        self.out.paragraph += 1
        if not self.merged:
            self.out.add(self.numbering.of(self._surviving(paragraph)))
        self.fields.clear()
        for child in paragraph:
            self.inline(child)
        self.merged = self._mark_lost(paragraph)

    def _surviving(self, paragraph: Any) -> Any:
        """The paragraph whose mark ends the line that begins with `paragraph`: its properties hold."""
        while self._mark_lost(paragraph):
            following = paragraph.getnext()
            if following is None or following.tag != f"{W}p":
                break
            paragraph = following
        return paragraph

    def _mark_lost(self, paragraph: Any) -> bool:
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        return mark is not None and any(child.tag in self.lost for child in mark)

    def _line_ends(self) -> None:
        self.out.add("\n")
        waiting, self.later = self.later, []
        for block in (block for inner in waiting for block in inner):
            self.block(block)

    def table(self, table: Any) -> None:
        for row in _through(table, f"{W}tr"):
            marks = row.find(f"{W}trPr")
            if marks is None or marks.find(self.dropped) is None:
                self._row(list(_through(row, f"{W}tc")))

    def _row(self, cells: list[Any]) -> None:
        if len(cells) == 1:
            for block in cells[0]:
                self.block(block)
            return
        for position, cell in enumerate(cells):
            if position:
                self.out.add("\t")
            self._cell(cell)
        self._line_ends()

    def _cell(self, cell: Any) -> None:
        between = ""
        for block in _through(cell, f"{W}p", f"{W}tbl"):
            if block.tag == f"{W}tbl":
                self.later.append((block,))
                continue
            self.out.add(between)
            self.paragraph(block)
            between = "" if self.merged else " "
        self.merged = False

    def inline(self, element: Any) -> None:
        if element.tag == f"{W}r":
            self.run(element)
        elif element.tag in TRANSPARENT or element.tag in (self.kept, self.moved):
            for child in element:
                self.inline(child)
        elif element.tag == f"{MC}AlternateContent":
            for child in _choice(element):
                self.inline(child)
        elif element.tag in (f"{MATH}oMath", f"{MATH}oMathPara"):
            self.out.add("".join(t.text or "" for t in element.iter(f"{MATH}t")))

    def run(self, run: Any) -> None:
        hidden = run.find(f"{W}rPr/{W}vanish")
        if hidden is None or hidden.get(f"{W}val") in ("0", "false", "off"):
            for child in run:
                self.content(child)

    def content(self, child: Any) -> None:
        """One thing in a run."""
        if child.tag == f"{W}fldChar":
            self._field(child.get(f"{W}fldCharType"))
        elif not all(self.fields):
            return
        elif child.tag in (f"{W}t", f"{W}delText"):
            self.out.add(child.text or "", child)
        elif child.tag in PLAIN:
            self.out.add(PLAIN[child.tag])
        elif child.tag == f"{W}sym":
            self.out.add(_symbol(child.get(f"{W}char") or ""))
        elif child.tag == f"{W}ruby":
            for run in child.iterfind(f"{W}rubyBase/{W}r"):
                self.run(run)
        elif child.tag == f"{MC}AlternateContent":
            for inner in _choice(child):
                self.content(inner)
        else:
            self.later.extend(_text_boxes(child))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif self.fields and kind == "separate":
            self.fields[-1] = True
        elif self.fields and kind == "end":
            self.fields.pop()


def _through(parent: Any, *tags: str) -> Iterator[Any]:
    """Children with these tags, those inside content controls too."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in TRANSPARENT:
            yield from _through(child, *tags)


def _choice(alternate: Any) -> Any:
    """What a current Word shows of two renderings of one thing."""
    found = alternate.find(f"{MC}Choice")
    return found if found is not None else alternate.find(f"{MC}Fallback")


def _symbol(code: str) -> str:
    """A w:sym: the character itself, or the box or tick it looks like; other pictures of symbol fonts are left out."""
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return SYMBOLS.get(value & 0xFF, "") if 0xF000 <= value <= 0xF0FF else chr(value) if value < 0xD800 else ""


def _text_boxes(element: Any) -> Iterator[Any]:
    """Contents of the outermost text boxes below `element`."""
    for box in element.iter(TEXT_BOX):
        above = takewhile(lambda one: one is not element, box.iterancestors())
        if not any(one.tag in (f"{MC}Fallback", TEXT_BOX) for one in above):
            yield box
