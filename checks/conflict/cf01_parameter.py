"""同一事项的数量规定不一致。

Two texts of equal rank that set the same quantity for people who can be the same, with values that cannot both hold.
Same quantity means same item or step, unit and yardstick made comparable, same circumstances and tiers; a longer limit
in another programme, stage or region, or a higher rule's floor, is none (those go to CF04 or nowhere).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from checks.base import Check, Hit, Looked, Material, Outcome, Route, Severity, Slot
from checks.compare.figures import ages, spans, thresholds
from checks.compare.figures.beside import side_by_side
from checks.compare.figures.faults import fault
from checks.compare.figures.figures import Figure, figures_of
from checks.compare.figures.floors import said
from checks.compare.figures.inkind import InKind, apart_in_kind
from checks.compare.figures.limits import comparable
from checks.compare.figures.lines import Line, drawn_apart
from checks.compare.figures.odds import another_grade, at_odds
from checks.compare.figures.otherwise import said_otherwise
from checks.compare.figures.rivals import of_another
from checks.compare.figures.settled import other_programme, settled
from checks.compare.figures.spans import Span
from checks.compare.figures.thresholds import Threshold
from checks.compare.ground.amounts import order
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.opponents import together
from checks.compare.money.manners import across
from checks.compare.outcome.hits import at_place, defers, places, replaces, weighing
from checks.places import document_pairs, is_over, same_tier, under_review, years_apart
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.model import Reading
from kg.standing import Standing

_APPLIES = re.compile(
    r"(?:提出|提交|递交)[^，。；]{0,20}申请(?!材料|人)|申领|视为[^，。；]{0,4}放弃|逾期[^，。；]{0,8}(?:不予|不再|不得)"
)


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Pairs of figures of two documents of equal rank."""
    for mine, other in _pairs(index):
        ours, theirs = (figures_of(index, r.document.name) for r in (mine, other))
        yield Looked(pairs=len(ours) * len(theirs))
        told: set[int] = set()
        for a, b in product(ours, theirs):
            odd = at_odds(a, b) and not another_grade(a, b, ours) and not another_grade(b, a, theirs)
            meeting = comparable(index, a, b) if odd and not of_another(a, b) else Verdict.NO
            if meeting is not Verdict.NO and not settled(index, a, b) and not other_programme(index, a, b):
                told.add(a.parameter.start)
                yield _hit(index, a, b, meeting)
        yield from _rhythms(index, mine, other)
        for first, second in drawn_apart(index, norms_of(mine), norms_of(other)):
            if first.parameter.start not in told and not _yields(index, first.norm, second.norm):
                told.add(first.parameter.start)
                yield _hit_of_lines(index, first, second)
        for ours_in_kind, theirs_in_kind in apart_in_kind(index, norms_of(mine), norms_of(other)):
            yield _hit_in_kind(index, ours_in_kind, theirs_in_kind)
        for reached, asked in thresholds.apart(index, norms_of(mine), norms_of(other)):
            if reached.parameter.start not in told and not _yields(index, reached.norm, asked.norm):
                told.add(reached.parameter.start)
                yield _hit_of_thresholds(index, reached, asked)
        for own, there in spans.apart(index, norms_of(mine), norms_of(other)):
            if own.parameter.start not in told and not _yields(index, own.norm, there.norm):
                yield _hit_of_spans(index, own, there)
        for age, another in ages.apart(index, norms_of(mine), norms_of(other)):
            alone = not any(age.norm.start <= start < age.norm.end for start in told)
            if alone and not _yields(index, age.norm, another.norm):
                what, said = "享受待遇的年龄", ((age.norm, age.quote), (another.norm, another.quote))
                yield _hit_of_words(index, "age", what, Slot("parameter", what), *said)
        for key, what, one, two in said_otherwise(index, norms_of(mine), norms_of(other)):
            if not _yields(index, one[0], two[0]):
                yield _hit_of_words(index, key, what, Slot("parameter", what), one, two)
        for a, b in side_by_side(index, mine, other):
            if a.parameter.start not in told and at_odds(a, b) and not settled(index, a, b):
                yield _hit(index, a, b, Verdict.YES)
    yield from _of_one_place(index)


def _of_one_place(index: CoverageIndex) -> Iterator[Hit]:
    """Sums that a government and its department each fix for the same people, neither as a floor.

    What the lower text under review gives less is a matter of the check on higher rules.
    """
    reviewed = {r.document.name for r in under_review(index)}
    for mine, other in _of_a_tier(index):
        ours, theirs = (figures_of(index, r.document.name) for r in (mine, other))
        for a, b in product([f for f in ours if f.fixed], [f for f in theirs if f.fixed]):
            if a.item != b.item or not at_odds(a, b) or of_another(a, b) or settled(index, a, b):
                continue
            low, high = (a, b) if index.relation(mine.document, other.document) is Standing.LOWER else (b, a)
            said = low.norm.document in reviewed and fault(low, high)
            if not said and comparable(index, a, b) is Verdict.YES:
                yield _hit(index, a, b, Verdict.YES)


def _of_a_tier(index: CoverageIndex) -> Iterator[tuple[Reading, Reading]]:
    """Documents in force together of which one ranks above the other in the same place."""
    for a, b in document_pairs(index):
        one, two = a.document, b.document
        ranked = index.relation(one, two) in (Standing.HIGHER, Standing.LOWER)
        one_place = ranked and same_tier(index, one, two) is Verdict.YES and not years_apart(one, two)
        if one_place and together(index, one, two):
            yield a, b


