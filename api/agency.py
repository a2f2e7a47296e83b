"""One agency through time: its bodies, work that came and went, what it does by the documents, then and now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kg.coverage import CoverageIndex
from kg.enums import Role
from kg.model import Document, Period, Provision
from ontology.vocabulary import Vocabulary

LEVELS = {"central": "中央", "province": "省级", "county": "县级"}
WATCHING = frozenset({"supervise", "audit", "sanction"})
SECTIONS = ("牵头", "监督检查", "会同", "协助、参与", "受委托", "接受监督")
_BY_ROLE = {
    Role.JOINT: "会同",
    Role.ASSIST: "协助、参与",
    Role.PARTICIPATE: "协助、参与",
    Role.DELEGATE: "受委托",
    Role.RECIPIENT: "接受监督",
}


@dataclass(frozen=True, slots=True)
class Move:
    """Work that passed from one agency to another, with its day at each level."""

    matter: str
    origin: str
    target: str
    note: str
    basis: str
    days: dict[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Held:
    """What one provision makes the agency, with the time its document is in force."""

    provision: Provision
    document: Document
    role: Role
    period: Period
    phase: str  # live, past or coming on the day asked


def moves(line: str, day: date, vocabulary: Vocabulary) -> tuple[Move, ...]:
    """Work that came to this agency or left it by `day`, the latest first."""
    found: dict[tuple[str, str, str], Move] = {}
    for level in LEVELS:
        for t in vocabulary.transfers(day, level):
            if line in (t.origin, t.target):
                move = Move(t.matter, t.origin, t.target, t.note, t.basis)
                found.setdefault((t.matter, t.origin, t.target), move).days[level] = t.day
    return tuple(sorted(found.values(), key=lambda m: min(m.days.values()), reverse=True))


def held(line: str, index: CoverageIndex) -> tuple[Held, ...]:
    """All that any document makes of this agency, in force or not, in the order of the documents' dates."""
    return tuple(sorted(_held(line, index), key=lambda h: (h.period.start or date.min, h.document.name)))


def sections(found: Iterable[Held]) -> dict[str, tuple[Held, ...]]:
    """What is in force under what the agency is in it: leads, watches over, helps …"""
    by: dict[str, list[Held]] = {name: [] for name in SECTIONS}
    for one in found:
        if one.phase == "live":
            by[_section(one)].append(one)
    return {name: tuple(rows) for name, rows in by.items() if rows}


def _section(one: Held) -> str:
    if one.role is Role.LEAD:
        watches = one.provision.functions and WATCHING.issuperset(one.provision.functions)
        return "监督检查" if watches else "牵头"
    return _BY_ROLE[one.role]


def _held(line: str, index: CoverageIndex) -> Iterator[Held]:
    for reading in index.readings:
        period = index.in_force(reading.document)
        for provision in reading.provisions:
            for role in dict.fromkeys(a.role for a in provision.actors if a.agency == line):
                yield Held(provision, reading.document, role, period, _phase(period, index.at))


def _phase(period: Period, day: date) -> str:
    if period.start is not None and day < period.start:
        return "coming"
    return "live" if period.covers(day) else "past"
