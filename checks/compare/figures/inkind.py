"""Help measured in kind: so many tonnes of water, kilowatt-hours or kilograms a household and month.

Two texts are compared where the words before the quantity say the same case and both use one measure. A heating season
in one place and a month in the other are different measures, and so are a household and a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from checks.compare.ground.alignment import aids_apart, bag, one_subject
from checks.compare.ground.norms import Norm
from checks.compare.outcome.hits import defers
from kg.coverage import CoverageIndex
from kg.stretches import value_of

_QUANTITY = re.compile(
    r"每(?P<whom>户|人)每(?P<per>月|年|季|采暖季|日|天)度?(?P<verb>[^，。；0-9]{0,14}?)"
    r"(?P<number>[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十百]+)"
    r"(?P<unit>吨|立方米|千瓦时|公斤|千克|度|斤|升)(?!以上|以外)"
)
_UNITS = {"度": "千瓦时", "公斤": "千克"}
_BEYOND = re.compile(r"超出|超过|增加|加收|定额|基数|限额")
_FEW, _SHARED = 4, 0.6  # pieces of the case before the quantity, and their part of the shorter


@dataclass(frozen=True, slots=True)
class InKind:
    """`number` of `unit` a household or person and period, in `norm`; `case` are the words before."""

    norm: Norm
    quote: str
    measure: tuple[str, str, str]
    number: float
    case: frozenset[str]

    @property
    def unit(self) -> str:
        """The unit, with names for one unit made one."""
        return self.measure[2]


def apart_in_kind(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[InKind, InKind]]:
    """Quantities of two documents for one case that differ."""
    ours = [x for n in mine if (x := _in_kind(n))]
    above = [x for n in theirs if (x := _in_kind(n))] if ours else []
    for a, b in product(ours, above):
        if a.measure == b.measure and a.number != b.number and _one_case(a, b) and not _said_too(a, b, ours):
            settled = defers(index, a.norm) or defers(index, b.norm) or aids_apart(index, a.norm, b.norm)
            if not settled and one_subject(index, a.norm, b.norm):
                yield a, b


def _said_too(a: InKind, b: InKind, ours: list[InKind]) -> bool:
    """Whether another place of the same document has the other number for the case."""
    return any(x.measure == b.measure and x.number == b.number and _one_case(x, b) for x in ours)


def _one_case(a: InKind, b: InKind) -> bool:
    shared = len(a.case & b.case)
    return shared >= max(_FEW, _SHARED * min(len(a.case), len(b.case)))


def _in_kind(norm: Norm) -> InKind | None:
    said = _QUANTITY.search(norm.text)
    if not said or _BEYOND.search(said["verb"]):
        return None
    measure = said["whom"], said["per"], _UNITS.get(said["unit"], said["unit"])
    return InKind(norm, said[0], measure, value_of(said["number"]), bag(norm.text[: said.start()]))
