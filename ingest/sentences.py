"""Cutting a stretch of text into sentences and ；-clauses, outside brackets and quotation marks.

One regular-expression pass over the punctuation alone, so the cost follows the number of marks, not of
characters; a bracket that is never closed ends with its line. A line break ends a sentence only behind a mark, so that
text broken by the width of a page holds together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPEN = "（([【〔《〈「『“‘{"
_CLOSE = "）)]】〕》〉」』”’}"
_PAIR = dict(zip(_CLOSE, _OPEN, strict=True))
_MARKS = re.compile(rf"[{re.escape(_OPEN + _CLOSE)}。；;！!？?\n]")
_BLANK = re.compile(r"[\s\u200b\ufeff]*")
_INVISIBLE = "\u200b\ufeff"
_CLOSERS = "”’）)】〕」』"  # of a quotation that began lines before
_FINAL = "。；;！!？?：:”’》）)】"
_MAX_DEPTH = 32


def _cuts(text: str, start: int, end: int, stops: str) -> Iterator[int]:
    """Offsets just behind every character of `stops` that stands outside brackets and quotes."""
    depth: list[str] = []
    for found in _MARKS.finditer(text, start, end):
        mark = found[0]
        if mark == "\n":
            if _ended(text, start, found.start()):
                depth.clear()
                yield found.end()
        elif mark in _OPEN:
            if len(depth) < _MAX_DEPTH:
                depth.append(mark)
        elif mark in _PAIR:
            if _PAIR[mark] in depth:
                while depth.pop() != _PAIR[mark]:
                    pass
        elif not depth and mark in stops:
            at = found.end()
            while at < end and text[at] in _CLOSERS:
                at += 1
            yield at


def _ended(text: str, start: int, line_end: int) -> bool:
    """Whether a line ends its sentence; one broken by the width of the page does not."""
    tail = text[max(start, line_end - 8) : line_end].rstrip()
    return not tail or tail[-1] in _FINAL


def _pieces(text: str, start: int, end: int, stops: str) -> Iterator[tuple[int, int]]:
    """Stretches between the cuts without blanks at their ends; empty ones are left out."""
    left = start
    for right in [*_cuts(text, start, end, stops), end]:
        first = left
        if first < right and (text[first].isspace() or text[first] in _INVISIBLE):
            first = _BLANK.match(text, left, right).end()  # type: ignore[union-attr]
        last = first + len(text[first:right].rstrip().rstrip(_INVISIBLE))
        if first < last:
            yield first, last
        left = right


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence in `text[start:end]`, cut behind 。！？；, its mark included."""
    return _pieces(text, start, len(text) if end is None else end, "。；;！!？?")


_HEADING = re.compile(
    r"[一二三四五六七八九十]是[^，。；、：《“]{3,14}。(?!\s*(?:[一二三四五六七八九十]{1,2}(?:是|要)|同时|此外|另外))"
)


_COUNTS = frozenset("一二三四五六七八九十")
_COUNTED = re.compile(
    r"[一二三四五六七八九十]{1,2}是(?=由?[^，。；的]{0,12}?(?:局|委|厅|部门|办公室|联合会|政府|办事处|妇联|残联|工会|团委)(?![的会]))"
)


def told(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The `sentences` that say something themselves: no question orders (问：哪些人可以申请？), nor does a heading."""
    return (
        (_behind_count(text, *span), span[1])
        for span in sentences(text, start, end)
        if text[span[1] - 1] not in "？?" and not _heads(text, *span, end)
    )


def _behind_count(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind 一是, 二是, where a body stands there: 一是县民政局负责….."""
    if text[start : start + 1] not in _COUNTS:
        return start
    counted = _COUNTED.match(text, start, end)
    return counted.end() if counted else start


def _heads(text: str, start: int, stop: int, end: int) -> bool:
    """一是全面排查。各地要…: whether a sentence only heads the next."""
    return text[start + 1 : start + 2] == "是" and stop < end and _HEADING.match(text, start, end) is not None


def full_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence cut behind 。！？ only: ；-clauses stay together."""
    return _pieces(text, start, len(text) if end is None else end, "。！!？?")


def segments(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """(start, end) of each ；-clause, cut behind ；only."""
    return _pieces(text, start, len(text) if end is None else end, "；;")
