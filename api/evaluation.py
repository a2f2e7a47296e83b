"""Precision, recall and F1 of the reading against annotated documents, by kind of fact and by document.

A gold row and a provision are aligned where they share at least half of the shorter; a fact is right where an aligned
row of the other side holds it too (micro-averaged). `duty` is (agency, role, function, aid) and stands outside `all`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from api.export.provisions import provision_row
from api.reading import read_source
from ingest.readers.source import open_source
from kg.errors import UsageError
from ontology.vocabulary import Vocabulary

KINDS = ("actor", "duty", "function", "aid", "group", "modality", "parameter", "citation")
SUFFIX = ".gold.jsonl"
DUTY_ROLES = ("lead", "assist", "participate", "joint")
Fact = tuple[Any, ...]
Span = tuple[int, int]
Rows = list[tuple[Span, frozenset[Fact]]]


@dataclass
class Tally:
    """Counts of one kind: right and all, on the predicted and on the gold side."""

    right_p: int = 0
    all_p: int = 0
    right_g: int = 0
    all_g: int = 0

    def add(self, other: Tally) -> None:
        """Sum up."""
        self.right_p += other.right_p
        self.all_p += other.all_p
        self.right_g += other.right_g
        self.all_g += other.all_g

    @property
    def scores(self) -> tuple[float, float, float]:
        """Precision, recall, F1, each 0–1."""
        precision = self.right_p / self.all_p if self.all_p else 0.0
        recall = self.right_g / self.all_g if self.all_g else 0.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0


@dataclass
class Evaluation:
    """Tallies by kind and by document; `wrong` lists each missed or extra fact as one line."""

    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    documents: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    wrong: list[str] = field(default_factory=list)
    rows: int = 0

    def total(self) -> Tally:
        """All kinds but `duty`, which repeats the others."""
        made = Tally()
        for kind, tally in self.kinds.items():
            if kind != "duty":
                made.add(tally)
        return made


def evaluate(folder: Path, vocabulary: Vocabulary) -> Evaluation:
    """Score every NAME.gold.jsonl below `folder` against NAME.txt beside it. Raises UsageError where there is none."""
    found = sorted(folder.glob(f"**/*{SUFFIX}"))
    if not found:
        raise UsageError(f"{folder}：没有标注文件（*{SUFFIX}）。请指定放有标注的文件夹。")
    made = Evaluation()
    for gold_path in found:
        _score(made, gold_path, vocabulary)
    return made


def _score(made: Evaluation, gold_path: Path, vocabulary: Vocabulary) -> None:
    name = gold_path.name.removesuffix(SUFFIX)
    source = open_source(gold_path.with_name(name + ".txt"))
    rows = [json.loads(line) for line in gold_path.read_text(encoding="utf-8").splitlines() if line.strip()]
    limits = rows.pop(0) if rows and "quote" not in rows[0] else {}
    kinds = frozenset(limits.get("kinds", KINDS))
    regions = _regions(source.text, limits.get("regions"))
    gold = [r for r in _gold(source.text, rows, kinds, name) if any(_shared(r[0], x) for x in regions)]
    made.rows += len(gold)
    predicted: Rows = []
    for provision in read_source(source, vocabulary).provisions:
        span = (provision.quote.start, provision.quote.end)
        if any(_shared(span, x) * 2 >= span[1] - span[0] for x in regions):
            predicted.append((span, _facts(provision_row(provision), kinds)))
    _count(made, name, source.text, gold, predicted)


def _count(made: Evaluation, name: str, text: str, gold: Rows, predicted: Rows) -> None:
    for span, fact, right in _judged(predicted, gold):
        made.kinds[fact[0]].add(Tally(right_p=right, all_p=1))
        made.documents[name].add(Tally(right_p=right, all_p=1))
        if not right:
            made.wrong.append(_line(name, "多出", fact, text, span))
    for span, fact, right in _judged(gold, predicted):
        made.kinds[fact[0]].add(Tally(right_g=right, all_g=1))
        made.documents[name].add(Tally(right_g=right, all_g=1))
        if not right:
            made.wrong.append(_line(name, "遗漏", fact, text, span))


def _judged(mine: Rows, theirs: Rows) -> Iterator[tuple[Span, Fact, bool]]:
    for span, facts in mine:
        near = frozenset[Fact]().union(*(f for s, f in theirs if _aligned(span, s)))
        for fact in sorted(facts, key=str):
            yield span, fact, fact in near


def _line(name: str, what: str, fact: Fact, text: str, span: Span) -> str:
    return f"{name}\t{what}\t{' '.join(map(str, fact))}\t{text[span[0] : span[1]][:40]}"


def _gold(text: str, rows: Iterable[Mapping[str, Any]], kinds: frozenset[str], name: str) -> Iterator[Any]:
    for row in rows:
        at = -1
        for _ in range(row.get("nth", 1)):
            at = text.find(row["quote"], at + 1)
        if at < 0:
            raise UsageError(f"{name}：标注的原文在文件中找不到：“{row['quote'][:30]}”。")
        yield (at, at + len(row["quote"])), _facts(row, kinds)


def _facts(row: Mapping[str, Any], kinds: frozenset[str]) -> frozenset[Fact]:
    actors = [(a["agency"], a["role"]) if isinstance(a, dict) else tuple(a) for a in row.get("actors") or []]
    functions, aid = row.get("functions") or [], row.get("aid") or []
    found: set[Fact] = {("actor", *a) for a in actors}
    found |= {
        ("duty", *a, f, x) for a in actors if a[1] in DUTY_ROLES for f in functions or [None] for x in aid or [None]
    }
    found |= {("function", f) for f in functions} | {("aid", a) for a in aid}
    found |= {("group", *sorted(g)) for g in row.get("groups") or []}
    found |= {("modality", row["modality"])} if row.get("modality") else set()
    for p in row.get("parameters") or []:
        found.add(("parameter", p["kind"], p["op"], round(float(p["value"]), 6), p.get("unit") or ""))
    for c in row.get("citations") or []:
        found.add(("citation", c["title"].strip("《》"), *(c.get("articles") or [])))
    return frozenset(f for f in found if f[0] in kinds)


def _regions(text: str, limits: Iterable[tuple[str, str]] | None) -> list[Span]:
    if limits is None:
        return [(0, len(text))]
    spans = []
    for first, last in limits:
        start = text.find(first)
        end = text.find(last, start)
        if start >= 0 and end >= 0:
            spans.append((start, end + len(last)))
    return spans


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _aligned(a: Span, b: Span) -> bool:
    return _shared(a, b) * 2 >= (min(a[1] - a[0], b[1] - b[0]) or 1)
