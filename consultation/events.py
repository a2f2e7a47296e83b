"""The append-only log: every change of state is an event, and state is what the events say.

Each case, meeting, officer or report is a *stream* of events numbered from 1. Two people acting at once try to write
the same number: the database lets one through, the other gets a clear refusal and nothing of his is kept.
Left out: what events mean (`cases`, `meetings`, …).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from consultation.errors import ConcurrentChange
from consultation.models import EventRow


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what, when, from which state to which, and why; `data` holds the particulars."""

    stream: str
    seq: int
    at: datetime
    by: str
    action: str
    before: str
    after: str
    reason: str
    data: Mapping[str, Any]


COLUMNS = tuple(getattr(EventRow, field.name) for field in fields(Event))  # in the order of Event


def events_of(session: Session, stream: str) -> tuple[Event, ...]:
    """All events of one stream, oldest first."""
    return tuple(_events(session, select(*COLUMNS).where(EventRow.stream == stream).order_by(EventRow.seq)))


def events_of_many(session: Session, streams: Sequence[str]) -> Iterator[Event]:
    """Events of several streams, each oldest first."""
    wanted = select(*COLUMNS).where(EventRow.stream.in_(streams))
    return _events(session, wanted.order_by(EventRow.stream, EventRow.seq))


def log(session: Session, prefix: str = "", since: datetime | None = None) -> Iterator[Event]:
    """Events of every stream that begins with `prefix`, in the order they were written."""
    query = select(*COLUMNS).where(EventRow.stream.startswith(prefix)).order_by(EventRow.id)
    return _events(session, query if since is None else query.where(EventRow.at >= since))


def append(session: Session, event: Event) -> Event:
    """Write one event; raises ConcurrentChange where somebody wrote this number first."""
    row = EventRow(
        stream=event.stream,
        seq=event.seq,
        at=event.at,
        by=event.by,
        action=event.action,
        before=event.before,
        after=event.after,
        reason=event.reason,
        data=dict(event.data),
    )
    session.add(row)
    try:
        session.flush()
    except IntegrityError as error:
        session.rollback()
        raise ConcurrentChange(f"{event.stream}：他人刚刚处理过此事项，本次操作没有保存。请刷新后重试。") from error
    return event


def next_number(session: Session, prefix: str) -> int:
    """The next free number among streams named `prefix/N`."""
    names = session.scalars(select(func.distinct(EventRow.stream)).where(EventRow.stream.startswith(f"{prefix}/")))
    return max((int(name.rsplit("/", 1)[1]) for name in names), default=0) + 1


def _events(session: Session, query: Select[Any]) -> Iterator[Event]:
    """Plain columns, not objects that the session keeps: reading is most of what an agenda does."""
    return (Event(*row) for row in session.execute(query))
