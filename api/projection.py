"""The graph beside the originals: opened by setting, filled when a document is added, made again at any time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from time import sleep

from api.alone import alone
from api.database import database_url
from api.reading import Progress, read_paths
from api.settings import Settings, load_settings
from api.shelf import Shelf
from api.workspace import Workspace
from consultation.caselog import all_cases
from consultation.database import open_database, transaction
from consultation.graph import CASES_GRAPH, case_statements
from kg.errors import StoreError
from kg.model import Corpus, Reading
from kg.remote import RemoteStore
from kg.statements import statement_triples
from kg.store import GraphStore, OxigraphStore, documents
from ontology.vocabulary import Vocabulary, load_vocabulary

PAUSES = (0.1, 0.1, 0.2, 0.4, 0.8, 1.6)  # seconds
REMOTE = ("http://", "https://")


def open_graph(workspace: Workspace, settings: Settings | None = None, read_only: bool = False) -> GraphStore:
    """The store that the settings name: `memory`, `folder`, or the address of a SPARQL server. Raises StoreError."""
    settings = settings or load_settings()
    where = settings.store
    if where.startswith(REMOTE):
        return RemoteStore(where)
    if where == "memory":
        return _in_memory(workspace, settings)
    if read_only and not workspace.graph.is_dir():
        return OxigraphStore()
    return _to_read(workspace.graph) if read_only else OxigraphStore(workspace.graph)


def _to_read(folder: Path) -> OxigraphStore:
    """Opened to read, after a few times of asking where writers change its files at this moment."""
    for pause in PAUSES:
        try:
            return OxigraphStore(folder, read_only=True)
        except StoreError:
            sleep(pause)
    return OxigraphStore(folder, read_only=True)


@contextmanager
def writing(workspace: Workspace, settings: Settings | None = None) -> Iterator[GraphStore]:
    """The graph opened to write: one thread of one process at a time, others wait; settled and closed at the end."""
    with _alone(workspace):
        store = open_graph(workspace, settings)
        try:
            yield store
        finally:
            store.settle()
            store.close()


def _alone(workspace: Workspace) -> AbstractContextManager[None]:
    return alone(workspace.root / "graph.lock")


def _in_memory(workspace: Workspace, settings: Settings) -> GraphStore:
    store = OxigraphStore()
    store.load_ontology()
    files = workspace.documents()
    if files:
        store.load(read_paths(files, load_vocabulary(), shelf=Shelf(workspace.readings)).readings)
    put_cases(store, workspace, settings)
    return store


def put_cases(store: GraphStore, workspace: Workspace, settings: Settings) -> int:
    """The consultation cases on record as a graph of their own; gives how many."""
    if not settings.database and not workspace.database.exists():
        return 0
    engine = open_database(database_url(settings, workspace))
    with transaction(engine) as session:
        found = all_cases(session)
    engine.dispose()
    store.put(CASES_GRAPH, statement_triples(case_statements(found)))
    return len(found)


def rebuild(
    workspace: Workspace, vocabulary: Vocabulary, progress: Progress | None = None, settings: Settings | None = None
) -> Corpus:
    """Read every original again and make the whole graph anew, with the cases, in the place that the settings name.

    A folder is written beside the old one and put in its place; on a server document by document, what is kept no
    longer is dropped. Whoever writes to the graph meanwhile waits, or the swap would lose what he wrote.
    """
    with _alone(workspace):
        return _rebuild(workspace, vocabulary, progress, settings or load_settings())


def _rebuild(workspace: Workspace, vocabulary: Vocabulary, progress: Progress | None, settings: Settings) -> Corpus:
    files = workspace.documents()
    shelf = Shelf(workspace.readings)
    shelf.clear()
    corpus = read_paths(files, vocabulary, progress, shelf) if files else Corpus()
    if settings.store.startswith(REMOTE):
        store = open_graph(workspace, settings)
        _refill(store, corpus)
        put_cases(store, workspace, settings)
    else:
        _remake(workspace, corpus, settings)
    return corpus


def _remake(workspace: Workspace, corpus: Corpus, settings: Settings) -> None:
    fresh = workspace.root / "graph.new"
    _clear(fresh)
    store = OxigraphStore(fresh)
    store.load_ontology()
    store.load(corpus.readings)
    put_cases(store, workspace, settings)
    store.settle()
    store.close()
    _swap(fresh, workspace.graph)


def _refill(store: GraphStore, corpus: Corpus) -> None:
    kept = {reading.document.name for reading in corpus.readings}
    for name in documents(store).keys() - kept:
        store.remove(name)
    store.load_ontology()
    store.load(corpus.readings)


def project(store: GraphStore, reading: Reading) -> None:
    """Put one document's graph in place; the vocabulary with the first one."""
    if not documents(store):
        store.load_ontology()
    store.replace(reading)


def _swap(fresh: Path, place: Path) -> None:
    old = place.with_name("graph.old")
    _clear(old)
    if place.is_dir():
        place.rename(old)
    fresh.rename(place)
    _clear(old)


def _clear(folder: Path) -> None:
    if folder.is_dir():
        shutil.rmtree(folder)
