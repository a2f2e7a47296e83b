"""Quantities that a rule sets, in normal form, each with the words it stands in.

Sentence by sentence: numbers with units (quantities), rhythms (rhythms), comparisons with published lines
(published_lines); their kind from the neighbours (quantity_kinds, periods), their comparator (comparators), their base
(bases). Left out: dates, document and article numbers, ranks, and vague amounts (一定, 差额, 全额, 及时).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.context import Context
from ingest.extract.figures.bases import basis_of
from ingest.extract.figures.comparators import Bounds, comparator, own_bounds, soft
from ingest.extract.figures.periods import period_kind
from ingest.extract.figures.published_lines import compared_lines, waived_deductibles
from ingest.extract.figures.quantities import Quantity, find_quantities
from ingest.extract.figures.quantity_kinds import kind_of
from ingest.extract.figures.rhythms import Rhythm, find_rhythms, recurrences
from ingest.extract.figures.surroundings import SENTENCE_END, Surroundings, around
from ingest.extract.figures.table_cells import find_cells, head_of
from ingest.extract.figures.units import Dimension, unit_after
from kg.model import Clause, Parameter

_FIGURES = "0-9０-９%％〇○二两三四五六七八九十百千万半"
_HINT = re.compile(  # one set of characters first: these are looked for much faster than alternatives
    rf"[{_FIGURES}每按一标工收](?:(?<=[{_FIGURES}])|(?<=[每按一]).|(?<=标)准|(?<=工)资|(?<=收)入)"
)
_LONGEST = 1200  # characters of one sentence looked at together; longer ones are cut, so that cost stays linear
_BRACKETED = re.compile(r"[（(]不?含$")
_RAISED = re.compile(
    r"[^，。；0-9]{0,6}?(?:提高|延长|调整|增加|降低|缩短|扩大|上调|下调|减少|提升|放宽|提至|降至|增至|改|变更)(?:到|至|为)"
)
_FROM = re.compile(r"[由从][^，。；]*$")
_UPPER_END = re.compile(r"[及或]?以上(?:[（(][^）)]{0,12}[）)])?(?:不满|不足|未满|不超过|不到)?|不满|不足|未满")
_OR_MORE = re.compile(r"\s?以[上下]")


def find_parameters(context: Context, clause: Clause, start: int, end: int) -> list[Parameter]:
    """Parameters whose numbers stand in `start:end`, in order; the same fact twice counts once."""
    text = context.text
    if not _HINT.search(text, start, end):
        return []
    bounds = context.once(own_bounds)
    stem = _stem(context, clause)
    found: list[Parameter] = []
    for low, high in _sentences(text, clause, start, end):
        found += _in_sentence(_Sentence(text, low, high, stem or _chain(text, clause.start, low), bounds))
    if clause.kind == "row":
        found += _in_table(context, clause)
    unique = {(p.kind, p.op, p.value, p.unit): p for p in reversed(found) if start <= p.start < end}
    return sorted(unique.values(), key=lambda p: (p.start, p.end))


def _sentences(text: str, clause: Clause, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Bounds of the whole sentences that `start:end` touches, kept inside the clause."""
    low = max(min(clause.start, start), start - _LONGEST)
    low = max(text.rfind(mark, low, start) for mark in ("。", "；", ";", "\n")) + 1 or low
    while low < end:
        stop = SENTENCE_END.search(text, low, low + _LONGEST)
        high = stop.start() if stop else min(low + _LONGEST, len(text))
        if high > low and _HINT.search(text, low, high):
            yield low, high
        low = high + 1 if stop else high


def _stem(context: Context, clause: Clause) -> str:
    """Lead-in of the list that `clause` is an item of, the head of a row's table, "" for other clauses."""
    if clause.kind == "row":
        head = head_of(context, clause)
        return context.text[head.start : head.end] if head else ""
    parent = context.by_id.get(clause.parent) if clause.parent else None
    if parent is None or clause.kind not in ("item", "subitem", "subpoint", "subsubpoint"):
        return ""
    return context.text[parent.start : min(parent.start + 200, clause.start)]


def _chain(text: str, start: int, low: int) -> str:
    """The ；-clauses before the one at `low` in the same sentence, "" where it opens the sentence."""
    if text[low - 1 : low] not in ("；", ";"):
        return ""
    before = text[max(start, low - 160) : low]
    return before[max(before.rfind(mark) for mark in "。\n") + 1 :]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence being read: its bounds in the text, the lead-in of its list, the document's own 以上."""

    text: str
    low: int
    high: int
    stem: str
    bounds: Bounds


