"""A floor above the ceiling of the same: 每年训练时间不少于10个月 here, 每年接受训练救助最长不超过6个月 there.

Nobody can keep both. The same is told by the words of both clauses, less those that only say how a bound is put, and by
the period that both count in. Quiet for other people, ages and grades, where one clause speaks of those who serve and
the other of those who are served, and where the two are so far apart that they bound two things (合同期限, 每次时长).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from checks.compare.ground.alignment import bag, in_two_places, people_apart, share
from checks.compare.ground.amounts import DOWN, UP, Amount, amount, order
from checks.compare.ground.clauses import clause_of
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of, variants_in
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.model import Parameter
from ontology.cues import Setting, named_in

_BOUND = Setting("bound")
_KINDS = frozenset({"duration", "frequency", "count"})
_PERIOD = re.compile(r"每(?:个)?(?:半?年|学年|学期|季度?|半?月|周|星期|日|天|次|期|班|轮)")
_MOST, _LESS = 0.6, 3  # share of the words of the shorter clause; times that the floor is at most above the ceiling


@dataclass(frozen=True, slots=True)
class _Bound:
    norm: Norm
    parameter: Parameter
    clause: str

    @property
    def amount(self) -> Amount:
        return amount(self.parameter)

    @property
    def words(self) -> frozenset[str]:
        """What is bounded, as pieces."""
        return bag(_BOUND.without("plain", self.clause))

    @property
    def case(self) -> tuple[object, ...]:
        """Ages, grades and circumstances in which it holds."""
        ages = frozenset((p.op, p.value) for p in numbers_of(self.norm) if p.kind in ("age", "disability-grade"))
        return ages, named_in("phase", self.norm.text), variants_in(self.norm.text), _BOUND.has("staff", self.clause)


def doubles(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Floors of a document above a ceiling that it sets for the same."""
    found = [b for n in norms for b in _bounds(n)]
    floors = [b for b in found if b.parameter.op in DOWN]
    for low, high in product(floors, [b for b in found if b.parameter.op in UP]):
        if in_two_places(low.norm, high.norm) and _crossed(low, high) and _one_thing(index, low, high):
            yield Double("bound", "下限与上限", low.clause, high.clause, (low.norm, high.norm))


def _bounds(norm: Norm) -> Iterator[_Bound]:
    for parameter in numbers_of(norm):
        clause = clause_of(norm, parameter)
        if parameter.kind in _KINDS and not parameter.soft and not clause.endswith("的"):
            side = "floor" if parameter.op in DOWN else "ceiling"
            if parameter.op != "=" and _BOUND.has(side, clause):
                yield _Bound(norm, parameter, clause)


def _crossed(low: _Bound, high: _Bound) -> bool:
    near = low.amount.value <= _LESS * high.amount.value
    return low.amount.dimension == high.amount.dimension and near and order(low.amount, high.amount) == 1


def _one_thing(index: CoverageIndex, low: _Bound, high: _Bound) -> bool:
    periods = [frozenset(_PERIOD.findall(b.clause)) for b in (low, high)]
    apart = periods[0] and periods[1] and periods[0] != periods[1]
    if apart or low.case != high.case or people_apart(index, low.norm, high.norm):
        return False
    return bool(low.words & high.words) and share(low.words, high.words) >= _MOST
