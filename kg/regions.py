"""Regions by their GB/T 2260 code: what lies in what, with codes given up read as their successors.

A code is a path of prefixes (65 ⊃ 6523 ⊃ 652323), so containment is a prefix test; the few places that the
digits put elsewhere, and codes changed by reforms, are data. 兵团 (660000) stands beside 65, not inside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache, cached_property

from ontology.regions import Regions, load_regions

NATION = frozenset({"0", "000000", "100000", "10", "CN"})


class Place(StrEnum):
    """How one region stands to another."""

    SAME = "same"
    CONTAINS = "contains"
    WITHIN = "within"
    APART = "apart"
    UNKNOWN = "unknown"


class RegionTree:
    """Relations between region codes; `None` is a region not stated, the nation is any code of `NATION`."""

    def __init__(self, table: Regions | None = None):
        self._table = table
        self.path = cache(self._path)

    @cached_property
    def table(self) -> Regions:
        """Names and validity of the codes, read on first use."""
        return self._table or load_regions()

    def current(self, code: str) -> str:
        """The code now used for what `code` named; the same where it is still in use, or nothing followed it."""
        seen = {code}
        while (region := self.table.get(code)) and region.before and region.successor not in ("", *seen):
            code = region.successor
            seen.add(code)
        return code

    def relation(self, a: str | None, b: str | None) -> Place:
        """How region `a` stands to region `b`."""
        if a is None or b is None:
            return Place.UNKNOWN
        x, y = self.path(a), self.path(b)
        if x == y:
            return Place.SAME
        if y[: len(x)] == x:
            return Place.CONTAINS
        return Place.WITHIN if x[: len(y)] == y else Place.APART

    def _path(self, code: str) -> tuple[str, ...]:
        """Prefixes of `code` from the province down; () for the nation."""
        if code in NATION:
            return ()
        code = self.current(code)
        digits = code.rstrip("0")
        digits += "0" * (len(digits) % 2)
        for child, parent in self.table.elsewhere.items():
            stem = child.rstrip("0")
            if digits.startswith(stem):
                return (*self._path(parent), *(digits[:n] for n in range(len(stem), len(digits) + 1, 2)))
        return tuple(digits[:n] for n in range(2, min(len(digits), 6) + 1, 2)) + ((digits,) if len(digits) > 6 else ())


class PlaceOrder:
    """Codes in pre-order of their paths, the place not stated first: what a region meets is a few ranges of them."""

    def __init__(self, regions: RegionTree, codes: Sequence[str | None]):
        self.regions = regions
        self.paths = [regions.path(c) for c in codes if c is not None]
        self.unstated = len(codes) - len(self.paths)

    def ranges(self, code: str | None) -> Iterator[tuple[int, int, Place]]:
        """Half-open ranges of positions that `code` meets, with how it stands to them."""
        if code is None:
            yield 0, self.unstated + len(self.paths), Place.UNKNOWN
            return
        if self.unstated:
            yield 0, self.unstated, Place.UNKNOWN
        path = self.regions.path(code)
        for length in range(len(path)):
            yield self._equal(path[:length], Place.WITHIN)
        yield self._equal(path, Place.SAME)
        inside = bisect_right(self.paths, path), bisect_left(self.paths, (*path, "\uffff"))
        yield self.unstated + inside[0], self.unstated + inside[1], Place.CONTAINS

    def _equal(self, path: tuple[str, ...], place: Place) -> tuple[int, int, Place]:
        return (
            self.unstated + bisect_left(self.paths, path),
            self.unstated + bisect_right(self.paths, path),
            place,
        )
