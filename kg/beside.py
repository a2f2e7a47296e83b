"""Which documents share ground: those of one place, above it, inside it, or of a place not stated.

In an audit nearly all pairs of documents stand in different regions and never matter to each other; what stands
beside a document is found by its place, without asking every other one.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Document, Reading
from kg.regions import PlaceOrder, RegionTree
from kg.standing import place


class Beside:
    """Documents by place; `default` is the region of one that states none."""

    def __init__(self, readings: Sequence[Reading], regions: RegionTree, default: str | None):
        self.readings = readings
        self.default = default
        held: dict[str | None, list[int]] = {}
        for number, reading in enumerate(readings):
            held.setdefault(place(reading.document, default), []).append(number)
        codes = sorted(held, key=lambda code: (code is not None, regions.path(code) if code is not None else ()))
        self._held = [held[code] for code in codes]
        self._order = PlaceOrder(regions, codes)
        self._found: dict[str | None, tuple[Reading, ...]] = {}

    def __call__(self, document: Document) -> tuple[Reading, ...]:
        """Every document whose place may be that of `document`, in the order of the index."""
        code = place(document, self.default)
        if code not in self._found:
            near = {n for low, high, _ in self._order.ranges(code) for held in self._held[low:high] for n in held}
            self._found[code] = tuple(self.readings[n] for n in sorted(near))
        return self._found[code]
