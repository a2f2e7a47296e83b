"""Where a clause stands, as an official says it.

Statutes: 第十一条第一款第（二）项第1目, the 款 only where the article has several; other texts by their own numbers
from outside in: 一/（二）/3., 一/民政厅, 二/（一）/第二段, 表/第3行.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.nodes import Node
from ingest.numbering import chinese


def name_parts(parent: Node, locator: str, numbered: bool) -> Iterator[tuple[Node, str]]:
    """Each child of `parent` with its locator; `locator` is the parent's (for the root: the instrument's prefix)."""
    row = 0
    paragraph = int(parent.kind not in ("root", "article") and not parent.empty)
    late = not numbered
    for child in parent.children:
        if child.number and not late:
            late, paragraph = True, 0
        paragraph += child.kind == "paragraph"
        row += child.series == "row" and child.kind != "heading"
        place = ("结尾" if late else "导语") if parent.kind == "root" and numbered else ""
        yield child, _name(parent, child, locator, row if child.kind == "row" else paragraph, place)


def _name(parent: Node, child: Node, locator: str, count: int, place: str) -> str:
    if child.series == "article":
        return _prefix(parent, locator) + child.number
    if parent.kind == "root":
        base = locator
    elif child.series in ("part", "chapter", "section"):
        return locator + child.number
    elif child.kind in ("paragraph", "item") and _in_statute(locator):
        return locator + (f"第{chinese(count)}款" if child.kind == "paragraph" else _item(parent, child))
    elif child.series.startswith("dec") and parent.series.startswith("dec"):
        base = locator[: locator.rfind("/") + 1]
    else:
        base = locator + "/"
    return base + _piece(child, count, place)


def _prefix(parent: Node, locator: str) -> str:
    """Article numbers run through the chapters, so only the instrument stands before them."""
    return locator if parent.kind == "root" else locator[: locator.rfind("/") + 1] if "/" in locator else ""


def _in_statute(locator: str) -> bool:
    tail = locator[locator.rfind("/") + 1 :]
    return tail.startswith("第") and "条" in tail


def _item(parent: Node, child: Node) -> str:
    """项 directly under article or 款, 目 under 项."""
    if parent.kind != "item":
        number = child.number if child.series in ("pcn", "par") else chinese(child.ordinal[0])
        return f"第{number}项"
    return f"第{child.ordinal[0]}目"


def _piece(child: Node, count: int, place: str) -> str:
    """What one step of the way is called: number, agency, heading, or the count of the paragraph."""
    if child.kind == "duty" and child.label:
        return child.number + child.label
    if child.number:
        return child.number.removesuffix("、") if child.series == "cn" else child.number
    if child.series == "row":
        return f"表第{count}行" if child.kind == "row" else "表头"
    if child.label:
        return child.label
    if place:
        return place if count == 1 else f"{place}第{chinese(count)}段"
    return f"第{chinese(count)}段"
