"""Which database people's work is in."""

from __future__ import annotations

from api.settings import Settings
from api.workspace import Workspace
from consultation.database import sqlite_url


def database_url(settings: Settings, workspace: Workspace | None) -> str:
    """The database that the settings name, else the workspace's file, else one in memory."""
    if settings.database:
        return settings.database
    return sqlite_url(workspace.database) if workspace else "sqlite://"
