"""SPARQL 1.1 protocol, read-only (W3C, 2013): GET, POST form, POST direct; and the whole graph for download."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from api.deps import InLibrary
from api.problems import Problem
from api.projection import open_graph
from api.security import Reader
from kg.endpoint import TooSlow, answer
from kg.errors import UsageError
from kg.exchange import FORMATS, export

router = APIRouter()
DIRECT = "application/sparql-query"
FORM = "application/x-www-form-urlencoded"
MEDIA = {
    "trig": "application/trig",
    "turtle": "text/turtle",
    "jsonld": "application/ld+json",
    "nquads": "application/n-quads",
}


@router.get("/sparql", summary="SPARQL 查询（GET）", response_class=Response)
def query_get(
    request: Request, library: InLibrary, user: Reader, query: Annotated[str, Query(max_length=100_000)]
) -> Response:
    """`?query=`."""
    return _answered(library, query, request.headers.get("accept", ""))


@router.post("/sparql", summary="SPARQL 查询（POST）", response_class=Response)
async def query_post(request: Request, library: InLibrary, user: Reader) -> Response:
    """The query as a form field or as the whole body."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = (await request.body()).decode("utf-8", "replace")
    if kind == DIRECT:
        query = body
    elif kind == FORM:
        query = "".join(parse_qs(body).get("query", []))
    else:
        raise Problem(415, f"请求内容的类型应为 {DIRECT} 或 {FORM}。")
    return await run_in_threadpool(_answered, library, query, request.headers.get("accept", ""))


@router.get("/graph", summary="下载图谱", response_class=Response)
def graph(library: InLibrary, user: Reader, form: str = "trig", document: str | None = None) -> Response:
    """TriG, Turtle, JSON-LD or N-Quads; all documents or one."""
    if form not in FORMATS:
        raise Problem(422, f"图谱格式可选：{'、'.join(FORMATS)}。")
    if library.workspace is None:
        raise Problem(404, "没有工作区，无图谱可下载。")
    data = export(open_graph(library.workspace, read_only=True), form, document)
    return Response(data, media_type=MEDIA[form])


def _answered(library: InLibrary, query: str, accept: str) -> Response:
    if not query.strip():
        raise Problem(400, "缺少 query 参数。")
    if library.workspace is None:
        raise Problem(404, "没有工作区，无图谱可查询。")
    try:
        result = answer(library.workspace.graph, query, accept)
    except TooSlow as error:
        raise Problem(504, str(error)) from error
    except UsageError as error:
        raise Problem(400, str(error)) from error
    return Response(result.body, media_type=result.media_type)