def _rhythms(index: CoverageIndex, mine: Reading, other: Reading) -> Iterator[Hit]:
    """One benefit paid by the month here and by the quarter there."""
    for a, b, matter in across(index, norms_of(mine), norms_of(other)):
        if not any(defers(index, m.norm) for m in (a, b)):
            said = ((a.norm, a.cue.label), (b.norm, b.cue.label))
            yield _hit_of_words(index, "rhythm", f"{matter}的发放办法", Slot("matter", matter), *said)


def _yields(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    return defers(index, a) or defers(index, b) or replaces(index, a, b)


def _hit_of_lines(index: CoverageIndex, a: Line, b: Line) -> Hit:
    said = ((a.norm, a.parameter.quote), (b.norm, b.parameter.quote))
    weighed = _weighing(index, a.norm, b.norm)
    return _hit_of_words(index, "line", f"“{a.term}”的界限", Slot("term", a.term), *said, weighed)


def _hit_of_thresholds(index: CoverageIndex, a: Threshold, b: Threshold) -> Hit:
    said = ((a.norm, a.parameter.quote), (b.norm, b.parameter.quote))
    matter = "停止待遇的条件" if a.ends else "启动或者认定的条件"
    return _hit_of_words(index, "threshold", matter, Slot("parameter", matter), *said, _weighing(index, a.norm, b.norm))


def _hit_of_spans(index: CoverageIndex, a: Span, b: Span) -> Hit:
    said, what = ((a.norm, a.clause), (b.norm, b.clause)), "享受待遇的期限"
    return _hit_of_words(index, "span", what, Slot("parameter", what), *said, _weighing(index, a.norm, b.norm))


def _hit_in_kind(index: CoverageIndex, a: InKind, b: InKind) -> Hit:
    said = ((a.norm, a.quote), (b.norm, b.quote))
    weighed = _weighing(index, a.norm, b.norm)
    return _hit_of_words(index, "in-kind", "减免或者发放的数量", Slot("parameter", a.unit), *said, weighed)


def _weighing(index: CoverageIndex, a: Norm, b: Norm) -> tuple[Slot, ...]:
    return weighing(index.documents[a.document], index.documents[b.document])


def _hit_of_words(
    index: CoverageIndex,
    key: str,
    what: str,
    same: Slot,
    mine: tuple[Norm, str],
    theirs: tuple[Norm, str],
    weighed: tuple[Slot, ...] = (),
) -> Hit:
    """Two norms, each with its words on one matter, that say it otherwise."""
    (a, said), (b, other) = mine, theirs
    return Hit(
        (key, *a.ids, *b.ids),
        f"{what}不一致：{at_place(index, a)}规定{said}，{at_place(index, b)}规定{other}。",
        places(index, (a, b)),
        same=(same,),
        differs=(Slot(key, a=said, b=other), *weighed),
        aid=tuple(sorted(a.aid | b.aid)),
        severity=Severity.WARNING,
    )


def _pairs(index: CoverageIndex) -> Iterator[tuple[Reading, Reading]]:
    """Documents of equal rank in force together: the draft with each, or in an audit every two."""
    for a, b in document_pairs(index):
        if years_apart(a.document, b.document) or any(is_over(index, r.document) for r in (a, b)):
            continue
        if index.relation(a.document, b.document) is Standing.SAME and together(index, a.document, b.document):
            yield a, b


def _hit(index: CoverageIndex, a: Figure, b: Figure, meeting: Verdict) -> Hit:
    return Hit(
        (a.item or a.parameter.kind, *a.norm.ids, *b.norm.ids),
        f"{a.label}不一致：{at_place(index, a.norm)}规定{said(a)}，{at_place(index, b.norm)}规定{said(b)}。",
        places(index, (a.norm, b.norm)),
        same=(Slot("parameter", a.label),),
        differs=(
            Slot(a.item or a.parameter.kind, a=said(a), b=said(b)),
            *_weighing(index, a.norm, b.norm),
        ),
        agencies=tuple(dict.fromkeys(x for f in (a, b) for p in f.norm.provisions for x in sorted(p.agencies()))),
        groups=a.people or b.people,
        aid=tuple(sorted(a.aid | b.aid)),
        certain=meeting,
        severity=_gravity(index, a, b, meeting),
    )


def _gravity(index: CoverageIndex, a: Figure, b: Figure, meeting: Verdict) -> Severity:
    """Figures for people or an aid that only may be the same are a hint; so is a draft that acts sooner."""
    if meeting is not Verdict.YES or (index.is_draft(a.norm.document) and _sooner(a, b)):
        return Severity.INFO
    return Severity.ERROR if a.parameter.op == b.parameter.op == "=" else Severity.WARNING


def _sooner(a: Figure, b: Figure) -> bool:
    """Whether `a` (of the draft) only shortens the time an office may take: kinder to the applicant."""
    limits = a.parameter.kind == b.parameter.kind == "time-limit"
    if any("applicant" in f.phases or _APPLIES.search(f.norm.text, f.parameter.end - f.norm.start) for f in (a, b)):
        return False
    return limits and a.parameter.op == b.parameter.op == "<=" and order(a.amount, b.amount) == -1


CHECK = Check(
    "CF01",
    "conflict.parameter",
    "conflict",
    "parameter",
    "同一标准数值不一致",
    Severity.ERROR,
    "同级文件对同一事项规定了不同数值，经办人员无所适从，同样情况的群众待遇不同。",
    "统一数值，或者写明新旧规定如何衔接、以哪一份为准。",
    Route.CONSULTATION,
    find,
    (Material.PARAMETERS,),
)
