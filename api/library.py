"""The documents in force as the pages and the API see them: readings kept in memory, indexes by date and region.

One `Library` per process. Adding or withdrawing a document swaps the whole corpus at once, so a request sees the
state before or after, never between.
"""

from __future__ import annotations

import threading
from datetime import date
from functools import lru_cache

from api.nearby import Neighbourhood, is_large
from api.pipeline import Report, audit, check
from api.projection import open_graph, project, rebuild
from api.reading import Progress, read_paths, read_source
from api.shelf import Shelf
from api.workspace import Workspace
from ingest.readers.source import Source, open_bytes
from kg.coverage import CoverageIndex, build_index
from kg.errors import StoreError
from kg.model import Corpus, Reading
from ontology.vocabulary import Vocabulary, load_vocabulary

INDEXES_KEPT = 8


class Library:
    """Readings of one workspace."""

    def __init__(self, workspace: Workspace | None):
        self.workspace = workspace
        self.vocabulary: Vocabulary = load_vocabulary()
        self._lock = threading.Lock()
        self._rebuilding = threading.Lock()
        self._corpus: Corpus | None = None
        self.index = lru_cache(maxsize=INDEXES_KEPT)(self._index)

    @property
    def corpus(self) -> Corpus:
        """All documents, read on first use."""
        with self._lock:
            if self._corpus is None:
                self._corpus = self._read()
            return self._corpus

    def _read(self) -> Corpus:
        files = self.workspace.documents() if self.workspace else []
        if not self.workspace or not files:
            return Corpus()
        return read_paths(files, self.vocabulary, shelf=Shelf(self.workspace.readings))

    def reading(self, name: str) -> Reading | None:
        """The document of this name."""
        return next((r for r in self.corpus.readings if r.document.name == name), None)

    def add(self, name: str, data: bytes) -> Reading:
        """Read a document and keep it; a document of the same name is replaced."""
        source = open_bytes(name, data)
        reading = read_source(source, self.vocabulary)
        others = [r for r in self.corpus.readings if r.document.name != name]
        with self._lock:
            if self.workspace:
                self.workspace.keep(source, data)
                project(open_graph(self.workspace), reading)
            self._corpus = Corpus((*others, reading))
            self.index.cache_clear()
        return reading

    def withdraw(self, name: str) -> None:
        """Take a document out; its original stays. Raises UsageError where there is none."""
        others = [r for r in self.corpus.readings if r.document.name != name]
        with self._lock:
            if self.workspace:
                self.workspace.withdraw(name)
                open_graph(self.workspace).remove(name)
            self._corpus = Corpus(tuple(others))
            self.index.cache_clear()

    def rebuild(self, progress: Progress | None = None) -> Corpus:
        """Read every original again and write the graph anew. Raises StoreError while another rebuild runs."""
        if not self._rebuilding.acquire(blocking=False):
            raise StoreError("图谱正在重建。请等这一次完成后再试。")
        try:
            corpus = rebuild(self.workspace, self.vocabulary, progress) if self.workspace else Corpus()
            with self._lock:
                self._corpus = corpus
                self.index.cache_clear()
            return corpus
        finally:
            self._rebuilding.release()

    def check(self, source: Source, at: date | None = None, region: str | None = None) -> Report:
        """Findings on a draft that is not kept."""
        draft = read_source(source, self.vocabulary)
        if self.workspace and is_large(self.workspace):
            near = Neighbourhood(self.workspace, self.vocabulary).corpus(draft, at or date.today(), region)
            return check(draft, near, at, region)
        return check(draft, self.corpus, at, region)

    def audit(self, at: date | None = None, region: str | None = None) -> Report:
        """Findings among the documents kept."""
        return audit(self.corpus, at, region)

    def _index(self, at: date, region: str | None) -> CoverageIndex:
        return build_index(self.corpus, None, self.vocabulary, at, region)
