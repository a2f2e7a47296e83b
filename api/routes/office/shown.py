"""What the office's work looks like in answers: cases, meetings, officers, reports, as typed models."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, Field

from consultation.case import STANCES, Case
from consultation.case_steps import CASE
from consultation.events import Event
from consultation.machine import Machine
from consultation.meeting import KINDS, MEETING, Meeting
from consultation.tracks import GATE_WORDS, gate_status
from ontology.gates import Gate


class StepOut(BaseModel):
    """A step that is possible now."""

    action: str
    label: str


class FindingOut(BaseModel):
    """A finding as it stood when the case was opened."""

    id: str
    code: str
    message: str
    severity: str
    route: str
    agencies: list[str]
    aid: list[str]
    evidence: list[dict[str, Any]]
    suggestion: str
    outcome: str = Field(description="合法性审核或者机构编制程序的结论")


class OpinionOut(BaseModel):
    """A member's latest opinion."""

    agency: str
    stance: str
    label: str
    text: str
    finding: str = Field(description="只针对这条发现；空为全文")
    deemed: bool = Field(description="逾期未反馈，视为无意见")
    at: datetime


class DecisionOut(BaseModel):
    """What was decided."""

    text: str
    decided_text: str
    responsible: str
    due: date | None
    meeting: int | None
    at: datetime


class RecheckOut(BaseModel):
    """What the check says of the decided text."""

    settled: list[str] = Field(description="已经消除的发现")
    standing: list[tuple[str, str]] = Field(description="仍然存在的发现：指纹和内容")
    new: list[tuple[str, str]] = Field(description="议定文本新带来的发现")
    at: datetime


class GateOut(BaseModel):
    """A gate before issue that is in use."""

    id: str
    name: str
    status: str
    label: str
    due: date | None


class CaseRowOut(BaseModel):
    """A case as lists show it."""

    number: int
    state: str
    label: str
    title: str
    topic: str
    severity: str
    opened: datetime
    changed: datetime
    reply_by: date | None


class CaseOut(BaseModel):
    """A case in full."""

    number: int
    state: str
    label: str
    title: str
    topic: str
    initiator: str
    draft: str
    findings: list[FindingOut]
    participants: list[str]
    circulated_to: list[str]
    reply_by: date | None
    silent: list[str] = Field(description="参加单位中尚未反馈的")
    opinions: list[OpinionOut]
    large: str
    overall: str
    interested: bool = Field(description="领导小组办公室所在部门为当事一方")
    returned: str
    decision: DecisionOut | None
    recheck: RecheckOut | None
    gates: list[GateOut]
    version: int
    steps: list[StepOut]


class EventOut(BaseModel):
    """One line of the record."""

    seq: int
    at: datetime
    by: str
    action: str
    label: str
    before: str
    after: str
    reason: str


class LeaveOut(BaseModel):
    """A member that asked for leave."""

    agency: str
    reason: str


class FormerOut(BaseModel):
    """A time and place from which a meeting was moved after its notice."""

    when: datetime | None
    place: str
    reason: str


class MeetingDecisionOut(BaseModel):
    """A decision of a meeting."""

    number: int
    text: str
    responsible: str
    due: date | None
    case: int | None
    done: str


class MeetingOut(BaseModel):
    """A meeting."""

    number: int
    state: str
    label: str
    kind: str
    kind_label: str
    title: str
    when: datetime | None
    place: str
    agenda: list[int]
    invited: list[str]
    former: list[FormerOut] = Field(description="通知发出后改期的，原定的时间和地点")
    called_off: str = Field(description="通知发出后取消的，取消的原因")
    leaves: list[LeaveOut]
    present: list[str]
    absent: list[str] = Field(description="无故缺席")
    decisions: list[MeetingDecisionOut]
    version: int
    steps: list[StepOut]


def case_out(case: Case, gates: Iterable[Gate], office_agency: str) -> CaseOut:
    """A case with the gates in use and the steps that are possible now."""
    said = [asdict(o) | {"label": STANCES[o.stance]} for o in case.standing()]
    more = {
        "label": CASE.states[case.state],
        "silent": case.silent(),
        "opinions": said,
        "interested": case.interested or office_agency in case.participants,
        "gates": [gate_out(case, g) for g in gates],
        "steps": steps(CASE, case.state),
    }
    return CaseOut.model_validate(asdict(case) | more)


def gate_out(case: Case, gate: Gate) -> GateOut:
    """How one gate stands."""
    status, mark = gate_status(case, gate), case.gates.get(gate.id)
    due = mark.due if mark and status == "asked" else None
    return GateOut(id=gate.id, name=gate.name, status=status, label=GATE_WORDS[status], due=due)


def meeting_out(meeting: Meeting) -> MeetingOut:
    """A meeting with the steps that are possible now."""
    labels = {"label": MEETING.states[meeting.state], "kind_label": KINDS[meeting.kind]}
    return MeetingOut.model_validate(asdict(meeting) | labels | {"steps": steps(MEETING, meeting.state)})


def steps(machine: Machine, state: str) -> list[StepOut]:
    """Steps that start in `state`."""
    return [StepOut(action=s.action, label=s.label) for s in machine.possible(state)]


def event_out(machine: Machine, event: Event) -> EventOut:
    """One line of the record."""
    told = {name: getattr(event, name) for name in ("seq", "at", "by", "action", "before", "after", "reason")}
    return EventOut(**told, label=machine.label(event.action))
