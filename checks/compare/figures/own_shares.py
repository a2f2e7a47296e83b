"""The share of a cost that people bear themselves: 四成由受灾户承担 where the higher rule has 自筹不得超过25%.

What is borne is told by the cost (造价, 护理费用) and the case (统一代建的，). Quiet for other people, another cost,
another case or place of care, and where places may set the share themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import bag, maybe_one_matter, people_apart
from checks.compare.ground.amounts import DOWN, UP, amount
from checks.compare.ground.clauses import clause_of
from checks.compare.ground.discretion import may_depart
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in, numbers_of, variants_in
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.revisions import figure_for
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.model import Parameter
from ontology.cues import Setting

_FIGURE, _SHARE = Setting("figure"), Setting("own-share")


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a cost that is left to those who are helped, with the clause that says so and its case."""

    norm: Norm
    parameter: Parameter
    clause: str
    case: str


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Shares of `mine` above the most that `theirs` leaves to people for the same cost."""
    above = [s for n in theirs for s in _shares(n) if s.parameter.op in (*UP, "=")]
    for a in (s for n in mine for s in _shares(n) if s.parameter.op not in DOWN) if above else ():
        same = [b for b in above if _one(index, a, b)]
        if same and all(amount(a.parameter).value > amount(b.parameter).value for b in same):
            b = same[0]
            if not may_depart(index, b.norm, b.parameter, 1):
                yield Departure(
                    Label.CONDITION,
                    "own-share",
                    "当事人的负担重于上位规定",
                    a.clause,
                    b.clause,
                    (a.norm,),
                    (b.norm,),
                    revision=figure_for(index, a.norm, a.parameter, b.parameter),
                )


def _shares(norm: Norm) -> Iterator[Share]:
    for parameter in numbers_of(norm):
        clause = clause_of(norm, parameter)
        if parameter.unit == "%" and not parameter.soft and _FIGURE.has("own-share", clause):
            before = norm.text[: norm.text.find(clause)].rstrip("，")
            last = PAUSE.split(before)[-1]
            said = norm.stem + (last + "，" if not last.endswith("的") else "") + clause
            if not _SHARE.has("aside", said):
                yield Share(norm, parameter, said, last if last.endswith("的") else "")


def _one(index: CoverageIndex, a: Share, b: Share) -> bool:
    """Whether both are of one cost, in cases and for people that can be the same."""
    if not maybe_one_matter(index, a.norm, b.norm) or people_apart(index, a.norm, b.norm):
        return False
    mine, theirs = (groups_in(x.case + x.clause) for x in (a, b))
    if mine and theirs and index.groups_meet(mine, theirs) is Verdict.NO:
        return False
    costs = [bag(_SHARE.without("plain", x.clause)) for x in (a, b)]
    cases = [bag(x.case) for x in (a, b)]
    return bool(costs[0] & costs[1]) and (not all(cases) or bool(cases[0] & cases[1])) and not _elsewhere(a, b)


def _elsewhere(a: Share, b: Share) -> bool:
    """Whether one is for care at home, the other for care in a home, or both name kinds that differ."""
    said = [x.case + x.clause for x in (a, b)]
    places = [{w for w in ("home", "institution") if _SHARE.has(w, x)} for x in said]
    kinds = [variants_in(x) for x in said]
    return (all(places) and not places[0] & places[1]) or (all(kinds) and not kinds[0] & kinds[1])
