"""Undertakings that two texts put into the hands of two departments, as findings.

A draft against a text that settles who does it (above the draft, or a list of duties) moves the lead; two texts of one
tier that each run it lead one thing twice. Quiet where one text deals the undertaking out to both, where either clause
names the other's body, for people apart, and for work that has moved since by a notice in force.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks.base import Hit
from checks.beneficiaries import meeting
from checks.bodies import HELPS
from checks.compare.bodies.assigned import moved_since
from checks.compare.bodies.carved_out import borders
from checks.compare.bodies.cases import recognises
from checks.compare.bodies.divided import NO_LEADER, OTHER_SIDE, OTHER_TIER, apart
from checks.compare.bodies.hands_shown import Clash, hit, like
from checks.compare.bodies.leads import binding
from checks.compare.bodies.told_apart import told_apart
from checks.compare.bodies.transfers import told_moves
from checks.compare.bodies.undertakings import WHOLE, Share, meet, named_in, parts_shared, shares_of
from checks.compare.ground.agencies import names
from checks.compare.ground.marks import line_around
from checks.compare.ground.windows import groups_in
from checks.places import document_pairs, is_duty_list, levels_differ, same_tier, under_review
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Level, Verdict
from kg.model import Document, Reading
from kg.standing import Standing

_CENTRAL = frozenset({"provider", "decide"})  # parts that a law may keep for a department of the State Council
_ONCE = frozenset({"provider"})  # done once for all levels of a place
_SUM = re.compile(r"[0-9一二三四五六七八九十]+(?:\.[0-9]+)?[万千百]?元")
_LISTS = re.compile(
    r"(?:职责|职能|权责|责任|任务|分工)[^，。；]{0,8}(?:清单|一览|分工|事项|目录|规定|表)?(?:（[^）]*）)?$|三定"
)


def led_twice(index: CoverageIndex, told: Iterable[frozenset[str]]) -> Iterator[Hit]:
    """Undertakings that two departments run by texts of one tier, but for the bodies and texts `told` before."""
    known = set(told)
    for clash in _clashes(index):
        a, b = (x.duty for x in clash.first)
        one_tier = same_tier(index, a.document, b.document) is not Verdict.NO
        key = frozenset({a.agency, b.agency, a.document.name, b.document.name})
        if not clash.settled and one_tier and key not in known:
            yield hit(index, clash)


def moved_away(index: CoverageIndex, told: Iterable[tuple[str, ...]]) -> Iterator[Hit]:
    """Undertakings of the draft that what settles them gives to another department, but for bodies `told` before."""
    known = set(told)
    for clash in _clashes(index) if index.draft else ():
        bodies = (clash.first[0].duty.agency, clash.first[1].duty.agency)
        if clash.settled and bodies not in known:
            yield hit(index, clash)


@per_index
def _clashes(index: CoverageIndex) -> tuple[Clash, ...]:
    found: dict[tuple[str, ...], list[tuple[Share, Share]]] = {}
    for mine, theirs in document_pairs(index):
        for pair in _between(index, mine, theirs):
            found.setdefault(_key(index, pair), []).append(pair)
    for reading in under_review(index):
        for pair in _inside(index, shares_of(reading)):
            found.setdefault(_key(index, pair), []).append(pair)
    nearest = [tuple(sorted(pairs, key=_nearness)) for pairs in found.values()]
    return tuple(Clash(pairs, _above(index, pairs[0])) for pairs in nearest)


def _key(index: CoverageIndex, pair: tuple[Share, Share]) -> tuple[str, ...]:
    a, b = pair
    draft = a.duty.document.name
    return (a.undertaking, a.line, b.line, draft, "" if _above(index, pair) else b.duty.document.name)


def _nearness(pair: tuple[Share, Share]) -> tuple[bool, int]:
    a, b = pair
    return (not (a.by_name and b.by_name), -len(a.alone & b.alone))


def _between(index: CoverageIndex, mine: Reading, theirs: Reading) -> Iterator[tuple[Share, Share]]:
    ours, above = shares_of(mine), shares_of(theirs)
    for a in ours:
        for b in above:
            if meet(a, b) and not _shared_out(index, (a, b), ours, above) and not _apart(index, a, b):
                yield a, b


def _inside(index: CoverageIndex, shares: tuple[Share, ...]) -> Iterator[tuple[Share, Share]]:
    """Two departments of one text that are each given the same part of an undertaking by its name."""
    named = [s for s in shares if s.by_name]
    for i, a in enumerate(named):
        for b in named[i + 1 :]:
            if meet(a, b) and a.alone & b.alone and not _apart(index, a, b):
                yield a, b


def _shared_out(
    index: CoverageIndex, pair: tuple[Share, Share], ours: tuple[Share, ...], above: tuple[Share, ...]
) -> bool:
    """Whether either text has the other's department do what the two meet in, or, between equals, the whole."""
    a, b = pair
    met = parts_shared(a, b) | (frozenset() if _above(index, pair) else {WHOLE})
    there = any((x.undertaking, x.line) == (a.undertaking, a.line) and x.parts & met for x in above)
    return there or any((x.undertaking, x.line) == (a.undertaking, b.line) and x.parts & met for x in ours)


