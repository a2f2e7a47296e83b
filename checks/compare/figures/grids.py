"""A table of several columns in the text: what a cell sets for its row and column, against what a sentence says.

A row is a line of cells without marks of its own, under a heading line of as many cells and no number (救助对象　住院
门诊慢特病). A sentence is of a cell where one clause has the label of its row and that of its column, or of the whole
table where the column is only called 比例, 标准. Quiet where the table gives the sentence's value for the row anywhere,
where cells have no heading, and for values that were (原, 由…) or are bounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.figures.figures import Figure
from checks.compare.ground.alignment import bag
from checks.compare.ground.clauses import clause_of, words_before
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in
from checks.compare.outcome.doubles import Double

_CELL = re.compile(r"[^\s　|｜]+")
_OLD = re.compile(r"原(?:来|有|定)?|现行|提高前|调整前|由[^，。；]{0,10}$")
_ANNEX = re.compile(r"附[件表录]")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_PLAIN = re.compile(r"附[件表录][0-9一二三]?|比例|标准|金额|数额|额度|家庭|人员|对象|成员|的|一览表|明细表|表$")
_HALF = 0.5  # of the words of a column's label
_FEW = 2  # characters of a label


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a table with the label of its row, and that of its column or, where it has none, of the table."""

    figure: Figure
    row: str
    column: str


def against_cells(figures: tuple[Figure, ...], norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Values of sentences that the cell of their row and column gives otherwise."""
    cells = tuple(_cells(figures, norms))
    rows = {c.figure.norm.start for c in cells}
    for figure in figures if cells else ():
        if figure.norm.start in rows or figure.parameter.op != "=" or _OLD.search(_before(figure)[-12:]):
            continue
        row = _row_of(figure, cells)
        own = [c for c in cells if c.row == row and _is_of(figure, c)]
        if own and not any(c.figure.amount == figure.amount for c in cells if c.row == row):
            there = own[0].figure.norm
            yield Double("table", "正文与表格的数值", figure.parameter.quote, there.text.strip(), (figure.norm, there))


def _before(figure: Figure) -> str:
    return words_before(figure.norm, figure.parameter)


def _row_of(figure: Figure, cells: tuple[Cell, ...]) -> str:
    """The label of the row that a figure is of: the longest in its clause, else the last named before it."""
    clause, before = clause_of(figure.norm, figure.parameter), _before(figure)
    labels = dict.fromkeys(c.row for c in cells)
    here = [x for x in labels if x in clause or (_said(x) and _said(x) <= bag(clause) and _one_class(x, clause))]
    if here:
        return max(here, key=len)
    return max((x for x in labels if x in before), key=before.rfind, default="")


def _one_class(label: str, clause: str) -> bool:
    """Whether the people whom a label names are among those of a clause, where both name some."""
    mine, theirs = (groups_in(x).ids() for x in (label, clause))
    return not mine or not theirs or mine <= theirs


def _cells(figures: tuple[Figure, ...], norms: tuple[Norm, ...]) -> Iterator[Cell]:
    heading: list[str] = []
    title = ""
    for norm in norms:
        parts = list(_CELL.finditer(norm.text)) if not PAUSE.search(norm.text) else []
        numbers = [f for f in figures if f.norm.start == norm.start]
        if parts and not numbers:
            named = len(parts) > 2 or (len(parts) > 1 and not _ANNEX.match(norm.text))
            heading, title = ([p.group() for p in parts], title) if named else ([], norm.text)
        elif numbers and len(parts) == len(heading):
            yield from _row(norm, parts, [h if _said(h) else title for h in heading], numbers)
        else:
            heading = []


def _row(norm: Norm, parts: list[re.Match[str]], heading: list[str], numbers: list[Figure]) -> Iterator[Cell]:
    for figure in numbers:
        at = figure.parameter.start - norm.start
        column = next((h for p, h in zip(parts, heading, strict=True) if p.start() <= at < p.end()), "")
        if column and figure.parameter.op == "=" and len(parts[0].group()) > _FEW:
            yield Cell(figure, parts[0].group(), column)


def _is_of(figure: Figure, cell: Cell) -> bool:
    """Whether the clause of a figure has the label of a cell's column, in one unit."""
    if figure.amount.dimension != cell.figure.amount.dimension:
        return False
    column = _said(cell.column)
    return bool(column) and len(column & bag(clause_of(figure.norm, figure.parameter))) >= _HALF * len(column)


def _said(label: str) -> frozenset[str]:
    """What a label says that not every label of a table does."""
    return bag(_PLAIN.sub(" ", _BRACKETS.sub("", label)))
