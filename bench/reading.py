"""How fast documents are read, as ratios to bare jieba in the same run: `python -m bench.reading FOLDER`.

Prints characters a second of the full reading on one process and on two, and of its parts, each beside jieba's cutting
of the same texts; then what the command takes to start. Times of a machine say little, their ratios hold.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROUNDS = 3


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of .txt documents")
    parser.add_argument("--processes", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    chosen = parser.parse_args(arguments)
    texts = [(p.name, p.read_text(encoding="utf-8-sig")) for p in sorted(chosen.folder.rglob("*.txt"))]
    characters = sum(len(text) for _, text in texts)
    print(f"{len(texts)} documents, {characters} characters")
    yardstick = _jieba([text for _, text in texts], chosen.rounds)
    _row("jieba.cut", characters, yardstick, yardstick)
    for count in chosen.processes:
        _row(f"reading, {count} process(es)", characters, _reading(texts, count, chosen.rounds), yardstick)
    for name, seconds in _parts(texts, chosen.rounds):
        _row(f"  {name}", characters, seconds, yardstick)
    _start_up()


def _row(name: str, characters: int, seconds: float, yardstick: float) -> None:
    print(f"{name:28} {characters / seconds:12,.0f} characters/s  {yardstick / seconds:6.2f} x jieba")


def _best(rounds: int, run: Callable[[], object]) -> float:
    """Shortest of `rounds` runs in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def _jieba(texts: Sequence[str], rounds: int) -> float:
    import jieba

    jieba.setLogLevel("ERROR")
    jieba.initialize()
    return _best(rounds, lambda: [list(jieba.cut(text)) for text in texts])


def _reading(texts: Sequence[tuple[str, str]], processes: int, rounds: int) -> float:
    from ingest.reading import read_text
    from kg.pool import map_documents
    from ontology.vocabulary import load_vocabulary

    vocabulary = load_vocabulary()

    def read(item: tuple[str, str]) -> object:
        return read_text(item[0], item[1], "", vocabulary)

    for item in texts[:3]:
        read(item)
    return _best(rounds, lambda: list(map_documents(read, texts, processes, cost=lambda item: len(item[1]))))


def _parts(texts: Sequence[tuple[str, str]], rounds: int) -> list[tuple[str, float]]:
    """Seconds for the structure, and for quantities and citations on its clauses."""
    from ingest.context import Context
    from ingest.extract.citations import find_citations
    from ingest.extract.parameters import find_parameters
    from ingest.structure import parse_structure
    from ontology.vocabulary import load_vocabulary

    vocabulary = load_vocabulary()
    contexts = [Context(name, text, vocabulary, parse_structure(name, text)) for name, text in texts]
    clauses = [(x, c, *x.own_words(c)) for x in contexts for c in x.clauses]
    finders = (("quantities", find_parameters), ("citations", find_citations))
    return [
        ("structure", _best(rounds, lambda: [parse_structure(name, text) for name, text in texts])),
        *((name, _best(rounds, lambda find=find: [find(*place) for place in clauses])) for name, find in finders),
    ]


def _start_up() -> None:
    """Seconds from the call to the last line of the command, without and with the vocabulary loaded."""
    for words in (["--help"], ["extract", "--help"]):
        seconds = _best(
            ROUNDS, lambda words=words: subprocess.run([sys.executable, "-m", "api.cli", *words], capture_output=True)
        )
        print(f"start of `huishang {' '.join(words)}`: {seconds:.2f} s")


if __name__ == "__main__":
    main()
