"""What routes receive: the library of this application."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from api.library import Library


def _library(request: Request) -> Library:
    found: Library = request.app.state.library
    return found


InLibrary = Annotated[Library, Depends(_library)]
