"""Quantities that a rule sets, in normal form, each with the words it stands in.

Sentence by sentence: numbers with units (quantities), rhythms (rhythms), comparisons with published lines
(published_lines); their kind from the neighbours (quantity_kinds, periods), their comparator (comparators), their base
(bases). Left out: dates, document and article numbers, ranks, and vague amounts (一定, 差额, 全额, 及时).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.context import Context
from ingest.extract.bases import basis_of
from ingest.extract.comparators import Bounds, comparator, own_bounds, soft
from ingest.extract.periods import period_kind
from ingest.extract.published_lines import compared_lines
from ingest.extract.quantities import Quantity, find_quantities
from ingest.extract.quantity_kinds import kind_of
from ingest.extract.rhythms import Rhythm, find_rhythms, recurrences
from ingest.extract.surroundings import SENTENCE_END, Surroundings, around
from ingest.extract.units import Dimension, denominators
from kg.model import Clause, Parameter

_HINT = re.compile(r"[0-9０-９%％]|[〇○二两三四五六七八九十百千万半]|[每按一].|标准|工资|收入")
_BRACKETED = re.compile(r"[（(]不?含$")
_OR_MORE = re.compile(r"\s?以[上下]")
_PER_LEFT = re.compile(
    r"((?:每(?:人|户|生|名|月|年|季度?|天|日|学期|学年|件|次|床|亩|个?家庭))+|月?人均|年人均|年度)[^，。；]{0,24}$"
)


def find_parameters(context: Context, clause: Clause, start: int, end: int) -> list[Parameter]:
    """Parameters whose numbers stand in `start:end`, in order; the same fact twice counts once."""
    text = context.text
    if not _HINT.search(text, start, end):
        return []
    bounds = own_bounds(text)
    stem = _stem(context, clause)
    found: list[Parameter] = []
    for low, high in _sentences(text, clause, start, end):
        found += _in_sentence(text, low, high, stem, bounds)
    unique = {(p.kind, p.op, p.value, p.unit): p for p in reversed(found) if start <= p.start < end}
    return sorted(unique.values(), key=lambda p: (p.start, p.end))


def _sentences(text: str, clause: Clause, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Bounds of the whole sentences that `start:end` touches, kept inside the clause."""
    low = max((text.rfind(mark, clause.start, start) for mark in "。；;\n"), default=-1) + 1
    low = max(low, min(clause.start, start))
    while low < end:
        stop = SENTENCE_END.search(text, low)
        high = stop.start() if stop else len(text)
        if high > low and _HINT.search(text, low, high):
            yield low, high
        low = high + 1


def _stem(context: Context, clause: Clause) -> str:
    """Lead-in of the list that `clause` is an item of, "" for other clauses."""
    parent = context.by_id.get(clause.parent) if clause.parent else None
    if parent is None or clause.kind not in ("item", "subitem", "subpoint", "subsubpoint", "row"):
        return ""
    return context.text[parent.start : min(parent.start + 200, clause.start)]


def _in_sentence(text: str, low: int, high: int, stem: str, bounds: Bounds) -> Iterator[Parameter]:
    rhythms = find_rhythms(text, low, high)
    read = []
    for quantity in find_quantities(text, low, high):
        inside = any(r.start < quantity.start < r.end for r in rhythms)
        if not inside and not _restated(text, low, quantity):
            op = comparator(quantity, text[low : quantity.start], text[quantity.end : high], bounds)
            read.append((quantity, op))
    yield from _rhythmic(text, low, high, rhythms, read)
    yield from _plain(text, low, high, stem, rhythms, read)
    for kind, op, line, begin, end in compared_lines(text, low, high, [q for q, _ in read]):
        yield Parameter(kind, op, 1.0, "倍", line, begin, end, text[begin:end])


def _restated(text: str, low: int, quantity: Quantity) -> bool:
    """（含3项） after 3项以下, and the first of 两个或者两个以上, say nothing new."""
    if _BRACKETED.search(text, low, quantity.start):
        return True
    again = quantity.after in ("或", "或者") and bool(_OR_MORE.match(text, quantity.last))
    return (
        again
        and text[quantity.start : quantity.end] == text[quantity.last - (quantity.end - quantity.start) : quantity.last]
    )


def _rhythmic(
    text: str, low: int, high: int, rhythms: list[Rhythm], read: list[tuple[Quantity, str]]
) -> Iterator[Parameter]:
    if not rhythms:
        return
    times = [(q, op) for q, op in read if q.unit == "次"]
    others = [q for q, _ in read if q.unit != "次"]
    for found in recurrences(text, low, high, rhythms, times, others):
        quote = text[found.start : found.end]
        yield Parameter(found.kind, found.op, found.value, found.unit, None, found.start, found.end, quote)


def _plain(
    text: str, low: int, high: int, stem: str, rhythms: list[Rhythm], read: list[tuple[Quantity, str]]
) -> Iterator[Parameter]:
    """Quantities that are no rhythm: their kind, unit and basis from what stands around the list they are in."""
    earlier = ""
    for quantity, op in read:
        words = around(text, quantity.first, quantity.last, low, high, stem)
        if quantity.unit == "次" and _counted_by_rhythm(text, quantity, rhythms):
            continue
        if quantity.dimension is Dimension.TIME:
            kind = earlier = period_kind(quantity, words, earlier)
        else:
            kind = kind_of(quantity, words)
        if kind:
            unit = _unit(quantity, words)
            basis = basis_of(quantity, kind, words)
            begin, end = quantity.start, quantity.end
            yield Parameter(kind, op, quantity.value, unit, basis, begin, end, text[begin:end], soft(quantity, words))


def _counted_by_rhythm(text: str, quantity: Quantity, rhythms: list[Rhythm]) -> bool:
    """每年至少一次: the rhythm before it, in the same piece, has counted it."""
    return any(r.end <= quantity.start and not re.search("[，,]", text[r.end : quantity.start]) for r in rhythms)


def _unit(quantity: Quantity, words: Surroundings) -> str:
    """Unit with the denominators that stand before the number: 每人每月100元."""
    if quantity.dimension is not Dimension.MONEY or "/" in quantity.unit:
        return quantity.unit
    match = _PER_LEFT.search(words.near_left)
    if not match:
        return quantity.unit
    return "/".join(("元", *denominators(match[1].replace("均", ""))))
