"""Group expressions as packed bit masks, so that one of them is tried against thousands at once.

Every conjunction of an extent, closed under the laws, is two rows of 64-bit words: what holds and what is lacking.
Whether two share somebody is the test of `Logic.share`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.enums import Verdict
from kg.groups import Extent, GroupAlgebra
from kg.logic import Logic, Term

Words = NDArray[np.uint64]
Codes = NDArray[np.int8]
NO, UNKNOWN, YES = 0, 1, 2  # Kleene: conjunction is the minimum
VERDICTS = (Verdict.NO, Verdict.UNKNOWN, Verdict.YES)
CODES = {verdict: code for code, verdict in enumerate(VERDICTS)}
WORD = 64


@dataclass(frozen=True)
class Conjunctions:
    """Closed conjunctions of many extents in one table; those of extent `i` start at row `first[i]`."""

    holds: Words
    lacks: Words
    nobody: NDArray[np.bool_]  # rows that stand for an extent of nobody
    first: NDArray[np.intp]

    @classmethod
    def of(cls, groups: Sequence[Sequence[Term]], logic: Logic) -> Conjunctions:
        """Pack; an extent of nobody gets a row too, so that every extent has one."""
        width = max(1, -(-len(logic.names) // WORD))
        rows: list[Term | None] = []
        first = []
        for terms in groups:
            first.append(len(rows))
            rows += [c for c in map(logic.closed, terms) if c is not None] or [None]
        return cls(
            _words([r.holds if r else 0 for r in rows], width),
            _words([r.lacks if r else 0 for r in rows], width),
            np.array([r is None for r in rows], np.bool_),
            np.array(first, np.intp),
        )

    def shares(self, term: Term, partitions: Words) -> NDArray[np.bool_]:
        """For every extent, whether somebody of it fits the closed `term`."""
        width = self.holds.shape[1]
        holds, lacks = _words([term.holds], width), _words([term.lacks], width)
        apart = self.nobody | ((self.holds & lacks) | (self.lacks & holds)).any(axis=1)
        together = self.lacks | lacks
        for part in partitions:
            apart |= ((together & part) == part).all(axis=1)
        if not len(self.first):
            return np.zeros(0, np.bool_)
        return np.logical_or.reduceat(~apart, self.first)


def _words(masks: Sequence[int], width: int) -> Words:
    """Integers as rows of 64-bit words, lowest first."""
    full = (1 << WORD) - 1
    return np.array([[(m >> (WORD * i)) & full for i in range(width)] for m in masks], np.uint64).reshape(-1, width)


class Meetings:
    """Verdicts of any extent against a fixed list of extents."""

    def __init__(self, algebra: GroupAlgebra, extents: Sequence[Extent]):
        self.logic = algebra.logic
        self.sure = Conjunctions.of([e.sure for e in extents], self.logic)
        self.possible = Conjunctions.of([e.possible for e in extents], self.logic)
        self.partitions = _words(self.logic.partitions, self.sure.holds.shape[1])
        self._rows: dict[Extent, Codes] = {}

    def row(self, extent: Extent) -> Codes:
        """Codes (NO, UNKNOWN, YES) of `extent` against each of the list."""
        if extent not in self._rows:
            sure, possible = self._any(extent.sure, self.sure), self._any(extent.possible, self.possible)
            self._rows[extent] = np.where(sure, YES, np.where(possible, UNKNOWN, NO)).astype(np.int8)
        return self._rows[extent]

    def _any(self, terms: Sequence[Term], table: Conjunctions) -> NDArray[np.bool_]:
        found = np.zeros(len(table.first), np.bool_)
        for closed in map(self.logic.closed, terms):
            if closed is not None:
                found |= table.shares(closed, self.partitions)
        return found
