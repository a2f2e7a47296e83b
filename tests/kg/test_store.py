from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from hypothesis import given, settings
from pyoxigraph import QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat, Store, parse, serialize

from kg.errors import StoreError, UsageError
from kg.exchange import export, rdflib_dataset, rdflib_graph
from kg.model import Reading
from kg.rdf import reading_of
from kg.remote import RemoteStore, open_store
from kg.store import GraphStore, OxigraphStore, corpus, documents, reading, version
from tests.builders import build, provision
from tests.kg.readings import readings

NAMES = ("first.txt", "second.txt")


def readings_of(*names: str, count: int = 2) -> list[Reading]:
    index = build([provision(f"{n}{i}", document=n) for n in names for i in range(count)])
    return list(index.readings)


class Endpoint:
    """A SPARQL 1.1 server in this process: Oxigraph behind an HTTP transport."""

    def __init__(self) -> None:
        self.store = Store()
        self.cut = False

    def __call__(self, request: httpx.Request) -> httpx.Response:
        text = request.content.decode()
        try:
            if request.headers["content-type"] == "application/sparql-update":
                self.store.update(text)
                return httpx.Response(204)
            return self._answer(self.store.query(text, use_default_graph_as_union=True))
        except SyntaxError as error:
            return httpx.Response(400, text=str(error))

    def _answer(self, found: object) -> httpx.Response:
        if isinstance(found, QueryTriples):
            return httpx.Response(
                200,
                content=serialize(found, format=RdfFormat.N_TRIPLES),
                headers={"content-type": "application/n-triples"},
            )
        assert isinstance(found, QuerySolutions)
        body = found.serialize(format=QueryResultsFormat.JSON) or b""
        body = body[: len(body) // 2] if self.cut else body
        return httpx.Response(200, content=body, headers={"content-type": "application/sparql-results+json"})


def remote(endpoint: Endpoint) -> RemoteStore:
    return RemoteStore("http://server/query", client=httpx.Client(transport=httpx.MockTransport(endpoint)))


@pytest.fixture(params=["memory", "folder", "remote"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[GraphStore]:
    made = {
        "memory": OxigraphStore,
        "folder": lambda: OxigraphStore(tmp_path / "graph"),
        "remote": lambda: remote(Endpoint()),
    }
    yield made[request.param]()


def test_documents_come_back_whole(store: GraphStore) -> None:
    given_ = readings_of(*NAMES)
    store.load(given_)
    assert list(corpus(store).readings) == given_


def test_replacing_a_document_leaves_nothing_of_the_old_one(store: GraphStore) -> None:
    store.load(readings_of(*NAMES, count=3))
    (smaller,) = readings_of("first.txt", count=1)
    store.replace(smaller)
    assert reading(store, "first.txt") == smaller
    assert documents(store).keys() == set(NAMES)


def test_removed_document_is_gone(store: GraphStore) -> None:
    store.load(readings_of(*NAMES))
    store.remove("first.txt")
    store.remove("never.txt")
    assert list(documents(store)) == ["second.txt"]
    assert reading(store, "first.txt") is None


def test_query_gives_columns_and_rows(store: GraphStore) -> None:
    store.load(readings_of("first.txt"))
    found = store.query("SELECT ?n ?none WHERE { GRAPH ?g { ?g hs:fileName ?n } }")
    assert (found.columns, found.rows) == (("n", "none"), (("first.txt", None),))


def test_bad_query_is_told(store: GraphStore) -> None:
    with pytest.raises(UsageError, match="语句有误"):
        store.query("SELECT nonsense")


def test_version_changes_with_the_documents(store: GraphStore) -> None:
    store.load(readings_of("first.txt"))
    before = version(store)
    (other,) = readings_of("first.txt")
    store.replace(replace(other, document=replace(other.document, sha256="new")))
    assert version(store) != before


@pytest.mark.parametrize("form", ["trig", "nquads", "jsonld"])
def test_export_holds_everything(form: str) -> None:
    store = OxigraphStore()
    store.load(readings_of(*NAMES))
    kinds = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}
    copy = Store()
    copy.load(export(store, form), format=kinds[form])
    assert set(copy) == set(store.inner)


def test_export_of_one_document_as_turtle() -> None:
    store = OxigraphStore()
    given_ = readings_of(*NAMES)
    store.load(given_)
    assert reading_of(parse(export(store, "turtle", "second.txt"), RdfFormat.TURTLE)) == given_[1]


def test_export_says_what_is_missing() -> None:
    with pytest.raises(UsageError, match="没有这份文件"):
        export(OxigraphStore(), "trig", "none.txt")
    with pytest.raises(UsageError, match="图格式"):
        export(OxigraphStore(), "csv")


def test_rdflib_sees_the_same_graph() -> None:
    store = OxigraphStore()
    (one,) = readings_of("first.txt")
    store.load([one])
    seen = rdflib_dataset(store)
    assert len(seen) == len(rdflib_graph(one)) == len(store.inner)
    assert [str(r[0]) for r in seen.query("SELECT ?n WHERE { ?d <https://huishang.example/ns#fileName> ?n }")] == [
        "first.txt"
    ]


def test_folder_opened_twice_is_told(tmp_path: Path) -> None:
    first = OxigraphStore(tmp_path)
    with pytest.raises(StoreError, match="另一个进程"):
        OxigraphStore(tmp_path)
    assert documents(first) == {}


def test_read_only_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="打不开"):
        OxigraphStore(tmp_path / "none", read_only=True)


def test_a_settled_folder_leaves_readers_no_log_to_replay(tmp_path: Path) -> None:
    store = OxigraphStore(tmp_path)
    for one in readings_of(*NAMES, count=50):
        store.replace(one)
    assert _logged(tmp_path) > 50_000
    store.settle()
    assert _logged(tmp_path) < 10_000
    assert set(documents(OxigraphStore(tmp_path, read_only=True))) == set(NAMES)


def _logged(folder: Path) -> int:
    """Bytes of the newest write-ahead log; older ones are not replayed."""
    return max(folder.glob("*.log")).stat().st_size


def test_setting_names_the_store(tmp_path: Path) -> None:
    assert isinstance(open_store("https://server/sparql"), RemoteStore)
    folder = open_store(tmp_path / "graph")
    assert isinstance(folder, OxigraphStore)
    assert folder.folder == tmp_path / "graph"
    assert open_store(None).query("ASK {}").verdict is True


def test_answer_cut_off_by_the_server_is_an_error() -> None:
    endpoint = Endpoint()
    store = remote(endpoint)
    store.load(readings_of("first.txt"))
    endpoint.cut = True
    with pytest.raises(StoreError, match="不完整"):
        documents(store)


def test_server_not_there() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    store = RemoteStore("http://server/query", client=httpx.Client(transport=httpx.MockTransport(refuse)))
    with pytest.raises(StoreError, match="连不上"):
        store.query("ASK {}")


@settings(max_examples=40, deadline=None)
@given(readings("a.txt"), readings("a.txt"))
def test_replacement_by_update_text_loses_nothing(before: Reading, after: Reading) -> None:
    store = OxigraphStore()
    store.replace(before)
    store.replace(after)
    assert corpus(store).readings == (after,)


WRITER = """
import sys
from pathlib import Path
from kg.store import OxigraphStore
from tests.kg.test_store import readings_of
store = OxigraphStore(Path(sys.argv[1]))
small, large = readings_of("a.txt", count=20)[0], readings_of("a.txt", count=60)[0]
store.replace(small)
print("ready", flush=True)
while True:
    store.replace(large)
    store.replace(small)
"""


@pytest.mark.parametrize("delay", [0.0, 0.013, 0.031, 0.052])
def test_killed_while_replacing_leaves_the_graph_before_or_after(tmp_path: Path, delay: float) -> None:
    (small,), (large,) = readings_of("a.txt", count=20), readings_of("a.txt", count=60)
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )
    assert writer.stdout and writer.stdout.readline() == b"ready\n"
    time.sleep(delay)
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    assert reading(OxigraphStore(tmp_path), "a.txt") in (small, large)


def test_a_damaged_folder_says_what_to_do(tmp_path: Path) -> None:
    OxigraphStore(tmp_path / "graph")
    for file in (tmp_path / "graph").glob("MANIFEST*"):
        file.write_bytes(b"xx")
    with pytest.raises(StoreError, match="huishang rebuild"):
        OxigraphStore(tmp_path / "graph")
