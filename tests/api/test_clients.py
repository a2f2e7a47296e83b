"""Other people's programs on the SPARQL endpoint: stock clients, and the protocol by its letter."""

from __future__ import annotations

import socket
import threading
import time

import httpx
import pytest
import uvicorn
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, JSONLD, N3, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

from kg import endpoint as limits
from tests.api.serving import IN_FORCE, application

QUERY = "SELECT ?l WHERE { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?l } LIMIT 3"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
CONSTRUCT = "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 3"


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory):
    app = application(tmp_path_factory.mktemp("w"), examples=False)
    app.state.library.add(IN_FORCE[0].name, IN_FORCE[0].read_bytes())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/api/v1/sparql"
    server.should_exit = True
    thread.join(10)


def client_of(endpoint, query, form):
    client = SPARQLWrapper(endpoint)
    client.setQuery(query)
    client.setReturnFormat(form)
    return client


@pytest.mark.parametrize("way", [None, POST, POSTDIRECTLY])
def test_sparqlwrapper_asks_in_every_way(endpoint, way):
    client = client_of(endpoint, QUERY, JSON)
    if way:
        client.setMethod(POST)
    if way == POSTDIRECTLY:
        client.setRequestMethod(POSTDIRECTLY)
    assert len(client.query().convert()["results"]["bindings"]) == 3


READ = {
    XML: lambda found: len(found.getElementsByTagName("result")),
    CSV: lambda found: len(found.decode().strip().split("\r\n")) - 1,
    TSV: lambda found: len(found.decode().split("\n")) - 2,
    JSON: lambda found: len(found["results"]["bindings"]),
}


@pytest.mark.parametrize("form", READ)
def test_sparqlwrapper_reads_every_form_of_rows(endpoint, form):
    assert READ[form](client_of(endpoint, QUERY, form).query().convert()) == 3


@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML, JSONLD])
def test_sparqlwrapper_reads_every_form_of_graphs(endpoint, form):
    found = client_of(endpoint, CONSTRUCT, form).query().convert()
    graph = found if isinstance(found, Graph) else Graph().parse(data=found, format="turtle")
    assert len(graph) == 3


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_rdflib_store_selects(endpoint, method, form):
    graph = Graph(store=SPARQLStore(endpoint, returnFormat=form, method=method))
    assert len(list(graph.query(QUERY))) == 3


def test_rdflib_store_asks_constructs_and_walks(endpoint):
    graph = Graph(store=SPARQLStore(endpoint, returnFormat="json"))
    assert graph.query("ASK { ?s ?p ?o }").askAnswer is True
    assert graph.query("ASK { ?s ?p <http://nothing> }").askAnswer is False
    graph = Graph(store=SPARQLStore(endpoint, returnFormat="xml"))
    assert len(graph.query(CONSTRUCT).graph) == 3
    assert next(graph.triples((None, None, None)))


PROTOCOL = {
    "form": ({"data": {"query": "ASK {}"}}, 200),
    "direct": ({"content": b"ASK {}", "headers": {"content-type": "application/sparql-query"}}, 200),
    "two queries": (
        {"content": b"query=ASK%20{}&query=ASK%20{}", "headers": {"content-type": "application/x-www-form-urlencoded"}},
        400,
    ),
    "no query": ({"data": {"x": "y"}}, 400),
    "an update": ({"data": {"update": "CLEAR ALL"}}, 400),
    "an update sent as a query": ({"data": {"query": "CLEAR ALL"}}, 400),
    "an update, direct": ({"content": b"CLEAR ALL", "headers": {"content-type": "application/sparql-update"}}, 415),
    "SERVICE": ({"data": {"query": "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}}, 400),
    "a graph that is not there": ({"data": {"query": "ASK { ?s ?p ?o }", "default-graph-uri": "http://nowhere/"}}, 200),
}


@pytest.mark.parametrize(("sent", "status"), PROTOCOL.values(), ids=PROTOCOL)
def test_the_protocol_by_its_letter(endpoint, sent, status):
    answer = httpx.post(endpoint, timeout=30, **sent)
    assert answer.status_code == status
    if status == 200:
        assert answer.json()["boolean"] is ("default-graph-uri" not in sent.get("data", {}))
    else:
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_query_beyond_the_limit_ends_with_504_and_the_next_one_is_answered(endpoint, monkeypatch):
    patient = limits.answer
    with monkeypatch.context() as hurried:
        hurried.setattr("api.querying.answer", lambda *a, **more: patient(*a, **more, limit=1.0))
        start = time.monotonic()
        answer = httpx.get(endpoint, params={"query": SLOW}, timeout=60)
    assert answer.status_code == 504
    assert "已停止" in answer.json()["detail"]
    assert time.monotonic() - start < 15
    assert httpx.get(endpoint, params={"query": "ASK {}"}, timeout=30).status_code == 200
