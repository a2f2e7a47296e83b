"""Files to readings: the first half of the main flow, kept apart so that reading imports no checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ingest.readers.source import Source, documents_in, open_source
from ingest.reading import read_text
from kg.errors import UnreadableDocument
from kg.model import Corpus, Reading
from kg.pool import map_documents
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
    named = _named(documents_in(list(paths)))
    readings: list[Reading] = []
    failures: list[tuple[str, str]] = []

    def read(item: tuple[Path, str]) -> Reading:
        return read_source(replace(open_source(item[0]), name=item[1]), vocabulary)

    for number, ((path, _), found) in enumerate(zip(named, map_documents(read, named), strict=True), 1):
        if isinstance(found, Reading):
            readings.append(found)
        else:
            failures.append((path.name, str(found)))
        if progress:
            progress(number, len(named), path.name)
    if failures and not readings:
        raise UnreadableDocument("；".join(reason for _, reason in failures))
    return Corpus(tuple(readings), tuple(failures))


def _named(files: Iterable[Path]) -> list[tuple[Path, str]]:
    """Files with the names of their documents."""
    named: dict[str, Path] = {}
    for path in files:
        named[path.name if path.name not in named else f"{path.parent.name}/{path.name}"] = path
    return [(path, name) for name, path in named.items()]


def provisions_of(readings: Iterable[Reading]) -> int:
    """How many provisions the readings hold."""
    return sum(len(r.provisions) for r in readings)