def _in_sentence(here: _Sentence) -> Iterator[Parameter]:
    rhythms = find_rhythms(here.text, here.low, here.high)
    read = []
    for quantity in find_quantities(here.text, here.low, here.high):
        inside = any(r.start < quantity.start < r.end for r in rhythms)
        if not inside and not _restated(here, quantity):
            left = here.text[max(here.low, quantity.start - 40) : quantity.start]
            right = here.text[quantity.end : min(here.high, quantity.end + 40)]
            read.append((quantity, comparator(quantity, left, right, here.bounds)))
    yield from _rhythmic(here, rhythms, read)
    yield from _plain(here, rhythms, read)
    for found in compared_lines(here.text, here.low, here.high, [q for q, _ in read]):
        yield _parameter(here.text, found.kind, found.op, found.value, "倍", found.line, found.start, found.end)
    for start, end in waived_deductibles(here.text, here.low, here.high):
        yield _parameter(here.text, "deductible", "=", 0.0, "元", None, start, end)


def _parameter(
    text: str, kind: str, op: str, value: float, unit: str, basis: str | None, start: int, end: int, soft: bool = False
) -> Parameter:
    return Parameter(kind, op, value, unit, basis, start, end, text[start:end], soft)


def _in_table(context: Context, clause: Clause) -> Iterator[Parameter]:
    """Bare numbers of a table row, judged by the words of their column and row."""
    for cell in find_cells(context, clause):
        words = Surroundings(f"{cell.label}{cell.head}", "", f"{cell.label}{cell.head}", "", "")
        quantity = _denominated(cell.quantity, words)
        decide = period_kind if quantity.dimension is Dimension.TIME else kind_of
        kind, op = decide(quantity, words, ""), comparator(quantity, cell.head, "", Bounds())
        if kind:
            yield _parameter(context.text, kind, op, quantity.value, quantity.unit, None, quantity.start, quantity.end)


def _restated(here: _Sentence, quantity: Quantity) -> bool:
    """（含3项） after 3项以下, the first of 两个或者两个以上, the old value of 由A提高到B: nothing new."""
    text, low = here.text, here.low
    if _BRACKETED.search(text, max(low, quantity.start - 3), quantity.start):
        return True
    if _RAISED.match(text, quantity.end, here.high) and _FROM.search(
        text, max(low, quantity.start - 40), quantity.start
    ):
        return True
    again = quantity.after in ("或", "或者") and bool(_OR_MORE.match(text, quantity.last))
    return (
        again
        and text[quantity.start : quantity.end] == text[quantity.last - (quantity.end - quantity.start) : quantity.last]
    )


def _rhythmic(here: _Sentence, rhythms: list[Rhythm], read: list[tuple[Quantity, str]]) -> Iterator[Parameter]:
    if not rhythms:
        return
    times = [(q, op) for q, op in read if q.unit == "次"]
    others = [q for q, _ in read if q.unit != "次"]
    for found in recurrences(here.text, here.low, here.high, rhythms, times, others):
        yield _parameter(here.text, found.kind, found.op, found.value, found.unit, None, found.start, found.end)


def _plain(here: _Sentence, rhythms: list[Rhythm], read: list[tuple[Quantity, str]]) -> Iterator[Parameter]:
    """Quantities that are no rhythm: their kind, unit and basis from what stands around the list they are in."""
    earlier: dict[Dimension, str] = {}
    last = here.low
    for quantity, op in read:
        if quantity.unit == "次" and _counted_by_rhythm(here.text, quantity, rhythms):
            continue
        words = around(here.text, quantity.first, quantity.last, here.low, here.high, here.stem)
        quantity = _denominated(quantity, words)
        before = earlier.get(quantity.dimension, "")
        decide = period_kind if quantity.dimension is Dimension.TIME else kind_of
        closes = before and _UPPER_END.fullmatch(here.text, last, quantity.start)
        kind = earlier[quantity.dimension] = before if closes else decide(quantity, words, before)
        last = quantity.end
        if kind == "time-limit" and op in (">", ">=") and not quantity.ranged:
            kind = "duration"  # 征求意见不少于七日: it has to last
        if kind:
            basis = basis_of(quantity, kind, words)
            begin, end, vague = quantity.start, quantity.end, soft(quantity, words)
            yield _parameter(here.text, kind, op, quantity.value, quantity.unit, basis, begin, end, vague)


def _denominated(quantity: Quantity, words: Surroundings) -> Quantity:
    """Money with the denominators that stand before it: 每人每月100元."""
    if quantity.dimension is not Dimension.MONEY:
        return quantity
    return replace(quantity, unit=unit_after(words.near_left, quantity.unit))


def _counted_by_rhythm(text: str, quantity: Quantity, rhythms: list[Rhythm]) -> bool:
    """每年至少一次: the rhythm before it, in the same piece, has counted it."""
    return any(r.end <= quantity.start and not re.search("[，,]", text[r.end : quantity.start]) for r in rhythms)
