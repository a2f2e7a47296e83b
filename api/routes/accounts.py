"""Logging in and out at the browser; users and tokens over the API."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from api.deps import InDatabase, InLibrary, Now
from api.page.render import home_of, page
from api.problems import Problem
from api.security import COOKIE, Manager, Reader
from consultation import people
from consultation.errors import NotFound, Refused
from consultation.people import SESSION_HOURS, Permission, UserRole

INSIDE = re.compile(r"/(?![/\\])[^\s\\]*")  # an address of this site, not one that leads elsewhere
router = APIRouter(tags=["用户"])
pages = APIRouter(include_in_schema=False)


class UserIn(BaseModel):
    """A new user."""

    name: str = Field(min_length=1, max_length=60)
    password: str = Field(min_length=10, max_length=200)
    role: UserRole
    agency: str = Field(default="", max_length=60)


class UserOut(BaseModel):
    """A user as others see him."""

    name: str
    role: UserRole
    agency: str


class TokenIn(BaseModel):
    """A token to be made for oneself."""

    label: str = Field(min_length=1, max_length=100)
    scopes: list[Permission] = Field(min_length=1, max_length=5)
    expires: datetime


class TokenOut(BaseModel):
    """The secret, shown once."""

    token: str


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
    name: Annotated[str, Form(max_length=60)],
    password: Annotated[str, Form(max_length=200)],
    next: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """A session cookie, or the form again with what was wrong."""
    address = request.client.host if request.client else ""
    try:
        secret = people.log_in(session, name=name, password=password, address=address, at=now)
    except Refused as error:
        return page(request, "login", library, error=str(error), next=next, status_code=429)
    people.record(session, user=name, action="login" if secret else "login-failed", what="", address=address, at=now)
    if secret is None:
        return page(request, "login", library, error="用户名或者密码不对。", next=next, status_code=401)
    user = people.user_of_session(session, secret, now)
    answer = RedirectResponse(next if INSIDE.fullmatch(next) else home_of(user), status_code=303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, secret, max_age=SESSION_HOURS * 3600, httponly=True, samesite="strict", secure=secure)
    return answer


@pages.post("/logout")
def log_out(request: Request, session: InDatabase) -> Response:
    """End the session."""
    if secret := request.cookies.get(COOKIE):
        people.log_out(session, secret)
    answer = RedirectResponse("/login", status_code=303)
    answer.delete_cookie(COOKIE)
    return answer


@router.get("/users", summary="用户名册")
def users(user: Manager, session: InDatabase) -> list[UserOut]:
    """Active users."""
    return [UserOut(name=u.name, role=u.role, agency=u.agency) for u in people.users(session)]


@router.post("/users", summary="建立用户", status_code=201)
def add_user(new: UserIn, request: Request, user: Manager, session: InDatabase, now: Now) -> UserOut:
    """A new user."""
    try:
        made = people.add_user(session, **new.model_dump(), at=now)
    except Refused as error:
        raise Problem(409, str(error)) from error
    _record(session, request, user.name, "add-user", new.name, now)
    return UserOut(name=made.name, role=made.role, agency=made.agency)


@router.delete("/users/{name}", summary="停用用户", status_code=204)
def remove_user(name: str, request: Request, user: Manager, session: InDatabase, now: Now) -> Response:
    """The user can no longer log in."""
    try:
        people.deactivate(session, name)
    except NotFound as error:
        raise Problem(404, str(error)) from error
    _record(session, request, user.name, "remove-user", name, now)
    return Response(status_code=204)


@router.post("/tokens", summary="为本人建立令牌", status_code=201)
def make_token(new: TokenIn, request: Request, user: Reader, session: InDatabase, now: Now) -> TokenOut:
    """A token for programs."""
    if new.expires.tzinfo is None:
        raise Problem(422, "到期时间须写明时区，如 2027-01-01T00:00:00+08:00。")
    try:
        secret = people.make_token(
            session, user=user.name, label=new.label, scopes=new.scopes, expires=new.expires, at=now
        )
    except (Refused, NotFound) as error:
        raise Problem(409, str(error)) from error
    _record(session, request, user.name, "make-token", new.label, now)
    return TokenOut(token=secret)


def _record(session: Session, request: Request, user: str, action: str, what: str, now: datetime) -> None:
    address = request.client.host if request.client else ""
    people.record(session, user=user, action=action, what=what, address=address, at=now)
