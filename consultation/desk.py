"""What is due: replies, reports, meetings and decisions, today, this week, overdue; and the same as a calendar file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event
from sqlalchemy.orm import Session

from consultation import cases, reports
from consultation.calendar import last_finished_quarter, quarter_deadline
from consultation.meeting import MEETINGS

MOST = 500  # replies shown, the earliest first


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing that somebody has to do by a day."""

    day: date
    kind: str  # reply, report, meeting, decision
    title: str
    who: tuple[str, ...]
    reference: str


def due_items(session: Session, members: Sequence[str], today: date) -> list[DueItem]:
    """Everything open with a date, the earliest first."""
    found = [*_replies(session), *_meetings(session), *_reports(session, members, today)]
    return sorted(found, key=lambda item: (item.day, item.kind, item.reference))


def phase(item: DueItem, today: date) -> str:
    """overdue, today, week or later; the week ends on Sunday."""
    if item.day < today:
        return "overdue"
    if item.day == today:
        return "today"
    return "week" if item.day <= today + timedelta(days=6 - today.weekday()) else "later"


def _replies(session: Session) -> Iterator[DueItem]:
    rows = [r for r in cases.list_cases(session, ("circulated",), limit=MOST) if r.reply_by is not None]
    for row, case in zip(rows, cases.load_many(session, [r.number for r in rows]), strict=True):
        if row.reply_by is not None:
            yield DueItem(row.reply_by, "reply", f"反馈意见：{row.title}", case.silent(), f"case/{row.number}")


def _meetings(session: Session) -> Iterator[DueItem]:
    for meeting in MEETINGS.all(session):
        if meeting.state in ("proposed", "notified") and meeting.when is not None:
            yield DueItem(meeting.when.date(), "meeting", meeting.title, meeting.invited, f"meeting/{meeting.number}")
        if meeting.state in ("held", "minuted"):
            for decision in meeting.open_decisions():
                if decision.due:
                    title = f"落实议定事项：{decision.text}"
                    yield DueItem(decision.due, "decision", title, (decision.responsible,), f"meeting/{meeting.number}")


def _reports(session: Session, members: Sequence[str], today: date) -> Iterator[DueItem]:
    year, quarter = last_finished_quarter(today)
    state = reports.standing(session, members, year, quarter, today)
    missing = tuple(a for a, d in state.items() if d in (reports.Due.PENDING, reports.Due.OVERDUE))
    if missing:
        title = f"报送{year}年第{quarter}季度工作情况"
        yield DueItem(quarter_deadline(year, quarter), "report", title, missing, f"report/{year}-{quarter}")


def ics(items: Iterable[DueItem], names: Callable[[Iterable[str]], str], now: datetime) -> bytes:
    """The deadlines as an iCalendar file (RFC 5545), whole-day entries with stable identifiers."""
    calendar = Calendar()
    calendar.add("prodid", "-//huishang//会商//ZH")
    calendar.add("version", "2.0")
    for item in items:
        event = Event()
        event.add("uid", f"{item.reference}-{item.kind}-{item.day.isoformat()}@huishang")
        event.add("dtstamp", now.astimezone(UTC))
        event.add("dtstart", item.day)
        event.add("dtend", item.day + timedelta(days=1))
        event.add("summary", item.title)
        event.add("description", f"单位：{names(item.who)}")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
