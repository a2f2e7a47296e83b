"""Pairs of duties by way of columns: the same answers as `kg.buckets`, for more duties than Python should walk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from kg.boxes import Boxes, Duty, Pair, Wanted
from kg.join import Join, Side
from kg.masks import VERDICTS
from kg.model import Reading
from kg.segment import days_of, segment_of
from kg.tally import Tally


class ColumnPairs:
    """Columns of the readings that count here, the draft's apart from the others'."""

    def __init__(self, boxes: Boxes, readings: Sequence[Reading], draft: Reading | None):
        self.boxes = boxes
        others = [r for r in readings if draft is None or r.document.name != draft.document.name]
        self.base = _Columns(boxes, others)
        self.draft = _Columns(boxes, [draft]) if draft else None

    def pairs(self, wanted: Wanted, tally: Tally) -> Iterator[Pair]:
        """Each pair once; in the check of a draft the draft's side stands first."""
        left = self.draft or self.base
        for right in (left, self.base) if self.draft else (left,):
            yield from left.joined(right, wanted, tally)


class _Columns:
    """Columns of some readings, and their duties by row."""

    def __init__(self, boxes: Boxes, readings: Sequence[Reading]):
        self.readings = readings
        self.segment = segment_of(readings, boxes.regions, boxes.region)
        days = np.array([days_of(boxes.force.period(r.document)) for r in readings], np.int64).reshape(-1, 2)
        live = np.ones(len(readings), np.bool_)
        self.side = Side(boxes.laws, self.segment, days[:, 0], days[:, 1], live)

    def joined(self, other: _Columns, wanted: Wanted, tally: Tally) -> Iterator[Pair]:
        """Pairs with the duties of `other`."""
        left, right = self.side.only(wanted.roles), other.side.only(wanted.roles)
        chosen = None if wanted.functions is None else left.segment.of_functions(wanted.functions)
        for found in Join(left, right, tally, wanted.two_agencies).matches(chosen):
            for i, j, code in zip(found.left.tolist(), found.right.tolist(), found.verdict.tolist(), strict=True):
                a, b = self.duty(left, i), other.duty(right, j)
                if reason := wanted.reason(a, b):
                    tally.skipped[reason] += 1
                else:
                    yield Pair(a, b, VERDICTS[code])

    def duty(self, side: Side, row: int) -> Duty:
        """The duty of a row."""
        segment, rows = side.segment, side.segment.rows
        reading = self.readings[rows.document[row]]
        provision = reading.provisions[rows.position[row]]
        function, aid = segment.function_and_aid(int(rows.key[row]))
        return Duty(provision, reading.document, provision.actors[rows.actor[row]], function, aid)