def _apart(index: CoverageIndex, a: Share, b: Share) -> bool:
    """Whether two clauses are no rivals for the undertaking."""
    one, two = a.duty, b.duty
    same = same_tier(index, one.document, two.document) is Verdict.YES and a.alone & b.alone & _ONCE
    named = (names(one, two.agency) and not _demoted(index, a, b)) or (levels_differ(one, two) and not same)
    if (named and not _of_the_centre(index, a, b)) or recognises(one) != recognises(two):
        return True
    if meeting(index, one, two) is Verdict.NO or borders(one, two):
        return True
    if not _above(index, (a, b)) and told_apart(one.document, two.document):
        return True
    if not (a.by_name or b.by_name) and _for_others(index, one.document, two.document):
        return True
    if moved_since(index, b.line, a.line, frozenset({one.aid, two.aid}), two.document) or _by_notice(index, a, b):
        return True
    aside = (NO_LEADER, OTHER_SIDE, OTHER_TIER) if same else (NO_LEADER, OTHER_SIDE)
    return not _above(index, (a, b)) and apart(index, one, two) not in ("", *aside)


def _demoted(index: CoverageIndex, a: Share, b: Share) -> bool:
    """Whether the draft has the body that leads by what settles it only help (民政部门配合提供数据)."""
    roles = {x.role for x in a.duty.provision.actors if x.agency == b.duty.agency}
    return bool(roles) and roles <= HELPS and _above(index, (a, b))


def _of_the_centre(index: CoverageIndex, a: Share, b: Share) -> bool:
    """Whether a text above keeps the very part for a department of the State Council, and the draft gives it below."""
    below = b.duty.actor.level is Level.CENTRAL is not a.duty.actor.level
    return below and bool(a.alone & b.alone & _CENTRAL) and _above(index, (a, b))


def _for_others(index: CoverageIndex, mine: Document, other: Document) -> bool:
    """Whether the title of one names people of whom the other text does not speak (新就业高校毕业生)."""
    return any(_names_own(index, x, y) for x, y in ((mine, other), (other, mine)))


def _names_own(index: CoverageIndex, document: Document, other: Document) -> bool:
    people = groups_in(document.title or "").ids() - index.groups.relations.umbrella["group"]
    return bool(people) and not people & groups_in(other.text).ids()


def _by_notice(index: CoverageIndex, a: Share, b: Share) -> bool:
    """Whether a notice in force has moved the undertaking from one of the two departments to the other."""
    return any(
        {m.origin, *m.targets} >= {a.line, b.line} and a.undertaking in named_in(m.work) for m in told_moves(index)
    )


def _above(index: CoverageIndex, pair: tuple[Share, Share]) -> bool:
    """Whether the second text settles who does it for the first: above it, or a list of duties where that is none."""
    a, b = (x.duty.document for x in pair)
    if a is b or index.draft is None or b.name not in {r.document.name for r in binding(index)}:
        return False
    if same_tier(index, a, b) is Verdict.NO or (_lists(index, b) and not _lists(index, a)):
        return True
    own = any(_SUM.search(_paragraph(x)) for x in like(index, pair[0]))
    return not own and index.relation(b, a) is Standing.HIGHER


def _paragraph(share: Share) -> str:
    quote = share.duty.provision.quote
    return line_around(share.duty.document.text, quote.start, quote.end)


def _lists(index: CoverageIndex, document: Document) -> bool:
    return is_duty_list(index.reading(document.name)) or _LISTS.search(document.title or "") is not None
