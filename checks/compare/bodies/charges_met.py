"""Charges that two bodies meet in: one thing that a text has both do, or that another text has done for all or for one.

A draft whose body is to visit all classes (组织各类对象的居家探访) takes in the class that another body visits by its
own text, where the draft names that class among its people.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checks.compare.bodies.charges import (
    ONCE,
    PAYS,
    WATCHES,
    Charge,
    charges_of,
    is_part,
    mentions,
    one_of,
)
from checks.compare.ground.windows import groups_in
from checks.places import beside, levels_differ, under_review
from checks.remember import per_index
from kg.coverage import CoverageIndex, Duty

_LIST = 0.5  # of the pieces of the shorter object, in one text
_ALL_CLASSES = frozenset({"各类", "各种", "所有", "全部"})


def one_charge(index: CoverageIndex, a: Duty, b: Duty) -> str:
    """What two bodies' clauses both have them do to the same (探访); "" where there is nothing."""
    mine, theirs = (_by_clause(index, d) for d in (a, b))
    inside = a.document is b.document
    same = (x for x in mine for y in theirs if (one_of(index, x, y, _LIST) if inside else _taken_again(index, x, y)))
    return next((x.cue.label for x in same), "")


@per_index
def _clauses(index: CoverageIndex, name: str) -> dict[tuple[str, str], tuple[Charge, ...]]:
    found: dict[tuple[str, str], tuple[Charge, ...]] = {}
    for charge in (c for c in charges_of(index, name) if c.cue.id != PAYS):  # people are paid by class
        key = charge.duty.provision.id, charge.agency
        found[key] = (*found.get(key, ()), charge)
    return found


def _by_clause(index: CoverageIndex, duty: Duty) -> tuple[Charge, ...]:
    return _clauses(index, duty.document.name).get((duty.provision.id, duty.agency), ())


def in_charges(index: CoverageIndex) -> Iterator[tuple[Duty, Duty]]:
    """Clauses of a text under review that have two bodies do one thing, or one that another text has done for all."""
    for reading in under_review(index):
        mine = [c for c in charges_of(index, reading.document.name) if c.cue.id != PAYS]
        pairs = ((a, b) for a, b in combinations(mine, 2) if a.agency != b.agency and one_of(index, a, b, _LIST))
        yield from ((a.duty, b.duty) for a, b in pairs)
        for other in beside(index, reading) if index.draft else ():
            above = charges_of(index, other.document.name)
            yield from ((a.duty, b.duty) for a in mine for b in above if _taken_again(index, a, b))


def _taken_again(index: CoverageIndex, a: Charge, b: Charge) -> bool:
    if a.cue.id in WATCHES or a.agency == b.agency or mentions(index, a, b):
        return False
    return (one_of(index, a, b) and is_part(index, a, b)) or _takes_all(index, a, b)


def _takes_all(index: CoverageIndex, a: Charge, b: Charge) -> bool:
    """Whether the draft has its body do for all classes what the other does for one, which the draft names too."""
    mine, theirs = a.duty, b.duty
    same = a.cue is b.cue and a.cue.id not in ONCE and not levels_differ(mine, theirs)
    own = a.pieces - _ALL_CLASSES
    if not same or not theirs.groups or mine.groups or not own or not own <= b.pieces:
        return False
    return theirs.groups.ids() <= groups_in(mine.document.text).ids()
