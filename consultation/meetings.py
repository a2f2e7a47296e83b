"""Acting on meetings: agenda from open cases, notice, leave, attendance, deliberation, decisions, follow-up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from consultation import cases
from consultation.case import Case
from consultation.errors import Refused
from consultation.events import next_number
from consultation.meeting import KINDS, MEETINGS, Meeting

MOST = 1000  # cases that one agenda can hold
GRAVITY = ("error", "warning", "info")


def propose(session: Session, *, kind: str, title: str, when: datetime, place: str, by: str, at: datetime) -> Meeting:
    """A regular or ad-hoc conference, or a liaison meeting."""
    if kind not in KINDS:
        raise Refused(f"会议种类只能是：{'、'.join(KINDS.values())}。")
    number = next_number(session, "meeting")
    data = {"kind": kind, "title": title, "when": when.isoformat(), "place": place}
    return MEETINGS.act(session, str(number), Meeting(number), "propose", by, at, "", data)


def agenda_of(session: Session, now: datetime) -> list[tuple[str, list[Case]]]:
    """Submitted cases first of all, else those under coordination, by topic; within one gravest, then oldest first."""
    rows = cases.list_cases(session, ("submitted",), MOST) or cases.list_cases(session, ("coordinating",), MOST)
    found = cases.load_many(session, [row.number for row in rows])
    topics: dict[str, list[Case]] = {}
    for case in sorted(found, key=lambda c: (GRAVITY.index(c.severity()), c.opened or now)):
        topics.setdefault(case.topic or "其他", []).append(case)
    return list(topics.items())


def set_agenda(session: Session, number: int, *, case_numbers: Sequence[int], by: str, at: datetime) -> Meeting:
    """Fix which cases the meeting takes up; a conference takes only cases submitted to it."""
    meeting = _load(session, number)
    for case_number in case_numbers:
        case = cases.load(session, case_number)
        if meeting.kind != "liaison" and case.state != "submitted":
            raise Refused(f"第 {case_number} 号事项尚未提请联席会议，不能列入议题。")
    return MEETINGS.act(session, str(number), meeting, "agenda", by, at, "", {"cases": list(case_numbers)})


def notify(session: Session, number: int, *, invited: Iterable[str], by: str, at: datetime) -> Meeting:
    """Notice to the members."""
    members = list(dict.fromkeys(invited))
    if not members:
        raise Refused("会议通知的成员单位不能为空。")
    return MEETINGS.act(session, str(number), _load(session, number), "notify", by, at, "", {"invited": members})


def ask_leave(session: Session, number: int, *, agency: str, reason: str, by: str, at: datetime) -> Meeting:
    """Leave: a reason, before the meeting begins."""
    meeting = _load(session, number)
    MEETINGS.machine.step(meeting.state, "leave")
    if not reason.strip():
        raise Refused("请假须说明原因。")
    if meeting.when is not None and at >= meeting.when:
        raise Refused("请假须在会前提出，会议时间已到。")
    if agency not in meeting.invited:
        raise Refused("该单位不在会议通知范围内。")
    return MEETINGS.act(session, str(number), meeting, "leave", by, at, reason, {"agency": agency})


def hold(session: Session, number: int, *, present: Iterable[str], by: str, at: datetime) -> Meeting:
    """The meeting takes place; cases on the agenda of a conference count as deliberated."""
    meeting = MEETINGS.act(session, str(number), _load(session, number), "hold", by, at, "", {"present": list(present)})
    if meeting.kind != "liaison":
        for case_number in meeting.agenda:
            cases.deliberate(session, case_number, meeting=number, by=by, at=at)
    return meeting


def decide(
    session: Session,
    number: int,
    *,
    text: str,
    responsible: str,
    due: date | None,
    case: int | None = None,
    by: str,
    at: datetime,
) -> Meeting:
    """A decision with a responsible unit and a date; one on a case settles it."""
    if not text.strip() or not responsible:
        raise Refused("议定事项须写明内容和责任单位。")
    meeting = _load(session, number)
    data = {"text": text, "responsible": responsible, "due": due.isoformat() if due else None, "case": case}
    after = MEETINGS.act(session, str(number), meeting, "decide", by, at, "", data)
    if case is not None:
        if case not in meeting.agenda:
            raise Refused(f"第 {case} 号事项不在本次会议议题中。")
        cases.settle(session, case, decision=text, responsible=responsible, due=due, by=by, at=at)
    return after


def minute(session: Session, number: int, *, by: str, at: datetime) -> Meeting:
    """Minutes are issued."""
    return MEETINGS.act(session, str(number), _load(session, number), "minute", by, at)


def report_progress(session: Session, number: int, *, decision: int, done: str, by: str, at: datetime) -> Meeting:
    """A responsible unit reports a decision done."""
    meeting = _load(session, number)
    if decision not in {d.number for d in meeting.decisions}:
        raise Refused(f"会议没有第 {decision} 项议定事项。")
    return MEETINGS.act(session, str(number), meeting, "progress", by, at, "", {"decision": decision, "done": done})


def finish(session: Session, number: int, *, by: str, at: datetime) -> Meeting:
    """Follow-up ends when every decision is done."""
    meeting = _load(session, number)
    MEETINGS.machine.step(meeting.state, "finish")
    if waiting := meeting.open_decisions():
        raise Refused(f"还有 {len(waiting)} 项议定事项未办结。")
    return MEETINGS.act(session, str(number), meeting, "finish", by, at)


def _load(session: Session, number: int) -> Meeting:
    return MEETINGS.load(session, str(number))
