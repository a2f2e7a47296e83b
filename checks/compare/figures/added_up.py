"""A column of a table whose 合计 is not what its rows add up to.

A table is a run of lines of cells without marks of their own; its total is the first or the last of its rows. Quiet for
columns of rates and standards, and where rows are parts of others (其中, 小计).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from checks.compare.outcome.doubles import Double
from kg.stretches import worth

_BREAK = re.compile(r"\s*[\t|｜]\s*|[ 　]{2,}|　|(?<=[^\s]) (?=[0-9])")
_NUMBER = re.compile(
    r"(?P<value>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)(?P<much>[百千万亿])?(?P<unit>元|人次|人|户|名|个|张|套)?"
)
_TOTAL = re.compile(r"(?:合|总|共)\s*计|总数|全[市县区州省旗盟]合?计?")
_PART = re.compile(r"其中|小计")
_RATE = re.compile(r"标准|比例|单价|比率|占|[%％]|/|／|每|人均|户均|序号|编号|系数|日期|年度|年$|月$")
_SLACK = 0.003
_LEAST = 2  # rows


def added_up(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """The total rows of tables with a column that adds up to something else."""
    for table in _tables(norms):
        yield from _of_table(table)


_Row = tuple[Norm, tuple[str, ...]]


def _tables(norms: tuple[Norm, ...]) -> Iterator[list[_Row]]:
    rows: list[_Row] = []
    for norm in norms:
        cells = () if PAUSE.search(norm.text) else tuple(c for c in _BREAK.split(norm.text.strip(" 　|｜\t")) if c)
        if len(cells) > 1:
            rows.append((norm, cells))
            continue
        if rows:
            yield rows
        rows = []
    yield rows


def _of_table(table: list[_Row]) -> Iterator[Double]:
    heads = list(takewhile(lambda row: not any(map(_NUMBER.fullmatch, row[1][1:])), table))
    body = table[len(heads) :]
    at = [i for i, (_, cells) in enumerate(body) if _TOTAL.fullmatch(cells[0]) or _TOTAL.fullmatch(cells[1])]
    if len(at) != 1 or at[0] not in (0, len(body) - 1) or any(_PART.search(row[0].text) for row in body):
        return
    total = body[at[0]]
    rows = [row for row in body if row is not total]
    head = heads[-1][1] if heads else ()
    for back in range(1, len(total[1])):  # columns from the right
        said = _worth(total[1], back)
        values = [_worth(cells, back) for _, cells in rows]
        known = [v for v in values if v is not None]
        if said is None or len(known) < max(_LEAST, len(rows)) or (len(head) >= back and _RATE.search(head[-back])):
            continue
        if len(total[1]) != len(rows[0][1]) and back > 1:
            return
        added = sum(known)
        if abs(added - said) > _SLACK * max(added, said):
            figure = total[1][-back]
            yield Double("total", "表中的合计与各行之和", figure, f"各行之和为{added:.10g}", (total[0], rows[-1][0]))
            return


def _worth(cells: tuple[str, ...], back: int) -> float | None:
    """The value of a cell counted from the right, `None` where it is no plain number."""
    found = _NUMBER.fullmatch(cells[-back]) if back < len(cells) else None
    return worth(found["value"].replace(",", ""), found["much"]) if found else None
