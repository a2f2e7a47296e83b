"""Sentences that speak in 应当, 不得, 负责, 给予 and gave no provision: what a reader has to look at himself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ingest.sentences import sentences
from kg.model import Clause, Provision, Quote

_MODAL = re.compile(r"应当|不得|负责|给予|必须|严禁|禁止|予以|有权|可以")
_NO_NORMS = frozenset({"title", "note", "salutation", "signature", "part", "chapter", "section"})


def silent(text: str, clauses: Sequence[Clause], provisions: Sequence[Provision]) -> tuple[Quote, ...]:
    """Modal sentences that no provision with a fact in it touches, in order."""
    spans = _spans([p for p in provisions if _says_something(p)])
    return tuple(
        Quote(clause.document, start, end, text[start:end])
        for clause, left, right in _own_stretches(clauses)
        if not all(_touched(spans, *word.span()) for word in _MODAL.finditer(text, left, right))
        for start, end in sentences(text, left, right)
        if _MODAL.search(text, start, end) and not _touched(spans, start, end)
    )


def _says_something(provision: Provision) -> bool:
    """Whether a provision holds more than its own words and modality."""
    p = provision
    return bool(p.actors or p.functions or p.aid or p.groups or p.excluded or p.parameters or p.citations or p.limits)


def _own_stretches(clauses: Sequence[Clause]) -> Iterator[tuple[Clause, int, int]]:
    """(clause, start, end) of the words of every clause of the body that stand before its first child."""
    first_child: dict[str, int] = {}
    for clause in clauses:
        if clause.parent:
            first_child.setdefault(clause.parent, clause.start)
    for clause in clauses:
        if clause.kind not in _NO_NORMS:
            yield clause, clause.start, first_child.get(clause.id, clause.end)


def _spans(provisions: Sequence[Provision]) -> tuple[list[int], list[int]]:
    """Starts of the quotes in order, and the furthest end up to each."""
    pairs = sorted((p.quote.start, p.quote.end) for p in provisions)
    ends: list[int] = []
    for _, end in pairs:
        ends.append(max(end, ends[-1] if ends else 0))
    return [start for start, _ in pairs], ends


def _touched(spans: tuple[list[int], list[int]], start: int, end: int) -> bool:
    """Whether a quote shares a character with the stretch."""
    index = bisect_left(spans[0], end) - 1
    return index >= 0 and spans[1][index] > start
