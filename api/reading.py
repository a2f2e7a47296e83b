"""Files to readings: the first half of the main flow, kept apart so that reading imports no checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from ingest.readers.source import Source, documents_in, open_source
from ingest.reading import read_text
from kg.errors import UnreadableDocument
from kg.model import Corpus, Reading
from ontology.vocabulary import Vocabulary

Progress = Callable[[int, int, str], None]


def read_source(source: Source, vocabulary: Vocabulary) -> Reading:
    """One document read."""
    return read_text(source.name, source.text, source.sha256, vocabulary)


def read_paths(paths: Sequence[Path], vocabulary: Vocabulary, progress: Progress | None = None) -> Corpus:
    """All documents below `paths`; a document that resists is kept with its reason and the run goes on.

    Raises UnreadableDocument when none of them could be read.
    """
    files = documents_in(list(paths))
    readings: list[Reading] = []
    failures: list[tuple[str, str]] = []
    for number, path in enumerate(files, 1):
        try:
            readings.append(read_source(open_source(path), vocabulary))
        except UnreadableDocument as error:
            failures.append((path.name, str(error)))
        if progress:
            progress(number, len(files), path.name)
    if failures and not readings:
        raise UnreadableDocument("；".join(reason for _, reason in failures))
    return Corpus(tuple(readings), tuple(failures))


def provisions_of(readings: Iterable[Reading]) -> int:
    """How many provisions the readings hold."""
    return sum(len(r.provisions) for r in readings)
