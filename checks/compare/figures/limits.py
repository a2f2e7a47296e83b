"""Two figures against one another: whether they are about the same thing, for the same people, in the same case.

Whether both can hold is for others to say: against a higher rule by polarity, between equals at any odds.
"""

from __future__ import annotations

import re

from checks.compare.figures.circumstances import aids_apart_here, samples_apart
from checks.compare.figures.faults import LINES
from checks.compare.figures.figures import NAMED, Figure
from checks.compare.figures.only import (
    alone,
    by_other_words,
    has_its_own,
    one_by_name,
    one_case,
    only_step,
    purses_apart,
)
from checks.compare.figures.owners import are_and_are_not, other_party, other_receiver
from checks.compare.figures.rooms import AREA, room_of
from checks.compare.figures.rounds import for_other_years, one_of_many, one_programme, one_round
from checks.compare.figures.starts import one_clause
from checks.compare.figures.tiers import apart, classes_apart
from checks.compare.ground.alignment import one_subject, share, subject_words
from checks.compare.ground.amounts import DOWN
from checks.compare.ground.clauses import clause_of, words_through
from checks.compare.ground.pairing import laid_beside
from checks.compare.ground.topics import LOOSE, any_aid, related, title_aid, unrelated
from checks.compare.ground.windows import groups_in
from checks.compare.ground.wording import pieces
from checks.places import title
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from ontology.cues import named_in
from ontology.terms import TOWN_AND_COUNTRY
from ontology.wording import wordings

_SERVED = frozenset({"litigant", "emergency"})  # 受援人, 遭遇急难的: whoever gets the aid
_OWN_WORK = frozenset({"assign", "verify", "makeup"})  # steps that nothing else is called by
_LIVING = "living-subsidy"  # 生活补助 of whoever is in an undertaking
_RECHECK = "recheck"  # the step that a decision is looked at again in, by whatever words
_BEFORE = re.compile(r"公示|评估|鉴定|评定|核对(?:报告|结果)")
_SHARED, _STEP, _PART = 0.5, 0.3, 4  # shares of the shorter norm's words; characters that tell a part of an aid
# Items that are one programme by their name, whoever the clause says they are for.
_FOR_WHOEVER = frozenset(
    {"post-subsidy", "insurance-subsidy", "training-subsidy", "startup-subsidy", "heating", "rent", "coverage"}
)


def comparable(index: CoverageIndex, a: Figure, b: Figure) -> Verdict:
    """Whether the two figures are of one thing, for the same people; UNKNOWN where aid or people only touch."""
    if for_other_years(index, a.norm, b.norm):
        return Verdict.NO
    if not (_same_thing(index, a, b) and _same_case(a, b)) or _cause(index, a) != _cause(index, b):
        return Verdict.NO
    if (a.stage or a.item == "delegated-sum") and a.agency and b.agency and a.agency != b.agency:
        return Verdict.NO
    if (
        other_party(a, b)
        or other_receiver(a, b)
        or (a.item == "publicity" and not _floor(index, a, b))
        or has_its_own(index, a, b)
    ):
        return Verdict.NO
    if aids_apart_here(index, *(clause_of(f.norm, f.parameter) for f in (a, b))):
        return Verdict.NO
    return _same_aid(index, a, b) & _same_people(index, a, b)


def _same_people(index: CoverageIndex, a: Figure, b: Figure) -> Verdict:
    """YES where one circle lies inside the other, or the rule to be kept names none; circles that cross are UNKNOWN."""
    one_kind = a.item in LINES and a.variants and a.variants == b.variants  # 支出型, whoever the clause says it is for
    named = a.people or groups_in(title(index.documents[a.norm.document]))
    if named and b.people and index.groups_contain(named, b.people) is Verdict.YES and not a.people:
        return Verdict.YES
    if classes_apart(index, a, b):
        return Verdict.NO
    if not b.people or (not a.people and (a.item in _FOR_WHOEVER or one_kind)):
        return Verdict.YES
    if not a.people and a.item not in LINES and b.people.ids() <= a.aid:  # 低保 is for those who are called so
        return Verdict.YES
    area = _on(a, "area")
    if area and area == _on(b, "area") and a.people.ids() | b.people.ids() <= TOWN_AND_COUNTRY:
        return Verdict.YES
    poor = frozenset(wordings()["poor-group"])
    if a.stage and (a.people.ids() | b.people.ids()) <= poor | _SERVED:  # a step is taken for whoever applies
        return Verdict.YES
    if a.item in LINES and a.people.ids() | b.people.ids() <= poor:  # those below the line, whatever they are called
        return Verdict.YES
    if apart(a, b):
        return Verdict.NO
    if a.item in LINES and set(a.people) & set(b.people):  # one of several cases that a list is for has the line
        return Verdict.YES
    if a.people and all(any(set(y) <= set(x) for y in b.people) for x in a.people):  # the same words, loose as they are
        return Verdict.YES
    if a.people and Verdict.YES in (index.groups_contain(a.people, b.people), index.groups_contain(b.people, a.people)):
        return Verdict.YES
    in_one = a.item == _LIVING and named_in("undertaking", a.norm.text) & named_in("undertaking", b.norm.text)
    return index.groups_meet(a.people, b.people) & (Verdict.YES if in_one else Verdict.UNKNOWN)


