"""The same question asked twice: of the index, and in SPARQL of the graph."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.enums import Role, Verdict
from kg.store import OxigraphStore
from kg.stored import stored_query
from ontology.vocabulary import load_vocabulary
from tests.builders import DRAFT, Sketch, build, provision

NAMED = [
    "dibao",
    "tekun",
    "dibao-margin",
    "disabled",
    "severely-disabled",
    "elderly",
    "senior",
    "minor",
    "orphan",
    "urban",
]
AIDS = ["medical", "emergency-medical", "medical-contribution", "dibao", "housing", "rural-housing"]
REGIONS = ["650000", "652300", "652323", "652800", "310000"]
STORE = OxigraphStore()
STORE.load_ontology()
QUERY = stored_query("draft-join")


@st.composite
def corpora(draw: st.DrawFn) -> list[Sketch]:
    """Provisions whose words are all named ones, each with one lead."""
    groups = st.lists(st.lists(st.sampled_from(NAMED), min_size=1, max_size=2), min_size=1, max_size=2)
    return [
        provision(
            f"p{i}",
            document=draw(st.sampled_from([DRAFT, "a.txt", "b.txt"])),
            role=draw(st.sampled_from(["lead", "assist"])),
            function=draw(st.sampled_from(["pay", "decide"])),
            aid=draw(st.sampled_from(AIDS)),
            groups=draw(groups.filter(possible)),
        )
        for i in range(draw(st.integers(2, 8)))
    ]


def possible(groups: list[list[str]]) -> bool:
    """Combinations that somebody can have: others are read as either, which SPARQL does not know."""
    algebra = build([provision("x")]).groups
    return all(algebra.logic.fits(algebra.logic.term(g)) for g in groups)


@st.composite
def places(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    ends = st.sampled_from(["2026-01-01", "2027-01-01"])
    return {
        name: {"region": draw(st.sampled_from(REGIONS)), "start": "2009-01-01", "end": draw(ends)}
        for name in ("a.txt", "b.txt", DRAFT)
    }


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corpora(), places(), st.sampled_from([date(2010, 1, 1), date(2025, 6, 1)]))
def test_pairs_of_leads_equal_sparql(given_: list[Sketch], documents: dict[str, dict[str, Any]], at: date) -> None:
    index = build(given_, documents, at=at)
    if index.draft is None:
        return
    for name in documents:
        STORE.remove(name)
    for reading in index.readings:
        if index.is_in_force(reading.document):
            STORE.replace(reading)
    asked = STORE.query(QUERY.bound(draft=DRAFT, at=index.effective.isoformat()))
    found = {(p.a.provision.id, p.b.provision.id) for p in index.pairs((Role.LEAD,)) if p.a.document != p.b.document}
    assert {(row[0], row[1]) for row in asked.rows} == found
    assert all(p.verdict is Verdict.YES for p in index.pairs((Role.LEAD,)))


def test_narrower_groups_in_sparql_equal_containment() -> None:
    """skos:broader* from group to group is what `contains` says of single named words."""
    index = build([provision("x")])
    vocabulary = load_vocabulary()
    loose = index.groups.relations.umbrella["group"]
    scheme = "?a skos:inScheme <https://huishang.example/scheme/group>"
    asked = STORE.query(f"SELECT ?a ?b WHERE {{ {scheme} ; skos:broader* ?b }}")
    found = {(_id(a), _id(b)) for a, b in asked.rows}
    logic = index.groups.logic
    assert found == {
        (a, b)
        for a in vocabulary.of("group")
        for b in vocabulary.of("group")
        if logic.up[logic.bit[a]] >> logic.bit[b] & 1
    }
    assert any(b in loose for _, b in found)


def _id(iri: str | None) -> str:
    return (iri or "").rsplit("/", 1)[-1]
