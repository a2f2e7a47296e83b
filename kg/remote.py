"""A graph store on any SPARQL 1.1 server, by its addresses for queries and updates.

One update request replaces one document, so the server's own transaction keeps it whole. A server may stop a long
answer in the middle and still say 200 (Oxigraph's time limit does): an answer that does not parse is an error here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx
from pyoxigraph import RdfFormat, Triple, parse

from kg.errors import StoreError, UsageError
from kg.ids import document_iri
from kg.model import Reading
from kg.rdf import triples_of
from kg.store import ONTOLOGY_GRAPH, Answer, GraphStore, OxigraphStore, replacement
from ontology.terms import PREFIXES
from ontology.turtle import HERE as ONTOLOGY

ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9, text/turtle;q=0.8"
GRAPHS = (RdfFormat.N_TRIPLES, RdfFormat.TURTLE)


class RemoteStore:
    """A server at `query_url`; `update_url` where updates go elsewhere; `timeout` seconds for a request."""

    def __init__(self, query_url: str, update_url: str | None = None, client: httpx.Client | None = None):
        self.query_url = query_url
        self.update_url = update_url or (
            query_url.removesuffix("/query") + "/update" if query_url.endswith("/query") else query_url
        )
        self.client = client or httpx.Client(timeout=60)

    def replace(self, reading: Reading) -> None:
        """One update request."""
        self.put(document_iri(reading.document.name), triples_of(reading))

    def put(self, graph: str, triples: Iterable[Triple]) -> None:
        """One update request."""
        self._update(replacement(graph, triples))

    def remove(self, name: str) -> None:
        """One update request."""
        self._update(f"DROP SILENT GRAPH <{document_iri(name)}>")

    def load(self, readings: Iterable[Reading]) -> None:
        """Document by document."""
        for reading in readings:
            self.replace(reading)

    def load_ontology(self, folder: Path = ONTOLOGY) -> None:
        """One update request for the whole vocabulary."""
        facts = (q.triple for path in sorted(folder.glob("*.ttl")) for q in parse(path=path, format=RdfFormat.TURTLE))
        self._update(replacement(ONTOLOGY_GRAPH, facts))

    def settle(self) -> None:
        """Nothing: the server keeps its own house."""

    def close(self) -> None:
        """Nothing: each request is a connection of its own."""

    def query(self, sparql: str) -> Answer:
        """Over what the server takes as its default graph; our stored queries name graphs themselves."""
        prefixes = "".join(f"PREFIX {name}: <{value}>\n" for name, value in PREFIXES.items())
        headers = {"content-type": "application/sparql-query", "accept": ACCEPT}
        found = self._post(self.query_url, prefixes + sparql, headers)
        kind = found.headers.get("content-type", "").partition(";")[0]
        if "json" in kind:
            return _answer(found.text)
        return Answer(triples=tuple(_triples(found.content, kind)))

    def triples(self, graph: str) -> Iterator[Triple]:
        """By a CONSTRUCT over one graph."""
        return iter(self.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}").triples)

    def _update(self, sparql: str) -> None:
        self._post(self.update_url, sparql, {"content-type": "application/sparql-update"})

    def _post(self, url: str, body: str, headers: Mapping[str, str]) -> httpx.Response:
        try:
            found = self.client.post(url, content=body.encode(), headers=dict(headers))
        except httpx.HTTPError as error:
            raise StoreError(f"{url}：图库服务器连不上（{error}）。请检查地址和网络。") from error
        if found.status_code == httpx.codes.BAD_REQUEST:
            raise UsageError(f"查询语句有误：{found.text[:200]}。请检查 SPARQL 语法。")
        if found.is_error:
            raise StoreError(f"{url}：图库服务器拒绝了请求（{found.status_code}）。请检查权限和服务器日志。")
        return found


def open_store(setting: str | Path | None, read_only: bool = False) -> GraphStore:
    """The store a setting names: none or `memory`, the address of a SPARQL server, or a folder."""
    if setting is None or str(setting) == "memory":
        return OxigraphStore()
    if str(setting).startswith(("http://", "https://")):
        return RemoteStore(str(setting))
    return OxigraphStore(Path(setting), read_only)


def _answer(text: str) -> Answer:
    try:
        found: dict[str, Any] = json.loads(text)
    except ValueError as error:
        raise StoreError("图库服务器的回答不完整，可能超出了时限。请缩小查询范围后重试。") from error
    if "boolean" in found:
        return Answer(verdict=found["boolean"])
    columns = tuple(found["head"]["vars"])
    rows = found["results"]["bindings"]
    return Answer(columns, tuple(tuple(row.get(c, {}).get("value") for c in columns) for row in rows))


def _triples(body: bytes, kind: str) -> Iterator[Triple]:
    form = next((f for f in GRAPHS if f.media_type == kind), RdfFormat.TURTLE)
    try:
        return iter([q.triple for q in parse(body, form)])
    except SyntaxError as error:
        raise StoreError("图库服务器的回答不完整，可能超出了时限。请缩小查询范围后重试。") from error
