"""SPARQL with a time limit that really stops a query: each runs in a process of its own that can be ended.

The binding of Oxigraph cannot cancel, so the query runs in a child that opens the graph folder read-only, or asks the
SPARQL server that keeps the graph. A server's own time limit may end an answer in the middle and still say 200: its
answers are read whole before they are passed on. (Oxigraph's server does not watch its limit inside a count over a
union of graphs: there only our side stops.) Time, size, memory and the number of queries at once are limited; updates
and SERVICE are refused before anything runs.
"""

from __future__ import annotations

import multiprocessing
import resource
import threading
import time
from dataclasses import dataclass
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path

import httpx
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
)
from pyoxigraph import parse_query_results as parse_results

from kg.errors import StoreError, UsageError
from kg.forms import Limited, written
from kg.readonly import is_update, refuse
from ontology.terms import PREFIXES

TIME_LIMIT = 20.0
MEMORY_LIMIT = 4 * 1024**3  # bytes of address space of one query
AT_ONCE = 4
OPENINGS, PAUSE = 6, 0.2  # how often a graph is opened that is being written, and the seconds between
PLACES = threading.BoundedSemaphore(AT_ONCE)
ASKED_OF_A_SERVER = "application/sparql-results+json, application/n-triples;q=0.9"
CUT = "图库服务器的回答不完整，可能超出了时限。请缩小查询范围后重试。"


@dataclass(frozen=True, slots=True)
class Result:
    """Bytes of an answer and what they are."""

    body: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """Graphs that a client names in the protocol (SPARQL 1.1 Protocol, 2.1.4); none: all graphs together."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


Asked = tuple[str, str, str, float, Dataset, int]  # place, query, accept, limit, graphs, memory


class TooSlow(UsageError):
    """The query was ended at the time limit."""


class Busy(StoreError):
    """As many queries as may run at once are running."""


def answer(
    place: Path | str,
    query: str,
    accept: str = "",
    limit: float = TIME_LIMIT,
    graphs: Dataset | None = None,
    memory: int = MEMORY_LIMIT,
) -> Result:
    """Run one query on the graph at `place`: a folder, or the query address of a SPARQL server.

    `limit` in seconds, `memory` in bytes. Raises UsageError (syntax, refused), TooSlow after `limit`, Busy, StoreError
    where the graph cannot be read or the answer is too large.
    """
    refuse(query)
    if not PLACES.acquire(timeout=1.0):
        raise Busy(f"正在进行的查询已有 {AT_ONCE} 个。请稍后再试。")
    try:
        return _in_a_child(limit, (str(place), query, accept, limit, graphs or Dataset(), memory))
    finally:
        PLACES.release()


def _in_a_child(limit: float, asked: Asked) -> Result:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", __name__])
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(*asked, sending), daemon=True)
    process.start()
    sending.close()
    try:
        if not receiving.poll(limit):
            raise TooSlow(f"查询超过 {limit:g} 秒，已停止。请缩小范围或加上 LIMIT 后重试。")
        kind, value, media_type = receiving.recv()
    except EOFError:
        raise StoreError("查询进程意外结束，可能是内存不足。请缩小范围后重试。") from None
    finally:
        process.kill()
        process.join()
        receiving.close()
    if kind == "ok":
        return Result(value, media_type)
    raise {"usage": UsageError, "slow": TooSlow}.get(kind, StoreError)(value)


def _run(place: str, query: str, accept: str, limit: float, graphs: Dataset, memory: int, out: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    try:
        server = place.startswith(("http://", "https://"))
        found = _asked(place, query, limit, graphs) if server else _queried(place, query, graphs)
        out.send(("ok", *written(found, accept)))
    except SyntaxError as error:
        out.send(("usage", _what_is_wrong(query, error), ""))
    except (UsageError, ValueError) as error:
        out.send(("usage", str(error), ""))
    except (OSError, StoreError, MemoryError) as error:
        out.send(("store", str(error) or "内存不足。请缩小范围后重试。", ""))


def _what_is_wrong(query: str, error: SyntaxError) -> str:
    if is_update(query):
        return "本端点只读，不支持更新语句。"
    return f"查询语句有误：{error}。请检查 SPARQL 语法。"


def _queried(folder: str, query: str, graphs: Dataset) -> QueryBoolean | QuerySolutions | QueryTriples:
    store = opened(folder) if Path(folder).is_dir() else Store()
    if graphs.default or graphs.named:
        default: list[NamedNode | BlankNode | DefaultGraph] = [NamedNode(g) for g in graphs.default]
        named: list[NamedNode | BlankNode] = [NamedNode(g) for g in graphs.named]
        return store.query(query, prefixes=PREFIXES, default_graph=default, named_graphs=named)
    return store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)


def opened(folder: str) -> Store:
    """The graph of a folder, to be read; asked again where a writer changes its files at that moment.

    Raises StoreError where it still cannot be read after a second.
    """
    for left in reversed(range(OPENINGS)):
        try:
            return Store.read_only(folder)
        except (OSError, RuntimeError) as error:
            if not left:
                raise StoreError(
                    f"图库暂时打不开（{error}）。请稍后重试；仍打不开的，请运行 huishang rebuild 重建。"
                ) from error
            time.sleep(PAUSE)
    raise AssertionError


def _asked(url: str, query: str, limit: float, graphs: Dataset) -> QueryBoolean | QuerySolutions | QueryTriples:
    """The server's answer, whole; the query is parsed here first, so that no server takes an update for a query."""
    Store().query(query, prefixes=PREFIXES)
    parameters = [("default-graph-uri", g) for g in graphs.default] + [("named-graph-uri", g) for g in graphs.named]
    prologue = "".join(f"PREFIX {name}: <{value}>\n" for name, value in PREFIXES.items())
    headers = {"content-type": "application/sparql-query", "accept": ASKED_OF_A_SERVER}
    sent = {"params": parameters or [("union-default-graph", "true")], "headers": headers, "timeout": limit}
    body = Limited()
    try:
        with httpx.stream("POST", url, content=(prologue + query).encode(), **sent) as found:  # type: ignore[arg-type]
            for chunk in found.iter_bytes():
                body.write(chunk)
    except httpx.HTTPError as error:
        raise StoreError(f"图库服务器连不上（{type(error).__name__}）。请检查地址和网络。") from error
    if found.status_code == httpx.codes.BAD_REQUEST:
        raise UsageError("图库服务器不接受这条查询语句。请检查 SPARQL 语法。")
    if found.is_error:
        raise StoreError(f"图库服务器拒绝了请求（{found.status_code}）。请检查权限和服务器日志。")
    return _parsed(body.value(), found.headers.get("content-type", ""))


def _parsed(body: bytes, kind: str) -> QueryBoolean | QuerySolutions | QueryTriples:
    try:
        if "json" in kind:
            whole = parse_results(BytesIO(body), format=QueryResultsFormat.JSON)
            return whole if isinstance(whole, QueryBoolean) else _checked(body)
        copy = Store()
        copy.load(body, format=RdfFormat.N_TRIPLES if "n-triples" in kind else RdfFormat.TURTLE)
    except (SyntaxError, ValueError, OSError) as error:
        raise StoreError(CUT) from error
    return copy.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")


def _checked(body: bytes) -> QueryBoolean | QuerySolutions | QueryTriples:
    """Solutions of a body that holds to its end: read once to see that, once more to be passed on."""
    for _ in parse_results(BytesIO(body), format=QueryResultsFormat.JSON):  # type: ignore[union-attr]
        pass
    return parse_results(BytesIO(body), format=QueryResultsFormat.JSON)
