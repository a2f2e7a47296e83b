"""Files to readings: the first half of the main flow, kept apart so that reading imports no checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
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

    Of two files with the same name the second carries its folder's name too. Raises UnreadableDocument when none of
    them could be read.
    """
    files = documents_in(list(paths))
    readings: dict[str, Reading] = {}
    failures: list[tuple[str, str]] = []
    for number, path in enumerate(files, 1):
        name = path.name if path.name not in readings else f"{path.parent.name}/{path.name}"
        try:
            readings[name] = read_source(replace(open_source(path), name=name), vocabulary)
        except UnreadableDocument as error:
            failures.append((path.name, str(error)))
        if progress:
            progress(number, len(files), path.name)
    if failures and not readings:
        raise UnreadableDocument("；".join(reason for _, reason in failures))
    return Corpus(tuple(readings.values()), tuple(failures))


def provisions_of(readings: Iterable[Reading]) -> int:
    """How many provisions the readings hold."""
    return sum(len(r.provisions) for r in readings)
