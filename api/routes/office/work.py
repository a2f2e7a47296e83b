"""What routes of the office's work receive: the records, who acts, and whether he may act for an agency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any

from fastapi import Depends, Header, Path, Query, Request, Response
from sqlalchemy.orm import Session

from api.consulting import agency_of, words_of
from api.deps import InDatabase, InLibrary, Now
from api.library import Library
from api.problems import Problem
from api.security import Officer, Speaker
from api.steps import Desk
from consultation.letters.words import Words
from consultation.people import Permission, User

Day = Annotated[date | None, Query(description="哪一天，默认今天")]
Number = Annotated[int, Path(ge=1, le=2**31 - 1, description="编号")]
STALE: dict[int | str, dict[str, Any]] = {412: {"description": "他人已经处理"}}
Changed = Annotated[str, Header(alias="If-Match", max_length=40, description="所见的版本（ETag）；已被他人改动时拒绝")]


def file_answer(kind: str, description: str) -> dict[int | str, dict[str, Any]]:
    """How the description of the API shows a file."""
    return {200: {"description": description, "content": {kind: {"schema": {"type": "string", "format": "binary"}}}}}


@dataclass(frozen=True, slots=True)
class Work(Desk):
    """One request: the desk, the documents, and the person who acts there."""

    library: Library
    user: User

    @property
    def words(self) -> Words:
        """Names for letters."""
        return words_of(self.library.vocabulary, self.settings)

    def agency(self, value: str) -> str:
        """An agency's id from its id or Chinese name. Raises UsageError."""
        return agency_of(self.library.vocabulary, value)

    def agencies(self, values: Iterable[str]) -> list[str]:
        """Several agencies."""
        return [self.agency(v) for v in values]

    def own(self, value: str) -> str:
        """The agency that is spoken for: a liaison officer's own, any for the office. Raises Problem 403 or 422."""
        wanted = self.agency(value) if value else self.user.agency
        if not wanted:
            raise Problem(422, "请写明单位。")
        if not self.user.may(Permission.CASE) and wanted != self.user.agency:
            raise Problem(403, "联络员只能代表本单位。")
        return wanted


def _work(request: Request, user: User, session: Session, library: Library, now: Any) -> Work:
    acting = MappingProxyType({"by": user.name, "at": now})
    return Work(session, request.app.state.settings, acting, library, user)


def _office(request: Request, user: Officer, session: InDatabase, library: InLibrary, now: Now) -> Work:
    return _work(request, user, session, library, now)


def _member(request: Request, user: Speaker, session: InDatabase, library: InLibrary, now: Now) -> Work:
    return _work(request, user, session, library, now)


OfficeWork = Annotated[Work, Depends(_office)]
MemberWork = Annotated[Work, Depends(_member)]


def refuse_stale(version: int, if_match: str) -> None:
    """Raises Problem 412 where somebody acted since the caller looked."""
    if if_match and if_match.strip().strip('"') not in (str(version), "*"):
        raise Problem(412, "他人刚刚处理过，本次操作没有保存。请刷新后重试。")


def tagged(response: Response, version: int) -> None:
    """Say which version the answer shows."""
    response.headers["ETag"] = f'"{version}"'
