"""Whether a document's graph is complete by the shapes of ontology/shapes.ttl (SHACL, one document at a time).

For completeness of records, not for joins: those are the checks' work.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.exchange import rdflib_graph
from kg.model import Reading
from ontology.turtle import HERE, facts

if TYPE_CHECKING:
    from rdflib import Graph

SHAPES = HERE / "shapes.ttl"


@cache
def _parsed(path: Path) -> Graph:
    from rdflib import Graph

    return Graph().parse(path, format="turtle")


@cache
def _terms() -> Graph:
    """What the shapes ask of the vocabulary: that a term is a concept."""
    from rdflib import RDF, SKOS, Graph, URIRef

    graph = Graph()
    concept = (RDF.type, SKOS.Concept)
    for iri, about in facts().items():
        if (str(SKOS.Concept), "") in about.get(str(RDF.type), ()):
            graph.add((URIRef(iri), *concept))
    return graph


def violations(reading: Reading, shapes: Path = SHAPES) -> tuple[str, ...]:
    """What the shapes find wanting in a document's graph, as `node: message`; empty where it is complete."""
    from pyshacl import validate
    from rdflib import URIRef
    from rdflib.namespace import SH

    mine = rdflib_graph(reading)
    nodes: list[str | URIRef] = [n for n in set(mine.subjects()) if isinstance(n, URIRef)]
    conforms, found, _ = validate(mine + _terms(), shacl_graph=_parsed(shapes), focus_nodes=nodes)
    if conforms:
        return ()
    return tuple(
        sorted(
            f"{found.value(result, SH.focusNode)}: {found.value(result, SH.resultMessage)}"
            for result in found.objects(None, SH.result)
        )
    )
