"""What routes receive: the library, and a database transaction that is kept whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Request
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


InLibrary = Annotated[Library, Depends(_library)]
InDatabase = Annotated[Session, Depends(_session, scope="function")]
Now = Annotated[datetime, Depends(_now)]
