"""A case of 政策会商 as its events tell it: findings, opinions, decision, gates (the steps: `case_steps`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any


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
    deemed: bool = False  # silence that counts as no objection


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
class GateState:
    """How a gate before issue stands: none, asked, passed or failed; since when, and by when it is due."""

    status: str
    since: date
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Recheck:
    """What the check says of the decided text: findings gone, those that still stand, those that came with it."""

    settled: tuple[str, ...]  # fingerprints
    standing: tuple[tuple[str, str], ...]  # fingerprint and message
    new: tuple[tuple[str, str], ...]
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
    circulated: date | None = None
    reply_by: date | None = None
    opinions: tuple[Opinion, ...] = ()
    large: str = ""  # why the disagreement is large
    overall: str = ""  # why it is of overall import
    interested: bool = False  # the office's own department is a party to the dispute
    returned: str = ""  # why the conference sent it back
    meeting: int | None = None
    decision: Decision | None = None
    recheck: Recheck | None = None
    gates: Mapping[str, GateState] = field(default_factory=dict)
    opened: datetime | None = None
    changed: datetime | None = None
    version: int = 0

    def standing(self) -> tuple[Opinion, ...]:
        """The latest opinion of each member on each finding."""
        return tuple({(o.agency, o.finding): o for o in self.opinions}.values())

    def unheard(self) -> tuple[str, ...]:
        """Everybody asked who has said nothing."""
        spoken = {o.agency for o in self.opinions}
        return tuple(a for a in self.circulated_to if a not in spoken)

    def silent(self) -> tuple[str, ...]:
        """Participants who have said nothing; everybody asked where no participants are marked."""
        return tuple(a for a in self.unheard() if not self.participants or a in self.participants)

    def unresolved(self, route: str) -> tuple[CaseFinding, ...]:
        """Findings of a track of their own whose outcome is not recorded."""
        return tuple(f for f in self.findings if f.route == route and not f.outcome)

    def severity(self) -> str:
        """The gravest among the findings."""
        return min((f.severity for f in self.findings), key=("error", "warning", "info").index, default="info")
