"""SPARQL that can be stopped: results in every format, refusals, the time limit."""

from __future__ import annotations

import threading

import pytest

from kg import endpoint
from kg.endpoint import Busy, Dataset, TooSlow, answer
from kg.errors import StoreError, UsageError
from kg.forms import Limited, chosen
from kg.readonly import refuse
from kg.store import ONTOLOGY_GRAPH, OxigraphStore

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("graph") / "g"
    store = OxigraphStore(place)
    store.load_ontology()
    del store
    return place


SELECT, CONSTRUCT = "SELECT ?l { ?s skos:prefLabel ?l } LIMIT 1", "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 2"
FORMS = [
    (SELECT, "", "application/sparql-results+json", b"{"),
    (SELECT, "application/json", "application/json", b"{"),
    (SELECT, "application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
    (SELECT, "text/csv", "text/csv", b"l"),
    (SELECT, "text/html, text/tab-separated-values;q=0.5", "text/tab-separated-values", b"?l"),
    ("ASK {}", "text/csv", "text/csv", b"true"),
    ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
    (CONSTRUCT, "", "text/turtle", b"<"),
    (CONSTRUCT, "application/n-triples", "application/n-triples", b"<"),
    (CONSTRUCT, "application/rdf+xml", "application/rdf+xml", b"<?xml"),
    (CONSTRUCT, "application/ld+json", "application/ld+json", b"["),
]


@pytest.mark.parametrize(("query", "accept", "media_type", "start"), FORMS)
def test_results_come_in_the_form_asked_for(folder, query, accept, media_type, start):
    found = answer(folder, query, accept)
    assert found.media_type == media_type
    assert found.body.startswith(start)


def test_a_slow_query_is_really_stopped(folder):
    with pytest.raises(TooSlow, match="已停止"):
        answer(folder, SLOW, limit=1.5)


REFUSED = {
    "service": "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
    "in small letters": "SELECT * { service silent <http://x/> { ?s ?p ?o } }",
    "after a word": "SELECT * { ?s ?p trueSERVICE <http://x/> { ?s ?p ?o } }",
    "after a number": "SELECT * { ?s ?p 1SERVICE <http://x/> { ?s ?p ?o } }",
    "after a comment that a carriage return ends": "SELECT * { # \rSERVICE <http://x/> { ?s ?p ?o } }",
    "between quotes of names": r"SELECT * { ?s ?p ex:a\' . SERVICE <http://x/> { ?s ?p ex:b\' } }",
    "between less and greater": "SELECT * { FILTER(?a<?b)SERVICE?s{?x?y?z}FILTER(?c>?d) }",
    "written with escapes": r"SELECT * { \u0053ERVICE <http://x/> { ?s ?p ?o } }",
    "too long": "#" + "x" * 200_000,
}


@pytest.mark.parametrize("query", REFUSED.values(), ids=REFUSED)
def test_what_the_endpoint_does_not_do_is_refused(query):
    with pytest.raises(UsageError):
        refuse(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "SERVICE DROP" }',
        "SELECT * { ?s ?p '''it's a SERVICE''' }",
        "ASK {} # SERVICE",
        "ASK { <http://x/SERVICE> ?p ?o }",
        "SELECT ?service ?add { ?service ?add ?o }",
        "PREFIX service: <http://x/> ASK { service:a service:b ?o }",
        "SELECT * { ?s ?p ?o FILTER(?a<?b && ?c>?d) }",
    ],
)
def test_words_inside_literals_names_and_comments_are_no_commands(query):
    refuse(query)


@pytest.mark.parametrize("query", ["INSERT DATA { <http://a> <http://b> <http://c> }", "DROP ALL", "CLEAR DEFAULT"])
def test_an_update_is_told_that_this_is_for_reading(folder, query):
    with pytest.raises(UsageError, match="只读"):
        answer(folder, query)


def test_a_graph_named_by_the_client_is_the_only_one_searched(folder):
    ask = "ASK { ?s skos:prefLabel ?l }"
    assert answer(folder, ask, "text/csv").body == b"true"
    assert answer(folder, ask, "text/csv", graphs=Dataset(default=("http://nowhere/",))).body == b"false"
    assert answer(folder, ask, "text/csv", graphs=Dataset(default=(ONTOLOGY_GRAPH,))).body == b"true"
    inside = "ASK { GRAPH ?g { ?s skos:prefLabel ?l } }"
    assert answer(folder, inside, "text/csv", graphs=Dataset(named=("http://nowhere/",))).body == b"false"
    with pytest.raises(UsageError):
        answer(folder, ask, graphs=Dataset(default=("no iri",)))


def test_more_queries_than_may_run_at_once_are_told_to_come_back(folder, monkeypatch):
    monkeypatch.setattr(endpoint, "PLACES", threading.BoundedSemaphore(1))
    with endpoint.PLACES, pytest.raises(Busy, match="稍后"):
        answer(folder, "ASK {}")
    assert answer(folder, "ASK {}").body


def test_an_answer_stops_growing_at_its_limit():
    held = Limited(10)
    held.write(b"12345")
    with pytest.raises(StoreError, match="LIMIT"):
        held.write(b"678901")


def test_a_query_that_takes_all_memory_ends_alone(folder):
    with pytest.raises(StoreError, match="内存"):
        answer(folder, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i", memory=700 * 1024**2)
    assert answer(folder, "ASK {}").body


def test_a_syntax_error_is_said_in_chinese(folder):
    with pytest.raises(UsageError, match="语法"):
        answer(folder, "SELECT {")


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [("*/*", "d"), ("a/b;q=0.1, c/d", "c/d"), ("a/*", "a/b"), ("x/y", "d"), ("a/b, c/d", "a/b")],
)
def test_content_negotiation(accept, wanted):
    assert chosen(accept, ("a/b", "c/d"), "d") == wanted


class _Written:
    """A folder whose files change under the first few who open it."""

    def __init__(self, times: int):
        self.left = times

    def read_only(self, folder: str) -> str:
        if self.left:
            self.left -= 1
            raise RuntimeError("Corruption: No such file or directory: 000049.sst")
        return folder


def test_a_graph_that_is_being_written_is_opened_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "PAUSE", 0.0)
    monkeypatch.setattr(endpoint, "Store", _Written(2))
    assert endpoint.opened("g") == "g"
    monkeypatch.setattr(endpoint, "Store", _Written(99))
    with pytest.raises(StoreError, match="huishang rebuild"):
        endpoint.opened("g")
