"""The graph for others: TriG, N-Quads, JSON-LD and Turtle, and views of it through rdflib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Quad, RdfFormat, Store, serialize

from kg.codec import iri
from kg.errors import UsageError
from kg.ids import document_iri
from kg.model import Reading
from kg.rdf import triples_of
from kg.remote import RemoteStore
from kg.store import GraphStore, OxigraphStore, documents
from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from rdflib import Dataset, Graph

FORMATS = {"trig": RdfFormat.TRIG, "turtle": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD, "nquads": RdfFormat.N_QUADS}


def export(store: GraphStore, form: str, name: str | None = None) -> bytes:
    """All documents of the store, or the one called `name`, in one of FORMATS (Turtle merges the graphs).

    Raises UsageError for another format or a document that is not there.
    """
    if form not in FORMATS:
        raise UsageError(f"不支持的图格式：{form}。可用：{'、'.join(FORMATS)}。")
    held = documents(store)
    if name is not None and name not in held:
        raise UsageError(f"{name}：图库里没有这份文件。")
    graphs = [document_iri(n) for n in ([name] if name is not None else held)]
    if form == "turtle":
        merged = (t for g in graphs for t in store.triples(g))
        return serialize(merged, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    copy = Store()
    for graph in graphs:
        copy.extend(Quad(t.subject, t.predicate, t.object, iri(graph)) for t in store.triples(graph))
    return copy.dump(format=FORMATS[form], prefixes=PREFIXES) or b""


def rdflib_dataset(store: GraphStore) -> Dataset:
    """The store through rdflib's API, default graph the union of all; for reading (writes go through the store)."""
    from rdflib import Dataset

    if isinstance(store, OxigraphStore):
        from oxrdflib import OxigraphStore as Bridge

        return Dataset(store=Bridge(store=store.inner), default_union=True)
    if isinstance(store, RemoteStore):
        from rdflib.plugins.stores.sparqlstore import SPARQLStore

        return Dataset(store=SPARQLStore(store.query_url), default_union=True)
    raise UsageError("这种图库没有 rdflib 视图。")


def rdflib_graph(reading: Reading) -> Graph:
    """One reading as an rdflib graph of its own."""
    from rdflib import Graph

    graph = Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph.parse(data=serialize(triples_of(reading), format=RdfFormat.N_TRIPLES) or b"", format="nt")
