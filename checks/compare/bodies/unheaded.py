"""Undertakings that bodies only help with, in one text or over several, and what other texts say of them.

Help is told by its role (配合, 协助, 参与) and by words that give no more than that: 予以支持, 给予便利, 提供名单,
根据主管部门的意见拨付. Whoever does a part of the undertaking in any text beside leads it, a government or a township
as well. Shown beside it: a clause that leaves the work to everybody (有关单位密切配合), and the lead that a text had
which is ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checks.base import Evidence, evidence
from checks.bodies import HELPS, is_department, is_mass, is_named
from checks.compare.bodies.leading import RUNS, leads
from checks.compare.bodies.tasks import gives_only_help, hands_over, own_words
from checks.compare.bodies.undertakings import named_in
from checks.compare.ground.alignment import bag
from checks.compare.ground.marks import SENTENCE, line_around
from checks.places import under_review
from checks.speech import owner
from kg.coverage import CoverageIndex, Duty
from kg.enums import Role
from kg.memo import per_reading
from kg.model import Provision, Quote, Reading
from ontology.cues import Setting
from ontology.vocabulary import load_vocabulary
from ontology.wording import wordings

_HELP = Setting("help")
_HELD = frozenset({Role.LEAD, Role.JOINT, Role.DELEGATE})
_BESIDE = frozenset({"inform", "fund", "supervise", "audit", "publicise", "guide", "advise", "advocate", "appeal", ""})
_FEW, _PART, _SHARED = 2, 0.4, 2  # departments; of a task's pieces, and pieces, in a clause that asks for it


@dataclass(frozen=True, slots=True)
class Helped:
    """An undertaking with the clauses that only help with it."""

    undertaking: str
    clauses: tuple[Provision, ...]


def only_helped(index: CoverageIndex, told: Iterable[str]) -> Iterator[Helped]:
    """Undertakings that two departments of the texts help with and nobody leads; none with a clause `told` before."""
    known = set(told)
    texts = _texts(index)
    led = frozenset(u for r in texts for u in _led(r))
    found: dict[str, list[Provision]] = {}
    for undertaking, provision in (x for r in texts for x in _helps(r)):
        if undertaking not in led:
            found.setdefault(undertaking, []).append(provision)
    for undertaking, clauses in found.items():
        reviewed = any(index.is_reviewed(p.document) for p in clauses)
        several = reviewed and _departments(clauses) and not known & {p.id for p in clauses}
        if several and not _has_lead(index, clauses, texts):
            yield Helped(undertaking, tuple(clauses))


def _departments(clauses: Sequence[Provision]) -> bool:
    """Whether two departments, one of them of government, help with more than data and money."""
    working = [p for p in clauses if not hands_over(p)]
    bodies = {a for p in working for a in p.agencies() if is_department(load_vocabulary(), a) and a != "finance"}
    return len(working) > 1 and len(bodies) >= _FEW and not all(is_mass(load_vocabulary(), a) for a in bodies)


def _has_lead(index: CoverageIndex, clauses: Sequence[Provision], texts: Sequence[Reading]) -> bool:
    """Whether somebody leads the aid that a clause helps with; in a whole field of work, for its very people."""
    ids = {p.id for p in clauses}
    duties = [d for r in texts for d in index.duties_by_document.get(r.document.name, ())]
    helping = [d for d in duties if d.provision.id in ids and d.role in HELPS]
    held = [d for d in duties if d.role is Role.LEAD and d.provision.id not in ids and _holds(d.provision)]
    return any(_leads(index, lead, helper) for helper in helping for lead in held)


def _leads(index: CoverageIndex, lead: Duty, helper: Duty) -> bool:
    if helper.aid in wordings()["broad-aid"]:
        few = helper.groups.ids() - set(wordings()["broad-group"])
        return bool(lead.groups.ids() & few) and lead.function in RUNS
    return bool(helper.aid) and leads(index, lead, helper)


def _texts(index: CoverageIndex) -> tuple[Reading, ...]:
    if index.draft is None:
        return under_review(index)
    return (index.draft, *(r for r in index.beside(index.draft.document) if not index.is_draft(r.document.name)))


@per_reading
def _helps(reading: Reading) -> tuple[tuple[str, Provision], ...]:
    """The clauses of a text that only help with an undertaking which they name."""
    found = (p for p in reading.provisions if any(is_named(a.agency) for a in p.actors) and only_helps(p))
    return tuple((u, p) for p in found for u in sorted(named_in(p.quote.text)))


@per_reading
def _led(reading: Reading) -> frozenset[str]:
    """The undertakings that somebody has in hand by a text: by its clauses, or by its title."""
    holding = [p for p in reading.provisions if _holds(p)]
    titled = named_in(reading.document.title or "") if holding else frozenset()
    return titled | {u for p in holding for u in named_in(p.quote.text)}


def _holds(provision: Provision) -> bool:
    held = any(a.role in _HELD and is_named(a.agency) and a.agency != "finance" for a in provision.actors)
    return held and not only_helps(provision) and not set(provision.functions) <= _BESIDE


def only_helps(provision: Provision) -> bool:
    """Whether the bodies of a clause do no more than help, by their roles or by its words."""
    acting = [a for a in provision.actors if is_named(a.agency) and a.role is not Role.RECIPIENT]
    if acting and all(a.role in HELPS for a in acting):
        return True
    return gives_only_help(provision.quote.text)


def asked_for(index: CoverageIndex, said: str, clauses: Sequence[Provision]) -> Iterator[Evidence]:
    """What other texts say of work that nobody leads: who asks for it, leaves it to all, or led it until now."""
    text = index.documents[clauses[0].document].text
    around = "".join(dict.fromkeys(line_around(text, p.quote.start, p.quote.end) for p in clauses))
    yield from _demanded(index, said, clauses[0].document)
    yield from _left_to_all(index, around, clauses[0].document)
    yield from _formerly(index, "".join(p.quote.text for p in clauses), clauses[0].document)


def _demanded(index: CoverageIndex, said: str, name: str) -> Iterator[Evidence]:
    """The clause of another text that is most like the task: what it has to be done for."""
    work = bag(own_words(said))
    found = [(len(work & bag(p.quote.text)), p) for r in _others(index, name) for p in r.provisions]
    most, clause = max(found, key=lambda x: x[0], default=(0, None))
    if clause and most >= max(_SHARED, _PART * len(work)):
        yield evidence(index, clause)


def _left_to_all(index: CoverageIndex, said: str, name: str) -> Iterator[Evidence]:
    """Sentences of other texts that leave the work to everybody."""
    for reading in _others(index, name):
        for sentence in SENTENCE.finditer(reading.document.text):
            if _HELP.has("everybody", sentence.group()) and _one_work(said, sentence.group()):
                quote = Quote(reading.document.name, sentence.start(), sentence.end(), sentence.group())
                yield owner(index, reading, quote)


def _formerly(index: CoverageIndex, said: str, name: str) -> Iterator[Evidence]:
    """Who led it by a text that is no longer in force, or that the draft ends."""
    for reading in index.readings:
        ended = reading.document.name != name and not index.is_in_force(reading.document)
        for provision in reading.provisions if ended else ():
            if _holds(provision) and named_in(said) & named_in(provision.quote.text):
                yield evidence(index, provision)


def _others(index: CoverageIndex, name: str) -> Iterator[Reading]:
    beside = index.beside(index.documents[name])
    return (r for r in beside if r.document.name != name and not index.is_draft(r.document.name))


def _one_work(one: str, two: str) -> bool:
    mine, theirs = bag(own_words(one)), bag(own_words(two))
    return bool(named_in(one) & named_in(two)) or len(mine & theirs) >= max(_SHARED, _PART * len(theirs))
