"""Two assignments of one work to different bodies, as a finding; and works that have lawfully moved since."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import TypeVar

from checks.base import Hit, Slot
from checks.bodies import COORDINATING
from checks.compare.bodies import charges, headed, overseen, seats
from checks.compare.bodies.assignments import Assignment, clashes
from checks.compare.bodies.breadth import BENEFIT
from checks.compare.bodies.carved_out import parts_from
from checks.compare.bodies.cases import recognises
from checks.compare.bodies.charges import Charge
from checks.compare.bodies.deciders import Decider, moved, of_status
from checks.compare.bodies.partners import turned_round
from checks.compare.ground.left_to import of_the_rest
from checks.compare.ground.opponents import certainty
from checks.compare.ground.topics import schemes_apart
from checks.compare.ground.windows import groups_in
from checks.compare.money.purses import Payer, from_own_purses
from checks.compare.outcome.hits import at_place, clip, places, route_for, weighing
from checks.grants import grants_of
from checks.places import same_tier
from kg.coverage import CoverageIndex, Duty
from kg.enums import Verdict
from kg.model import Document, Groups, Reading
from ontology.register import load_bodies

_SETS_UP = re.compile(
    r"(?:建立|健全|完善|设立|成立)[^，。；]{0,16}(?:机制|制度|小组|联席会议|机构)"
)  # beside those who act
_DRIVES = re.compile(
    r"(?:组织|协调|指导|督促|推动|统筹)(?:[、和及]?(?:组织|协调|指导|督促|推动|统筹|检查))*(?:各?有关|各|相关|成员)(?:部门|单位|方面)"
)  # whoever does the work
Given = Assignment | Decider | Charge
T = TypeVar("T", Assignment, Decider, Charge)


def moved_since(index: CoverageIndex, origin: str, target: str, aids: frozenset[str], document: Document) -> bool:
    """Whether work on one of `aids` has moved from `origin` to `target` since `document`, by the day of the index."""
    since = document.made or document.published or document.period.start or date.min
    return any(
        t.origin == origin and t.target == target and since < t.day <= index.effective and aids & frozenset(t.aid)
        for t in load_bodies().transfers
    )


def in_plain_words(index: CoverageIndex, binding: Iterable[Reading], told: set[str]) -> Iterator[Hit]:
    """Works of the draft, known by their words only, that `binding` gives to other bodies than it; one hit a norm."""
    compared = (clashes, turned_round, seats.clashes, headed.clashes, overseen.clashes)
    between = chain.from_iterable(_between(index, binding, by) for by in compared)
    found: list[tuple[Document, Given, Given]] = [*between, *_between(index, binding, charges.clashes)]
    yield from _hits(index, ((other, a, b, a.norm.aid | b.norm.aid) for other, a, b in found), told)


def in_decisions(index: CoverageIndex, binding: Iterable[Reading], told: set[str]) -> Iterator[Hit]:
    """Decisions of the draft that `binding` gives to other bodies than it; one hit a norm."""
    found = ((other, a, b, a.aid & b.aid) for other, a, b in _between(index, binding, moved))
    yield from _hits(index, (x for x in found if of_status(x[1]) or not _two_benefits(index, x[0])), told)


def each_its_own(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether one says who somebody is and the other what he gets, or each decides on a benefit of its own text."""
    return recognises(a) != recognises(b) or (a.function in BENEFIT and _two_benefits(index, b.document))


def _two_benefits(index: CoverageIndex, other: Document) -> bool:
    """Whether the draft and a text of its own tier each give a sum of their own: each decides on what it gives.

    So they do where their titles are on two aids; that both decide on one aid then is an overlap.
    """
    draft = index.draft
    if draft is None or same_tier(index, draft.document, other) is not Verdict.YES:
        return False
    if schemes_apart(index, draft.document, other) or _for_other_people(draft.document, other):
        return True
    mine, theirs = grants_of(index, draft), grants_of(index, index.reading(other.name))
    apart = not {a for g in mine for a in g.names} & {b for g in theirs for b in g.names}
    return apart and any(a.purposes & b.purposes for a in mine for b in theirs)


def _for_other_people(mine: Document, other: Document) -> bool:
    """Whether each title names people that the other does not (孤儿, 困难家庭)."""
    one, two = (groups_in(d.title or "").ids() for d in (mine, other))
    return bool(one - two and two - one)


def _between(
    index: CoverageIndex,
    binding: Iterable[Reading],
    compare: Callable[[CoverageIndex, str, str], Iterable[tuple[T, T]]],
) -> Iterator[tuple[Document, T, T]]:
    """What `compare` finds between the draft and each binding text, with that text."""
    for other in binding if index.draft else ():
        for a, b in compare(index, index.draft.document.name, other.document.name):  # type: ignore[union-attr]
            yield other.document, a, b


def _hits(
    index: CoverageIndex, found: Iterable[tuple[Document, Given, Given, frozenset[str]]], told: set[str]
) -> Iterator[Hit]:
    """One hit for each norm of the draft; not for bodies `told` before, nor for work on the aids that moved since."""
    by_norm: dict[int, list[tuple[Given, Given]]] = {}
    for document, a, b, aids in found:
        bordering = any(
            parts_from(index.documents[x.document], x.text, index.documents[y.document])
            or of_the_rest(index, x.quote, y.document)
            for x, y in ((a.norm, b.norm), (b.norm, a.norm))
        )
        set_up = any(x.agency in COORDINATING and _SETS_UP.search(x.norm.text) for x in (a, b))
        paid = (Payer(index.documents[x.norm.document], x.agency, x.norm.quote) for x in (a, b))
        driven = _DRIVES.search(b.norm.text) and not _DRIVES.search(a.norm.text)
        if (
            a.agency not in told
            and not bordering
            and not set_up
            and not driven
            and not from_own_purses(*paid)
            and not moved_since(index, b.agency, a.agency, aids, document)
        ):
            by_norm.setdefault(a.norm.start, []).append((a, b))
    yield from (_hit(index, several) for several in by_norm.values())


def _hit(index: CoverageIndex, several: Sequence[tuple[Given, Given]]) -> Hit:
    """One work of the draft and every text in force that gives it to another body."""
    a, b = several[0]
    mine, theirs = index.documents[a.norm.document], index.documents[b.norm.document]
    standing = index.relation(theirs, mine)
    return Hit(
        (*a.norm.ids, *b.norm.ids),
        f"{at_place(index, a.norm)}将有关工作交由{_name(index, a)}负责（“{clip(a.norm.text)}”），"
        f"而{at_place(index, b.norm)}规定由{_name(index, b)}负责（“{clip(b.norm.text)}”），牵头部门不一致。",
        places(index, (a.norm, *(x.norm for _, x in several))),
        differs=(Slot("agency", a=a.agency, b=b.agency), *weighing(mine, theirs)),
        agencies=(a.agency, b.agency),
        groups=Groups.of((*a.norm.people, *b.norm.people)),
        aid=tuple(sorted(a.norm.aid | b.norm.aid)),
        certain=certainty(standing),
        suggestion=f"由{_name(index, b)}负责，或者先按程序调整职责分工并废止原规定。",
        route=route_for(standing),
    )


def _name(index: CoverageIndex, given: Given) -> str:
    """The body that is given the work, by the name that the text has for it where the vocabulary has none."""
    own = given.body if isinstance(given, Charge) else ""
    return own or index.vocabulary.label("agency", given.agency)
