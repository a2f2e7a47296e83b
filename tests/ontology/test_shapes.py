"""The ontology holds to its own shapes (SHACL)."""

from __future__ import annotations

import pytest
from pyshacl import validate
from rdflib import Graph

from ontology.turtle import HERE

FOLDERS = ("", "bodies", "acts", "scheme")


def _ontology() -> Graph:
    graph = Graph()
    for path in (p for name in FOLDERS for p in sorted((HERE / name).glob("*.ttl")) if p.stem != "shapes"):
        graph.parse(path, format="turtle")
    return graph


def _conforms(graph: Graph) -> tuple[bool, str]:
    shapes = Graph().parse(HERE / "shapes.ttl", format="turtle")
    conforms, _, report = validate(graph, shacl_graph=shapes, inference="none")
    return conforms, report


def test_the_ontology_holds_to_its_shapes() -> None:
    conforms, report = _conforms(_ontology())
    assert conforms, report


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ('agency:q a skos:Concept ; skos:prefLabel "某"@zh .', "概念须有且只有一个标识"),
        ('body:q a org:FormalOrganization ; skos:prefLabel "某局"@zh .', "机构须属于一个条线"),
        ("transfer:q a hs:FunctionTransfer .", "职能划转须写明事项"),
        ('stale:q a hs:StaleTerm ; skos:altLabel "某"@zh .', "停用词须写明改用什么"),
        ('stale:q a hs:StaleTerm ; hs:instead "某"@zh ; hs:cancelled true .', "停用词须写明改用什么，或者写明已经取消"),
        ("hs:q a hs:Provision .", "规定须有原文依据"),
        ("hs:q a hs:Finding .", "发现须有办理渠道"),
    ],
)
def test_incomplete_records_are_told(turtle: str, message: str) -> None:
    prefixes = "".join(
        f"@prefix {name}: <{iri}> .\n"
        for name, iri in {
            "hs": "https://huishang.example/ns#",
            "skos": "http://www.w3.org/2004/02/skos/core#",
            "org": "http://www.w3.org/ns/org#",
            "agency": "https://huishang.example/agency/",
            "body": "https://huishang.example/body/",
            "transfer": "https://huishang.example/transfer/",
            "stale": "https://huishang.example/stale-term/",
        }.items()
    )
    conforms, report = _conforms(Graph().parse(data=prefixes + turtle, format="turtle"))
    assert not conforms
    assert message in report
