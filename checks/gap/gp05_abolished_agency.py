"""职责交给已经撤销的机构。

A duty given to a body that no longer exists is nobody's until somebody guesses the successor. A notice in force that
did away with the body says so for certain; else the register of reforms is asked for the day and the level. Where a
reform is not yet through everywhere, or the old word is a loose name that the new one still contains (农业部门), it is
only a hint, as in a statute in force, whose duties pass on by themselves. A name that the place of the text has kept
(农牧局 in 内蒙古) is not stale, nor a double name with the new one in it (农业农村局（乡村振兴局）).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checks.base import Check, Hit, Looked, Material, Outcome, Revision, Route, Severity, Slot, evidence
from checks.compare.bodies.bygone import is_former, is_second_sign, mentioned, passes_on_by_law
from checks.compare.bodies.dissolutions import Dissolution, dissolutions, signs_kept
from checks.compare.ground.norms import norms_of
from checks.compare.outcome.hits import at_place, clip
from checks.compare.outcome.hits import places as places_of
from checks.places import beside, under_review
from checks.speech import at
from kg.coverage import CoverageIndex
from kg.enums import Level, Role
from kg.model import Actor, Provision, Quote, Reading
from kg.standing import place as place_of
from ontology.bodies import Body
from ontology.register import load_bodies

_LOOSE = re.compile(r"(?:部门|机关)$")
_LIST = re.compile(r"(?P<names>(?:[一-龥]{2,6}、)+[一-龥]{2,6}?)(?:等)?(?:有关|相关)?(?:行政)?(?:主管)?(?:部门|机关)")
_REPEAL = re.compile(r"废止|失效|不再保留|撤销|并入|划入|更名|改组")
_WHOLE = 6  # characters of a known body's name that is told wherever it stands
_MOST = 12  # actors of a list that a short name may belong to


@dataclass(frozen=True, slots=True)
class Stale:
    """A name of a body that is gone: who goes on, and whether it is more than a loose word."""

    actor: Actor
    body: Body
    successors: tuple[Body, ...]
    firm: bool

    @property
    def key(self) -> str:
        """One name, whatever the level it is used for."""
        return f"{self.body.line}/{(self.body.stems or self.body.names)[0]}"


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """One hit for the clause that first names an abolished body, with every later clause that names the same ones."""
    for reading in under_review(index):
        told = list(_told(index, reading))
        signs = _signs(index, reading)
        yield from _by_notice(index, reading, told)
        found: dict[str, tuple[list[Stale], list[Provision]]] = {}
        seen: dict[str, str] = {}
        for provision in reading.provisions:
            asked = (
                (a, level)
                for a, level in _names(index, reading, provision)
                if not _gone(told, a) and not _kept(signs, a)
            )
            stale = [s for a, level in asked if (s := stale_name(index, a, level))]
            yield Looked(cells=len(provision.actors))
            if not stale:
                continue
            fresh = [s for s in stale if s.key not in seen]
            home = provision.id if fresh else seen[stale[0].key]
            names, places = found.setdefault(home, ([], []))
            names += fresh
            places.append(provision)
            seen |= {s.key: home for s in fresh}
        for names, places in found.values():
            yield _hit(index, _once(names), places)


def _names(index: CoverageIndex, reading: Reading, provision: Provision) -> Iterator[tuple[Actor, Level | None]]:
    """Every name of a body in a provision, with the level to ask for."""
    actors = ((a, a.level or reading.document.level) for a in provision.actors)
    named = (*actors, *((a, None) for a in listed(provision)), *mentioned(provision, index.effective))
    where = place_of(reading.document, index.region)
    for actor, level in named:
        kept = is_second_sign(reading.document.text, actor) or load_bodies().kept(actor.surface, index.effective, where)
        if not (kept or is_former(reading.document.text, actor.start, actor.end)):
            yield actor, level


def _told(index: CoverageIndex, reading: Reading) -> Iterator[Dissolution]:
    """Bodies that other texts in force beside this one have done away with."""
    for other in beside(index, reading):
        yield from dissolutions(norms_of(other))


def _signs(index: CoverageIndex, reading: Reading) -> frozenset[str]:
    return frozenset(s for other in beside(index, reading) for s in signs_kept(norms_of(other)))


def _kept(signs: frozenset[str], actor: Actor) -> bool:
    return len(actor.surface) > 2 and any(s.endswith(actor.surface) for s in signs)  # 部门 is no sign


def _gone(told: list[Dissolution], actor: Actor) -> Dissolution | None:
    return next((d for d in told if d.agency == actor.agency and d.means(actor.surface)), None)


def _by_notice(index: CoverageIndex, reading: Reading, told: list[Dissolution]) -> Iterator[Hit]:
    """One hit for each body that a notice did away with, with every clause that still charges it."""
    found: dict[str, tuple[Dissolution, Actor, list[Provision]]] = {}
    for provision in reading.provisions if told else ():
        for actor in provision.actors:
            if (gone := _gone(told, actor)) and not is_former(reading.document.text, actor.start, actor.end):
                found.setdefault(gone.name, (gone, actor, []))[2].append(provision)
        for gone, actor in (*_by_name(told, provision), *_by_heading(told, provision)):
            found.setdefault(gone.name, (gone, actor, []))[2].append(provision)
    for gone, actor, provisions in found.values():
        yield _hit_of_notice(index, gone, actor, list(dict.fromkeys(provisions)))


def _by_name(told: list[Dissolution], provision: Provision) -> Iterator[tuple[Dissolution, Actor]]:
    """Bodies gone that the reading gives no role, where a provision names them in full and not as former ones."""
    said, start = provision.quote.text, provision.quote.start
    for gone in told:
        named = any(gone.agency == a.agency and gone.means(a.surface) for a in provision.actors)
        read = named or (gone.agency and len(gone.name) < _WHOLE)
        at = -1 if read else said.find(gone.name)
        if at >= 0 and not is_former(said, at, at + len(gone.name)) and not _REPEAL.search(said):
            here = start + at
            yield gone, Actor("unresolved", Role.LEAD, gone.name, here, here + len(gone.name))


def _by_heading(told: list[Dissolution], provision: Provision) -> Iterator[tuple[Dissolution, Actor]]:
    """Bodies gone whose name is the heading that a provision stands under, which the reading gives no lead.

    五、县物价监督管理局 / 负责价格监督检查: nobody else leads what stands there.
    """
    if any(a.role is Role.LEAD for a in provision.actors):
        return
    for gone in told:
        if len(gone.name) >= _WHOLE and any(part.endswith(gone.name) for part in provision.locator.split("/")):
            yield gone, Actor("unresolved", Role.LEAD, gone.name, provision.quote.start, provision.quote.start)


def _hit_of_notice(index: CoverageIndex, gone: Dissolution, actor: Actor, provisions: list[Provision]) -> Hit:
    after = "、".join(index.vocabulary.label("agency", a) for a in gone.targets)
    return Hit(
        (provisions[0].id, *gone.norm.ids),
        f"{at(index, provisions[0])}把职责交给“{actor.surface}”，而{at_place(index, gone.norm)}已不再保留该机构"
        f"（“{clip(gone.norm.text)}”）。",
        (*(evidence(index, p) for p in provisions), *places_of(index, (gone.norm,))),
        differs=(Slot("agency", a=actor.surface, b=after or "—"),),
        agencies=tuple(dict.fromkeys((actor.agency, *gone.targets))),
        aid=tuple(dict.fromkeys(a for p in provisions for a in p.aid)),
        suggestion=f"改由{after}承担。" if after else "写明现由哪个机构承担，或者删去。",
    )


def listed(provision: Provision) -> Iterator[Actor]:
    """Short names in a list of departments (公安、铁道、城管等部门) whose line another name of the list stands for."""
    read = {(a.start, a.end) for a in provision.actors}
    for match in _LIST.finditer(provision.quote.text):
        at = provision.quote.start + match.start()
        for name in match["names"].split("、"):
            if not any(start < at + len(name) and at < end for start, end in read):
                yield from (replace(a, surface=name, start=at, end=at + len(name)) for a in provision.actors[:_MOST])
            at += len(name) + 1


def stale_name(index: CoverageIndex, actor: Actor, level: Level | None) -> Stale | None:
    """The abolished body that an actor's name stands for, if it does on the day the text takes effect."""
    bodies, day = load_bodies(), index.effective
    name = actor.surface
    for called in (name, f"{name}部门"):
        ended = bodies.ended(called, day, level)
        if not ended and not (level and bodies.named(called, level)):
            ended = bodies.ended(called, day)
        ended = tuple(b for b in ended if b.line == actor.agency)
        if ended:
            last = ended[-1]
            change = bodies.change_of(last)
            after = bodies.successors(last, day)
            loose = bool(_LOOSE.search(called)) and any(stem in b.names[0] for stem in last.stems for b in after)
            return Stale(actor, last, after, not loose and (change is None or change.settled(day)))
        if bodies.named(called, level):
            return None
    return None


