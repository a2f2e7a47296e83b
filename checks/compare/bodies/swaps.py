"""Leads of a draft who elsewhere only help the body that leads there, or have lost the work to it.

A body named beside the lead is its partner by default; not where the two have changed places: B leads a step in what
binds the draft, and here A does it with B 配合, or A only takes part there. Nor where the work moved from A to B by a
dated transfer and the draft hands it back. The steps have to be one in their words: a field of work (负责救助工作) is
led by one body while others do parts of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from checks.bodies import HELPS, is_department
from checks.compare.bodies.cases import recognises
from checks.compare.bodies.leads import binding, drafted, leads
from checks.compare.bodies.shares import article
from checks.compare.ground.agencies import names
from checks.compare.ground.topics import AREAS, LOOSE
from checks.compare.ground.wording import pieces
from checks.fingerprint import REMEMBERED
from checks.matter import bare, task
from checks.places import levels_differ
from kg.boxes import duties_in
from kg.coverage import CoverageIndex, Duty, Pair
from kg.enums import Role
from kg.memo import per_reading
from kg.model import Reading
from ontology.bodies import Transfer
from ontology.register import load_bodies
from ontology.wording import wordings

_HANDLES = frozenset({"implement", "accept", "pay", "service"})
_HANDS_OUT = re.compile(r"发放|发给|核发|颁发|制发")
_PART, _CLAUSE = re.compile(r"[，、；：]"), re.compile(r"[，；：]")
_MECHANISM = re.compile(r"(?:领导|协调|联动|议事)(?:协调)?(?:机制|机构|小组)")  # what is set up, not who acts
_FEW = 2  # pieces that what is done shares, whoever the case is about
_LEAST, _SHARED = 3, 0.6  # pieces that two steps share, and their part of the draft's


def swaps(index: CoverageIndex) -> Iterator[Pair]:
    """Leads of the draft beside those of what binds it, where the two bodies have changed places.

    To say who somebody is and to say what he gets are two works.
    """
    mine = [d for d in drafted(index) if leads_alone(index, d)]
    above = [_led(r) for r in binding(index)] if mine else []
    for a in mine:
        kind = _kind(a)
        for b in (d for led in above for d in led.get(kind, ())):
            other = a.agency != b.agency and not levels_differ(a, b) and recognises(a) == recognises(b)
            if other and _one_step(a, b) and leads_alone(index, b) and (undone(index, a, b) or _turned(index, a, b)):
                yield index.laid_side_by_side(a, b)


@per_reading
def _led(reading: Reading) -> dict[tuple[str, str], list[Duty]]:
    """The duties of a text to lead work that one body alone should lead, by kind of work and aid."""
    found: dict[tuple[str, str], list[Duty]] = {}
    for duty in duties_in(reading):
        if leads(duty):
            found.setdefault(_kind(duty), []).append(duty)
    return found


def _kind(duty: Duty) -> tuple[str, str]:
    """The kind of work and the aid it is about."""
    return _work(duty), _field(duty)


def _work(duty: Duty) -> str:
    """The kind of work; handing something out is one, whichever of its steps a clause names (受理并发放, 发放)."""
    hands_out = duty.function in _HANDLES and _HANDS_OUT.search(duty.provision.quote.text)
    return "hand out" if hands_out else duty.function


def leads_alone(index: CoverageIndex, duty: Duty) -> bool:
    """Whether one department does the work by its own clause: with nobody, and not as the one that a helper helps."""
    others = [
        x
        for x in duty.provision.actors
        if x.agency != duty.agency
        and (x.start, x.surface) != (duty.actor.start, duty.actor.surface)  # 教育和体育局 is one body of two lines
        and x.role is not Role.RECIPIENT
        and not _over_all(index, x.agency)
    ]
    alone = all(x.role in HELPS and x.start > duty.actor.start for x in others)
    shared = "各自职责" in duty.provision.quote.text
    return leads(duty) and alone and not shared and is_department(index.vocabulary, duty.agency)


def _over_all(index: CoverageIndex, agency: str) -> bool:
    """Whether a body leads beside the department that does the work (政府领导、部门牵头；民政部门和委员会办公室)."""
    term = index.vocabulary.of("agency").get(agency)
    return agency == "government" or (term is not None and term.facet == "coordination")


def _field(duty: Duty) -> str:
    """The aid a duty is about; "" for none in particular."""
    return "" if duty.aid in LOOSE else duty.aid


def _one_step(a: Duty, b: Duty) -> bool:
    """Whether a part of the draft's clause is, in most of its words, in the other; or both decide on one aid."""
    broad = a.aid in wordings()["broad-aid"]
    if _same_words(a, b, broad=broad):
        return True
    return a.function == "decide" and bool(a.aid) and a.aid not in LOOSE | AREAS and not broad


