"""The graph people share: one named graph a document, replaced whole in one update; where it is kept is a setting.

This module has the contract and Oxigraph, in memory or in a folder; `kg.remote` any SPARQL 1.1 server by its address.
The store is a projection: originals and the workspace are the truth, and it can be made again at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from pyoxigraph import Literal, NamedNode, QueryBoolean, QueryTriples, RdfFormat, Store, Triple

from kg.codec import iri
from kg.errors import StoreError, UsageError
from kg.ids import document_iri
from kg.model import Corpus, Reading
from kg.rdf import quads_of, reading_of, triples_of
from ontology.terms import HS, PREFIXES
from ontology.turtle import HERE as ONTOLOGY

ONTOLOGY_GRAPH = "https://huishang.example/graph/ontology"
NAMES = f"SELECT ?name ?sha WHERE {{ GRAPH ?g {{ ?g <{HS}fileName> ?name ; <{HS}sha256> ?sha }} }} ORDER BY ?name"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: `rows` of a SELECT under `columns`, `verdict` of an ASK, `triples` of a CONSTRUCT."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()
    verdict: bool | None = None
    triples: tuple[Triple, ...] = ()


class GraphStore(Protocol):
    """Where document graphs are kept."""

    def replace(self, reading: Reading) -> None:
        """Put a document's graph in the place of its former one, all or nothing. Raises StoreError."""
        ...

    def put(self, graph: str, triples: Iterable[Triple]) -> None:
        """Put any other graph (records of people's work) in the place of its former one. Raises StoreError."""
        ...

    def remove(self, name: str) -> None:
        """Drop the graph of the document called `name`; nothing where there is none. Raises StoreError."""
        ...

    def query(self, sparql: str) -> Answer:
        """Answer a SPARQL query over all graphs together. Raises UsageError (syntax) or StoreError."""
        ...

    def triples(self, graph: str) -> Iterator[Triple]:
        """All triples of one graph."""
        ...

    def load(self, readings: Iterable[Reading]) -> None:
        """First load of many documents into an empty store, faster than one by one. Raises StoreError."""
        ...

    def load_ontology(self, folder: Path = ONTOLOGY) -> None:
        """Put the vocabulary beside the documents, so that queries find labels and broader terms."""
        ...

    def settle(self) -> None:
        """After the last of several writes: bring them into the form that opens at once. Raises StoreError."""
        ...

    def close(self) -> None:
        """Let go of what it holds open; nothing can be asked after."""
        ...


def documents(store: GraphStore) -> dict[str, str]:
    """Name → sha256 of every document in the store."""
    return {name: sha for name, sha in store.query(NAMES).rows if name is not None and sha is not None}


def reading(store: GraphStore, name: str) -> Reading | None:
    """One document as it was read, from its graph."""
    return reading_of(store.triples(document_iri(name)))


def corpus(store: GraphStore) -> Corpus:
    """Every document of the store as it was read, in order of name."""
    found = (reading(store, name) for name in documents(store))
    return Corpus(tuple(r for r in found if r is not None))


def version(store: GraphStore) -> str:
    """A short digest of which documents, in which form, the store holds."""
    state = "\n".join(f"{name}\t{sha}" for name, sha in sorted(documents(store).items()))
    return blake2b(state.encode(), digest_size=8).hexdigest()


def replacement(graph: str, triples: Iterable[Triple]) -> str:
    """One SPARQL update that puts `triples` in the place of what `graph` holds."""
    body = " .\n".join(f"{t.subject} {t.predicate} {t.object}" for t in triples)
    return f"DROP SILENT GRAPH <{graph}> ;\nINSERT DATA {{ GRAPH <{graph}> {{\n{body}\n}} }}"


class OxigraphStore:
    """Oxigraph in memory, or in a folder that one process at a time may write."""

    def __init__(self, folder: Path | None = None, read_only: bool = False):
        self.folder = folder
        try:
            if folder is None:
                self.inner = Store()
            else:
                folder.mkdir(parents=True, exist_ok=True)
                self.inner = Store.read_only(str(folder)) if read_only else Store(str(folder))
        except (OSError, RuntimeError) as error:  # a damaged folder, or one whose files change at this moment
            raise StoreError(_cannot_open(folder, error)) from error

    def replace(self, reading: Reading) -> None:
        """One update string, so that a crash leaves the graph before or after."""
        self.put(document_iri(reading.document.name), triples_of(reading))

    def put(self, graph: str, triples: Iterable[Triple]) -> None:
        """One update string, as for documents."""
        self._update(replacement(graph, triples))

    def remove(self, name: str) -> None:
        """Drop the document's graph."""
        self._update(f"DROP SILENT GRAPH <{document_iri(name)}>")

    def load(self, readings: Iterable[Reading]) -> None:
        """Bulk load: not atomic, so into an empty store only."""
        try:
            self.inner.bulk_extend(q for r in readings for q in quads_of(r))
        except OSError as error:
            raise StoreError(f"图库写入失败：{error}。请检查磁盘空间后运行 huishang rebuild。") from error

    def query(self, sparql: str) -> Answer:
        """Over the union of all graphs; the project's prefixes are known."""
        try:
            found = self.inner.query(sparql, use_default_graph_as_union=True, prefixes=PREFIXES)
            if isinstance(found, QueryBoolean):
                return Answer(verdict=bool(found))
            if isinstance(found, QueryTriples):
                return Answer(triples=tuple(found))
            columns = tuple(v.value for v in found.variables)
            return Answer(columns, tuple(tuple(_value(row[c]) for c in columns) for row in found))
        except SyntaxError as error:
            raise UsageError(f"查询语句有误：{error}。请检查 SPARQL 语法。") from error
        except OSError as error:
            raise StoreError(f"图库读取失败：{error}。请运行 huishang rebuild 重建。") from error

    def triples(self, graph: str) -> Iterator[Triple]:
        """From the index of graphs."""
        return (q.triple for q in self.inner.quads_for_pattern(None, None, None, iri(graph)))

    def load_ontology(self, folder: Path = ONTOLOGY) -> None:
        """Put the vocabulary beside the documents, so that queries find labels and broader terms."""
        graph = iri(ONTOLOGY_GRAPH)
        self.inner.clear_graph(graph)
        for path in sorted(folder.glob("*.ttl")):
            self.inner.load(path=str(path), format=RdfFormat.TURTLE, to_graph=graph)

    def settle(self) -> None:
        """Out of the write-ahead log, which every reader of the folder would replay at 10 MB a second."""
        try:
            self.inner.flush()
        except OSError as error:
            raise StoreError(f"图库写入失败：{error}。请检查磁盘空间。") from error

    def close(self) -> None:
        """Oxigraph closes a folder with the last reference to it."""
        del self.inner

    def _update(self, sparql: str) -> None:
        try:
            self.inner.update(sparql)
        except (OSError, SyntaxError) as error:
            raise StoreError(f"图库写入失败：{error}。原有内容未改动。") from error


def _value(term: object) -> str | None:
    if isinstance(term, NamedNode | Literal):
        return term.value
    return None if term is None else str(term)


def _cannot_open(folder: Path | None, error: Exception) -> str:
    if "lock" in str(error).lower():
        return f"{folder}：图库正被另一个进程使用。请稍后再试，或以只读方式打开。"
    return f"{folder}：图库打不开（{error}）。请检查路径和权限，或运行 huishang rebuild 重建。"
