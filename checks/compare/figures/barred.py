"""What opens at a number, and is barred short of a higher one: 满6个月的标注风险消除, 未满一年的不得标注.

What is reached and what it opens have to be said in both. Quiet for other people, and where the bar is not higher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.figures.owners import Number as Figure
from checks.compare.figures.owners import has_and_lacks
from checks.compare.ground.alignment import bag, in_two_places, maybe_one_matter, people_apart, share
from checks.compare.ground.amounts import order
from checks.compare.ground.clauses import clause_of, words_behind
from checks.compare.ground.marks import STOP
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex

_KINDS = frozenset({"duration", "age", "count", "rate", "amount", "time-limit"})
_REACHED, _SHORT = (">=", ">"), ("<", "<=")
_BARS = re.compile(
    r"^[^。；]{0,12}?的?，?(?:一律|暂|均|原则上)?(?:不得|不予|不能|不可|暂不|不)"
    r"(?!超过|高于|低于|少于|多于|大于|小于|足|满|限|包括)(?P<deed>[^，。；]{2,24})"
)
_BARRED = re.compile(r"不(?:得|予|能|可|再)|除外|暂不")
_ALIKE = 0.6  # of what is barred, in the norm that opens it
_SAID, _LEAST = 0.4, 2  # of the clauses on what is reached


@dataclass(frozen=True, slots=True)
class Bar:
    """What is barred short of a number."""

    number: Figure
    deed: frozenset[str]


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """What `mine` bars until more is reached than `theirs` asks for."""
    for bar in (b for n in mine for b in _bars(n)):
        for b in (x for n in theirs for x in _opened(n)):
            if _harder(bar, b) and _one(index, bar, b) and maybe_one_matter(index, bar.number.norm, b.norm):
                said = (bar.number.clause, b.clause)
                yield Departure(
                    Label.CONDITION, "barred", "要求达到的期限或者数额", *said, (bar.number.norm,), (b.norm,)
                )
                break


def doubles(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """What one document opens from a number on, and bars short of a higher one."""
    opened = [x for n in norms for x in _opened(n)]
    for bar in (b for n in norms for b in _bars(n)):
        for b in opened:
            if in_two_places(b.norm, bar.number.norm) and _harder(bar, b) and _one(index, bar, b):
                yield Double("barred", "要求达到的期限或者数额", b.clause, bar.number.clause, (b.norm, bar.number.norm))
                break


def _bars(norm: Norm) -> Iterator[Bar]:
    for p in numbers_of(norm):
        barred = _BARS.match(words_behind(norm, p)) if p.op in _SHORT and p.kind in _KINDS else None
        if barred and not p.soft:
            yield Bar(Figure(norm, p, clause_of(norm, p)), bag(barred["deed"]))


def _opened(norm: Norm) -> Iterator[Figure]:
    for p in numbers_of(norm):
        behind = STOP.split(words_behind(norm, p))[0]
        if p.op in _REACHED and p.kind in _KINDS and not _BARRED.search(behind):
            yield Figure(norm, p, clause_of(norm, p))


def _harder(bar: Bar, opened: Figure) -> bool:
    return order(bar.number.amount, opened.amount) == 1


def _one(index: CoverageIndex, bar: Bar, opened: Figure) -> bool:
    """Whether both are of one thing reached, which opens the same."""
    mine, theirs = (bag(x.clause.replace(x.parameter.quote, " ")) for x in (bar.number, opened))
    deed = len(bar.deed) >= _LEAST and len(bar.deed & bag(opened.norm.words)) >= _ALIKE * len(bar.deed)
    surely = bar.deed <= bag(opened.norm.words) and bool(mine & theirs)
    reached = surely or (len(mine & theirs) >= _LEAST and share(mine, theirs) >= _SAID)
    apart = people_apart(index, bar.number.norm, opened.norm) or has_and_lacks(bar.number, opened)
    return reached and deed and not apart
