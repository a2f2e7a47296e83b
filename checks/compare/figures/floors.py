"""Figures against a higher rule's floors, ceilings and time limits: better for the applicant is lawful (polarity)."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from checks.base import Severity
from checks.compare.figures.faults import Fault, fault
from checks.compare.figures.figures import Figure, figures_of
from checks.compare.figures.limits import comparable
from checks.compare.figures.rivals import of_another
from checks.compare.ground.alignment import bag, partners, share
from checks.compare.ground.amounts import order
from checks.compare.ground.clauses import clause_of
from checks.compare.ground.discretion import may_depart
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.revisions import figure_for
from kg.coverage import CoverageIndex
from kg.enums import Verdict

MUCH = 0.4
"""By how much likelier another figure has to be what one answers to, for one of the same value to say nothing."""
_LABELS = {
    Fault.BELOW_FLOOR: Label.BENEFIT,
    Fault.ABOVE_CEILING: Label.BENEFIT,
    Fault.LONGER: Label.LONGER,
    Fault.SHORTER: Label.CONDITION,
    Fault.NARROWER: Label.CONDITION,
    Fault.BEYOND_CAP: Label.BEYOND,
}
_SAYS = {"=": "", "<": "低于", "<=": "不超过", ">": "高于", ">=": "不低于"}


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """The gravest breach of each figure of `mine`."""
    above = figures_of(index, theirs[0].document) if theirs else ()
    paired = dict(partners(index, mine, theirs)) if above else {}
    for a in figures_of(index, mine[0].document) if above and mine else ():
        near = paired.get(a.norm.start)
        if near and _stands(a, near):
            yield from (x for b in above if b.norm.start == near.start and (x := _entrance(index, a, b)))
            continue
        there = [b for b in above if not _elsewhere(a, b, near, above) and not of_another(a, b)]
        found = [x for b in there if (x := _breach(index, a, b))]
        found += [x for b in there if (x := _entrance(index, a, b))]
        if found:
            yield min(found, key=lambda d: list(Severity).index(d.severity))


def _entrance(index: CoverageIndex, a: Figure, b: Figure) -> Departure | None:
    """A share of what goes beyond a sum, where the higher rule has it begin at a smaller one (超过2万元的部分)."""
    if a.amount.dimension != "%" or not (_begins(a) and _begins(b)) or _begins(a) <= _begins(b):
        return None
    if comparable(index, a, b) is not Verdict.YES:
        return None
    mine, theirs = (f"超过{_begins(f):g}元的部分" for f in (a, b))
    return Departure(Label.CONDITION, "entrance", "开始计算的数额高于上位规定", mine, theirs, (a.norm,), (b.norm,))


def _begins(figure: Figure) -> float:
    """The sum beyond which a share is given, where it is the only one of its norm."""
    low = [b for b in figure.bands if b[0] == "元" and b[2] == inf]
    alone = sum(p.unit == "%" for p in numbers_of(figure.norm)) == 1
    return low[0][1] if len(low) == 1 and alone else 0.0


def _stands(a: Figure, near: Norm) -> bool:
    """Whether the norm on the same matter has just this figure, and no other is much likelier what it answers to."""
    said = bag(clause_of(a.norm, a.parameter))
    same = [p for p in numbers_of(near) if (p.kind, p.unit) == (a.parameter.kind, a.parameter.unit)]
    alike = {p.start: share(said, bag(clause_of(near, p))) for p in same}
    equal = [alike[p.start] for p in same if p.value == a.parameter.value]
    return bool(equal) and max(alike.values()) < max(equal) + MUCH


def _elsewhere(a: Figure, b: Figure, near: Norm | None, above: tuple[Figure, ...]) -> bool:
    """Whether the norm that rules the same matter as `a` is another one, with a figure of the same kind and case."""
    if near is None or near.start == b.norm.start or b.parameter in numbers_of(near):
        return False
    there = [f for f in above if f.norm.start == near.start and f.parameter.kind == a.parameter.kind]
    same = (
        any(f.phases == a.phases for f in there) if there else any(p.kind == a.parameter.kind for p in numbers_of(near))
    )
    return same and a.parameter.kind == "time-limit"


def _breach(index: CoverageIndex, a: Figure, b: Figure) -> Departure | None:
    broken = fault(a, b)
    if not broken or may_depart(index, b.norm, b.parameter, order(a.amount, b.amount) or 0):
        return None
    if (meeting := comparable(index, a, b)) is Verdict.NO:
        return None
    kind, sure = broken
    return Departure(
        _LABELS[kind],
        a.item or a.parameter.kind,
        f"{a.label}{kind.value}",
        said(a),
        said(b),
        (a.norm,),
        (b.norm,),
        _gravity(sure and not a.parameter.soft, meeting),
        figure_for(index, a.norm, a.parameter, b.parameter),
    )


def _gravity(sure: bool, meeting: Verdict) -> Severity:
    """A breach for people or an aid that only may be the same is a hint."""
    if meeting is not Verdict.YES:
        return Severity.INFO
    return Severity.ERROR if sure else Severity.WARNING


def said(figure: Figure) -> str:
    """A figure as an official would repeat it: 不低于70%."""
    p = figure.parameter
    return f"{_SAYS[p.op]}{p.value:g}{p.unit}"
