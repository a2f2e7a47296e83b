"""Logging in and out at the browser; users and tokens over the API."""

from __future__ import annotations

import re
from dataclasses import asdict
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, ConfigDict, Field

from api.consulting import agency_of
from api.deps import InDatabase, InLibrary, Now
from api.journal import InJournal
from api.page.render import home_of, page
from api.paging import Limit, Offset, link
from api.problems import Problem, problem
from api.security import COOKIE, Manager, Reader
from consultation import people
from consultation import tokens as tokens_of_user
from consultation.errors import Refused
from consultation.people import FAILURE_WINDOW, SESSION_HOURS, Permission, User, UserRole

INSIDE = re.compile(r"/(?![/\\])[^\s\\]*")  # an address of this site, not one that leads elsewhere
router = APIRouter(tags=["用户"])
pages = APIRouter(include_in_schema=False)


class UserIn(BaseModel):
    """A new user."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"name": "李某", "password": "至少十个字符的密码", "role": "liaison", "agency": "hrss"}
        }
    )

    name: str = Field(min_length=1, max_length=60)
    password: str = Field(min_length=10, max_length=200)
    role: UserRole
    agency: str = Field(default="", max_length=60)


class PasswordIn(BaseModel):
    """A new password for somebody."""

    model_config = ConfigDict(json_schema_extra={"example": {"password": "至少十个字符的密码"}})

    password: str = Field(min_length=10, max_length=200)


class OwnPasswordIn(PasswordIn):
    """A new password for oneself."""

    model_config = ConfigDict(json_schema_extra={"example": {"old": "原来的密码", "password": "至少十个字符的密码"}})

    old: str = Field(min_length=1, max_length=200)


class UserOut(BaseModel):
    """A user as others see him."""

    name: str
    role: UserRole
    agency: str


class TokenIn(BaseModel):
    """A token to be made for oneself."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"label": "统计程序", "scopes": ["read"], "expires": "2027-01-01T00:00:00+08:00"}}
    )

    label: str = Field(min_length=1, max_length=100)
    scopes: list[Permission] = Field(min_length=1, max_length=5)
    expires: datetime


class TokenOut(BaseModel):
    """The secret, shown once."""

    token: str


class TokenRowOut(BaseModel):
    """A token as its owner sees it; `id` is what it is revoked by."""

    id: str
    label: str
    scopes: list[Permission]
    created: datetime
    expires: datetime


class LogOut(BaseModel):
    """One line of the audit log."""

    at: datetime
    user: str
    action: str
    what: str
    address: str


@pages.get("/login")
def login_form(request: Request, library: InLibrary, next: str = "") -> HTMLResponse:
    """The form; `next` is the page somebody was on the way to."""
    return page(request, "login", library, next=next)


