"""How often something is done for people at least: 每周上门不少于3次 in one text, 每周上门不少于1次 in the other.

A number of times in a period that must be reached, for what both norms call the same in most of their words. A lower
text that promises fewer gives less; two texts of equal rank cannot both say what is enough, nor one text twice. Quiet
for other people, another body's visits, and where either side says how often at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from checks.compare.ground.agencies import agencies_of
from checks.compare.ground.alignment import bag, maybe_one_matter, people_apart, share
from checks.compare.ground.clauses import clause_of
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in, numbers_of, variants_in
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.model import Parameter
from ontology.cues import named_in

_A_YEAR = {"日": 365.0, "周": 52.0, "月": 12.0, "季度": 4.0, "季": 4.0, "半年": 2.0, "学期": 2.0, "年": 1.0}
_LEAST, _ALIKE = 4, 0.5  # pieces that two norms share, and their part of the shorter
_CALLS_ON = re.compile(r"探访|走访|巡访|访视|上门|入户|家访|回访|随访|看望|探望|巡视")
_FLOOR = (">=", ">")
_SLACK = 0.15  # four weeks are a month


@dataclass(frozen=True, slots=True)
class Visits:
    """At least so many times a year, and what is done so often."""

    norm: Norm
    parameter: Parameter
    often: float
    what: frozenset[str]
    deed: frozenset[str]


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """What `mine` has done less often than `theirs` asks at least."""
    for a, b in apart(index, mine, theirs):
        if a.often < b.often:
            said = (a.parameter.quote, b.parameter.quote)
            yield Departure(Label.BENEFIT, "visits", "服务的次数少于上位规定", *said, (a.norm,), (b.norm,))


def apart(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Visits, Visits]]:
    """What two texts have done so often at least, and otherwise."""
    ours, above = ([v for n in norms for v in _visits(n)] for norms in (mine, theirs))
    for a, b in product(ours, above):
        if abs(a.often - b.often) > _SLACK * max(a.often, b.often) and _one(index, a, b):
            yield a, b


def doubles(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """How often one thing is done for the same people, said twice in one document."""
    found = [v for n in norms if _CALLS_ON.search(n.text) for v in _visits(n, (*_FLOOR, "="))]
    for a, b in combinations(found, 2):
        apart = a.norm.line != b.norm.line and abs(a.often - b.often) > _SLACK * max(a.often, b.often)
        people = groups_in(a.norm.text) == groups_in(b.norm.text)
        if apart and people and a.norm.aid == b.norm.aid and _one(index, a, b):
            yield Double("visits", "服务的次数", a.parameter.quote, b.parameter.quote, (a.norm, b.norm))


def _one(index: CoverageIndex, a: Visits, b: Visits) -> bool:
    alike = len(a.what & b.what) >= _LEAST and share(a.what, b.what) >= _ALIKE and bool(a.deed & b.deed)
    if not alike or people_apart(index, a.norm, b.norm) or not maybe_one_matter(index, a.norm, b.norm):
        return False
    bodies, kinds = ([f(n) for n in (a.norm, b.norm)] for f in (lambda n: set(agencies_of(n)), _circumstances))
    return (not all(bodies) or bool(bodies[0] & bodies[1])) and kinds[0] == kinds[1]


def _circumstances(norm: Norm) -> frozenset[object]:
    return frozenset(variants_in(norm.words)) | named_in("phase", norm.words)


def _visits(norm: Norm, ops: tuple[str, ...] = _FLOOR) -> Iterator[Visits]:
    for parameter in numbers_of(norm):
        times, _, period = parameter.unit.partition("/")
        if parameter.kind == "frequency" and parameter.op in ops and times == "次" and period in _A_YEAR:
            deed = bag(clause_of(norm, parameter).replace(parameter.quote, _said(parameter.quote)))
            yield Visits(norm, parameter, parameter.value * _A_YEAR[period], bag(norm.text), deed)


def _said(quote: str) -> str:
    """The deed inside a figure's own words (每周上门不少于3次)."""
    return quote.split("不少于")[0].split("不低于")[0].split("至少")[0].lstrip("每周月年季度半个")
