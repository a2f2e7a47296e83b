"""What checking a draft of 50 provisions costs against 10,000 … 1,000,000 provisions in force, as tables of ratios.

    python -m bench.coverage                     sizes 10000 100000 1000000, growth by places
    python -m bench.coverage 10000 100000 --dense  growth by more acts in the same places
    python -m bench.coverage 10000 --sparql      the same join in SPARQL on Oxigraph in memory, and in pySHACL

`cal` is a fixed loop timed in the same run: machines differ, ratios to it less. Times are medians of warm runs, in
milliseconds of wall clock; `near` finds what the draft can touch, `index` makes the index of it, `checks` runs every
check there is on a new one, `all` is the three together; `join` is the leads that meet, asked of all the columns.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from bench.generate import Country
from checks.registry import all_checks
from checks.runner import run_checks
from kg.coverage import build_index
from kg.enums import Role
from kg.join import Join, Side
from kg.laws import LawBook
from kg.model import Corpus, Reading
from kg.nearby import Nearby
from kg.saved import SavedIndex
from kg.segment import Segment, segment_of
from kg.tally import Tally
from ontology.vocabulary import load_vocabulary

AT = date(2025, 6, 1)
RUNS = 7
LEADS = (Role.LEAD,)


@dataclass(frozen=True)
class Line:
    """One size."""

    provisions: int
    build: float  # seconds
    bytes_each: float
    open: float
    near: float
    index: float
    join: float
    checks: float
    pairs: int
    memory: int  # MB, of the whole process

    @property
    def total(self) -> float:
        return self.near + self.index + self.checks


def timed(run: Callable[[], Any], times: int = RUNS) -> tuple[float, Any]:
    """Median milliseconds, and what the last run gave; the first run warms up and does not count."""
    run()
    found, took = None, []
    for _ in range(times):
        start = time.perf_counter()
        found = run()
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took), found


def once(run: Callable[[], Any]) -> tuple[float, Any]:
    """Milliseconds of a single run."""
    start = time.perf_counter()
    found = run()
    return (time.perf_counter() - start) * 1000, found


def calibration() -> float:
    """Milliseconds of a fixed loop."""
    return timed(lambda: sum(i * i % 7 for i in range(1_000_000)), 3)[0]


def sides(book: LawBook, base: Segment, draft: Reading) -> tuple[Side, Side]:
    """Draft and base ready to be joined."""
    laws = book.at(AT, None)
    small = segment_of([draft], book.regions)
    today = AT.toordinal()
    live = (np.asarray(base.start) <= today) & (np.asarray(base.end) > today)
    return Side(laws, small, small.start, small.end, np.ones(1, np.bool_)), Side(laws, base, base.start, base.end, live)


def joined(left: Side, right: Side) -> int:
    """How many pairs of leads meet."""
    return sum(len(m.left) for m in Join(left.only(LEADS), right.only(LEADS), Tally()).matches())


def measure(size: int, dense: bool, folder: Path) -> Line:
    """All figures for one size."""
    country, book = Country(size, dense), LawBook(load_vocabulary())
    build, _ = once(lambda: SavedIndex.build(folder, country.readings(), book.regions))
    opened, saved = timed(lambda: SavedIndex(folder, book.regions), 3)
    number = {f"act-{i}.txt": i for i in range(len(country.acts))}
    read = lru_cache(maxsize=2_000)(lambda name: country.reading(number[name]))
    near, draft = Nearby(saved, book, read), country.draft()
    near_ms, _ = timed(lambda: near.corpus(draft, AT))
    index_ms, _ = timed(lambda: near.index(draft, AT))
    left, right = sides(book, saved.held[0].segment, draft)
    join_ms, pairs = timed(lambda: joined(left, right))
    whole_ms, _ = timed(lambda: run_checks(near.index(draft, AT), all_checks()))
    rows = saved.held[0].segment.rows
    return Line(
        sum(1 for _ in country.acts) * 60,
        build / 1000,
        rows.size / len(rows),
        opened,
        near_ms,
        index_ms - near_ms,
        join_ms,
        whole_ms - index_ms,
        pairs,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    )


def table(lines: list[Line], cal: float) -> Iterator[str]:
    """Markdown, with the growth from line to line."""
    yield f"cal = {cal:.0f} ms"
    yield ""
    heads = "provisions", "build s", "bytes/row", "open", "near", "index", "join", "checks", "all", "× cal", "growth"
    yield f"| {' | '.join((*heads, 'pairs', 'MB'))} |"
    yield "|" + "--:|" * (len(heads) + 2)
    before: Line | None = None
    for x in lines:
        growth = f"{x.total / before.total:.2f} (join {x.join / before.join:.2f})" if before else "–"
        cells = (
            *(f"{x.provisions:,}", f"{x.build:.1f}", f"{x.bytes_each:.0f}", f"{x.open:.0f}", f"{x.near:.1f}"),
            *(f"{x.index:.1f}", f"{x.join:.1f}", f"{x.checks:.0f}", f"{x.total:.0f}", f"{x.total / cal:.2f}"),
            *(growth, f"{x.pairs:,}", str(x.memory)),
        )
        yield f"| {' | '.join(cells)} |"
        before = x


def audit(size: int) -> str:
    """Every lead against every lead by the columns, and every check over everything."""
    country, book = Country(size), LawBook(load_vocabulary())
    readings = tuple(country.readings())
    base = segment_of(readings, book.regions)
    _, side = sides(book, base, country.draft())
    ms, pairs = once(lambda: joined(side, side))
    index = build_index(Corpus(readings), None, book.vocabulary, AT, None, book)
    all_ms, run = once(lambda: run_checks(index, all_checks()))
    cells = f"{len(country.acts) * 60:,}", f"{ms / 1000:.2f}", f"{pairs:,}", f"{pairs / ms * 1000:,.0f}"
    return f"| {' | '.join((*cells, f'{all_ms / 1000:.1f}', f'{len(run.findings):,}'))} |"


def main() -> None:
    """Print the tables asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--dense", action="store_true", help="growth by more acts in the same places")
    parser.add_argument("--sparql", action="store_true", help="the same join in SPARQL and pySHACL")
    parser.add_argument("--audit", action="store_true", help="the whole base against itself")
    asked = parser.parse_args()
    if asked.sparql:
        from bench.sparql import compare

        for size in asked.sizes:
            for line in compare(size):
                print(line, flush=True)
        return
    if asked.audit:
        print("| provisions | join s | pairs that meet | pairs/s | all checks s | findings |\n|" + "--:|" * 6)
        for size in asked.sizes:
            print(audit(size), flush=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        lines = [measure(size, asked.dense, Path(folder) / str(size)) for size in asked.sizes]
    print("\n".join(table(lines, calibration())))


if __name__ == "__main__":
    main()
