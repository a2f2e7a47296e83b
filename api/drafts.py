"""Drafts that people had checked: kept with their settings, checked again when opened, seen by their owner alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.export.report import report_dict
from api.library import Library
from api.pipeline import Report
from consultation.errors import NotFound
from consultation.models import DraftRow
from consultation.people import Permission, User
from ingest.readers.source import open_bytes


@dataclass(frozen=True, slots=True)
class Versions:
    """Findings against the version of the same name before: by fingerprint."""

    new: frozenset[str]
    still: frozenset[str]
    gone: tuple[Mapping[str, Any], ...]


def keep(
    session: Session,
    user: User,
    library: Library,
    *,
    name: str,
    data: bytes,
    at: date | None,
    region: str | None,
    now: datetime,
) -> DraftRow:
    """Check a draft and keep it; raises PolicyError for one that cannot be read, and keeps nothing then."""
    report = library.check(open_bytes(name, data), at, region)
    row = DraftRow(
        owner=user.name,
        name=name,
        sha256=sha256(data).hexdigest(),
        created=now,
        settings={"at": at.isoformat() if at else None, "region": region},
        report=report_dict(report),
        content=data,
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


def again(row: DraftRow, library: Library) -> Report:
    """The draft checked against what is in force now, by its own settings."""
    at = row.settings.get("at")
    return library.check(
        open_bytes(row.name, row.content), date.fromisoformat(at) if at else None, row.settings.get("region")
    )


def versions(session: Session, row: DraftRow) -> Versions | None:
    """Against the version before of the same owner and name; None for the first."""
    before = session.scalars(
        select(DraftRow)
        .where(DraftRow.owner == row.owner, DraftRow.name == row.name, DraftRow.id < row.id)
        .order_by(DraftRow.id.desc())
        .limit(1)
    ).first()
    if before is None:
        return None
    old = {f["id"]: f for f in before.report["findings"]}
    new = {f["id"] for f in row.report["findings"]}
    return Versions(
        frozenset(new - set(old)), frozenset(new & set(old)), tuple(f for i, f in old.items() if i not in new)
    )
