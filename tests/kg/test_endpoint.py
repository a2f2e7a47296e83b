"""SPARQL that can be stopped: results in every format, refusals, the time limit."""

from __future__ import annotations

import pytest

from kg.endpoint import TooSlow, answer, chosen, refuse
from kg.errors import UsageError
from kg.store import OxigraphStore

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("graph") / "g"
    store = OxigraphStore(place)
    store.load_ontology()
    del store
    return place


@pytest.mark.parametrize(
    ("accept", "media_type", "start"),
    [
        ("", "application/sparql-results+json", b"{"),
        ("application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
        ("text/csv", "text/csv", b"l"),
        ("text/html, text/tab-separated-values;q=0.5", "text/tab-separated-values", b"?l"),
    ],
)
def test_results_come_in_the_form_asked_for(folder, accept, media_type, start):
    found = answer(folder, "SELECT ?l { ?s skos:prefLabel ?l } LIMIT 1", accept)
    assert found.media_type == media_type
    assert found.body.startswith(start)


def test_construct_gives_a_graph(folder):
    found = answer(folder, "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 2", "application/n-triples")
    assert found.media_type == "application/n-triples"
    assert found.body.count(b"\n") == 2


def test_a_slow_query_is_really_stopped(folder):
    with pytest.raises(TooSlow, match="已停止"):
        answer(folder, SLOW, limit=1.5)


REFUSED = {
    "service": "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
    "insert": "INSERT DATA { <http://a> <http://b> <http://c> }",
    "drop": "DROP ALL",
    "too long": "#" + "x" * 200_000,
}


@pytest.mark.parametrize("query", REFUSED.values(), ids=REFUSED)
def test_what_the_endpoint_does_not_do_is_refused(query):
    with pytest.raises(UsageError):
        refuse(query)


@pytest.mark.parametrize(
    "query", ['SELECT * { ?s ?p "SERVICE DROP" }', "ASK {} # INSERT", "ASK { <http://x/DELETE> ?p ?o }"]
)
def test_words_inside_literals_and_comments_are_no_commands(query):
    refuse(query)


def test_a_syntax_error_is_said_in_chinese(folder):
    with pytest.raises(UsageError, match="语法"):
        answer(folder, "SELECT {")


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [("*/*", "d"), ("a/b;q=0.1, c/d", "c/d"), ("a/*", "a/b"), ("x/y", "d"), ("a/b, c/d", "a/b")],
)
def test_content_negotiation(accept, wanted):
    assert chosen(accept, ("a/b", "c/d"), "d") == wanted
