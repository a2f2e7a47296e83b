"""Many short ranges and lists at once, in numpy: the plumbing of the join."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[Any]


def expand(counts: Ints, starts: Ints) -> tuple[Ints, Ints]:
    """For ranges `starts[i] … starts[i] + counts[i]`: which range each element is of, and all elements in order."""
    owner = np.repeat(np.arange(len(counts)), counts)
    before = np.cumsum(counts) - counts
    return owner, np.arange(len(owner)) + (starts - before)[owner]


@dataclass(frozen=True)
class Lists:
    """A short list for each of many owners: that of owner `i` is rows `first[i] … first[i + 1]` of every column."""

    first: Ints
    columns: tuple[Ints, ...]

    @classmethod
    def of(cls, lists: Sequence[Sequence[tuple[int, ...]]], width: int) -> Lists:
        """Pack lists of tuples of `width` numbers."""
        first = np.concatenate(([0], np.cumsum([len(x) for x in lists], dtype=np.int64)))
        flat = np.array([item for x in lists for item in x], np.int64).reshape(-1, width)
        return cls(first, tuple(flat.T))

    def of_each(self, owners: Ints) -> tuple[Ints, tuple[Ints, ...]]:
        """The lists of `owners` end to end: the position of the owner for each row, and the columns."""
        which, rows = expand(self.first[owners + 1] - self.first[owners], self.first[owners])
        return which, tuple(c[rows] for c in self.columns)


def portions(counts: Ints, most: int) -> Iterator[slice]:
    """Slices of consecutive rows whose counts add up to at most `most` (or one row)."""
    done = np.concatenate(([0], np.cumsum(counts)))
    start = 0
    while start < len(counts):
        stop = max(start + 1, int(np.searchsorted(done, done[start] + most, "right")) - 1)
        yield slice(start, stop)
        start = stop
