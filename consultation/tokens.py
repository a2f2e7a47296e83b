"""A person's API tokens as he sees them: a list without secrets, and taking one back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from consultation.errors import NotFound
from consultation.models import TokenRow
from consultation.people import Permission

TOKEN_ID = 16  # letters of a token's digest that name it


@dataclass(frozen=True, slots=True)
class Token:
    """An API token without its secret; `id` names it to its owner."""

    id: str
    label: str
    scopes: tuple[Permission, ...]
    created: datetime
    expires: datetime


def tokens(session: Session, user: str) -> list[Token]:
    """Tokens of a user, newest first."""
    rows = session.scalars(select(TokenRow).where(TokenRow.user == user).order_by(TokenRow.created.desc()))
    return [
        Token(r.id[:TOKEN_ID], r.label, tuple(map(Permission, r.scopes.split(","))), r.created, r.expires) for r in rows
    ]


def revoke_token(session: Session, user: str, id_: str) -> None:
    """Take a token away from its owner; raises NotFound for one that is not his."""
    mine = session.scalars(select(TokenRow).where(TokenRow.user == user))
    row = next((r for r in mine if r.id[:TOKEN_ID] == id_), None)
    if row is None:
        raise NotFound("没有这个令牌，或者不是您的。")
    session.delete(row)
