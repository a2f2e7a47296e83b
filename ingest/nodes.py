"""One clause to be, and what a line tells about it by itself: number, label, heading, head of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.labels import Label, label_of
from ingest.layout import Line

RANKS = {"part": 1, "chapter": 2, "section": 3, "article": 4}
_PREFACE = re.compile(
    r"(?:意见|通知|规定|方案|措施|办法|决定|公告|通告|细则|明确|要求|函告|批复|制度)如下[：:]$|(?:以下|如下)[^，。]{0,8}(?:意见|措施|通知|规定)[：:]$"
)
_COLON = "：:"
_SENTENCE = re.compile(r"[。；：:，！？”》）)\d]$|[。；，]|年\s?\d+月.*日$|\d\s?号$")


@dataclass(slots=True, eq=False)
class Node:
    """One clause to be: `body` is where its own words begin, behind number and label."""

    kind: str
    series: str
    number: str
    start: int
    end: int
    body: int
    own: int = 0  # where its own words end
    ordinal: tuple[int, int] = (0, 0)
    label: str = ""
    instrument: int = 0
    after: int = 0  # offset behind the number
    soft: bool = False  # the label is a heading only if its neighbours have one
    closed: bool = False  # an unnumbered duty that says its duties on its own line
    colon: bool = False  # its own words end by announcing a list
    preface: bool = False  # what they announce is the body of the text
    children: list[Node] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Number and heading only."""
        return self.body >= self.own


def node_of(kind: str, line: Line, found: Label | None = None, offset: int = 0) -> Node:
    """A node of a whole line; `offset` characters of it are its number, `found` its label."""
    body = line.start + offset + (found.width if found else 0)
    node = Node(kind, "", "", line.start, line.end, body, line.end, instrument=line.instrument)
    node.after = line.start + offset
    if found:
        node.label, node.soft = found.text, found.soft and not found.agency
    node.colon = line.words[-1] in _COLON
    node.preface = node.colon and bool(_PREFACE.search(line.words, len(line.words) - 30 if len(line.words) > 30 else 0))
    return node


_KINDS = {"cn": "point", "dec1": "point", "pcn": "subpoint", "dec2": "subpoint"}


def numbered_node(line: Line, inside_article: bool) -> Node:
    """The node of a numbered line; lists inside an article are 项 and 目, others points."""
    mark = line.marker
    assert mark
    rest = line.words[mark.width :]
    series = mark.series
    found = label_of(rest, series) if rest else None
    kind = series if series in RANKS else "item" if inside_article else _KINDS.get(series, "subsubpoint")
    if found and found.agency and series not in RANKS:
        kind = "duty"
    node = node_of(kind, line, found, mark.width)
    node.series, node.number, node.ordinal = series, mark.number, mark.ordinal
    if series in ("part", "chapter", "section"):
        node.label, node.body = rest, line.end
    return node


def heads_table(lines: Sequence[Line], i: int) -> bool:
    """The first row of a table, where its cells only name columns."""
    first = i == 0 or lines[i - 1].role != "row"
    more = i + 1 < len(lines) and lines[i + 1].role == "row"
    return first and more and not any(re.search(r"[\d。；]", c) or len(c) > 20 for c in lines[i].cells)


def is_heading(lines: Sequence[Line], i: int) -> bool:
    """A short line without punctuation that paragraphs or numbers follow."""
    words = lines[i].words
    if len(words) > 30 or _SENTENCE.search(words) or i + 1 >= len(lines):
        return False
    after = lines[i + 1]
    return after.role == "row" or bool(after.marker) or (len(after.words) > len(words) and after.words[-1] in "。；：")


def next_marked(lines: Sequence[Line]) -> list[int | None]:
    """For each line the next numbered one behind it."""
    out: list[int | None] = [None] * len(lines)
    following: int | None = None
    for i in range(len(lines) - 1, -1, -1):
        out[i] = following
        if lines[i].marker:
            following = i
    return out
