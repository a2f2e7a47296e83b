"""Drafts that people had checked: kept with their settings, seen by their owner alone.

Opened again, a draft is checked again where the register, the day or the region has changed (`Library.check_kept`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.export.report import report_dict
from api.library import Library
from api.pipeline import Report
from api.reading import Progress, unwatched
from consultation.errors import NotFound
from consultation.models import DraftRow
from consultation.people import Permission, User


@dataclass(frozen=True, slots=True)
class Sent:
    """A draft as it was sent in, with the day and the region to check it by (None: today, as the draft says)."""

    name: str
    data: bytes
    at: date | None = None
    region: str | None = None


def checked(library: Library, sent: Sent, progress: Progress = unwatched) -> Report:
    """Findings on it; raises PolicyError for one that cannot be read."""
    return library.check_kept(sent.name, sent.data, sent.at, sent.region, progress)


def keep(session: Session, user: User, sent: Sent, report: Report, now: datetime) -> DraftRow:
    """Keep a draft with its report."""
    row = DraftRow(
        owner=user.name,
        name=sent.name,
        sha256=sha256(sent.data).hexdigest(),
        created=now,
        settings={"at": sent.at.isoformat() if sent.at else None, "region": sent.region},
        report=report_dict(report),
        content=sent.data,
    )
    session.add(row)
    session.flush()
    return row


def mine(session: Session, user: User, limit: int = 50) -> list[DraftRow]:
    """The user's drafts, newest first."""
    query = select(DraftRow).where(DraftRow.owner == user.name).order_by(DraftRow.id.desc()).limit(limit)
    return list(session.scalars(query))


def load(session: Session, user: User, number: int) -> DraftRow:
    """One draft of the user's own (the office sees all); raises NotFound otherwise."""
    row = session.get(DraftRow, number)
    if row is None or (row.owner != user.name and not user.may(Permission.CASE)):
        raise NotFound(f"没有第 {number} 号草案，或者不是您提交的。")
    return row


def sent(row: DraftRow) -> Sent:
    """The draft as it was sent in."""
    at = row.settings.get("at")
    return Sent(row.name, row.content, date.fromisoformat(at) if at else None, row.settings.get("region"))


def again(row: DraftRow, library: Library) -> Report:
    """The draft checked against what is in force now, by its own settings."""
    return checked(library, sent(row))


def others(session: Session, row: DraftRow, limit: int = 50) -> list[DraftRow]:
    """Other drafts of the same owner, versions of the same name first, then newest first."""
    query = select(DraftRow).where(DraftRow.owner == row.owner, DraftRow.id != row.id)
    query = query.order_by((DraftRow.name == row.name).desc(), DraftRow.id.desc()).limit(limit)
    return list(session.scalars(query))


def before(session: Session, row: DraftRow) -> DraftRow | None:
    """The version before, of the same owner and name."""
    query = select(DraftRow).where(DraftRow.owner == row.owner, DraftRow.name == row.name, DraftRow.id < row.id)
    return session.scalars(query.order_by(DraftRow.id.desc()).limit(1)).first()