def _same_words(a: Duty, b: Duty, *, broad: bool) -> bool:
    """Whether what stands between two marks in the draft's clause is in the other, and what is done as well.

    In a field of work the case alone tells no step (父母死亡的，由甲部门予以保障).
    """
    mine, (theirs, work) = _parted(task(a), broad), _told(task(b))
    act = mine.act
    if (broad and mine.case and not act) or len(act & work) < min(_FEW, len(act)):
        return False
    return any(_much(part, theirs, _LEAST) and (not own or _much(own, work, 1)) for part, own in mine.parts)


@dataclass(frozen=True, slots=True)
class _Parted:
    """The pieces of a clause between its marks."""

    case: bool  # whether it says for which case it is
    act: frozenset[str]  # what is done then
    parts: tuple[tuple[frozenset[str], frozenset[str]], ...]  # each with what it has beside the people and the aid


@lru_cache(maxsize=REMEMBERED)
def _parted(said: str, broad: bool) -> _Parted:
    said = _MECHANISM.sub("机制", said)
    _, case, done = said.rpartition("的，")
    parts = (_CLAUSE if broad else _PART).split(said)
    serves = broad and not _HANDS_OUT.search(said)  # in a field of work the people alone tell no step either
    own = [pieces(bare(part)) if case or serves else frozenset() for part in parts]
    act = pieces(bare(done)) if case else frozenset()
    return _Parted(bool(case), act, tuple(zip(map(pieces, parts), own, strict=True)))


@lru_cache(maxsize=REMEMBERED)
def _told(said: str) -> tuple[frozenset[str], frozenset[str]]:
    """The pieces of a clause: all, and without the people and the aid."""
    said = _MECHANISM.sub("机制", said)
    return pieces(said), pieces(bare(said))


def _much(part: frozenset[str], whole: frozenset[str], least: int) -> bool:
    return len(part & whole) >= max(least, _SHARED * len(part))


def undone(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether the work on the aid had gone from the draft's body to the other one by the day of the index."""
    found = [t for t in _moves().get((a.agency, b.agency), ()) if a.aid in t.aid]
    kept = any(a.function in t.keeps or (t.functions and a.function not in t.functions) for t in found)
    return bool(found) and not kept and all(t.day <= index.effective for t in found)


@cache
def _moves() -> dict[tuple[str, str], tuple[Transfer, ...]]:
    """Transfers that are no option, by the body that had the work and the one that has it."""
    moves: dict[tuple[str, str], tuple[Transfer, ...]] = {}
    for transfer in load_bodies().transfers:
        if not transfer.optional:
            way = transfer.origin, transfer.target
            moves[way] = (*moves.get(way, ()), transfer)
    return moves


def _turned(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether the other body only helps here, or the draft's only there."""
    here, there = _roles(index, a, b.agency), _roles(index, b, a.agency)
    return bool(here | there) and (here | there) <= HELPS


def _roles(index: CoverageIndex, duty: Duty, agency: str) -> frozenset[Role]:
    """How `agency` takes part: in any way in the article of `duty`, as a helper where it names that lead."""
    beside, here = _parts_taken(index.reading(duty.document.name)).get((agency, duty.aid), ()), article(duty)
    return frozenset(d.role for d, there in beside if there == here or (d.role in HELPS and names(d, duty.agency)))


@per_reading
def _parts_taken(reading: Reading) -> dict[tuple[str, str], list[tuple[Duty, str]]]:
    """The parts that bodies take in a text, by body and aid, each with its article."""
    found: dict[tuple[str, str], list[tuple[Duty, str]]] = {}
    for duty in duties_in(reading):
        if duty.role is not Role.RECIPIENT:
            found.setdefault((duty.agency, duty.aid), []).append((duty, article(duty)))
    return found
