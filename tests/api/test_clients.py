"""Other people's programs: stock SPARQL clients, and every operation of the OpenAPI description."""

from __future__ import annotations

import socket
import threading
import time
from pathlib import Path

import pytest
import uvicorn
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POST, XML, SPARQLWrapper

from api.app import create_app
from api.reading import read_source
from api.settings import Settings
from api.workspace import Workspace
from ingest.readers.source import open_source
from kg.store import OxigraphStore
from ontology.vocabulary import load_vocabulary

EXAMPLES = Path(__file__).parents[2] / "examples" / "in-force"
QUERY = "SELECT ?l WHERE { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?l } LIMIT 3"


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory):
    workspace = Workspace(tmp_path_factory.mktemp("w") / ".huishang")
    workspace.create()
    store = OxigraphStore(workspace.graph)
    store.load_ontology()
    path = sorted(EXAMPLES.iterdir())[0]
    workspace.keep(open_source(path), path.read_bytes())
    store.replace(read_source(open_source(path), load_vocabulary()))
    del store
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = uvicorn.Config(create_app(Settings(), workspace), host="127.0.0.1", port=port, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/api/v1/sparql"
    server.should_exit = True
    thread.join(10)


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_reads_json(endpoint, method):
    client = SPARQLWrapper(endpoint)
    client.setMethod(method)
    client.setQuery(QUERY)
    client.setReturnFormat(JSON)
    assert len(client.query().convert()["results"]["bindings"]) == 3


def test_sparqlwrapper_reads_xml(endpoint):
    client = SPARQLWrapper(endpoint)
    client.setQuery(QUERY)
    client.setReturnFormat(XML)
    assert len(client.query().convert().getElementsByTagName("result")) == 3


def test_rdflib_store_asks_and_selects(endpoint):
    graph = Graph(store=SPARQLStore(endpoint, returnFormat="json"))
    assert len(list(graph.query(QUERY))) == 3
    assert graph.query("ASK { ?s ?p ?o }").askAnswer is True
