"""Lines of a text and what each of them is before anybody looks at the tree.

A line is text between line breaks without blanks at its ends. Roles that no numbering can tell are settled here
and in `frontmatter`: table of contents, rows of tables, quoted text of an amending decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.inline import cuts
from ingest.numbering import DIVISIONS, Marker, marker

BLANKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\ufeff\u2060"
)
_BULLETS = "●◆■★•·▪◇□▲※►"
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_FOLIO = re.compile(r"[—\-–－―]+\s*\d{1,4}\s*[—\-–－―]+|第\s*\d{1,4}\s*页(?:\s*[共/，]\s*共?\s*\d{1,4}\s*页)?")
_AMOUNT = re.compile(r"(\d{1,2})[.．]\d+(?:\.\d+)?\s?(?:[万亿]?元|[%％倍年个周岁人日天月次户公]|万|小时|以上|以下)")
_DIRECTIVE = re.compile(r"(?:修改|改)为|增加|作为|规定为|表述为|修正为")
_CONTENTS = re.compile(r"目[\s]*[录次]")
_PAGE = re.compile(r"[\s.．…·\-—]*[(（]?\d*[)）]?$")
_FINAL = "。；;：:！？!?”》"
_OPEN_END = "，、,（《〈"
_QUOTE_SPAN = 400
_SHORT = 16


@dataclass(slots=True)
class Line:
    """One line: `start:end` without blanks at its ends, its words, its number, its role ("" = body).

    `gap` tells whether an empty line stands before it; `cells` are those of a table row.
    """

    start: int
    end: int
    words: str
    marker: Marker | None
    gap: bool
    role: str = ""
    instrument: int = 0
    cells: tuple[str, ...] = ()


def split_lines(text: str) -> list[Line]:
    """All lines with words in them, rows, contents and quoted text marked."""
    lines: list[Line] = []
    last = article = 0
    for found in _LINE.finditer(text):
        raw = found[0]
        words = raw.strip(BLANKS)
        if not words or (len(words) < 20 and _FOLIO.fullmatch(words)):
            continue
        start = found.start() + raw.index(words[0])
        if words[0] in _BULLETS and len(bare := words.lstrip(_BULLETS + BLANKS)) > 1:
            start, words = start + len(words) - len(bare), bare
        gap = text.count("\n", last, start) > 1
        last = found.end()
        for offset, piece in _pieces(words, article):
            mark = marker(piece) if len(piece) > 1 else None
            if mark and mark.series == "article":
                article = mark.ordinal[0]
            lines.append(Line(start + offset, start + offset + len(piece), piece, mark, gap and not offset))
    _mark_rows(lines)
    _mark_amounts(lines)
    lines = join_wrapped(text, lines)
    _mark_contents(lines)
    _mark_quoted(lines)
    return lines


def _mark_amounts(lines: list[Line]) -> None:
    """`1.2万元以下的…`, `2.5万元以上的…`: numbers of a list with amounts behind them, not 1.2 and 2.5.

    Told by the colon before them and by counting on without a gap; a single 1.2万元 stays an amount.
    """
    for i in range(1, len(lines) - 1):
        if lines[i].marker is None and lines[i - 1].words[-1] in "：:" and _AMOUNT.match(lines[i].words):
            run: list[tuple[Line, Marker]] = []
            for line in lines[i:]:
                found = _AMOUNT.match(line.words)
                known = line.marker.ordinal[0] if line.marker and line.marker.series == "ar" else 0
                if (int(found[1]) if found else known) != len(run) + 1:
                    break
                mark = Marker("ar", (len(run) + 1, 0), f"{len(run) + 1}.", found.end(1) + 1) if found else line.marker
                run.append((line, mark))  # type: ignore[arg-type]
            for line, mark in run if len(run) > 1 else ():
                line.marker = mark


def join_wrapped(text: str, lines: list[Line]) -> list[Line]:
    """Broken lines put together again: by the width of a page, behind a comma, inside 《 or （."""
    width = _page_width(lines)
    out: list[Line] = []
    row: Line | None = None  # the printed row before
    for line in lines:
        if row and not line.marker and not line.role and not row.role and _runs_on(row, line, width):
            out[-1].end = line.end
        else:
            out.append(line)
        row = line
    for line in out:
        if line.end - line.start > len(line.words):
            line.words = text[line.start : line.end]
    return out


def _runs_on(row: Line, line: Line, width: int) -> bool:
    """Whether the sentence of `row` goes on in `line`."""
    words = row.words
    if words[-1] in _OPEN_END or words.rfind("《") > words.rfind("》"):
        return True
    return bool(width) and not line.gap and len(words) >= width - 6 and words[-1] not in _FINAL


def _page_width(lines: list[Line]) -> int:
    """Characters in a full row of a text broken by page width; 0 where rows are paragraphs."""
    lengths = [len(x.words) for x in lines if not x.role]
    if len(lengths) < 4:
        return 0
    width = max(lengths)
    full = [x for x in lines if not x.role and len(x.words) >= width - 6]
    broken = sum(x.words[-1] not in _FINAL for x in full)
    return width if 12 <= width <= 70 and broken >= 2 and broken * 5 >= len(full) * 2 else 0


def _pieces(words: str, article: int) -> Iterator[tuple[int, str]]:
    """Parts of a line cut at the numbers inside it, each with its offset."""
    places = cuts(words, article) if len(words) > _SHORT else ()
    if not places:
        yield 0, words
        return
    for left, right in pairwise((0, *places, len(words))):
        piece = words[left:right].strip(BLANKS)
        if piece:
            yield words.index(piece[0], left), piece


def key(words: str) -> str:
    """`words` for comparison: no blanks, no title marks."""
    return re.sub(r"[\s《》〈〉<>“”\"\u200b]", "", words)


def _mark_rows(lines: list[Line]) -> None:
    """Lines of two or more cells parted by tabs or bars; two names on a line by themselves are no table."""
    cut = [_cells(line) for line in lines]
    for i, (line, cells) in enumerate(zip(lines, cut, strict=True)):
        if not cells:
            continue
        beside = any(cut[max(0, i - 1) : i]) or any(cut[i + 1 : i + 2])
        if beside or len(cells) > 2 or "|" in line.words:
            ruled = not "".join(cells).strip("-:— ")
            line.role, line.cells, line.marker = ("note" if ruled else "row"), cells, None


def _cells(line: Line) -> tuple[str, ...]:
    """Cells of a table row; () where the line is none."""
    words = line.words
    bars = words.count("|") >= 2
    if not bars and "\t" not in words:
        return ()
    cells = tuple(c.strip(BLANKS) for c in (words.strip("|").split("|") if bars else words.split("\t")))
    numbered = line.marker and (line.marker.series == "article" or len(cells) < 3)
    return () if sum(map(bool, cells)) < 2 or numbered else cells


def _mark_contents(lines: list[Line]) -> None:
    """A table of contents: from 目录, or from the first of three bare headings, to where its first entry returns."""
    start = next((i for i, x in enumerate(lines) if _CONTENTS.fullmatch(x.words)), None)
    if start is None:
        heads = [bool(x.marker and x.marker.series in DIVISIONS) for x in lines]
        start = next((i for i in range(len(lines) - 2) if all(heads[i : i + 3])), None)
        first = start
    else:
        lines[start].role, lines[start].marker = "toc", None
        first = start + 1
    if start is None or first is None or first >= len(lines):
        return
    entry = key(_PAGE.sub("", lines[first].words))
    stop = next((i for i in range(first + 1, len(lines)) if key(lines[i].words) == entry), None)
    if stop is None:
        stop = _run_of_headings(lines, first) if start != first else first
    for line in lines[first:stop]:
        line.role, line.marker = "toc", None


def _run_of_headings(lines: list[Line], first: int) -> int:
    """End of the headings that follow 目录 where none of them is repeated below: the last may be the first body one."""
    stop = first
    while stop < len(lines) and (mark := lines[stop].marker) and mark.series in DIVISIONS:
        stop += 1
    return stop - 1 if stop - first > 1 and _PAGE.sub("", lines[stop - 1].words) == lines[stop - 1].words else stop


def _mark_quoted(lines: list[Line]) -> None:
    """Lines inside the quotation marks of 修改为：“…”, which are words of another act, not structure of this one."""
    if not any("“" in x.words and _DIRECTIVE.search(x.words) for x in lines):
        return
    ends, i = _quote_ends(lines), 0
    while i < len(lines):
        words = lines[i].words
        opened = words.rfind("“") > words.rfind("”")
        directive = opened and (_DIRECTIVE.search(words) or (i and _DIRECTIVE.search(lines[i - 1].words)))
        stop = _closing(lines, i, ends) if directive else None
        if stop is not None:
            for line in lines[i + 1 : stop + 1]:
                line.role, line.marker = "quoted", None
            i = stop
        elif words[0] == "“" and i and _DIRECTIVE.search(lines[i - 1].words[-30:]):
            lines[i].role = "quoted"
        i += 1


def _closing(lines: list[Line], start: int, ends: list[int]) -> int | None:
    """Index of the line that closes the quotation opened in line `start`; no later directive may come before it."""
    stop = ends[start + 1] if start + 1 < len(lines) else len(lines)
    if stop >= min(len(lines), start + _QUOTE_SPAN):
        return None
    outer = next((x.marker for x in reversed(lines[max(0, start - 50) : start + 1]) if x.marker), None)
    for line in lines[start + 1 : stop + 1]:
        mark = line.marker
        after = outer and mark and mark.series == outer.series and mark.ordinal[0] == outer.ordinal[0] + 1
        if after and line.words[0] != "“" and _DIRECTIVE.search(line.words):
            return None
    return stop


def _quote_ends(lines: list[Line]) -> list[int]:
    """For each line the first from it on whose last quotation mark closes."""
    out, following = [0] * len(lines), len(lines)
    for i in range(len(lines) - 1, -1, -1):
        if lines[i].words.rfind("”") > lines[i].words.rfind("“"):
            following = i
        out[i] = following
    return out
