"""The join of duties on columns: inside buckets of function, aid and place, then staged tests, exact and three-valued.

Left rows are gathered by box (function, aid, place). The aid tree and the region tree give each box a handful of
ranges of the right side's sort key, and only rows inside those are looked at: what a draft costs does not grow with
what stands elsewhere. Then come roles, time, and the verdict on groups from a table of distinct expressions.
Verdicts combine as Kleene's conjunction, the minimum of their codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.enums import Role
from kg.laws import Laws
from kg.masks import CODES, NO, UNKNOWN, YES, Codes, Meetings
from kg.ranges import Lists, expand, portions
from kg.regions import Place, PlaceOrder
from kg.segment import ROLES, Segment
from kg.tally import APART_IN_GROUPS, APART_IN_PLACE, APART_IN_TIME, OUT_OF_FORCE, SAME_AGENCY, Tally

Ints = NDArray[Any]
Flags = NDArray[np.bool_]
CHUNK = 1_000_000  # candidate pairs looked at in one go


class Side:
    """Columns to be joined: the days each document is in force here, and which documents count at all."""

    def __init__(self, laws: Laws, segment: Segment, start: Ints, end: Ints, live: Flags):
        self.laws, self.segment = laws, segment
        self.start, self.end, self.live = start, end, live
        self.order = PlaceOrder(laws.regions, segment.places)
        self.extents = [laws.groups.extent(*who) for who in segment.whos]
        self.meetings = Meetings(laws.groups, self.extents)
        self.functions = {name: i for i, name in enumerate(segment.functions)}
        self._by_roles: dict[frozenset[Role], Side] = {}

    def only(self, roles: Iterable[Role]) -> Side:
        """The rows held in one of `roles`; made once, tables and verdicts shared."""
        wanted = frozenset(roles)
        if wanted not in self._by_roles:
            held = np.array([r in wanted for r in ROLES] + [False])  # the last for rows without an actor
            part = copy(self)
            part.segment = replace(
                self.segment, rows=self.segment.rows.take(np.flatnonzero(held[self.segment.rows.role]))
            )
            self._by_roles[wanted] = part
        return self._by_roles[wanted]

    def ranges_of_place(self, code: str | None) -> list[tuple[int, int, int]]:
        """Ranges of this side's places that `code` meets, with the code of the verdict."""
        found = ((low, high, UNKNOWN if how is Place.UNKNOWN else YES) for low, high, how in self.order.ranges(code))
        return [r for r in found if r[1] > r[0]]


@dataclass(frozen=True)
class Matches:
    """Pairs of row numbers with the code of their verdict (UNKNOWN or YES)."""

    left: Ints
    right: Ints
    verdict: Codes