def _same_thing(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    if a.amount.dimension != b.amount.dimension or purses_apart(a, b) or samples_apart(a.norm, b.norm):
        return False
    if a.item != b.item or (a.item.startswith(NAMED) and a.parameter.kind != b.parameter.kind):
        return by_other_words(index, a, b) or one_by_name(a, b)
    if a.item == "publicity":
        return alike(a, b) or one_round(index, a, b)
    if a.item == "benefit-period" and a.norm.document != b.norm.document:  # 见习期限 is not the time of a 岗位补贴
        return alike(a, b, _STEP)
    if a.item.startswith(NAMED):
        return a.parameter.kind == b.parameter.kind and alike(a, b, _STEP)
    if a.item:
        return a.item != "income-line" or (a.parameter.op not in DOWN[:1] and b.parameter.op not in DOWN[:1])
    if a.stage or b.stage:
        return a.stage == b.stage and a.parameter.kind == b.parameter.kind and _one_step(index, a, b)
    return a.parameter.kind == b.parameter.kind and a.parameter.kind != "duration" and (alike(a, b) or one_case(a, b))


def _one_step(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """The whole procedure, or one body's step in like words; without a body, or one event that both run from, the words
    have to be very like.
    """
    if (a.stage == "whole" and one_of_many(index, a, b)) or (
        a.stage == _RECHECK and a.agency == b.agency and _of_one(a, b)
    ):
        return True
    titles = pieces("，".join(title(index.documents[f.norm.document]) for f in (a, b)))
    mine, theirs = pieces(a.norm.text) - titles, pieces(b.norm.text) - titles
    if a.norm.document == b.norm.document and a.agency and a.agency == b.agency and one_clause(a, b, titles):
        return True
    one_body, one_event = (
        a.agency and a.agency == b.agency,
        a.parameter.basis and a.parameter.basis == b.parameter.basis,
    )
    if one_body and _tells(index, a, b) and only_step(index, a) and only_step(index, b):
        return True
    if one_body and named_in("event", a.norm.text) & named_in("event", b.norm.text) and alike(a, b):
        return True  # on what the text itself is about (制发居住证)
    known = one_body or one_event or a.stage in _OWN_WORK or alone(index, a, b)
    return len(mine & theirs) >= (_STEP if known else _SHARED) * min(len(mine), len(theirs))


def _tells(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether times of two texts of one subject are for one aid, of bodies of one level, in no special round."""
    one, two = (index.documents[f.norm.document] for f in (a, b))
    if one.name == two.name or share(subject_words(one), subject_words(two)) < _SHARED:
        return False
    one_level = a.level == b.level or not (a.level and b.level)
    return bool(a.aid & b.aid - LOOSE) and one_level and not a.phases and not b.phases


def _of_one(a: Figure, b: Figure) -> bool:
    """Whether both look again at a decision, or both at what came before one."""
    return bool(_BEFORE.search(a.norm.words)) == bool(_BEFORE.search(b.norm.words))


def alike(a: Figure, b: Figure, least: float = _SHARED) -> bool:
    """Whether the two norms share most of their words."""
    mine, theirs = pieces(a.norm.text), pieces(b.norm.text)
    return len(mine & theirs) >= least * max(1, min(len(mine), len(theirs)))


def _cause(index: CoverageIndex, figure: Figure) -> frozenset[str]:
    """What the money makes good (灾害, 事故), by the norm's words or its document's title; times have none."""
    if not figure.amount.dimension.startswith("元"):
        return frozenset()
    said = figure.norm.words + title(index.documents[figure.norm.document])
    return named_in("cause", said)


def _floor(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """A notice binds a text of its own programme; another one where it is said to be the least or comes from above."""
    mine, theirs = index.documents[a.norm.document], index.documents[b.norm.document]
    above = b.parameter.op in DOWN or mine.region != theirs.region or bool(a.people and a.people == b.people)
    return above or one_programme(mine, theirs)


def _same_case(a: Figure, b: Figure) -> bool:
    if are_and_are_not(*(f.norm.headed + words_through(f.norm, f.parameter) for f in (a, b))):
        return False
    if _phases(a) != _phases(b) or (a.basis and b.basis and a.basis != b.basis):
        return False
    if bool(a.bands) != bool(b.bands) or not _bands_meet(a, b) or a.average != b.average:
        return False
    if all(f.parameter.unit.startswith(AREA) for f in (a, b)) and room_of(a.norm, a.parameter) != room_of(
        b.norm, b.parameter
    ):
        return False
    if bool(_on(a, "grade")) != bool(_on(b, "grade")) or a.unclear or b.unclear:
        return False
    axes = {axis for axis, _ in a.variants} & {axis for axis, _ in b.variants}
    return all(_on(a, axis) & _on(b, axis) for axis in axes)


def _phases(figure: Figure) -> frozenset[str]:
    """Its circumstances; who applies is one of times alone."""
    return figure.phases if figure.amount.dimension == "time" else figure.phases - {"applicant"}


def _bands_meet(a: Figure, b: Figure) -> bool:
    theirs = {unit: (low, high) for unit, low, high in b.bands}
    return all(unit in theirs and low <= theirs[unit][1] and theirs[unit][0] <= high for unit, low, high in a.bands)


def _on(figure: Figure, axis: str) -> frozenset[str]:
    return frozenset(v for x, v in figure.variants if x == axis)


def _same_aid(index: CoverageIndex, a: Figure, b: Figure) -> Verdict:
    """YES for one aid, UNKNOWN for an aid and a kind of it, in texts that are not about different aids."""
    if a.norm.document == b.norm.document and a.aid == b.aid:
        return Verdict.YES
    mine, theirs = set(a.people), set(b.people)
    if a.item in LINES and mine and theirs and (mine <= theirs or theirs <= mine):  # a class is known by its own line
        return Verdict.YES
    titles = [title_aid(index.documents[f.norm.document]) - LOOSE for f in (a, b)]
    ours, above = a.aid - LOOSE, b.aid - LOOSE
    if ours & above and a.people and a.people == b.people and (a.item or b.item) and a.variants == b.variants:
        return Verdict.YES  # one sum for one class, whatever the rest of the two texts is about
    if unrelated(index, *titles) and not (ours & above and any_aid(index, a.norm, b.norm, titles)):
        return Verdict.NO
    if _said_alike(index, a, b):
        return Verdict.YES
    if _one_part(index, a, b):
        return Verdict.YES
    known = a.stage or (a.item and a.item == b.item)
    if ours & above or (known and not (a.aid and b.aid) and _one_unnamed(index, a, b)):
        return Verdict.YES
    return Verdict.UNKNOWN if any(related(index, x, y) for x in ours for y in above) else Verdict.NO


def _said_alike(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether both stand in norms that say much the same for the same people, who are named."""
    return bool(a.people) and a.people == b.people and laid_beside(index, a.norm, b.norm) >= _SHARED


def _one_unnamed(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether two norms of which one or both name no known aid are about one subject, and then in like words."""
    neither = not a.aid and not b.aid
    return one_subject(index, a.norm, b.norm) and (neither or bool(a.item and alike(a, b, _STEP)))


def _one_part(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether, in texts on one aid, the paragraph of one is headed by a part of it that the other names (医疗帮扶)."""
    if not one_programme(*(index.documents[f.norm.document] for f in (a, b))):
        return False
    parts = [f.norm.headed.strip("：:。，") for f in (a, b)]
    others = [f.norm.headed + f.norm.words for f in (b, a)]
    return any(len(p) >= _PART and p in said for p, said in zip(parts, others, strict=True))
