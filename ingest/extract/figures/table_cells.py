"""Numbers of a table whose unit stands in the head of their column: 救助标准（元/人/月） over a bare 1200.

A row's cells with units of their own are read like any words. Left out: cells under a head without unit, and tables
whose head is no row of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ingest.context import Context
from ingest.extract.figures.quantities import Quantity, find_quantities
from ingest.numerals import NUMBER, to_number
from kg.model import Clause, ClauseId

_CELL = re.compile(r"[^\t|\n]+")
_BARE = re.compile(rf"\s*(?:约|每年|每月)?(?P<number>{NUMBER})\s*")
_UNIT = re.compile(r"[（(](?:单位[:：]?)?\s*(?P<unit>[^（）()]{1,12})[）)]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A bare number with the unit of its column; `head` and `label` are the words of the column and of the row."""

    quantity: Quantity
    head: str
    label: str


def find_cells(context: Context, clause: Clause) -> Iterator[Cell]:
    """Bare numbers of the row `clause` that the table's head gives a unit."""
    head = head_of(context, clause)
    if head is None:
        return
    text = context.text
    names = [text[a:b] for a, b in cells_of(text, head.start, head.end)]
    cells = cells_of(text, clause.start, clause.end)
    label = text[slice(*cells[0])].strip() if cells else ""
    for name, cell in zip_longest(names, cells):
        unit = _UNIT.search(name) if name and cell else None
        bare = _BARE.fullmatch(text, *cell) if unit else None
        quantity = _measured(unit["unit"], bare) if unit and bare else None
        if quantity is not None:
            yield Cell(quantity, _UNIT.sub("", name).strip(), label)


def head_of(context: Context, clause: Clause) -> Clause | None:
    """The head of the table that the row `clause` stands in."""
    return context.once(_heads).get(clause.id)


def _heads(context: Context) -> dict[ClauseId, Clause]:
    """The head of each row's table: the heading right before the rows of one parent."""
    heads: dict[ClauseId, Clause] = {}
    head: Clause | None = None
    for clause in context.clauses:
        if clause.kind == "row" and head is not None and clause.parent == head.parent:
            heads[clause.id] = head
        elif clause.kind not in ("row", "note"):  # the rule under a head (| --- |) is a note
            head = clause if clause.kind == "heading" else None
    return heads


def cells_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Bounds of the cells of one row; a bar at the edge of the row opens none."""
    return [m.span() for m in _CELL.finditer(text, start, end) if m.group().strip() or "|" not in text[start:end]]


def _measured(unit: str, bare: re.Match[str]) -> Quantity | None:
    """The number in the unit of its column, found by reading 1 of that unit: 万元/户 is 10,000 元/户."""
    one = find_quantities(f"1{unit}", 0, len(unit) + 1)
    number = to_number(bare["number"])
    if len(one) != 1 or number is None:
        return None
    start, end = bare.span("number")
    value = round(number * one[0].value, 6)
    return Quantity(start, end, value, one[0].unit, one[0].dimension, start, end)
