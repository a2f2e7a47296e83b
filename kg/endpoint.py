"""SPARQL with a time limit that really stops a query: each runs in a process of its own that can be ended.

The binding of Oxigraph cannot cancel, so the query runs in a child that opens the graph folder read-only. Answers are
limited in size; updates and SERVICE are refused before anything runs.
"""

from __future__ import annotations

import multiprocessing
import re
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from pyoxigraph import QueryBoolean, QueryResultsFormat, QueryTriples, RdfFormat, Store

from kg.errors import StoreError, UsageError
from ontology.terms import PREFIXES

TIME_LIMIT = 20.0
SIZE_LIMIT = 50 * 1024 * 1024
QUERY_LIMIT = 100_000
RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}
LITERALS = re.compile(
    r"\"\"\".*?\"\"\"|'''.*?'''|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|<[^<>\"\s]*>|#[^\n]*", re.S
)
SERVICE = re.compile(r"\bSERVICE\b", re.I)
UPDATE = re.compile(r"\b(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b", re.I)


@dataclass(frozen=True, slots=True)
class Result:
    """Bytes of an answer and what they are."""

    body: bytes
    media_type: str


class TooSlow(UsageError):
    """The query was ended at the time limit."""


def refuse(query: str) -> None:
    """Raise UsageError for what this endpoint does not do."""
    if len(query) > QUERY_LIMIT:
        raise UsageError(f"查询语句超过 {QUERY_LIMIT} 个字符。请缩短后重试。")
    plain = LITERALS.sub(" ", query)
    if SERVICE.search(plain):
        raise UsageError("不支持 SERVICE：本端点不访问其他网站。请去掉后重试。")
    if UPDATE.search(plain):
        raise UsageError("本端点只读，不支持更新语句。")


def answer(folder: Path, query: str, accept: str = "", limit: float = TIME_LIMIT) -> Result:
    """Run one query on the graph in `folder`.

    Raises UsageError (syntax, refused), TooSlow after `limit` seconds, StoreError where the graph cannot be read.
    """
    refuse(query)
    context = multiprocessing.get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(str(folder), query, accept, sending), daemon=True)
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
    if kind == "syntax":
        raise UsageError(f"查询语句有误：{value}。请检查 SPARQL 语法。")
    if kind == "store":
        raise StoreError(value)
    return Result(value, media_type)


def _run(folder: str, query: str, accept: str, out: Connection) -> None:
    try:
        out.send(("ok", *_answered(folder, query, accept)))
    except SyntaxError as error:
        out.send(("syntax", str(error), ""))
    except (OSError, StoreError) as error:
        out.send(("store", str(error), ""))


def _answered(folder: str, query: str, accept: str) -> tuple[bytes, str]:
    store = Store.read_only(folder) if Path(folder).is_dir() else Store()
    found = store.query(query, use_default_graph_as_union=True, prefixes=PREFIXES)
    if isinstance(found, QueryTriples):
        media_type = chosen(accept, tuple(GRAPHS), "text/turtle")
        body = found.serialize(format=GRAPHS[media_type]) or b""
    else:
        media_type = chosen(accept, tuple(RESULTS), "application/sparql-results+json")
        form = RESULTS[media_type]
        if isinstance(found, QueryBoolean) and form in (QueryResultsFormat.CSV, QueryResultsFormat.TSV):
            return (b"true" if found else b"false"), media_type
        body = found.serialize(format=form) or b""
    if len(body) > SIZE_LIMIT:
        raise StoreError(f"结果超过 {SIZE_LIMIT // 1048576} MB。请加上 LIMIT 后重试。")
    return body, media_type


def chosen(accept: str, offered: tuple[str, ...], default: str) -> str:
    """The media type that an Accept header prefers among `offered`."""
    wanted = []
    for position, part in enumerate(accept.split(",")):
        name, _, options = part.strip().partition(";")
        weight = re.search(r"q\s*=\s*([\d.]+)", options)
        wanted.append((-(float(weight[1]) if weight else 1.0), position, name.strip().lower()))
    for _, _, name in sorted(wanted):
        if name in offered:
            return name
        if name.endswith("/*") and name != "*/*":
            found = next((o for o in offered if o.startswith(name[:-1])), None)
            if found:
                return found
    return default
