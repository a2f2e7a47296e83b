"""How fast documents are read, as ratios to bare jieba in the same run: `python -m bench.reading FOLDER`.

Prints characters a second of the full reading on one process and on more, of the whole command with its start, and of
parts, each beside jieba's cutting of the same texts; the gain of more processes, beside what jieba itself gains by
them on this machine at this hour; then what the command takes to start.
The runs take turns, round after round, so that whatever else the machine does weighs on all alike. What runs in one
process is timed by what it takes of the processor, so that its ratio holds on a busy machine too; what runs in several
is timed by the clock, beside jieba by the clock. Times of a machine say little, their ratios hold.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROUNDS = 3
YARDSTICK = "jieba.cut"
ONE = "reading"
WHOLE = "whole command, all cores"
SMALL = "第一条 县级人民政府民政部门负责最低生活保障的审核确认工作。\n"
Run = Callable[[], object]
Text = tuple[str, str]  # name, words


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of .txt documents")
    parser.add_argument("--processes", type=int, nargs="*", default=[2], help="numbers of processes beside one")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    chosen = parser.parse_args(arguments)
    paths = sorted(chosen.folder.rglob("*.txt"))
    texts = [(path.name, path.read_text(encoding="utf-8-sig")) for path in paths]
    alone = {YARDSTICK: _jieba(texts), ONE: _reading(texts, 1), **_parts(texts)}
    together: dict[str, Run] = {_cut(count): _jieba(texts, count) for count in chosen.processes}
    together |= {_named(count): _reading(texts, count) for count in chosen.processes}
    together[WHOLE] = lambda: _huishang("extract", "--format", "jsonl", *map(str, paths))
    best = _best({**alone, **together}, chosen.rounds)
    characters = sum(len(text) for _, text in texts)
    print(f"{len(texts)} documents, {characters} characters")
    _ratios(characters, {name: best[name].processor for name in alone}, best[YARDSTICK].processor)
    _ratios(characters, {name: best[name].clock for name in together}, best[YARDSTICK].clock)
    for count in chosen.processes:
        gain = best[ONE].clock / best[_named(count)].clock
        print(f"gain of {count} processes: {gain:.2f}; jieba's: {best[YARDSTICK].clock / best[_cut(count)].clock:.2f}")
    _start_up(chosen.rounds)


def _ratios(characters: int, seconds: Mapping[str, float], yardstick: float) -> None:
    for name, taken in seconds.items():
        print(f"{name:28} {characters / taken:12,.0f} characters/s  {yardstick / taken:6.2f} x jieba")


class Times(NamedTuple):
    """Seconds of a run: by the clock, and of the processor in this process."""

    clock: float
    processor: float


def _named(processes: int) -> str:
    return f"reading, {processes} processes"


def _cut(processes: int) -> str:
    return f"{YARDSTICK}, {processes} processes"


def _best(runs: Mapping[str, Run], rounds: int) -> dict[str, Times]:
    """Shortest of `rounds` times of each run; the runs take turns."""
    times = dict.fromkeys(runs, Times(float("inf"), float("inf")))
    for _ in range(rounds):
        for name, run in runs.items():
            clock, processor = time.perf_counter(), time.process_time()
            run()
            taken = Times(time.perf_counter() - clock, time.process_time() - processor)
            times[name] = Times(*map(min, times[name], taken))
    return times


def _jieba(texts: Sequence[Text], processes: int = 1) -> Run:
    """Cutting every text; with more processes only the number of words comes back."""
    import jieba

    from kg.pool import map_documents

    jieba.setLogLevel("ERROR")
    jieba.initialize()
    if processes == 1:
        return lambda: [list(jieba.cut(text)) for _, text in texts]
    return lambda: list(
        map_documents(lambda item: len(list(jieba.cut(item[1]))), texts, processes, cost=lambda item: len(item[1]))
    )


def _reading(texts: Sequence[Text], processes: int) -> Run:
    from ingest.reading import read_text
    from kg.pool import map_documents
    from ontology.vocabulary import load_vocabulary

    vocabulary = load_vocabulary()

    def read(item: Text) -> object:
        return read_text(item[0], item[1], "", vocabulary)

    for item in texts[:3]:
        read(item)
    return lambda: list(map_documents(read, texts, processes, cost=lambda item: len(item[1])))


def _parts(texts: Sequence[Text]) -> dict[str, Run]:
    """The structure alone, and quantities and citations on its clauses."""
    from ingest.context import Context
    from ingest.extract.cited.citations import find_citations
    from ingest.extract.figures.parameters import find_parameters
    from ingest.structure import parse_structure
    from ontology.vocabulary import load_vocabulary

    vocabulary = load_vocabulary()
    contexts = [Context(name, text, vocabulary, parse_structure(name, text)) for name, text in texts]
    clauses = [(x, c, *x.own_words(c)) for x in contexts for c in x.clauses]
    return {
        "  structure": lambda: [parse_structure(name, text) for name, text in texts],
        "  quantities": lambda: [find_parameters(*place) for place in clauses],
        "  citations": lambda: [find_citations(*place) for place in clauses],
    }


def _start_up(rounds: int) -> None:
    """Seconds from the call of the command to its end: bare, and with all that the reading of one article needs."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "一条.txt"
        small.write_text(SMALL, encoding="utf-8")
        calls = {
            "--help": ["--help"],
            "extract --help": ["extract", "--help"],
            "extract 一条.txt": ["extract", str(small)],
        }
        runs = {name: lambda words=words: _huishang(*words) for name, words in calls.items()}
        for name, times in _best(runs, rounds).items():
            print(f"start of `huishang {name}`: {times.clock:.2f} s")


def _huishang(*words: str) -> None:
    """Run the command; raises CalledProcessError where it fails."""
    subprocess.run([sys.executable, "-m", "api.cli", *words], capture_output=True, check=True)


if __name__ == "__main__":
    main()