@pages.post("/login")
def log_in(
    request: Request,
    library: InLibrary,
    session: InDatabase,
    now: Now,
    journal: InJournal,
    name: Annotated[str, Form(max_length=60)],
    password: Annotated[str, Form(max_length=200)],
    next: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """A session cookie, or the form again with what was wrong."""
    try:
        secret = people.log_in(session, name=name, password=password, address=journal.address, at=now)
    except Refused as error:
        answer = page(request, "login", library, error=str(error), next=next, status_code=429)
        answer.headers["Retry-After"] = str(int(FAILURE_WINDOW.total_seconds()))
        return answer
    journal.note(name[:60], "login" if secret else "login-failed")
    if secret is None:
        return page(request, "login", library, error="用户名或者密码不对。", next=next, status_code=401)
    user = people.user_of_session(session, secret, now)
    entered = RedirectResponse(next if INSIDE.fullmatch(next) else home_of(user), status_code=303)
    secure = request.url.scheme == "https"
    entered.set_cookie(COOKIE, secret, max_age=SESSION_HOURS * 3600, httponly=True, samesite="strict", secure=secure)
    return entered


@pages.post("/logout")
def log_out(request: Request, session: InDatabase, now: Now, journal: InJournal) -> Response:
    """End the session."""
    if secret := request.cookies.get(COOKIE):
        if user := people.user_of_session(session, secret, now):
            journal.note(user.name, "logout")
        people.log_out(session, secret)
    answer = RedirectResponse("/login", status_code=303)
    answer.delete_cookie(COOKIE)
    return answer


@router.get("/users", summary="用户名册")
def users(user: Manager, session: InDatabase) -> list[UserOut]:
    """Active users."""
    return [UserOut(name=u.name, role=u.role, agency=u.agency) for u in people.users(session)]


@router.post("/users", summary="建立用户", status_code=201)
def add_user(
    new: UserIn, user: Manager, library: InLibrary, session: InDatabase, now: Now, journal: InJournal
) -> UserOut:
    """A new user."""
    agency = agency_of(library.vocabulary, new.agency) if new.agency else ""
    made = people.add_user(session, **new.model_dump() | {"agency": agency}, at=now)
    journal.note(user.name, "add-user", new.name)
    return UserOut(name=made.name, role=made.role, agency=made.agency)


@router.delete("/users/{name}", summary="停用用户", status_code=204)
def remove_user(name: str, user: Manager, session: InDatabase, journal: InJournal) -> Response:
    """The user can no longer log in."""
    refuse_himself(user, name)
    people.deactivate(session, name)
    journal.note(user.name, "remove-user", name)
    return Response(status_code=204)


def refuse_himself(user: User, name: str) -> None:
    """Nobody removes himself, so that one who manages is always left. Raises Problem 409."""
    if name == user.name:
        raise Problem(409, "不能停用本人。请由另一位管理员办理。")


@router.put("/users/{name}/password", summary="重设用户的密码", status_code=204)
def set_password(name: str, new: PasswordIn, user: Manager, session: InDatabase, journal: InJournal) -> Response:
    """For somebody who forgot his own; his sessions end."""
    people.set_password(session, name, new.password)
    journal.note(user.name, "set-password", name)
    return Response(status_code=204)


@router.put("/password", summary="修改本人的密码", status_code=204)
def change_password(new: OwnPasswordIn, user: Reader, session: InDatabase, now: Now, journal: InJournal) -> Response:
    """Known by the old one; every session of the user ends."""
    changed = people.change_password(session, user.name, new.old, new.password, journal.address, now)
    journal.note(user.name, "set-password" if changed else "login-failed")
    return Response(status_code=204) if changed else problem(409, "原密码不对。")


@router.get("/tokens", summary="本人的令牌")
def tokens(user: Reader, session: InDatabase) -> list[TokenRowOut]:
    """Tokens of one's own that have not been revoked, without their secrets."""
    return [TokenRowOut(**asdict(t)) for t in tokens_of_user.tokens(session, user.name)]


@router.post("/tokens", summary="为本人建立令牌", status_code=201)
def make_token(new: TokenIn, user: Reader, session: InDatabase, now: Now, journal: InJournal) -> TokenOut:
    """A token for programs; a token makes none that may do more than itself."""
    if new.expires.tzinfo is None:
        raise Problem(422, "到期时间须写明时区，如 2027-01-01T00:00:00+08:00。")
    if not all(user.may(p) for p in new.scopes):
        raise Problem(409, "令牌的权限不能超出本人的权限。")
    secret = people.make_token(session, user=user.name, label=new.label, scopes=new.scopes, expires=new.expires, at=now)
    journal.note(user.name, "make-token", new.label)
    return TokenOut(token=secret)


@router.delete("/tokens/{id}", summary="撤销本人的令牌", status_code=204)
def revoke_token(id: str, user: Reader, session: InDatabase, journal: InJournal) -> Response:
    """The token opens nothing from now on."""
    tokens_of_user.revoke_token(session, user.name, id)
    journal.note(user.name, "revoke-token", id)
    return Response(status_code=204)


@router.get("/log", summary="操作记录")
def log(
    user: Manager, session: InDatabase, request: Request, response: Response, limit: Limit = 100, offset: Offset = 0
) -> list[LogOut]:
    """Who did what, newest first."""
    rows, total = people.log(session, limit, offset)
    link(request, response, total, limit, offset)
    return [LogOut(at=r.at, user=r.user, action=r.action, what=r.what, address=r.address) for r in rows]
