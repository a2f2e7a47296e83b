"""A case of 政策会商, folded from its events: findings, opinions, decision, gates (the steps: `case_steps`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from consultation.events import Event


class Stance(StrEnum):
    """A member's opinion."""

    AGREE = "agree"
    AMEND = "amend"
    DISAGREE = "disagree"
    NONE = "none"


STANCES = {Stance.AGREE: "同意", Stance.AMEND: "同意并提修改意见", Stance.DISAGREE: "不同意", Stance.NONE: "无意见"}


@dataclass(frozen=True, slots=True)
class CaseFinding:
    """A finding as it stood when the case was opened, with the outcome of its own track."""

    id: str
    code: str
    message: str
    severity: str
    route: str
    agencies: tuple[str, ...]
    aid: tuple[str, ...]
    evidence: tuple[Mapping[str, Any], ...] = ()
    suggestion: str = ""
    outcome: str = ""  # of legality review or staffing track; "" while open


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one member said of the whole case (`finding` "") or of one finding."""

    agency: str
    stance: Stance
    text: str
    finding: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, where (a meeting, or agreement), with the decided text, who sees to it, by when."""

    text: str
    decided_text: str
    responsible: str
    due: date | None
    meeting: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """A matter under consultation."""

    number: int
    state: str = ""
    title: str = ""
    topic: str = ""
    initiator: str = ""
    draft: str = ""
    findings: tuple[CaseFinding, ...] = ()
    participants: tuple[str, ...] = ()
    circulated_to: tuple[str, ...] = ()
    reply_by: date | None = None
    opinions: tuple[Opinion, ...] = ()
    large: str = ""  # why the disagreement is large
    overall: str = ""  # why it is of overall import
    meeting: int | None = None
    decision: Decision | None = None
    gates: Mapping[str, str] = field(default_factory=dict)
    opened: datetime | None = None
    changed: datetime | None = None
    version: int = 0

    def standing(self) -> tuple[Opinion, ...]:
        """The latest opinion of each member on each finding."""
        return tuple({(o.agency, o.finding): o for o in self.opinions}.values())

    def silent(self) -> tuple[str, ...]:
        """Participants who have said nothing."""
        spoken = {o.agency for o in self.opinions}
        return tuple(p for p in self.participants if p not in spoken)

    def unresolved(self, route: str) -> tuple[CaseFinding, ...]:
        """Findings of a track of their own whose outcome is not recorded."""
        return tuple(f for f in self.findings if f.route == route and not f.outcome)

    def severity(self) -> str:
        """The gravest among the findings."""
        return min((f.severity for f in self.findings), key=("error", "warning", "info").index, default="info")


def fold(number: int, events: Iterable[Event]) -> Case:
    """The case that its events describe."""
    case = Case(number)
    for event in events:
        case = apply(case, event)
    return case


def apply(case: Case, event: Event) -> Case:
    """The case after one more event."""
    changed = _CHANGES.get(event.action, lambda c, _: c)(case, event)
    return replace(changed, state=event.after, changed=event.at, version=event.seq)


def _opened(case: Case, event: Event) -> Case:
    data = event.data
    return replace(
        case,
        title=data["title"],
        topic=data.get("topic", ""),
        initiator=data["initiator"],
        draft=data.get("draft", ""),
        findings=tuple(_finding(f) for f in data.get("findings", [])),
        participants=tuple(data.get("participants", [])),
        opened=event.at,
    )


def _finding(data: Mapping[str, Any]) -> CaseFinding:
    made: dict[str, Any] = {key: tuple(data.get(key, [])) for key in ("agencies", "aid", "evidence")}
    for key in ("id", "code", "message", "severity", "route", "suggestion", "outcome"):
        made[key] = data.get(key, "")
    return CaseFinding(**made)


def _circulated(case: Case, event: Event) -> Case:
    day = event.data.get("reply_by")
    to = tuple(event.data["to"])
    return replace(
        case, circulated_to=to, reply_by=date.fromisoformat(day) if day else None, opinions=(), decision=None
    )


def _opined(case: Case, event: Event) -> Case:
    data = event.data
    opinion = Opinion(data["agency"], Stance(data["stance"]), data.get("text", ""), data.get("finding", ""), event.at)
    return replace(case, opinions=(*case.opinions, opinion))


def _coordinated(case: Case, event: Event) -> Case:
    return replace(case, large=event.data["large"], overall=event.data["overall"])


def _deliberated(case: Case, event: Event) -> Case:
    return replace(case, meeting=event.data["meeting"])


def _decided(case: Case, event: Event) -> Case:
    data = event.data
    due = date.fromisoformat(data["due"]) if data.get("due") else None
    texts = (data["decision"], data.get("decided_text", ""), data.get("responsible", ""))
    return replace(case, decision=Decision(*texts, due, data.get("meeting"), event.at))


def _tracked(case: Case, event: Event) -> Case:
    found = event.data["finding"]
    outcome = event.data["outcome"]
    return replace(case, findings=tuple(replace(f, outcome=outcome) if f.id == found else f for f in case.findings))


def _gated(case: Case, event: Event) -> Case:
    return replace(case, gates={**case.gates, event.data["gate"]: event.data["status"]})


_CHANGES = {
    "open": _opened,
    "circulate": _circulated,
    "opine": _opined,
    "coordinate": _coordinated,
    "deliberate": _deliberated,
    "settle": _decided,
    "agree": _decided,
    "review": _tracked,
    "staffing": _tracked,
    "gate": _gated,
}
