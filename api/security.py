"""Who is asking, and may he: session cookies for browsers, bearer tokens for programs, one check on every route.

Without users the server is for one person on this machine (`consultation.people.LOCAL`); `SameSite` cookies, Fetch
Metadata and the Origin header keep other sites from acting in his name (OWASP, Cross-Site Request Forgery Prevention).
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.types import ASGIApp, Receive, Scope, Send

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
}


def current_user(request: Request) -> User | None:
    """The person or program behind a request; the local user where none are configured."""
    engine = request.app.state.engine
    now = datetime.now(UTC)
    with transaction(engine) as session:
        if not people.any_users(session):
            return LOCAL
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


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine only."""
    if host in ("localhost", "testserver"):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class Guard:
    """Outermost layer: security headers on every answer, and no unsafe request from another site."""

    def __init__(self, app: ASGIApp, local_only: Callable[[], bool]):
        self.app = app
        self.local_only = local_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse or pass on, adding headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sealed(message: Any) -> None:
            if message["type"] == "http.response.start":
                present = {k.lower() for k, _ in message["headers"]}
                extra = [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.lower().encode() not in present]
                message["headers"] = [*message["headers"], *extra]
            await send(message)

        refusal = self._refusal(Request(scope))
        await (problem(403, refusal)(scope, receive, sealed) if refusal else self.app(scope, receive, sealed))

    def _refusal(self, request: Request) -> str:
        host = request.url.hostname or ""
        if self.local_only() and not is_loopback(host):
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
