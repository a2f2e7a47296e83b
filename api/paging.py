"""Pages of a list with links (RFC 8288) and the total in a header."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeVar
from urllib.parse import quote, urlencode

from fastapi import Query, Request, Response

T = TypeVar("T")
Limit = Annotated[int, Query(ge=1, le=1000, description="每页条数")]
Offset = Annotated[int, Query(ge=0, le=10_000_000, description="从第几条开始")]


def paged(items: Sequence[T], request: Request, response: Response, limit: int, offset: int) -> list[T]:
    """The page of `items`, with its links on the response."""
    link(request, response, len(items), limit, offset)
    return list(items[offset : offset + limit])


def link(request: Request, response: Response, total: int, limit: int, offset: int) -> None:
    """Put `Link` with first, prev, next, last and `X-Total-Count` on the response."""
    links = {"first": 0, "last": max(0, (total - 1) // limit * limit)}
    if offset > 0:
        links["prev"] = max(0, offset - limit)
    if offset + limit < total:
        links["next"] = offset + limit
    response.headers["Link"] = ", ".join(f'<{_url(request, limit, o)}>; rel="{rel}"' for rel, o in links.items())
    response.headers["X-Total-Count"] = str(total)


def _url(request: Request, limit: int, offset: int) -> str:
    query = [(k, v) for k, v in request.query_params.multi_items() if k not in ("limit", "offset")]
    return f"{quote(request.url.path)}?{urlencode([*query, ('limit', limit), ('offset', offset)])}"
