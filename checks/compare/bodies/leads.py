"""Who leads in a draft, and in the texts that settle who may: those above it, its equals, and notices of the Party.

Reforms and the duties of departments (机构改革, 三定) are settled by the offices of Party committee and government
together, so that such a notice of the draft's own or a higher level counts, whatever rank it has as an act; so does
what departments of the draft's own place have settled, though it ranks below and stays in force.
"""

from __future__ import annotations

import re

from checks.bodies import is_authority, is_department, is_mass
from checks.compare.ground.opponents import opponents, together
from checks.remember import per_index
from kg.coverage import CoverageIndex, Duty
from kg.enums import Level, Role
from kg.model import Document, Reading
from kg.regions import Place
from kg.standing import Standing

FUNCTIONS = ("implement", "decide", "accept", "investigate", "pay", "approve-project", "coordinate", "service")
_LED = frozenset((*FUNCTIONS, "monitor", "guide", "plan"))
_HEADS = re.compile(r"主管|牵头|负责(?:组织|统一|具体)+实施")  # whose work it is
_BINDING = (Standing.HIGHER, Standing.SAME)


def leads_by_itself(index: CoverageIndex, duty: Duty) -> bool:
    """Whether one department leads the clause, and no other body."""
    one = duty.role is Role.LEAD and duty.provision.agencies(Role.LEAD) == {duty.agency}
    return one and is_department(index.vocabulary, duty.agency)


def drafted(index: CoverageIndex) -> tuple[Duty, ...]:
    """The duties of the draft; none in an audit."""
    return index.duties_under_review if index.draft else ()


@per_index
def binding(index: CoverageIndex) -> tuple[Reading, ...]:
    """What binds the draft: texts above it, its equals, and the Party's notices from no lower level."""
    if index.draft is None:
        return ()
    mine = index.draft.document
    above = tuple(
        r
        for r, how in opponents(index, index.draft)
        if how in _BINDING or (how is Standing.PARTY and _not_below(r.document, mine))
    )
    return (*above, *(r for r in index.beside(mine) if _of_its_tier(index, r.document, mine)))


def _of_its_tier(index: CoverageIndex, other: Document, mine: Document) -> bool:
    """Whether a text in force is of the draft's own level and place, though it ranks below."""
    below = index.relation(other, mine) is Standing.LOWER and other.level is mine.level and together(index, mine, other)
    return below and index.regions.relation(other.region, mine.region) is Place.SAME


def _not_below(other: Document, mine: Document) -> bool:
    """Whether a document comes from the level of `mine` or one above it."""
    order = list(Level)
    return bool(other.level and mine.level) and order.index(other.level) <= order.index(mine.level)  # type: ignore[arg-type]


@per_index
def bound_names(index: CoverageIndex) -> frozenset[str]:
    """Names of what binds the draft."""
    return frozenset(r.document.name for r in binding(index))


@per_index
def bound_by(index: CoverageIndex) -> tuple[Duty, ...]:
    """The duties of what binds the draft."""
    return tuple(d for r in binding(index) for d in index.duties_by_document.get(r.document.name, ()))


def leads(duty: Duty) -> bool:
    """Whether the duty is to lead work that one body alone should lead."""
    return duty.actor.role is Role.LEAD and duty.function in _LED


def merged(duty: Duty) -> frozenset[str]:
    """The agency of a duty, with the others that one merged body is (教育体育局)."""
    return frozenset(a.agency for a in duty.provision.actors if a.start == duty.actor.start) | {duty.agency}


def may_lead(index: CoverageIndex, duty: Duty) -> bool:
    """Whether the body can be a lead of its own: an authority, or a mass organisation that grants; not one of many."""
    if duty.agency in ("government", "state-council") or "各自职责" in duty.provision.quote.text:
        return False
    if len(duty.provision.agencies(Role.LEAD)) > 2:
        return False
    heads = duty.function in ("decide", "pay", "accept") or _HEADS.search(duty.provision.quote.text) is not None
    return (heads and is_mass(index.vocabulary, duty.agency)) or is_authority(index.vocabulary, duty.agency)
