"""What is due: replies, reports, meetings and decisions, today, this week, overdue; and the same as a calendar file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event
from sqlalchemy.orm import Session

from consultation import caselog, reports
from consultation.calendar import china_day, quarter_deadline
from consultation.case import Case
from consultation.case_steps import UNFINISHED
from consultation.meeting import MEETINGS
from ontology.gates import load_gates

MOST = 500  # cases of one kind shown, the earliest first
MEETING_LASTS = timedelta(hours=2)
PHASES = {"overdue": "已逾期", "today": "今天", "week": "本周", "later": "以后"}


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing that somebody has to do by a day; `moment` where it has an hour, `reference` is its own."""

    day: date
    kind: str  # reply, gate, report, meeting, decision
    title: str
    who: tuple[str, ...]
    reference: str
    moment: datetime | None = None


def due_items(session: Session, members: Sequence[str], today: date) -> list[DueItem]:
    """Everything open with a date, the earliest first."""
    cases = (*_replies(session), *_gates(session), *_settled(session))
    found = [*cases, *_meetings(session), *_reports(session, members, today)]
    return sorted(found, key=lambda item: (item.day, item.kind, item.reference))


def phase(item: DueItem, today: date) -> str:
    """overdue, today, week or later; the week ends on Sunday."""
    if item.day < today:
        return "overdue"
    if item.day == today:
        return "today"
    return "week" if item.day <= today + timedelta(days=6 - today.weekday()) else "later"


def _replies(session: Session) -> Iterator[DueItem]:
    for case in _in_state(session, "circulated"):
        if case.reply_by is not None:
            yield DueItem(case.reply_by, "reply", f"反馈意见：{case.title}", case.silent(), f"case/{case.number}")


def _gates(session: Session) -> Iterator[DueItem]:
    asked = [c for c in caselog.load_many(session, caselog.with_action(session, "gate")) if c.state in UNFINISHED]
    for case in asked:
        for gate in load_gates():
            mark = case.gates.get(gate.id)
            if mark and mark.status == "asked" and mark.due:
                place = f"case/{case.number}/gate/{gate.id}"
                yield DueItem(mark.due, "gate", f"{gate.name}：{case.title}", gate.keepers, place)


def _settled(session: Session) -> Iterator[DueItem]:
    """Decisions made without a conference; those of a conference are followed up with its minutes."""
    for case in _in_state(session, "settled"):
        made = case.decision
        if made and made.due and made.meeting is None:
            place = f"case/{case.number}/decision"
            yield DueItem(made.due, "decision", f"落实议定事项：{made.text}", (made.responsible,), place)


def _in_state(session: Session, state: str) -> list[Case]:
    return caselog.load_many(session, [r.number for r in caselog.list_cases(session, (state,), limit=MOST)])


def _meetings(session: Session) -> Iterator[DueItem]:
    for meeting in MEETINGS.all(session):
        place = f"meeting/{meeting.number}"
        if meeting.state in ("proposed", "notified") and meeting.when is not None:
            day = china_day(meeting.when)
            yield DueItem(day, "meeting", meeting.title, meeting.invited, place, meeting.when)
        if meeting.state in ("held", "minuted"):
            for decision in meeting.open_decisions():
                if decision.due:
                    title, who = f"落实议定事项：{decision.text}", (decision.responsible,)
                    yield DueItem(decision.due, "decision", title, who, f"{place}/decision/{decision.number}")


def _reports(session: Session, members: Sequence[str], today: date) -> Iterator[DueItem]:
    for year, quarter, missing in reports.owed(session, members, today):
        title = f"报送{year}年第{quarter}季度工作情况"
        yield DueItem(quarter_deadline(year, quarter), "report", title, missing, f"report/{year}-{quarter}")


def ics(items: Iterable[DueItem], names: Callable[[Iterable[str]], str], now: datetime) -> bytes:
    """The deadlines as an iCalendar file (RFC 5545) with stable identifiers: whole days, meetings at their hour."""
    calendar = Calendar()
    calendar.add("prodid", "-//huishang//会商//ZH")
    calendar.add("version", "2.0")
    for item in items:
        event = Event()
        event.add("uid", f"{item.reference.replace('/', '-')}-{item.kind}@huishang")
        event.add("dtstamp", now.astimezone(UTC))
        start = item.moment.astimezone(UTC) if item.moment else item.day
        event.add("dtstart", start)
        event.add("dtend", start + (MEETING_LASTS if item.moment else timedelta(days=1)))
        event.add("summary", item.title)
        event.add("description", f"单位：{names(item.who)}")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
