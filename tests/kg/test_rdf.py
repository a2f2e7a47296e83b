from __future__ import annotations

from hypothesis import given, settings
from pyoxigraph import BlankNode, RdfFormat, Store, parse

from kg.model import Reading
from kg.rdf import quads_of, reading_of, triples_of, turtle
from ontology.terms import OA, ODRL, RDF
from tests.builders import build, provision
from tests.kg.readings import readings


@settings(max_examples=150, deadline=None)
@given(readings())
def test_a_reading_comes_back_from_its_triples(reading: Reading) -> None:
    assert reading_of(triples_of(reading)) == reading


@settings(max_examples=80, deadline=None)
@given(readings())
def test_a_reading_comes_back_from_a_store(reading: Reading) -> None:
    store = Store()
    store.extend(quads_of(reading))
    assert reading_of(store.quads_for_pattern(None, None, None, None)) == reading


@settings(max_examples=50, deadline=None)
@given(readings())
def test_a_reading_comes_back_from_turtle(reading: Reading) -> None:
    assert reading_of(parse(turtle(triples_of(reading)), RdfFormat.TURTLE)) == reading


@settings(max_examples=30, deadline=None)
@given(readings())
def test_no_blank_nodes(reading: Reading) -> None:
    triples = list(triples_of(reading))
    assert not any(isinstance(x, BlankNode) for t in triples for x in (t.subject, t.object))


def made() -> Reading:
    index = build([provision("a", text="民政部门应当在20个工作日内发放低保金。", parameters="time-limit <= 20 工作日")])
    return index.readings[0]


def test_evidence_is_a_position_and_the_words() -> None:
    said = {(t.predicate.value, t.object.value) for t in triples_of(made())}
    assert (OA + "exact", "民政部门应当在20个工作日内发放低保金。") in said
    assert (OA + "start", "4") in said


def test_an_obligation_is_a_duty_in_odrl() -> None:
    types = {t.object.value for t in triples_of(made()) if t.predicate.value == RDF + "type"}
    assert ODRL + "Duty" in types


def test_triples_without_a_document_are_no_reading() -> None:
    assert reading_of([]) is None
