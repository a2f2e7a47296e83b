"""账户: one's password and tokens; for those who manage, the users and the record of who did what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy.orm import Session

from api.consulting import agency_of, members_of
from api.deps import InDatabase, InLibrary, Now
from api.journal import InJournal
from api.library import Library
from api.page.render import page
from api.page.words import ACTIONS, PERMISSION_WORDS
from api.routes.accounts import refuse_himself
from api.security import Manager, Reader
from consultation import people, tokens
from consultation.errors import Refused
from consultation.people import LOCAL, ROLE_WORDS, Permission, User, UserRole

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
LINES = 50  # of the record of who did what
Name = Annotated[str, Form(max_length=60)]
Secret = Annotated[str, Form(max_length=200)]


@router.get("/account")
def account(
    request: Request, library: InLibrary, user: Reader, session: InDatabase, error: str = "", done: str = ""
) -> HTMLResponse:
    """What a person can see and do about himself, and about others where he manages them."""
    return page(request, "account", library, **_shown(request, user, session), error=error, done=done)


def _shown(request: Request, user: User, session: Session) -> dict[str, Any]:
    more: dict[str, Any] = {
        "role": ROLE_WORDS[user.role],
        "tokens": tokens.tokens(session, user.name),
        "permissions": {p.value: PERMISSION_WORDS[p] for p in Permission if user.may(p)},
    }
    if user.may(Permission.MANAGE):
        lines, total = people.log(session, LINES, 0)
        more |= {"users": people.users(session), "roles": ROLE_WORDS, "lines": lines, "total": total}
        more |= {"actions": ACTIONS, "members": members_of(request.app.state.settings)}
    return more


@router.post("/account/password")
def password_changed(
    user: Reader, session: InDatabase, now: Now, journal: InJournal, old: Secret, new: Secret, again: Secret
) -> Response:
    """One's own, known by the old one; every session of the user ends."""
    if new != again:
        return _back(error="两次输入的新密码不同。")
    try:
        changed = people.change_password(session, user.name, old, new, journal.address, now)
    except Refused as error:
        return _back(error=str(error))
    journal.note(user.name, "set-password" if changed else "login-failed")
    return RedirectResponse("/login", status_code=303) if changed else _back(error="原密码不对。")


@router.post("/account/tokens")
def token_made(
    request: Request,
    library: InLibrary,
    user: Reader,
    session: InDatabase,
    now: Now,
    journal: InJournal,
    label: Annotated[str, Form(min_length=1, max_length=100)],
    days: Annotated[int, Form(ge=1, le=366)],
    scopes: Annotated[list[Permission] | None, Form()] = None,
) -> Response:
    """A token for a program; its secret is on the page this once."""
    wanted: dict[str, Any] = {"scopes": scopes or (), "expires": now + timedelta(days=days)}
    try:
        secret = people.make_token(session, user=user.name, label=label, **wanted, at=now)
    except Refused as error:
        return _back(error=str(error))
    journal.note(user.name, "make-token", label)
    return page(request, "account", library, **_shown(request, user, session), secret=secret)


@router.post("/account/tokens/revoke")
def token_revoked(user: Reader, session: InDatabase, journal: InJournal, id: Name) -> Response:
    """The token opens nothing from now on."""
    tokens.revoke_token(session, user.name, id)
    journal.note(user.name, "revoke-token", id)
    return _back(done="令牌已经撤销。")


@router.post("/users")
def user_added(
    user: Manager,
    library: InLibrary,
    session: InDatabase,
    now: Now,
    journal: InJournal,
    name: Name,
    password: Secret,
    role: Annotated[UserRole, Form()],
    agency: Name = "",
) -> Response:
    """A new user; the first has to be one who manages, for everybody logs in from then on."""

    def add() -> None:
        if user == LOCAL and role is not UserRole.ADMIN:
            raise Refused("第一个用户应为管理员：建立用户以后，所有人都须登录。")
        people.add_user(session, name=name, password=password, role=role, agency=_agency(library, agency), at=now)
        journal.note(user.name, "add-user", name)

    return _taken(session, add, f"已建立用户“{name}”。")


@router.post("/users/password")
def password_set(user: Manager, session: InDatabase, journal: InJournal, name: Name, password: Secret) -> Response:
    """For somebody who forgot his own."""

    def change() -> None:
        people.set_password(session, name, password)
        journal.note(user.name, "set-password", name)

    return _taken(session, change, f"已重设“{name}”的密码。")


@router.post("/users/remove")
def user_removed(user: Manager, session: InDatabase, journal: InJournal, name: Name) -> Response:
    """The user can no longer log in; what he did stays on record."""
    refuse_himself(user, name)

    def remove() -> None:
        people.deactivate(session, name)
        journal.note(user.name, "remove-user", name)

    return _taken(session, remove, f"已停用用户“{name}”。")


def _taken(session: Session, step: Callable[[], None], done: str) -> Response:
    try:
        step()
    except Refused as error:
        session.rollback()
        return _back(error=str(error))
    return _back(done=done)


def _back(**said: str) -> Response:
    told = "&".join(f"{name}={quote(text)}" for name, text in said.items())
    return RedirectResponse(f"/account?{told}", status_code=303)


def _agency(library: Library, value: str) -> str:
    return agency_of(library.vocabulary, value) if value else ""
