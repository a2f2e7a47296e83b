"""A large workspace checked by what stands near the draft: the saved index, kept in step with the register.

The index lies beside the graph. Before a check it is compared with the documents kept now, and only what changed is
read and put in its place; after a change of the reader it is made anew. Small workspaces are read whole instead.
"""

from __future__ import annotations

from datetime import date

from api.alone import alone
from api.reading import read_paths
from api.shelf import Shelf, reader_version
from api.workspace import Workspace
from kg.errors import StoreError
from kg.laws import LawBook
from kg.model import Corpus, Reading
from kg.nearby import Nearby
from kg.saved import MANIFEST, SavedIndex
from ontology.vocabulary import Vocabulary

MANY = 300  # documents from which looking only nearby pays
SEGMENTS = 24  # after so many changes the index is folded into one again


def is_large(workspace: Workspace) -> bool:
    """Whether the workspace is checked by way of the index."""
    return len(workspace.current()) >= MANY


class Neighbourhood:
    """The index of one workspace, opened once."""

    def __init__(self, workspace: Workspace, vocabulary: Vocabulary):
        self.workspace, self.vocabulary = workspace, vocabulary
        self.shelf = Shelf(workspace.readings)
        book = LawBook(vocabulary)
        with alone(workspace.root / "index" / (MANIFEST + ".lock")):
            self.nearby = Nearby(self._synced(book), book, self._read)

    def corpus(self, draft: Reading, at: date, region: str | None) -> Corpus:
        """What a draft can touch."""
        return self.nearby.corpus(draft, at, region)

    def _read(self, name: str) -> Reading:
        place = self.workspace.originals / self.workspace.current()[name] / name
        return read_paths([place], self.vocabulary, shelf=self.shelf).readings[0]

    def _synced(self, book: LawBook) -> SavedIndex:
        """The index, holding exactly the documents kept now."""
        folder, version = self.workspace.root / "index", reader_version()
        try:
            saved = SavedIndex(folder, book.regions)
        except StoreError:
            saved = None
        if saved is None or saved.version != version:
            readings = read_paths(self.workspace.documents(), self.vocabulary, shelf=self.shelf).readings
            return SavedIndex.build(folder, readings, book.regions, version)
        kept, held = self.workspace.current(), {d.name: d.sha256 for d in saved.documents()}
        for name in held.keys() - kept.keys():
            saved.remove(name, version)
        for name in sorted(n for n, sha in kept.items() if held.get(n) != sha):
            saved.replace(self._read(name), version)
        if len(saved.held) > SEGMENTS:
            saved.compact()
        return saved


Base = Corpus | Neighbourhood  # what a draft is checked against: documents read whole, or an index to look into
