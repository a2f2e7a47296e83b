"""How often people may have something in a year: 每年享受2次 here, 每年享受1次 there.

A number of times in a period, in a clause by which people receive something. Both clauses have to say the same in most
of their words; how often an office acts (核查, 走访, 培训) is none.
"""

from __future__ import annotations

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
from ontology.cues import Setting

_TIMES = Setting("times")
_LEAST, _ALIKE = 2, 0.5  # pieces that both clauses share, and their part of the shorter
_BOUNDS = ("=", "<=")


@dataclass(frozen=True, slots=True)
class Times:
    """A number of times in a period, and what is had so often."""

    norm: Norm
    parameter: Parameter
    what: frozenset[str]


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """What `mine` gives less often than `theirs`, which does not only say how often at most."""
    for a, b in _pairs(index, mine, theirs):
        if a.parameter.value < b.parameter.value and b.parameter.op == "=":
            said = (a.parameter.quote, b.parameter.quote)
            yield Departure(Label.BENEFIT, "times", "享受的次数", *said, (a.norm,), (b.norm,))


def apart(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Times, Times]]:
    """What two texts of equal rank give so often and otherwise."""
    return ((a, b) for a, b in _pairs(index, mine, theirs) if a.parameter.value != b.parameter.value)


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
    alike = len(a.what & b.what) >= _LEAST and share(a.what, b.what) >= _ALIKE
    same = a.parameter.unit == b.parameter.unit and alike and not people_apart(index, a.norm, b.norm)
    return same and maybe_one_matter(index, a.norm, b.norm)


def _times(norm: Norm) -> Iterator[Times]:
    for parameter in numbers_of(norm):
        counted = parameter.kind == "frequency" and parameter.unit.startswith("次/") and parameter.op in _BOUNDS
        clause = clause_of(norm, parameter) if counted else ""
        if _TIMES.has("had", clause) and not _TIMES.has("not", norm.text) and not _TIMES.has("done", clause):
            yield Times(norm, parameter, bag(_TIMES.without("plain", clause)))
