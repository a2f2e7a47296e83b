"""Leads of a draft who elsewhere only help the body that leads there, or have lost the work to it.

A body named beside the lead is its partner by default; not where the two have changed places: B leads a step in what
binds the draft, and here A does it with B 配合, or A only takes part there. Nor where the work moved from A to B by a
dated transfer and the draft hands it back. The steps have to be one in their words: a field of work (负责救助工作) is
led by one body while others do parts of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.bodies import is_department
from checks.compare.agencies import names
from checks.compare.leads import bound_by, drafted, leads
from checks.compare.shares import article
from checks.compare.topics import AREAS, LOOSE
from checks.compare.wording import pieces
from checks.places import levels_differ
from kg.coverage import CoverageIndex, Duty, Pair
from kg.enums import Role
from ontology.bodies import load_bodies
from ontology.wording import wordings

_HELPS = frozenset({Role.ASSIST, Role.PARTICIPATE})
_PART = re.compile(r"[，、；：]")
_LEAST, _SHARED = 3, 0.6  # pieces that two steps share, and their part of the draft's
_MOST = 40_000  # pairs looked at one by one


def swaps(index: CoverageIndex) -> Iterator[Pair]:
    """Leads of the draft beside those of what binds it, where the two bodies have changed places."""
    mine, theirs = ([d for d in duties if _leads_alone(index, d)] for duties in (drafted(index), bound_by(index)))
    for a in mine if len(mine) * len(theirs) <= _MOST else ():
        for b in theirs:
            other = a.agency != b.agency and a.function == b.function and not levels_differ(a, b)
            if other and _one_aid(a, b) and _one_step(a, b) and (_undone(index, a, b) or _turned(index, a, b)):
                yield Pair(a, b, index.groups_meet(a.groups, b.groups))


def _leads_alone(index: CoverageIndex, duty: Duty) -> bool:
    """Whether one department does the work by its own clause: with nobody, and not as the one that a helper helps."""
    others = [x for x in duty.provision.actors if x.agency != duty.agency and x.role is not Role.RECIPIENT]
    alone = all(x.role in _HELPS and x.start > duty.actor.start for x in others)
    shared = "各自职责" in duty.provision.quote.text
    return leads(duty) and alone and not shared and is_department(index.vocabulary, duty.agency)


def _one_aid(a: Duty, b: Duty) -> bool:
    """Whether both are about one aid, or neither about any in particular."""
    return a.aid == b.aid or {a.aid, b.aid} <= LOOSE | {""}


def _one_step(a: Duty, b: Duty) -> bool:
    """Whether a part of the draft's clause is, in most of its words, in the other; or both decide on one aid."""
    theirs = pieces(b.provision.quote.text)
    parts = (pieces(part) for part in _PART.split(a.provision.quote.text))
    if any(len(part & theirs) >= max(_LEAST, _SHARED * len(part)) for part in parts):
        return True
    return a.function == "decide" and bool(a.aid) and a.aid not in LOOSE | AREAS | set(wordings()["broad-aid"])


def _undone(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether the work on the aid had gone from the draft's body to the other one by the day of the index."""
    found = [
        t
        for t in load_bodies().transfers
        if (t.origin, t.target) == (a.agency, b.agency) and a.aid in t.aid and not t.optional
    ]
    kept = any(a.function in t.keeps or (t.functions and a.function not in t.functions) for t in found)
    return bool(found) and not kept and all(t.day <= index.effective for t in found)


def _turned(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether the other body only helps here, or the draft's only there."""
    here, there = _roles(index, a, b.agency), _roles(index, b, a.agency)
    return bool(here | there) and (here | there) <= _HELPS


def _roles(index: CoverageIndex, duty: Duty, agency: str) -> frozenset[Role]:
    """How `agency` takes part: in any way in the article of `duty`, as a helper where it names that lead."""
    beside = index.duties_by_document.get(duty.document.name, ())
    own = (d for d in beside if d.agency == agency and d.aid == duty.aid and d.role is not Role.RECIPIENT)
    return frozenset(d.role for d in own if article(d) == article(duty) or (d.role in _HELPS and names(d, duty.agency)))
