"""What routes receive: the library, a database transaction kept whole or not at all, and common parameters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import Depends, Query, Request
from sqlalchemy.orm import Session

from api.library import Library
from consultation.database import transaction


def _library(request: Request) -> Library:
    found: Library = request.app.state.library
    return found


def _session(request: Request) -> Iterator[Session]:
    with transaction(request.app.state.engine) as session:
        yield session


def _now() -> datetime:
    return datetime.now(UTC)


Day = Annotated[date | None, Query(description="以哪一天为准，默认今天", examples=["2026-08-01"])]
Region = Annotated[str | None, Query(pattern=r"^\d{6}$", description="行政区划代码", examples=["652325"])]
InLibrary = Annotated[Library, Depends(_library)]
InDatabase = Annotated[Session, Depends(_session, scope="function")]
Now = Annotated[datetime, Depends(_now)]
