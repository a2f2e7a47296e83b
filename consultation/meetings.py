"""Acting on meetings: agenda from open cases, notice, leave, attendance, deliberation, decisions, follow-up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from consultation import caselog, cases
from consultation.calendar import china_day
from consultation.case import Case
from consultation.errors import Refused
from consultation.events import next_number
from consultation.liaison import officers_on
from consultation.meeting import KINDS, MEETINGS, Meeting

MOST = 1000  # cases that one agenda can hold
GRAVITY = ("error", "warning", "info")
SCREENED = ("disagreed", "coordinating", "submitted")  # what a liaison meeting looks through


def propose(session: Session, *, kind: str, title: str, when: datetime, place: str, by: str, at: datetime) -> Meeting:
    """A regular or ad-hoc conference, or a liaison meeting."""
    if kind not in KINDS:
        raise Refused(f"会议种类只能是：{'、'.join(KINDS.values())}。")
    number = next_number(session, "meeting")
    data = {"kind": kind, "title": title, "when": when.isoformat(), "place": place}
    return MEETINGS.act(session, str(number), Meeting(number), "propose", by, at, "", data)


def agenda_of(session: Session, kind: str = "regular") -> list[tuple[str, list[Case]]]:
    """What a meeting of this kind can take up: cases submitted to the conference; a liaison meeting screens those
    before it, too. By topic, as `by_topic` orders them.
    """
    states = SCREENED if kind == "liaison" else ("submitted",)
    rows = caselog.list_cases(session, states, MOST)
    return by_topic(caselog.load_many(session, [row.number for row in rows]))


def by_topic(found: Iterable[Case]) -> list[tuple[str, list[Case]]]:
    """Cases by topic ("" for those without one); topics and the cases of one the gravest first, then the oldest."""
    topics: dict[str, list[Case]] = {}
    for case in sorted(found, key=lambda c: (GRAVITY.index(c.severity()), c.opened, c.number)):
        topics.setdefault(case.topic, []).append(case)
    return list(topics.items())


def set_agenda(
    session: Session, number: int, *, case_numbers: Sequence[int], by: str, at: datetime, office_agency: str = ""
) -> Meeting:
    """Fix which cases the meeting takes up; a conference takes only cases submitted to it.

    The record names the cases in which the office's own department (`office_agency`) is a party.
    """
    meeting = _load(session, number)
    MEETINGS.machine.step(meeting.state, "agenda")
    found = [caselog.load(session, n) for n in dict.fromkeys(case_numbers)]
    for case in found:
        if meeting.kind != "liaison" and case.state != "submitted":
            raise Refused(f"第 {case.number} 号事项尚未提请联席会议，不能列入议题。")
    interested = [c.number for c in found if office_agency in c.participants]
    why = f"第 {'、'.join(map(str, interested))} 号事项：领导小组办公室所在部门为当事一方" if interested else ""
    data = {"cases": [c.number for c in found], "interested": interested}
    return MEETINGS.act(session, str(number), meeting, "agenda", by, at, why, data)


def notify(session: Session, number: int, *, invited: Iterable[str], by: str, at: datetime) -> Meeting:
    """Notice to the members."""
    members = list(dict.fromkeys(invited))
    if not members:
        raise Refused("会议通知的成员单位不能为空。")
    data = {"invited": members, "officers": _officers(session, members, at)}
    return MEETINGS.act(session, str(number), _load(session, number), "notify", by, at, "", data)


def postpone(
    session: Session, number: int, *, when: datetime, place: str = "", reason: str, by: str, at: datetime
) -> Meeting:
    """Another time, another place, or both; leave asked for the former time lapses."""
    meeting = _load(session, number)
    MEETINGS.machine.step(meeting.state, "postpone")
    where = place.strip() or meeting.place
    if (when, where) == (meeting.when, meeting.place):
        raise Refused("新的时间、地点与原定的相同，没有改期。")
    if when <= at:
        raise Refused("新的会议时间已经过去。请写以后的时间。")
    data = {"when": when.isoformat(), "place": where, "officers": _officers(session, meeting.invited, at)}
    return MEETINGS.act(session, str(number), meeting, "postpone", by, at, caselog.stated(reason, "改期的原因"), data)


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
    if agency in {x.agency for x in meeting.leaves}:
        raise Refused("该单位已经请假。")
    return MEETINGS.act(session, str(number), meeting, "leave", by, at, reason, {"agency": agency})


def hold(session: Session, number: int, *, present: Iterable[str], by: str, at: datetime) -> Meeting:
    """The meeting takes place; cases on the agenda of a conference count as deliberated."""
    called, there = _load(session, number), list(dict.fromkeys(present))
    MEETINGS.machine.step(called.state, "hold")
    if strangers := [a for a in there if a not in called.invited]:
        raise Refused(f"有 {len(strangers)} 家出席单位不在会议通知范围内：{'、'.join(strangers)}。")
    meeting = MEETINGS.act(session, str(number), called, "hold", by, at, "", {"present": there})
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
    decided_text: str = "",
    by: str,
    at: datetime,
) -> Meeting:
    """A decision with a responsible unit and a date; one on a case settles it, with the decided text if any."""
    if not text.strip() or not responsible or due is None:
        raise Refused("议定事项须写明内容、责任单位和完成期限。")
    meeting = _load(session, number)
    data = {"text": text, "responsible": responsible, "due": due.isoformat(), "case": case}
    after = MEETINGS.act(session, str(number), meeting, "decide", by, at, "", data)
    if case is not None:
        if case not in meeting.agenda:
            raise Refused(f"第 {case} 号事项不在本次会议议题中。")
        made: dict[str, Any] = {"decision": text, "responsible": responsible, "due": due, "decided_text": decided_text}
        cases.settle(session, case, **made, by=by, at=at)
    return after


def minute(session: Session, number: int, *, by: str, at: datetime) -> Meeting:
    """Minutes are issued, once every case of the agenda is settled, sent back or reported to the government."""
    meeting = _load(session, number)
    MEETINGS.machine.step(meeting.state, "minute")
    waiting = [n for n in meeting.agenda if caselog.load(session, n).state == "deliberated"]
    if waiting:
        raise Refused(
            f"第 {'、'.join(map(str, waiting))} 号事项已经审议，尚未登记议定、退回或者报请政府，不能印发纪要。"
        )
    return MEETINGS.act(session, str(number), meeting, "minute", by, at)


def cancel(session: Session, number: int, *, reason: str, by: str, at: datetime) -> Meeting:
    """The meeting does not take place."""
    meeting = _load(session, number)
    MEETINGS.machine.step(meeting.state, "cancel")
    return MEETINGS.act(session, str(number), meeting, "cancel", by, at, caselog.stated(reason, "取消原因"))


def report_progress(session: Session, number: int, *, decision: int, done: str, by: str, at: datetime) -> Meeting:
    """A responsible unit reports a decision done."""
    meeting = _load(session, number)
    if decision not in {d.number for d in meeting.decisions}:
        raise Refused(f"会议没有第 {decision} 项议定事项。")
    caselog.stated(done, "办理情况")
    return MEETINGS.act(session, str(number), meeting, "progress", by, at, "", {"decision": decision, "done": done})


def finish(session: Session, number: int, *, by: str, at: datetime) -> Meeting:
    """Follow-up ends when every decision is done."""
    meeting = _load(session, number)
    MEETINGS.machine.step(meeting.state, "finish")
    if waiting := meeting.open_decisions():
        raise Refused(f"还有 {len(waiting)} 项议定事项未办结。")
    return MEETINGS.act(session, str(number), meeting, "finish", by, at)


def _officers(session: Session, members: Iterable[str], at: datetime) -> dict[str, str]:
    """To whom a letter of that day goes, by member."""
    return {a: officer.name for a, officer in officers_on(session, members, china_day(at)).items()}


def _load(session: Session, number: int) -> Meeting:
    return MEETINGS.load(session, str(number))
