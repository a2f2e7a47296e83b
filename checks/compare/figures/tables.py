"""A sum that the text gives one value and the row of an annexed table another.

A row is a line without marks of its own behind the heading of an annex; it is known in the text by the same ages, or by
its label. Bare numbers are sums where the head over them says so
(标准（元/月）). Quiet where a row has several sums, and where text and heading count by different times (每月, 每年).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from checks.compare.figures.figures import Figure, bands_of
from checks.compare.ground.clauses import clause_of, words_before
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.doubles import Double
from kg.stretches import worth

_ANNEX = re.compile(r"\n\s*(?:附(?:件|表|录)?|[^\n]{0,12}附(?:件|表))[0-9一二三四五]?[^\n。]{0,40}\n")
_CELL = re.compile(r"[\s　|｜]+")
_EACH = re.compile(
    r"(?:标准)?(?:为|：|:)|每(?:人|户|月|年|名)|(?:发放|补助|给予|补贴)"
)  # where a label ends in a sentence
_LABEL = re.compile(r"[一-龥]{2,12}")
_OLD = re.compile(r"原(?:来|有|定)?|现行|提高前|调整前|由[^，。；]{0,10}元?$")
_TIME = re.compile(r"[年季月次]")
_UNIT = re.compile(r"[（(](?:单位[：:])?\s*(?P<unit>万?元[^（）()]{0,10})[）)]")
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_TWO = 2
_YEAR = 1  # between 不满90周岁 and 89周岁


@dataclass(frozen=True, slots=True)
class Row:
    """One sum of a table, with the ages or the label that it is for."""

    norm: Norm
    value: float
    unit: str
    bands: tuple[tuple[str, float, float], ...]


def against_rows(figures: tuple[Figure, ...], norms: tuple[Norm, ...], text: str) -> Iterator[Double]:
    """Sums of the text that the row of a table gives otherwise, one for each row."""
    annex = _ANNEX.search(text)
    behind = [f for f in figures if annex and f.norm.start >= annex.start() and _is_row(f, figures)]
    rows = [Row(f.norm, f.parameter.value, f.parameter.unit, f.bands) for f in behind]
    rows += _bare(tuple(n for n in norms if annex and n.start >= annex.start()))
    said = [f for f in figures if annex and f.norm.start < annex.start() and _is_sum(f)]
    heading = text[annex.start() : rows[0].norm.start] if annex and rows else ""
    for row in rows:
        same = [f for f in said if _of_row(f, row) and _by_one_time(f, row, heading)]
        if same and all(f.parameter.value != row.value for f in same):
            both = (same[0].norm, row.norm)
            yield Double("table", "正文与附表的数额", same[0].parameter.quote, row.norm.text.strip(), both)


def _bare(norms: tuple[Norm, ...]) -> Iterator[Row]:
    """Rows of a label and a bare number under a head of two cells that has the unit (年龄段　标准（元／人·月）)."""
    unit = ""
    for norm in norms:
        cells = [c for c in _CELL.split(norm.text.strip()) if c]
        head = _UNIT.search(cells[-1]) if len(cells) == _TWO else None
        number = _NUMBER.fullmatch(cells[-1]) if len(cells) == _TWO and unit else None
        if number:
            ages = [p for p in numbers_of(norm) if p.kind == "age"]
            value = worth(number[0].replace(",", ""), unit[: unit.find("元")])
            yield Row(norm, value, unit, bands_of(ages))
        else:
            unit = head["unit"] if head else ""


def _is_sum(figure: Figure) -> bool:
    before = words_before(figure.norm, figure.parameter)
    return figure.amount.dimension.startswith("元") and figure.parameter.op == "=" and not _OLD.search(before[-12:])


def _is_row(figure: Figure, figures: tuple[Figure, ...]) -> bool:
    """A line with one sum and nothing else, or a point of the annex that gives each age its own."""
    beside = [f for f in figures if f.norm.line == figure.norm.line]
    return _is_sum(figure) and (
        bool(figure.bands) or (len(beside) == 1 and not PAUSE.search(figure.norm.text.rstrip("；。;")))
    )


def _of_row(figure: Figure, row: Row) -> bool:
    """Whether a sum of the text is for the ages of a row, or for what its label names."""
    if figure.bands and row.bands:
        return all(_same_band(x, y) for x, y in product(figure.bands, row.bands))
    label = _EACH.split(_CELL.split(row.norm.text.strip())[0])[0]
    named = bool(_LABEL.fullmatch(label)) and label in _said_of(figure)
    return named and not figure.bands and not row.bands


def _said_of(figure: Figure) -> str:
    """The clause of a sum with the condition before it (严重损坏的，每户补助8000元)."""
    clause = clause_of(figure.norm, figure.parameter)
    at = figure.norm.text.find(clause)
    case = PAUSE.split(figure.norm.text[:at].rstrip("，"))[-1] if at > 0 else ""
    return case + clause if case.endswith("的") else clause


def _same_band(one: tuple[str, float, float], two: tuple[str, float, float]) -> bool:
    (unit, low, high), (other, bottom, top) = one, two
    return unit == other and low == bottom and (high == top or abs(high - top) <= _YEAR)


def _by_one_time(figure: Figure, row: Row, heading: str) -> bool:
    """Whether both count by the month, or by the year, where both say by what."""
    mine, theirs = (set(_TIME.findall(x)) for x in (figure.parameter.unit, row.unit))
    theirs = theirs or set(re.findall(r"[年季月](?=补|标准|资助|津贴|救助|发|人均|额|[^一-龥])", heading))
    return not mine or not theirs or bool(mine & theirs)