def _once(names: list[Stale]) -> list[Stale]:
    return list({s.key: s for s in names}.values())


def _hit(index: CoverageIndex, names: list[Stale], places: list[Provision]) -> Hit:
    first = names[0]
    said = "、".join(dict.fromkeys(f"“{s.actor.surface}”" for s in names))
    after = "、".join(dict.fromkeys(b.names[0] for s in names for b in s.successors))
    when = f"{first.body.end.year}年" if first.body.end and len(names) == 1 else ""
    goes_on = f"，职责由{after}承担" if after else "，没有范围相同的承接机构"
    return Hit(
        (places[0].id,),
        f"{at(index, places[0])}把职责交给{said}，{'该机构' if len(names) == 1 else '这些机构在'}"
        f"{when}机构改革中已经撤销或者更名{goes_on}。",
        tuple(evidence(index, p) for p in dict.fromkeys(places)),
        differs=tuple(
            Slot("agency", a=s.actor.surface, b="、".join(b.names[0] for b in s.successors) or "—") for s in names
        ),
        agencies=tuple(dict.fromkeys(x for s in names for x in (s.actor.agency, *(b.line for b in s.successors)))),
        aid=tuple(dict.fromkeys(a for p in places for a in p.aid)),
        severity=Severity.WARNING
        if any(s.firm for s in names) and not passes_on_by_law(index, places[0])
        else Severity.INFO,
        suggestion=f"改用现行机构名称：{after}。" if after else "写明现由哪个机构承担，或者删去。",
        revision=_revision(index, places[0], first),
    )


def _revision(index: CoverageIndex, provision: Provision, stale: Stale) -> Revision | None:
    """The old name at its place, with the single successor's name instead; None where more than one went on."""
    actor = stale.actor
    text = index.documents[provision.document].text[actor.start : actor.end]
    old = next((n for n in stale.body.names if text.endswith(n)), "")
    if not old or len(stale.successors) != 1:
        return None
    place = Quote(provision.document, actor.end - len(old), actor.end, old)
    return Revision(place, stale.successors[0].names[0])


CHECK = Check(
    "GP05",
    "gap.dangling.agency",
    "gap",
    "dangling",
    "职责交给已经撤销的机构",
    Severity.WARNING,
    "机构改革后，职责由承接机构行使（历次机构改革方案及其过渡期规定）；文件应当使用现行机构名称。",
    "改用现行机构名称。",
    Route.DRAFTER,
    find,
    (Material.DUTIES,),
)
