"""Users, sessions, API tokens, failed logins and the record of who did what.

Passwords are kept as argon2id hashes (RFC 9106); sessions and tokens only as SHA-256 of a random secret, so that a
stolen database opens no door. Left out: how a request carries them (`api.security`).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from hashlib import sha256
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from consultation.errors import NotFound, Refused
from consultation.models import AuditRow, LoginFailureRow, SessionRow, TokenRow, UserRow

HASHER = PasswordHasher()
SESSION_HOURS = 12
FAILURES_ALLOWED = 5
FAILURE_WINDOW = timedelta(minutes=15)
MIN_PASSWORD = 10


class UserRole(StrEnum):
    """What a person may do; see PERMISSIONS."""

    ANALYST = "analyst"
    DRAFTER = "drafter"
    LIAISON = "liaison"
    OFFICE = "office"
    ADMIN = "admin"


class Permission(StrEnum):
    """One thing that a route asks for."""

    READ = "read"
    DRAFT = "draft"
    OPINE = "opine"
    CASE = "case"
    MANAGE = "manage"


ROLE_WORDS = {
    UserRole.ANALYST: "分析人员",
    UserRole.DRAFTER: "起草人",
    UserRole.LIAISON: "联络员",
    UserRole.OFFICE: "办公室",
    UserRole.ADMIN: "管理员",
}
PERMISSIONS = {
    UserRole.ANALYST: frozenset({Permission.READ}),
    UserRole.DRAFTER: frozenset({Permission.READ, Permission.DRAFT}),
    UserRole.LIAISON: frozenset({Permission.READ, Permission.OPINE}),
    UserRole.OFFICE: frozenset({Permission.READ, Permission.DRAFT, Permission.OPINE, Permission.CASE}),
    UserRole.ADMIN: frozenset(Permission),
}


@dataclass(frozen=True, slots=True)
class User:
    """A person: login name, role, and the agency he speaks for."""

    name: str
    role: UserRole
    agency: str = ""
    scopes: frozenset[Permission] | None = None  # of an API token; None for a person at the browser

    def may(self, permission: Permission) -> bool:
        """Whether role and token allow it."""
        return permission in PERMISSIONS[self.role] and (self.scopes is None or permission in self.scopes)


LOCAL = User("本机用户", UserRole.ADMIN)


def any_users(session: Session) -> bool:
    """Whether users are configured; without any the server is for one person on this machine."""
    return bool(session.scalar(select(func.count()).select_from(UserRow).where(UserRow.active)))


def add_user(session: Session, *, name: str, password: str, role: UserRole, agency: str = "", at: datetime) -> User:
    """A new user; raises Refused for a weak password or a name in use."""
    if not name.strip() or len(name) > 60:
        raise Refused("用户名应为 1 至 60 个字符。")
    if session.get(UserRow, name) is not None:
        raise Refused(f"用户“{name}”已存在。")
    session.add(UserRow(name=name, role=role.value, agency=agency, password=_hashed(password), active=True, created=at))
    session.flush()
    return User(name, role, agency)


def set_password(session: Session, name: str, password: str) -> None:
    """A new password ends every session of the user."""
    row = _row(session, name)
    row.password = _hashed(password)
    session.execute(delete(SessionRow).where(SessionRow.user == name))


def change_password(session: Session, name: str, old: str, new: str, address: str, at: datetime) -> bool:
    """As `set_password` by the person himself; False for a wrong old password, which counts as a failed login.

    Raises Refused for a weak new one, or after too many failures.
    """
    if log_in(session, name=name, password=old, address=address, at=at) is None:
        return False
    set_password(session, name, new)
    return True


def deactivate(session: Session, name: str) -> None:
    """The user can no longer log in; his record stays."""
    _row(session, name).active = False
    session.execute(delete(SessionRow).where(SessionRow.user == name))
    session.execute(delete(TokenRow).where(TokenRow.user == name))


def users(session: Session) -> list[User]:
    """Active users by name."""
    rows = session.scalars(select(UserRow).where(UserRow.active).order_by(UserRow.name))
    return [_user(row) for row in rows]


def log_in(session: Session, *, name: str, password: str, address: str, at: datetime) -> str | None:
    """A session secret, or None for a wrong name or password (which is counted).

    Raises Refused after FAILURES_ALLOWED failures of this name or address within FAILURE_WINDOW.
    """
    since = at - FAILURE_WINDOW
    for column, value in ((LoginFailureRow.name, name), (LoginFailureRow.address, address)):
        counted = select(func.count()).select_from(LoginFailureRow).where(column == value, LoginFailureRow.at > since)
        limit = FAILURES_ALLOWED if column is LoginFailureRow.name else FAILURES_ALLOWED * 4
        if (session.scalar(counted) or 0) >= limit:
            raise Refused("登录失败次数过多，请 15 分钟后再试。")
    row = session.get(UserRow, name)
    known = _matches(row.password if row else _nobody(), password)  # takes as long for a name that is not there
    if row is None or not row.active or not known:
        session.add(LoginFailureRow(name=name[:60], address=address[:60], at=at))
        return None
    secret = secrets.token_urlsafe(32)
    expires = at + timedelta(hours=SESSION_HOURS)
    session.add(SessionRow(id=_digest(secret), user=name, created=at, expires=expires))
    return secret


def log_out(session: Session, secret: str) -> None:
    """End a session."""
    session.execute(delete(SessionRow).where(SessionRow.id == _digest(secret)))


def user_of_session(session: Session, secret: str, at: datetime) -> User | None:
    """Whose session this is, while it lasts."""
    row = session.get(SessionRow, _digest(secret))
    if row is None or row.expires <= at:
        return None
    found = session.get(UserRow, row.user)
    return _user(found) if found is not None and found.active else None


def make_token(
    session: Session, *, user: str, label: str, scopes: Iterable[Permission], expires: datetime, at: datetime
) -> str:
    """An API token with scopes and an end; shown once."""
    owner = _user(_row(session, user))
    wanted = frozenset(scopes)
    if not wanted or any(not owner.may(p) for p in wanted):
        raise Refused("令牌的权限不能为空，也不能超出本人的权限。")
    if expires <= at:
        raise Refused("令牌的到期时间须晚于现在。")
    secret = "hs_" + secrets.token_urlsafe(32)
    joined = ",".join(sorted(wanted))
    session.add(TokenRow(id=_digest(secret), user=user, label=label, scopes=joined, created=at, expires=expires))
    session.flush()
    return secret


def user_of_token(session: Session, secret: str, at: datetime) -> User | None:
    """Whose token this is, limited to its scopes, until it expires."""
    row = session.get(TokenRow, _digest(secret))
    if row is None or row.expires <= at:
        return None
    found = session.get(UserRow, row.user)
    if found is None or not found.active:
        return None
    scopes = frozenset(Permission(s) for s in row.scopes.split(","))
    return User(found.name, UserRole(found.role), found.agency, scopes)


def record(session: Session, *, user: str, action: str, what: str, address: str, at: datetime, **more: Any) -> None:
    """One line of the audit log."""
    session.add(AuditRow(at=at, user=user, action=action, what=what[:300], address=address, data=more))


def log(session: Session, limit: int, offset: int) -> tuple[list[AuditRow], int]:
    """Lines of the audit log, newest first, and how many there are."""
    query = select(AuditRow).order_by(AuditRow.id.desc()).limit(limit).offset(offset)
    return list(session.scalars(query)), session.scalar(select(func.count()).select_from(AuditRow)) or 0


def _hashed(password: str) -> str:
    if len(password) < MIN_PASSWORD:
        raise Refused(f"密码至少 {MIN_PASSWORD} 个字符。")
    return HASHER.hash(password)


@cache
def _nobody() -> str:
    return HASHER.hash(secrets.token_urlsafe(16))


def _matches(hashed: str, password: str) -> bool:
    try:
        return HASHER.verify(hashed, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _row(session: Session, name: str) -> UserRow:
    row = session.get(UserRow, name)
    if row is None:
        raise NotFound(f"没有用户“{name}”。")
    return row


def _user(row: UserRow) -> User:
    return User(row.name, UserRole(row.role), row.agency)
