"""SPARQL 1.1 protocol, read-only (W3C, 2013): GET, POST form, POST direct; and the whole graph for download."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from api.deps import InLibrary
from api.library import Library
from api.problems import Problem, may_answer
from api.querying import ask
from api.security import Reader
from kg.endpoint import Busy, Dataset, TooSlow
from kg.errors import UsageError
from kg.exchange import export
from kg.forms import GRAPHS, RESULTS
from kg.readonly import QUERY_LIMIT

router = APIRouter(tags=["图谱"])
DIRECT = "application/sparql-query"
FORM = "application/x-www-form-urlencoded"
MEDIA = {
    "trig": "application/trig",
    "turtle": "text/turtle",
    "jsonld": "application/ld+json",
    "nquads": "application/n-quads",
}
EXAMPLE = "SELECT ?label WHERE { ?agency a org:Organization ; skos:prefLabel ?label } LIMIT 10"
ANY_FORM: dict[int | str, dict[str, Any]] = {
    200: {"description": "查询结果", "content": {kind: {} for kind in (*RESULTS, *GRAPHS)}},
    **may_answer(400, 504),
}
BODY = {
    "required": True,
    "content": {
        DIRECT: {"schema": {"type": "string", "minLength": 1}, "example": EXAMPLE},
        FORM: {
            "schema": {
                "type": "object",
                "required": ["query"],
                "properties": {
                    "query": {"type": "string", "minLength": 1, "maxLength": QUERY_LIMIT},
                    "default-graph-uri": {"type": "array", "items": {"type": "string"}},
                    "named-graph-uri": {"type": "array", "items": {"type": "string"}},
                },
            },
            "example": {"query": EXAMPLE},
        },
    },
}


@router.get("/sparql", summary="SPARQL 查询（GET）", response_class=Response, responses=ANY_FORM)
def query_get(
    request: Request,
    library: InLibrary,
    user: Reader,
    query: Annotated[str, Query(min_length=1, max_length=QUERY_LIMIT, description="查询语句", examples=[EXAMPLE])],
) -> Response:
    """`?query=`, and the graphs that it is about as `default-graph-uri` and `named-graph-uri`."""
    given = request.query_params
    graphs = Dataset(tuple(given.getlist("default-graph-uri")), tuple(given.getlist("named-graph-uri")))
    return _answered(library, query, request.headers.get("accept", ""), graphs)


@router.post(
    "/sparql",
    summary="SPARQL 查询（POST）",
    response_class=Response,
    responses={**ANY_FORM, **may_answer(415)},
    openapi_extra={"requestBody": BODY},
)
async def query_post(request: Request, library: InLibrary, user: Reader) -> Response:
    """The query as a form field or as the whole body."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = (await request.body()).decode("utf-8", "replace")
    given = {name: request.query_params.getlist(name) for name in ("default-graph-uri", "named-graph-uri")}
    if kind == DIRECT:
        query = body
    elif kind == FORM:
        given = parse_qs(body)
        query = _one(given)
    else:
        raise Problem(415, f"请求内容的类型应为 {DIRECT} 或 {FORM}。")
    graphs = Dataset(tuple(given.get("default-graph-uri", ())), tuple(given.get("named-graph-uri", ())))
    return await run_in_threadpool(_answered, library, query, request.headers.get("accept", ""), graphs)


@router.get(
    "/graph",
    summary="下载图谱",
    response_class=Response,
    responses={200: {"description": "图谱", "content": {kind: {} for kind in MEDIA.values()}}},
)
def graph(
    library: InLibrary,
    user: Reader,
    form: Annotated[Literal["trig", "turtle", "jsonld", "nquads"], Query(description="图谱格式")] = "trig",
    document: Annotated[str | None, Query(max_length=300, description="只要一份文件的图，写文件名")] = None,
) -> Response:
    """TriG, Turtle, JSON-LD or N-Quads; all documents or one."""
    return Response(export(library.graph(), form, document), media_type=MEDIA[form])


def _one(given: dict[str, list[str]]) -> str:
    if "update" in given:
        raise Problem(400, "本端点只读，不支持更新语句。")
    queries = given.get("query", [])
    if len(queries) != 1:
        raise Problem(400, "应有且只有一个 query 参数。")
    return queries[0]


def _answered(library: Library, query: str, accept: str, graphs: Dataset) -> Response:
    if not query.strip():
        raise Problem(400, "缺少查询语句。")
    try:
        result = ask(library, query, accept, graphs)
    except TooSlow as error:
        raise Problem(504, str(error)) from error
    except Busy as error:
        raise Problem(503, str(error), {"Retry-After": "5"}) from error
    except UsageError as error:
        raise Problem(400, str(error)) from error
    return Response(result.body, media_type=result.media_type)
