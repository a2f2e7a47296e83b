"""How often people may have something in a year: 每年享受2次 here, 每年享受1次 there.

A number of times in a period (每年2次, 一年内只能申请一次), in a clause by which people receive something. Both clauses
have to say the same in most of their words, and for the same occasion where one says so (同一事由); how often an office
acts (核查, 走访, 培训) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from checks.compare.ground.alignment import bag, in_two_places, maybe_one_matter, people_apart, share
from checks.compare.ground.clauses import clause_of
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.model import Parameter
from kg.stretches import value_of
from ontology.cues import Setting

_TIMES = Setting("times")
_LEAST, _ALIKE = 2, 0.5  # pieces that both clauses share, and their part of the shorter
_BOUNDS = ("=", "<=")
_YEARS = re.compile(r"(?P<number>[二两三四五2-5])年(?:之)?内")
_A_YEAR = re.compile(r"(?:一|1|同一|每一?|一个|当|自然)(?:个)?(?:自然)?年(?:度)?(?:之)?内?|年度内|全年")


@dataclass(frozen=True, slots=True)
class Times:
    """A number of times in a period, and what is had so often."""

    norm: Norm
    parameter: Parameter
    unit: str
    what: frozenset[str]
    occasion: frozenset[str]  # what it is for, where it is counted for each by itself (同一事由)
    years: float = 1.0  # of the period

    @property
    def often(self) -> float:
        """How often in a year."""
        return self.parameter.value / self.years


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """What `mine` gives less often than `theirs`, which does not only say how often at most."""
    for a, b in _pairs(index, mine, theirs):
        if a.often < b.often and b.parameter.op == "=":
            said = (a.parameter.quote, b.parameter.quote)
            yield Departure(Label.BENEFIT, "times", "享受的次数", *said, (a.norm,), (b.norm,))


def apart(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Times, Times]]:
    """What two texts of equal rank give so often and otherwise."""
    return ((a, b) for a, b in _pairs(index, mine, theirs) if a.often != b.often)


def doubles(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """What one document gives so often and otherwise, in two places."""
    for a, b in combinations([t for n in norms for t in _times(n)], 2):
        if a.parameter.value != b.parameter.value and in_two_places(a.norm, b.norm) and _one(index, a, b):
            yield Double("times", "每年的次数", a.parameter.quote, b.parameter.quote, (a.norm, b.norm))


def _pairs(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Times, Times]]:
    ours, above = ([t for n in norms for t in _times(n)] for norms in (mine, theirs))
    return ((a, b) for a, b in product(ours, above) if _one(index, a, b))


def _one(index: CoverageIndex, a: Times, b: Times) -> bool:
    """Whether both count the same for people who can be the same."""
    least = 1 if a.occasion else _LEAST
    alike = len(a.what & b.what) >= least and share(a.what, b.what) >= _ALIKE and a.occasion == b.occasion
    same = a.unit == b.unit and alike and not people_apart(index, a.norm, b.norm)
    return same and maybe_one_matter(index, a.norm, b.norm)


def _times(norm: Norm) -> Iterator[Times]:
    for parameter in numbers_of(norm):
        unit = _unit(norm, parameter)
        clause = clause_of(norm, parameter) if unit else ""
        if _TIMES.has("had", clause) and not _TIMES.has("done", clause):
            occasion = _TIMES.words("not", norm.text)
            several = _YEARS.search(clause)
            years = value_of(several["number"]) if several else 1.0
            yield Times(norm, parameter, unit, bag(_TIMES.without("plain", clause)), occasion, years)


def _unit(norm: Norm, parameter: Parameter) -> str:
    """次 in which period, "" where it counts something else."""
    if parameter.op not in _BOUNDS:
        return ""
    if parameter.kind == "frequency" and parameter.unit.startswith("次/"):
        return parameter.unit
    clause = clause_of(norm, parameter) if parameter.kind == "count" and parameter.unit == "次" else ""
    return "次/年" if _A_YEAR.search(clause) or _YEARS.search(clause) else ""
