"""Several segments as one: tables interned anew, rows renumbered and sorted again."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.regions import RegionTree
from kg.segment import Ints, Segment, ordered, packed, sorted_rows

Part = tuple[Segment, Sequence[bool]]  # a segment, and which of its documents stay


class _Table:
    """Distinct values of several segments in one list."""

    def __init__(self, values: Iterable[Hashable]):
        self.values: tuple[Any, ...] = tuple(dict.fromkeys(values))
        self._number = {v: i for i, v in enumerate(self.values)}

    def numbers(self, values: Sequence[Hashable], last: int | None = None) -> Ints:
        """New numbers by old ones; `last` for the old number -1."""
        found = [self._number[v] for v in values] + ([] if last is None else [last])
        return np.array(found, np.int64)


def merged(parts: Sequence[Part], regions: RegionTree) -> Segment:
    """One segment of the documents that stay, in their order."""
    functions, aids, agencies, whos = (
        _Table(v for segment, _ in parts for v in getattr(segment, name))
        for name in ("functions", "aids", "agencies", "whos")
    )
    places = _Table(ordered((c for segment, _ in parts for c in segment.places), regions))
    columns: list[tuple[Ints, ...]] = []
    days: list[tuple[Ints, ...]] = []
    first = 0
    for segment, stay in parts:
        kept = np.array(stay, np.bool_)
        rows = segment.rows.take(np.flatnonzero(kept[segment.rows.document]))
        code, place = np.divmod(rows.key, len(segment.places))
        function, aid = np.divmod(code, max(1, len(segment.aids)))
        where = places.numbers(segment.places)
        key = packed(
            functions.numbers(segment.functions)[function],
            aids.numbers(segment.aids)[aid],
            where[place],
            len(aids.values),
            len(places.values),
        )
        agency = agencies.numbers(segment.agencies, last=-1)[rows.agency]
        document = (np.cumsum(kept) - 1 + first)[rows.document]
        columns.append(
            (key, whos.numbers(segment.whos)[rows.who], document, rows.position, agency, rows.actor, rows.role)
        )
        days.append((segment.start[kept], segment.end[kept], where[segment.where[kept]]))
        first += int(kept.sum())
    key, *rest = (_joined(c) for c in zip(*columns, strict=True))
    start, end, where = (_joined(d).astype(np.int32) for d in zip(*days, strict=True))
    names = tuple(n for segment, stay in parts for n, stays in zip(segment.names, stay, strict=True) if stays)
    rows = sorted_rows(key, rest)
    return Segment(
        rows, functions.values, aids.values, places.values, agencies.values, whos.values, names, start, end, where
    )


def _joined(arrays: Sequence[NDArray[Any]]) -> Ints:
    return np.concatenate(arrays)
