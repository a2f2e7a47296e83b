"""Several workers with PostgreSQL and a SPARQL server: one server to whoever asks, and figures of all together."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from api.commands.serve import refuse_unshared
from api.settings import Settings
from consultation import people
from consultation.database import open_database, transaction
from consultation.people import Permission, UserRole
from kg.endpoint import TooSlow, answer
from kg.errors import StoreError, UsageError
from kg.remote import RemoteStore
from tests.api.serving import DRAFT, IN_FORCE, PASSWORD, workspace
from tests.servers import huishang_server, oxigraph_server, postgresql_server

HEADERS = {"User-Agent": "tests"}
SLOW = "SELECT (COUNT(*) AS ?n) { GRAPH ?x { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } }"
CHECKED = r'huishang_checks_total\{kind="draft"\} (\d+)'


@pytest.fixture(scope="module")
def graph_server(tmp_path_factory):
    with oxigraph_server(tmp_path_factory.mktemp("oxigraph"), seconds=2) as address:
        yield address


@pytest.fixture(scope="module")
def address(tmp_path_factory, graph_server):
    home = workspace(tmp_path_factory.mktemp("w"), examples=False)
    with postgresql_server() as database:
        now = datetime.now(UTC)
        with transaction(open_database(database)) as session:
            people.add_user(session, name="admin", password=PASSWORD, role=UserRole.ADMIN, at=now)
            end = now + timedelta(days=1)
            secret = people.make_token(session, user="admin", label="x", scopes=Permission, expires=end, at=now)
        HEADERS["Authorization"] = f"Bearer {secret}"
        settings = {
            "HUISHANG_HOME": str(home.root),
            "HUISHANG_DATABASE": database,
            "HUISHANG_STORE": graph_server,
            "HUISHANG_LOG": "errors",
        }
        with huishang_server(settings, "--workers", "2") as found:
            add_all(found)
            yield found


def get(address, path, **more):
    """By a connection of its own, so that any worker may answer."""
    return httpx.get(f"{address}{path}", headers=HEADERS, timeout=60, **more)


def post(address, path, **more):
    return httpx.post(f"{address}{path}", headers=HEADERS, timeout=60, **more)


def add_all(address):
    """The example documents, so that each test finds them whatever ran before it; gives the job."""
    files = [("files", (path.name, path.read_bytes())) for path in IN_FORCE]
    job = post(address, "/api/v1/documents/batch", files=files).json()["id"]
    end = time.monotonic() + 120
    while get(address, f"/api/v1/jobs/{job}").json()["state"] in ("waiting", "running") and time.monotonic() < end:
        time.sleep(0.2)
    return job


def test_what_one_worker_takes_in_every_worker_has(address):
    job = add_all(address)
    assert {get(address, f"/api/v1/jobs/{job}/result").json()["documents"][0] for _ in range(10)}
    counts = {len(get(address, "/api/v1/documents").json()) for _ in range(20)}
    assert counts == {len(IN_FORCE)}


def test_both_workers_answer_and_their_figures_add_up(address):
    sent = {"text": DRAFT.read_text(encoding="utf-8"), "name": DRAFT.name, "at": "2026-08-01"}
    reports = [post(address, "/api/v1/check", json=sent).json() for _ in range(8)]
    assert all(report == reports[0] for report in reports)
    seen = {
        re.search(r'huishang_checks_total\{kind="draft"\} (\d+)', get(address, "/metrics").text)[1] for _ in range(10)
    }
    assert seen == {"8"}


def test_the_graph_of_the_server_is_asked_and_downloaded(address):
    query = "SELECT ?name WHERE { GRAPH ?g { ?g hs:fileName ?name } }"
    for accept in ("application/sparql-results+json", "application/sparql-results+xml", "text/csv"):
        found = httpx.get(
            f"{address}/api/v1/sparql", params={"query": query}, headers={**HEADERS, "Accept": accept}, timeout=60
        )
        assert found.headers["content-type"].startswith(accept)
        assert all(path.name in found.text for path in IN_FORCE)
    union = get(
        address, "/api/v1/sparql", params={"query": "ASK { ?agency skos:prefLabel ?label . ?g hs:fileName ?n }"}
    )
    assert union.json()["boolean"] is True
    assert IN_FORCE[0].name in get(address, "/api/v1/graph", params={"form": "jsonld"}).text
    assert get(address, "/ready").json()["documents"] == len(IN_FORCE)


def test_a_document_taken_out_is_out_everywhere(address):
    name = IN_FORCE[0].name
    assert httpx.delete(f"{address}/api/v1/documents/{name}", headers=HEADERS, timeout=60).status_code == 204
    assert {get(address, f"/api/v1/documents/{name}").status_code for _ in range(12)} == {404}
    query = f'ASK {{ GRAPH ?g {{ ?g hs:fileName "{name}" }} }}'
    assert get(address, "/api/v1/sparql", params={"query": query}).json()["boolean"] is False


def test_an_answer_that_the_server_cuts_off_is_an_error(graph_server):
    RemoteStore(graph_server).load_ontology()
    with pytest.raises(StoreError, match="不完整"):
        answer(graph_server, SLOW, limit=30)


def test_our_own_limit_stops_a_question_to_the_server_too(graph_server):
    with pytest.raises(TooSlow):
        answer(graph_server, SLOW, limit=1)


def test_an_update_does_not_reach_the_server(graph_server):
    with pytest.raises(UsageError, match="只读"):
        answer(graph_server, "CLEAR ALL")
    assert answer(graph_server, "ASK { ?s skos:prefLabel ?l }", "text/csv").body == b"true"


PG, SPARQL = "postgresql://x/y", "http://127.0.0.1:7878/query"
UNSHARED = [{}, {"database": PG}, {"store": SPARQL}, {"store": "memory", "database": PG}]


@pytest.mark.parametrize("given", UNSHARED)
def test_several_processes_need_what_they_can_share(given):
    with pytest.raises(UsageError, match="PostgreSQL"):
        refuse_unshared(Settings(workers=2, **given))
    refuse_unshared(Settings(workers=1, **given))


def test_with_both_several_processes_may_start():
    refuse_unshared(Settings(workers=4, database=PG, store=SPARQL))
