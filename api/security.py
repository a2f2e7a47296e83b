"""Who is asking, and may he: session cookies for browsers, bearer tokens for programs, one check on every route.

Without users the server is for one person on this machine (`consultation.people.LOCAL`); `SameSite` cookies, Fetch
Metadata and the Origin header keep other sites from acting in his name (OWASP, Cross-Site Request Forgery Prevention).
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import Engine
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Problem, problem
from consultation import people
from consultation.database import transaction
from consultation.people import LOCAL, Permission, User

COOKIE = "huishang_session"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
HTTPS_ONLY = {"Strict-Transport-Security": "max-age=31536000"}
UNTOLD = {"Cache-Control": "private, no-cache"}  # where a route says nothing else
TEST_NAMES = ("testserver", "testclient")  # of Starlette's test client; no peer on a network has such an address


def current_user(request: Request) -> User | None:
    """The person or program behind a request; the local user where none are configured."""
    if not request.app.state.doors.guarded():
        return LOCAL
    now = datetime.now(UTC)
    with transaction(request.app.state.engine) as session:
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return people.user_of_token(session, key.strip(), now)
        secret = request.cookies.get(COOKIE)
        return people.user_of_session(session, secret, now) if secret else None


def allowed(permission: Permission) -> Callable[[Request], User]:
    """A dependency that gives the user, or refuses: 401 for nobody, 403 for somebody who may not."""

    def check(request: Request) -> User:
        user = current_user(request)
        if user is None:
            raise Problem(401, "请先登录，或者在请求中提供有效的令牌。")
        if not user.may(permission):
            raise Problem(403, f"“{user.name}”没有进行此项操作的权限。")
        request.state.user = user
        return user

    return check


Reader = Annotated[User, Depends(allowed(Permission.READ))]
Drafter = Annotated[User, Depends(allowed(Permission.DRAFT))]
Speaker = Annotated[User, Depends(allowed(Permission.OPINE))]
Officer = Annotated[User, Depends(allowed(Permission.CASE))]
Manager = Annotated[User, Depends(allowed(Permission.MANAGE))]


class Doors:
    """Whether users are configured; once they are, this process never goes back to serving without login."""

    def __init__(self, engine: Engine):
        self.engine = engine
        self._seen = False

    def guarded(self) -> bool:
        """Whether everybody has to log in."""
        if not self._seen:
            with transaction(self.engine) as session:
                self._seen = people.any_users(session)
        return self._seen


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine only."""
    if host == "localhost" or host in TEST_NAMES:
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class Sealed:
    """Outermost layer: security headers on every answer."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, adding headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        wanted = HEADERS | UNTOLD | (HTTPS_ONLY if scope["scheme"] == "https" else {})

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {k.lower() for k, _ in message["headers"]}
                extra = [(k.encode(), v.encode()) for k, v in wanted.items() if k.lower().encode() not in present]
                message["headers"] = [*message["headers"], *extra]
            await send(message)

        await self.app(scope, receive, sealed)


class Guard:
    """Layer that lets no unsafe request from another site through, and without users nobody from another machine."""

    def __init__(self, app: ASGIApp, doors: Doors):
        self.app = app
        self.doors = doors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse or pass on."""
        refusal = self._refusal(Request(scope)) if scope["type"] == "http" else ""
        await (problem(403, refusal)(scope, receive, send) if refusal else self.app(scope, receive, send))

    def _refusal(self, request: Request) -> str:
        if not is_local(request) and not self.doors.guarded():
            return "未配置用户时只能从本机访问。"
        if request.method in SAFE or request.headers.get("authorization"):
            return ""
        site = request.headers.get("sec-fetch-site")
        if site not in (None, "same-origin", "none"):
            return "拒绝来自其他网站的请求。"
        origin = request.headers.get("origin")
        if origin and origin.partition("://")[2] != request.headers.get("host"):
            return "拒绝来自其他网站的请求。"
        return ""


def is_local(request: Request) -> bool:
    """Whether a request comes from this machine, by the address of its peer and by the name it asked for.

    The name alone could be forged; the address alone would let any web page in through DNS rebinding.
    """
    peer = request.client.host if request.client else "localhost"
    return is_loopback(peer) and is_loopback(request.url.hostname or "")
