"""Lines to a tree: which number hangs under which, and which unnumbered line belongs to whom.

Divisions (编章节条) have a fixed order. Lists (一、 （一） 1. （1） ①) take theirs from the text: a number of a
series that is open closes everything inside it, one of a new series goes one deeper; so mixed numbering needs no table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.labels import Label, is_agency, label_of, run_in
from ingest.layout import Line
from ingest.nodes import RANKS, Node, heads_table, is_heading, next_marked, node_of, numbered_node

_CLOSING = re.compile(
    r"(?:本|此)[\u4e00-\u9fff]{1,8}(?:自|由|从)[^。]{1,40}(?:施行|实施|执行|解释|生效)|特此|以上[^。]{0,12}(?:执行|贯彻)"
)


def grow(lines: Sequence[Line]) -> Node:
    """Tree of the body lines of one instrument under a root of kind `root`."""
    first = lines[0].start if lines else 0
    builder = _Builder(Node("root", "", "", first, first, first), lines)
    for i in range(len(lines)):
        builder.add(i)
    return builder.root


class _Builder:
    """The open branch while lines are added one by one."""

    def __init__(self, root: Node, lines: Sequence[Line]) -> None:
        self.root, self.lines, self.branch = root, lines, [root]
        self.next_marked = next_marked(lines)

    def add(self, i: int) -> None:
        line = self.lines[i]
        if line.role == "quoted":
            self._extend(line)
        elif line.role == "row":
            self._row(i, line)
        elif line.marker:
            self._numbered(i, line)
        else:
            self._plain(i, line)

    def _extend(self, line: Line) -> None:
        """Quoted words lengthen what introduces them."""
        for node in self.branch[1:]:
            node.end = line.end
        self.branch[-1].own = line.end
        if len(self.branch) == 1:
            self._push(node_of("paragraph", line), 0)

    def _push(self, node: Node, depth: int) -> None:
        """Hang `node` under the open node at `depth` and open it."""
        del self.branch[depth + 1 :]
        for above in self.branch:
            above.end = max(above.end, node.end)
        self.branch[-1].children.append(node)
        self.branch.append(node)

    def _depth(self, series: str) -> int | None:
        """Depth of the innermost open node of `series` inside the innermost article."""
        for depth in range(len(self.branch) - 1, 0, -1):
            if self.branch[depth].series == series:
                return depth
            if self.branch[depth].series == "article" and series not in RANKS:
                return None
        return None

    def _open_list(self, line: Line) -> int | None:
        """Depth of the list that a number goes on with: the one in the article, or where it skips there one outside."""
        assert line.marker
        series, count = line.marker.series, line.marker.ordinal[0]
        depth = self._depth(series)
        if depth is None or not self._in_article() or count <= self.branch[depth].ordinal[0] + 1:
            return depth
        outside = (d for d in range(depth - 1, 0, -1) if self.branch[d].series == series)
        return next((d for d in outside if self.branch[d].ordinal[0] < count), depth)

    def _numbered(self, i: int, line: Line) -> None:
        assert line.marker
        series = line.marker.series
        rank = RANKS.get(series)
        node = numbered_node(line, self._in_article() and not rank)
        if series == "article" and node.label and node.empty and not self._is_plain(i + 1):
            node.label, node.body = "", node.after
        if rank:
            depth = self._division_depth(series, rank)
        elif (open_depth := self._open_list(line)) is not None and not self._restarts(open_depth, line):
            depth = open_depth - 1
        else:
            depth = self._list_depth(series)
        self._push(node, depth)

    def _is_plain(self, i: int) -> bool:
        """Whether line `i` is a paragraph of its own, so that the article above it can be a bare heading."""
        return i < len(self.lines) and not self.lines[i].marker and not self.lines[i].role

    def _in_article(self) -> bool:
        return any(n.series == "article" for n in self.branch)

    def _restarts(self, depth: int, line: Line) -> bool:
        """（一） again right under an announcing （三）…： opens an inner list."""
        top = self.branch[-1]
        return bool(
            line.marker
            and line.marker.ordinal[0] == 1
            and self.branch[depth] is top
            and top.colon
            and top.ordinal[0] > 1
        )

    def _division_depth(self, series: str, rank: int) -> int:
        """A division closes its equals and everything lower; an article stays under a heading-only point."""
        open_depth = self._depth(series)
        if open_depth is not None:
            return open_depth - 1
        for depth in range(len(self.branch) - 1, 0, -1):
            node = self.branch[depth]
            if RANKS.get(node.series, 9) < rank or (series == "article" and node.series not in RANKS and node.empty):
                return depth
        return 0

    def _list_depth(self, series: str) -> int:
        """A new list hangs under the announcing paragraph or duty, else under the innermost numbered node."""
        depth = len(self.branch) - 1
        while depth and self.branch[depth].kind in ("paragraph", "row", "duty") and not self._takes_list(depth, series):
            depth -= 1
        return depth

    def _takes_list(self, depth: int, series: str) -> bool:
        """Whether the open paragraph or duty announces the list; 现就有关事项通知如下： announces the body."""
        node = self.branch[depth]
        if node.kind == "duty":
            return not node.closed or node.colon
        if depth == 1 and (series in ("cn", "dec1", "duty") or node.preface or not node.label):
            return False
        return node.kind == "paragraph" and (node.colon or self.branch[depth - 1].series == "article")

    def _row(self, i: int, line: Line) -> None:
        depth = len(self.branch) - 1
        while depth and self.branch[depth].series == "row":
            depth -= 1
        node = node_of("heading" if heads_table(self.lines, i) else "row", line)
        node.series = "row"
        node.label = next((c for c in line.cells if c and not c.isdecimal()), "")
        if node.kind == "row" and is_agency(node.label) and any("负责" in c or len(c) > 6 for c in line.cells[1:]):
            node.kind = "duty"
        if node.kind == "heading":
            node.label, node.body = line.words, line.end
        self._push(node, depth)

    def _plain(self, i: int, line: Line) -> None:
        found = label_of(line.words) or self._run_in(i)
        if found and found.agency and (not self._in_article() or line.words[len(found.text)] in "：:"):
            self._duty(line, found)
        elif found and not self._in_article():
            self._labelled(i, line, found)
        elif not self._in_article() and is_heading(self.lines, i):
            self._heading(line)
        else:
            self._push(node_of("paragraph", line), self._owner(i, line))

    def _run_in(self, i: int) -> Label | None:
        """A short first sentence is a heading where that of a paragraph beside it is one as well."""
        found = None if self._in_article() else run_in(self.lines[i].words)
        beside = (j for j in (i - 1, i + 1) if j >= 0 and self._is_plain(j))
        return found if found and any(run_in(self.lines[j].words) for j in beside) else None

    def _duty(self, line: Line, found: Label) -> None:
        node = node_of("duty", line, found)
        node.series = "duty"
        node.closed = not node.empty
        depth = self._depth("duty")
        self._push(node, depth - 1 if depth else self._list_depth("duty"))

    def _labelled(self, i: int, line: Line, found: Label) -> None:
        """办理流程： alone is a heading, 补助标准：每人… a paragraph with a label."""
        if found.width >= len(line.words):
            self._heading(line)
            self.branch[-1].label = found.text
        else:
            self._push(node_of("paragraph", line, found), self._owner(i, line))

    def _heading(self, line: Line) -> None:
        above = self.branch[-1]
        if above.series in ("part", "chapter", "section") and not above.children and above.end < line.start:
            above.label += line.words
            for node in self.branch:
                node.end = max(node.end, line.end)
            return
        node = node_of("duty" if is_agency(line.words) else "heading", line)
        node.series, node.label, node.body = "heading", line.words, line.end
        depth = self._depth("heading")
        if depth is None:
            depth = len(self.branch)
            while depth > 1 and not (self.branch[depth - 1].empty and self.branch[depth - 1].kind != "paragraph"):
                depth -= 1
        self._push(node, depth - 1)

    def _owner(self, i: int, line: Line) -> int:
        """Depth of the node an unnumbered line belongs to."""
        depth = len(self.branch) - 1
        while depth and (self.branch[depth].kind in ("paragraph", "row") or self.branch[depth].closed):
            depth -= 1
        if self._continues(i, depth):
            return depth
        article = self._depth("article")
        if article is not None:
            return article
        if _CLOSING.search(line.words) and self.next_marked[i] is None:
            return self._outer()
        while depth > 1 and self.branch[depth - 1].colon and not self.branch[depth].empty:
            depth -= 1
            while depth and self.branch[depth].kind == "paragraph":
                depth -= 1
        return depth if depth and not self._run_of_one_liners(depth) else self._outer() if depth else 0

    def _outer(self) -> int:
        """Depth of the innermost chapter, else the root."""
        return max((d for d, n in enumerate(self.branch) if n.series in ("part", "chapter", "section")), default=0)

    def _continues(self, i: int, depth: int) -> bool:
        """Whether the list that is open at `depth` goes on after line `i`."""
        following, node = self.next_marked[i], self.branch[depth]
        if following is None or not node.series or node.series == "article":
            return False
        mark = self.lines[following].marker
        return bool(mark and mark.series == node.series and mark.ordinal[0] == node.ordinal[0] + 1)

    def _run_of_one_liners(self, depth: int) -> bool:
        """A top-level list of duties or single paragraphs has ended: what follows speaks for the whole text."""
        node, siblings = self.branch[depth], self.branch[depth - 1].children
        return (
            depth == 1
            and len(siblings) > 2
            and not node.empty
            and all(not s.children and not s.empty for s in siblings[-3:] if s.series == node.series)
        )
