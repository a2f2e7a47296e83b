"""A workspace with the examples, an application over it, and people who can log in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from fastapi import FastAPI

from api.app import create_app
from api.settings import Settings
from api.workspace import Workspace
from consultation import people
from consultation.database import transaction
from consultation.people import PERMISSIONS, UserRole
from ingest.readers.source import open_source

EXAMPLES = Path(__file__).parents[2] / "examples"
IN_FORCE = sorted((EXAMPLES / "in-force").iterdir())
DRAFT = next((EXAMPLES / "drafts").glob("草案一*.txt"))
PASSWORD = "足够长的密码1234"
NOW = datetime.now(UTC)


def workspace(folder: Path, examples: bool = True) -> Workspace:
    """A workspace below `folder`, with the example documents or without any."""
    made = Workspace(folder / ".huishang")
    made.create()
    for path in IN_FORCE if examples else ():
        made.keep(open_source(path), path.read_bytes())
    return made


def application(folder: Path, examples: bool = True, users: bool = False, **settings: object) -> FastAPI:
    """An application; with `users` one of each role, called by the name of the role."""
    app = create_app(Settings(**settings), workspace(folder, examples))  # type: ignore[arg-type]
    if users:
        with transaction(app.state.engine) as session:
            for role in UserRole:
                people.add_user(session, name=role.value, password=PASSWORD, role=role, agency="hrss", at=NOW)
    return app


def bearer(app: FastAPI, role: UserRole) -> dict[str, str]:
    """The header that proves the user of this role, with all that he may do."""
    with transaction(app.state.engine) as session:
        end, scopes = NOW + timedelta(days=1), PERMISSIONS[role]
        secret = people.make_token(session, user=role.value, label="x", scopes=scopes, expires=end, at=NOW)
    return {"Authorization": f"Bearer {secret}"}
