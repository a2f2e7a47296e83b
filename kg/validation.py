"""Whether a document's graph is complete by the shapes of ontology/shapes.ttl (SHACL, one document at a time).

For completeness of records, not for joins: those are the checks' work.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.exchange import rdflib_graph
from kg.model import Reading
from ontology.turtle import HERE

if TYPE_CHECKING:
    from rdflib import Graph

SHAPES = HERE / "shapes.ttl"


@cache
def _parsed(path: Path) -> Graph:
    from rdflib import Graph

    return Graph().parse(path, format="turtle")


@cache
def _ontology(folder: Path) -> Graph:
    from rdflib import Graph

    graph = Graph()
    for path in sorted(folder.glob("*.ttl")):
        if path != SHAPES:
            graph.parse(path, format="turtle")
    return graph


def violations(reading: Reading, shapes: Path = SHAPES) -> tuple[str, ...]:
    """What the shapes find wanting, as `node: message`; empty where the graph is complete."""
    from pyshacl import validate
    from rdflib.namespace import SH

    conforms, found, _ = validate(
        rdflib_graph(reading), shacl_graph=_parsed(shapes), ont_graph=_ontology(HERE), inference="none"
    )
    if conforms:
        return ()
    return tuple(
        sorted(
            f"{found.value(result, SH.focusNode)}: {found.value(result, SH.resultMessage)}"
            for result in found.objects(None, SH.result)
        )
    )