class Join:
    """Pairs of rows whose boxes meet; where both sides are one, each unordered pair once."""

    def __init__(self, left: Side, right: Side, tally: Tally, two_agencies: bool = False):
        self.left, self.right, self.tally = left, right, tally
        self.once = left is right
        number = {name: i for i, name in enumerate(right.segment.agencies)}
        self._same = np.array([number.get(a, -2) for a in left.segment.agencies] + [-2])  # the last for no agency
        self._tests = (
            (OUT_OF_FORCE, self._live),
            *(((SAME_AGENCY, self._agencies),) if two_agencies else ()),
            (APART_IN_TIME, self._times),
            (APART_IN_GROUPS, self._groups),
        )

    def matches(self, chosen: Ints | None = None) -> Iterator[Matches]:
        """Chunks of pairs for the `chosen` rows of the left (all by default); then the tally is complete."""
        rows = self.left.segment.rows
        chosen = np.arange(len(rows)) if chosen is None else chosen
        chosen = chosen[self.left.live[rows.document[chosen]]]
        boxes, box_of = np.unique(rows.key[chosen], return_inverse=True)
        owner, low, high, verdict = self._ranges(boxes, np.bincount(box_of, minlength=len(boxes)))
        first = np.searchsorted(owner, np.arange(len(boxes) + 1))
        counts = np.bincount(owner, high - low, len(boxes)).astype(np.int64)[box_of]
        for part in portions(counts, CHUNK):
            boxes_here = box_of[part]
            which, ranges = expand(np.diff(first)[boxes_here], first[boxes_here])
            inner, right = expand(high[ranges] - low[ranges], low[ranges])
            yield self._staged(chosen[part][which[inner]], right, verdict[ranges][inner])

    def _ranges(self, boxes: Ints, weight: Ints) -> tuple[Ints, Ints, Ints, Codes]:
        """Row ranges of the right for each box of the left, in order of box, with aid and place judged."""
        here, there = self.left.segment, self.right.segment
        code, place = np.divmod(boxes, len(here.places))
        function, aid = np.divmod(code, len(here.aids))
        known = np.array([self.right.functions.get(f, -1) for f in here.functions], np.int64)[function]
        named = np.array([YES if f else UNKNOWN for f in here.functions], np.int8)[function]
        of_box, (aid2, by_aid) = self._related_aids().of_each(aid)
        of_box, aid2, by_aid = (x[known[of_box] >= 0] for x in (of_box, aid2, by_aid))
        base = (known[of_box] * len(there.aids) + aid2) * len(there.places)
        of_range, (low, high, by_place) = self._related_places().of_each(place[of_box])
        start = np.searchsorted(there.rows.key, base[of_range] + low)
        end = np.searchsorted(there.rows.key, base[of_range] + high)
        whole = np.searchsorted(there.rows.key, base + len(there.places)) - np.searchsorted(there.rows.key, base)
        whole, inside = (whole * weight[of_box]).sum(), ((end - start) * weight[of_box[of_range]]).sum()
        self._count(int(whole), int(inside), int(weight[known >= 0].sum()))
        live = end > start
        verdict = np.minimum(np.minimum(by_aid, named[of_box])[of_range], by_place).astype(np.int8)
        return of_box[of_range][live], start[live], end[live], verdict[live]

    def _count(self, whole: int, inside: int, rows: int) -> None:
        """Pairs of one function and related aid, and how many of them stand in places apart."""
        if self.once:  # found from both ends, and each row finds itself
            whole, inside = (whole - rows) // 2, (inside - rows) // 2
        self.tally.pairs += whole
        self.tally.skipped[APART_IN_PLACE] += whole - inside

    def _related_aids(self) -> Lists:
        """For each aid of the left, those of the right it can meet, with the verdict."""
        meets, there = self.left.laws.aids.meets, self.right.segment.aids
        found = [[(j, CODES[meets(a, b)]) for j, b in enumerate(there)] for a in self.left.segment.aids]
        return Lists.of([[x for x in line if x[1] != NO] for line in found], 2)

    def _related_places(self) -> Lists:
        """For each place of the left, ranges of places of the right, with the verdict."""
        return Lists.of([self.right.ranges_of_place(code) for code in self.left.segment.places], 3)

    def _staged(self, left: Ints, right: Ints, verdict: Codes) -> Matches:
        if self.once:
            mine = self.left.segment.rows
            keep = left < right
            left, right, verdict = left[keep], right[keep], verdict[keep]
            same = mine.document[left] == mine.document[right]
            keep = ~(same & (mine.position[left] == mine.position[right]))
            self.tally.pairs -= len(keep) - int(keep.sum())
            left, right, verdict = left[keep], right[keep], verdict[keep]
        for reason, test in self._tests:
            found = test(left, right)
            keep = found != NO
            self.tally.skipped[reason] += len(keep) - int(keep.sum())
            left, right, verdict = left[keep], right[keep], np.minimum(verdict, found)[keep]
        return Matches(left, right, verdict)

    def _live(self, left: Ints, right: Ints) -> Codes:
        return _codes(self.right.live[self.right.segment.rows.document[right]])

    def _agencies(self, left: Ints, right: Ints) -> Codes:
        mine = self._same[self.left.segment.rows.agency[left]]
        return _codes(mine != self.right.segment.rows.agency[right])

    def _times(self, left: Ints, right: Ints) -> Codes:
        a, b = self.left.segment.rows.document[left], self.right.segment.rows.document[right]
        starts = np.maximum(self.left.start[a], self.right.start[b])
        return _codes(starts < np.minimum(self.left.end[a], self.right.end[b]))

    def _groups(self, left: Ints, right: Ints) -> Codes:
        distinct, which = np.unique(self.left.segment.rows.who[left], return_inverse=True)
        if not len(distinct):
            return np.zeros(0, np.int8)
        table = np.stack([self.right.meetings.row(self.left.extents[w]) for w in distinct])
        found: Codes = table[which, self.right.segment.rows.who[right]]
        return found


def _codes(keep: Flags) -> Codes:
    return np.where(keep, YES, NO).astype(np.int8)
