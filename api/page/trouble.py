"""What went wrong, as a page for people at a browser; programs get the problem details of `api.problems`."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import WebSocketRequestValidationError
from fastapi.responses import RedirectResponse

from api.page.render import page
from api.problems import MEDIA_TYPE
from api.security import current_user

Handler = Callable[[Any, Any], Any]


def install(app: FastAPI) -> None:
    """Let every problem that a browser runs into come as a page; to be called after `problems.install`."""
    for kind, handler in list(app.exception_handlers.items()):
        if kind is not WebSocketRequestValidationError:
            app.exception_handlers[kind] = _shown(handler)


def wants_page(request: Request) -> bool:
    """Whether a person at a browser waits for the answer."""
    return not request.url.path.startswith("/api/") and "text/html" in request.headers.get("accept", "")


def trouble(request: Request, status: int, heading: str, detail: str) -> Response:
    """A page with one sentence; somebody not logged in is led to the login and back."""
    if status == 401:
        wanted = request.url.path if request.method == "GET" else ""
        return RedirectResponse(f"/login?next={quote(wanted)}" if wanted.strip("/") else "/login", status_code=303)
    if status < 500 and not hasattr(request.state, "user"):
        request.state.user = current_user(request)
    return page(request, "trouble", request.app.state.library, status, heading=heading, detail=detail)


def _shown(handler: Handler) -> Handler:
    async def shown(request: Request, error: Any) -> Response:
        answer: Response = await handler(request, error)
        if answer.media_type != MEDIA_TYPE or not wants_page(request):
            return answer
        said = json.loads(bytes(answer.body))
        return trouble(request, answer.status_code, said["title"], said["detail"])

    return shown
