"""Files to readings: the first half of the main flow, kept apart so that reading imports no checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from api.shelf import Shelf
from ingest.readers.source import Source, documents_in, open_bytes, sources_in
from ingest.reading import read_text
from kg.errors import UnreadableDocument
from kg.model import Corpus, Reading
from kg.pool import map_documents
from ontology.vocabulary import Vocabulary

Progress = Callable[[int, int, str], None]


def unwatched(done: int, total: int, step: str) -> None:
    """Progress that nobody looks at."""


def read_source(source: Source, vocabulary: Vocabulary) -> Reading:
    """One document read, with the pages of its original."""
    reading = read_text(source.name, source.text, source.sha256, vocabulary)
    if not source.pages:
        return reading
    return replace(reading, document=replace(reading.document, pages=source.pages))


def read_paths(
    paths: Sequence[Path], vocabulary: Vocabulary, progress: Progress | None = None, shelf: Shelf | None = None
) -> Corpus:
    """All documents below `paths`; a document that resists is kept with its reason and the run goes on.

    With a `shelf`, what this version of the reader has read before is taken from it.

    Of two files with the same name the second carries its folder's name too. Raises UnreadableDocument when none of
    them could be read.
    """
    named, failures = _named(documents_in(list(paths)))
    readings: list[Reading] = []

    def read(item: tuple[str, bytes]) -> Reading:
        found = shelf.get(*item) if shelf else None
        if found is None:
            found = read_source(open_bytes(*item), vocabulary)
            if shelf:
                shelf.put(*item, found)
        return found

    for number, ((name, _), found) in enumerate(zip(named, map_documents(read, named, cost=_size), strict=True), 1):
        if isinstance(found, Reading):
            readings.append(found)
        else:
            failures.append((name, str(found)))
        if progress:
            progress(number, len(named), name)
    if failures and not readings:
        raise UnreadableDocument("；".join(reason for _, reason in failures))
    return Corpus(tuple(readings), tuple(failures))


def _size(item: tuple[str, bytes]) -> int:
    return len(item[1])


def _named(files: Iterable[Path]) -> tuple[list[tuple[str, bytes]], list[tuple[str, str]]]:
    """Documents with names of their own, archives opened; and what could not be opened, with the reason."""
    named: dict[str, bytes] = {}
    failures: list[tuple[str, str]] = []
    for path in files:
        try:
            for name, data in sources_in(path):
                named[name if name not in named else f"{path.parent.name}/{name}"] = data
        except UnreadableDocument as error:
            failures.append((path.name, str(error)))
    return list(named.items()), failures


def provisions_of(readings: Iterable[Reading]) -> int:
    """How many provisions the readings hold."""
    return sum(len(r.provisions) for r in readings)
