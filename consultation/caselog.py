"""The record of cases: what is written of them, and the rows that lists are made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from consultation.case import Case
from consultation.case_fold import apply, fold
from consultation.case_steps import CASE
from consultation.errors import NotFound, Refused
from consultation.events import Event, append, events_of, events_of_many, next_number
from consultation.models import CaseRow, EventRow

IN_ONE_QUERY = 500


def load(session: Session, number: int) -> Case:
    """The case of this number; raises NotFound."""
    case = fold(number, events_of(session, stream(number)))
    if not case.version:
        raise NotFound(f"没有第 {number} 号会商事项。请核对编号。")
    return case


def load_many(session: Session, numbers: Sequence[int]) -> list[Case]:
    """Several cases in the order asked for, in few queries."""
    events: dict[str, list[Event]] = {}
    for start in range(0, len(numbers), IN_ONE_QUERY):
        for event in events_of_many(session, [stream(n) for n in numbers[start : start + IN_ONE_QUERY]]):
            events.setdefault(event.stream, []).append(event)
    return [fold(n, events.get(stream(n), ())) for n in numbers]


def all_cases(session: Session) -> list[Case]:
    """Every case, in order of number."""
    return load_many(session, list(session.scalars(select(CaseRow.number).order_by(CaseRow.number))))


def stream(number: int) -> str:
    """Name of a case's stream of events."""
    return f"case/{number}"


def act(session: Session, case: Case, action: str, by: str, at: datetime, reason: str, data: Mapping[str, Any]) -> Case:
    """Append one event where the steps allow it; raises Refused or ConcurrentChange."""
    step = CASE.step(case.state, action)
    after = step.target or case.state
    event = Event(stream(case.number), case.version + 1, at, by, action, case.state, after, reason, data)
    append(session, event)
    changed = apply(case, event)
    _project(session, changed)
    return changed


def stated(text: str, what: str) -> str:
    """The text, which must say something: `what` names it in the refusal."""
    if not text.strip():
        raise Refused(f"请写明{what}。")
    return text


def _project(session: Session, case: Case) -> None:
    row = session.get(CaseRow, case.number) or CaseRow(number=case.number)
    row.state, row.title, row.topic, row.severity = case.state, case.title, case.topic, case.severity()
    row.opened, row.changed, row.reply_by = case.opened, case.changed, case.reply_by  # type: ignore[assignment]
    session.add(row)
    session.flush()


def rebuild(session: Session) -> int:
    """Write every row again from the log; returns how many."""
    session.query(CaseRow).delete()
    top = next_number(session, "case")
    for number in range(1, top):
        _project(session, load(session, number))
    return top - 1


def list_cases(session: Session, states: Iterable[str] = (), limit: int = 100, offset: int = 0) -> list[CaseRow]:
    """Rows, those with the earliest reply date first."""
    query = select(CaseRow)
    if wanted := tuple(states):
        query = query.where(CaseRow.state.in_(wanted))
    order = (CaseRow.reply_by.is_(None), CaseRow.reply_by, CaseRow.number)
    return list(session.scalars(query.order_by(*order).limit(limit).offset(offset)))


def count_cases(session: Session, states: Iterable[str] = ()) -> int:
    """How many rows `list_cases` has in all."""
    query = select(func.count()).select_from(CaseRow)
    if wanted := tuple(states):
        query = query.where(CaseRow.state.in_(wanted))
    return session.scalar(query) or 0


def with_action(session: Session, action: str) -> list[int]:
    """Numbers of the cases on which this action was ever taken."""
    query = select(EventRow.stream).where(EventRow.action == action, EventRow.stream.startswith("case/")).distinct()
    return sorted(int(name.rsplit("/", 1)[1]) for name in session.scalars(query))
