"""The documents in force as the pages and the API see them: readings kept in memory, indexes by date and region.

One `Library` per process. The register of the workspace says what is kept: when it changes, by this process or by
another one, only what changed is read and the whole corpus swapped at once, so a request sees the state before or
after, never between.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from hashlib import sha256

from api.kept import Kept
from api.nearby import Neighbourhood, is_large
from api.pipeline import Report, audit, check
from api.projection import open_graph, project, put_cases, rebuild, writing
from api.reading import Progress, read_paths, read_source, unwatched
from api.settings import Settings, load_settings
from api.shelf import Shelf
from api.workspace import Workspace
from ingest.readers.source import Source, open_bytes
from kg.coverage import CoverageIndex, build_index
from kg.errors import StoreError, UnreadableDocument, UsageError
from kg.model import Corpus, Reading
from kg.store import GraphStore
from ontology.vocabulary import Vocabulary, load_vocabulary

INDEXES_KEPT = 8
REPORTS_KEPT = 16
Seen = Callable[[str, Report], None]


class Library:
    """Readings of one workspace."""

    def __init__(
        self,
        workspace: Workspace | None,
        seen: Seen = lambda kind, report: None,
        settings: Settings | None = None,
    ):
        self.workspace = workspace
        self.seen = seen  # told of every report as it is made
        self.settings = settings
        self.vocabulary: Vocabulary = load_vocabulary()
        self._lock = threading.RLock()
        self._rebuilding = threading.Lock()
        self._corpus: Corpus | None = None
        self._stamp: tuple[int, int] | None = None
        self._version = 0
        self._indexing = threading.Lock()
        self._indexes = lru_cache(maxsize=INDEXES_KEPT)(self._index)
        self._near: tuple[object, Neighbourhood] | None = None
        self._reports = Kept[Report](REPORTS_KEPT)

    @property
    def corpus(self) -> Corpus:
        """All documents kept now, read on first use and when the register has changed."""
        with self._lock:
            stamp = self.workspace.stamp() if self.workspace else None
            if self._corpus is None or stamp != self._stamp:
                self._take(self._read(self._corpus or Corpus()), stamp)
            return self._corpus or Corpus()

    @property
    def held(self) -> Corpus | None:
        """What is in memory now, without reading anything."""
        return self._corpus

    def graph(self) -> GraphStore:
        """The graph of the workspace, to ask. Raises UsageError where there is no workspace, StoreError."""
        return open_graph(self._needed(), self.settings, read_only=True)

    def _needed(self) -> Workspace:
        if self.workspace is None:
            raise UsageError("没有工作区，无图谱可用。")
        return self.workspace

    def reading(self, name: str) -> Reading | None:
        """The document of this name."""
        return next((r for r in self.corpus.readings if r.document.name == name), None)

    def add(self, name: str, data: bytes) -> Reading:
        """Read a document and keep it; a document of the same name is replaced."""
        source = open_bytes(name, data)
        reading = read_source(source, self.vocabulary)
        self._keep([(source, data, reading)])
        return reading

    def add_all(self, files: Sequence[tuple[str, bytes]], progress: Progress = unwatched) -> Corpus:
        """Read many documents, then keep all that could be read; whoever stops it before has added nothing."""
        read, failures = [], []
        for number, (name, data) in enumerate(files):
            progress(number, len(files), name)
            try:
                source = open_bytes(name, data)
                read.append((source, data, read_source(source, self.vocabulary)))
            except UnreadableDocument as error:
                failures.append((name, str(error)))
        progress(len(files), len(files), "写入工作区")
        self._keep(read)
        return Corpus(tuple(reading for _, _, reading in read), tuple(failures))

    def _keep(self, read: Sequence[tuple[Source, bytes, Reading]]) -> None:
        if self.workspace is None:
            with self._lock:
                fresh = {reading.document.name: reading for _, _, reading in read}
                others = (r for r in self.corpus.readings if r.document.name not in fresh)
                self._take(Corpus((*others, *fresh.values())), None)
            return
        shelf = Shelf(self.workspace.readings)
        with writing(self.workspace, self.settings) as store:
            with self._lock:
                for source, data, reading in read:
                    shelf.put(source.name, data, reading)
                    self.workspace.keep(source, data)
            for _, _, reading in read:
                project(store, reading)

    def withdraw(self, name: str) -> None:
        """Take a document out; its original stays. Raises UsageError where there is none."""
        if self.workspace is None:
            with self._lock:
                self._take(Corpus(tuple(r for r in self.corpus.readings if r.document.name != name)), None)
            return
        with writing(self.workspace, self.settings) as store:
            self.workspace.withdraw(name)
            store.remove(name)

    def put_cases(self) -> int:
        """Write the cases on record into the graph in the place of those written before; gives how many."""
        workspace = self._needed()
        with writing(workspace, self.settings) as store:
            return put_cases(store, workspace, self.settings or load_settings())

    def rebuild(self, progress: Progress | None = None) -> Corpus:
        """Read every original again and write the graph anew. Raises StoreError while another rebuild runs."""
        if not self._rebuilding.acquire(blocking=False):
            raise StoreError("图谱正在重建。请等这一次完成后再试。")
        try:
            if self.workspace is None:
                return self.corpus
            stamp = self.workspace.stamp()
            corpus = rebuild(self.workspace, self.vocabulary, progress, self.settings)
            self._take(corpus, stamp)
            return corpus
        finally:
            self._rebuilding.release()

    def check(
        self, source: Source, at: date | None = None, region: str | None = None, progress: Progress = unwatched
    ) -> Report:
        """Findings on a draft that is not kept."""
        progress(0, 0, "读取草案")
        draft = read_source(source, self.vocabulary)
        progress(0, 0, "读取现行文件")
        report = check(draft, self.corpus_near(draft, at or date.today(), region), at, region, progress=progress)
        self.seen("draft", report)
        return report

    def check_kept(
        self, name: str, data: bytes, at: date | None, region: str | None, progress: Progress = unwatched
    ) -> Report:
        """`check`, or its report where these bytes were checked against this register, for this day and region."""
        day = at or date.today()
        state = self.workspace.stamp() if self.workspace else self._version
        key = (name, sha256(data).hexdigest(), state, day, region)
        return self._reports.get(key, lambda: self.check(open_bytes(name, data), day, region, progress))

    def corpus_near(self, draft: Reading, at: date, region: str | None) -> Corpus:
        """The documents that a draft can touch: in a large workspace those the saved index names, else all."""
        if self.workspace and is_large(self.workspace):
            return self._neighbourhood(self.workspace).corpus(draft, at, region)
        return self.corpus

    def _neighbourhood(self, workspace: Workspace) -> Neighbourhood:
        """The saved index in step with the register, opened again only when the register has changed."""
        with self._lock:
            stamp = workspace.stamp()
            if self._near is None or self._near[0] != stamp:
                self._near = stamp, Neighbourhood(workspace, self.vocabulary)
            return self._near[1]

    def audit(self, at: date | None = None, region: str | None = None, progress: Progress = unwatched) -> Report:
        """Findings among the documents kept."""
        progress(0, 0, "读取现行文件")
        report = audit(self.corpus, at, region, progress=progress)
        self.seen("audit", report)
        return report

    def index(self, at: date, region: str | None) -> CoverageIndex:
        """What is in force at `at`, seen from `region`; the latest INDEXES_KEPT are kept, each made once."""
        with self._indexing:
            _ = self.corpus  # brings the version into step with the register
            return self._indexes(self._version, at, region)

    def _index(self, _: int, at: date, region: str | None) -> CoverageIndex:
        return build_index(self.corpus, None, self.vocabulary, at, region)

    def _take(self, corpus: Corpus, stamp: tuple[int, int] | None) -> None:
        with self._lock:
            self._corpus, self._stamp = corpus, stamp
            self._version += 1

    def _read(self, held: Corpus) -> Corpus:
        """The documents kept now; those in `held` with the same bytes are not read again."""
        if self.workspace is None:
            return held
        current = self.workspace.current()
        same = {r.document.name: r for r in held.readings if current.get(r.document.name) == r.document.sha256}
        missing = [path for path in self.workspace.documents() if path.name not in same]
        try:
            fresh = read_paths(missing, self.vocabulary, shelf=Shelf(self.workspace.readings)) if missing else Corpus()
        except UnreadableDocument as error:
            fresh = Corpus(failures=tuple((path.name, str(error)) for path in missing))
        return Corpus((*same.values(), *fresh.readings), fresh.failures)
