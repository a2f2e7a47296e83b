"""What of a large base a draft can touch: the provisions in force in its place, above it and inside it.

Columns find them without looking at the rest, and only they become values again; the checks then run on a small
index as on any other. What a draft costs is what stands near it, however much stands elsewhere. Whole acts that the
draft names or ends come along, in force or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.coverage import CoverageIndex
from kg.force import Force, first_day
from kg.laws import LawBook
from kg.model import Corpus, Document, Period, Reading
from kg.ranges import expand
from kg.regions import PlaceOrder
from kg.saved import Held, SavedIndex
from kg.segment import Ints, days_of
from kg.standing import place

Read = Callable[[str], Reading]
KEPT = 500  # documents whose last part is kept: a draft is checked again and again, and its place stays


@dataclass(frozen=True, slots=True)
class _Cut:
    """Some provisions of a document, as the last draft near it was shown them."""

    whole: Reading
    positions: NDArray[Any]
    reading: Reading


class Nearby:
    """Indexes of what a draft can touch; `read` gives a document as it was read, by name."""

    def __init__(self, saved: SavedIndex, book: LawBook, read: Read):
        self.saved, self.book, self.read = saved, book, read
        self.force = Force(saved.documents(), None, date.min, book.regions)
        self._near = [_Part(held, self.force, book) for held in saved.held]
        self._cuts: dict[str, _Cut] = {}

    def index(self, draft: Reading, at: date, region: str | None = None) -> CoverageIndex:
        """The coverage index of `draft` and of what is near it."""
        return CoverageIndex(self.corpus(draft, at, region), draft, self.book.vocabulary, at, region, self.book)

    def corpus(self, draft: Reading, at: date, region: str | None = None) -> Corpus:
        """What is near `draft` on the day it takes effect, each act with its provisions that may matter."""
        day = max(at, first_day(draft.document) or at)
        here = place(draft.document, region)
        aids = self._related({a for p in draft.provisions for a in p.aid or ("",)})
        found: dict[str, Ints] = {}
        for part in self._near:
            found.update(part.near(here, aids, day.toordinal()))
        for document in self._named(draft):
            found.setdefault(document.name, np.zeros(0, np.int64))
        found.pop(draft.document.name, None)
        return Corpus(tuple(self._reading(name, found[name]) for name in sorted(found)))

    def _related(self, aids: Iterable[str]) -> frozenset[str]:
        return frozenset(other for aid in aids for other in self.book.aids.related(aid))

    def _named(self, draft: Reading) -> Iterable[Document]:
        """Acts that the draft cites or repeals, or whose name it takes."""
        named = {(c.title, c.number) for p in draft.provisions for c in p.citations if c.title}
        named |= {(r.title, r.number) for r in draft.document.repeals}
        named.add((draft.document.title, draft.document.number))
        return (d for title, number in sorted(named, key=str) for d in self.force.called(title, number))

    def _reading(self, name: str, positions: NDArray[Any]) -> Reading:
        """A document with some of its provisions; the very reading of the last time where it is the same part of it.

        What the checks worked out about a reading lives as long as that does.
        """
        whole = self.read(name)
        held = self._cuts.pop(name, None)
        if held is None or held.whole is not whole or not np.array_equal(held.positions, positions):
            held = _Cut(whole, positions, self._cut(whole, positions))
        self._cuts[name] = held
        if len(self._cuts) > KEPT:
            del self._cuts[next(iter(self._cuts))]
        return held.reading

    def _cut(self, whole: Reading, positions: NDArray[Any]) -> Reading:
        """Some provisions of a document, in force as repeals by others leave it."""
        period = self.force.period(whole.document)
        document = whole.document if whole.document.period == period else replace(whole.document, period=period)
        provisions = tuple(whole.provisions[i] for i in positions.tolist())
        return replace(whole, document=document, provisions=provisions)


class _Part:
    """One segment, with the days its documents are in force."""

    def __init__(self, held: Held, force: Force, book: LawBook):
        self.segment = held.segment
        periods = [Period(date.max, date.max) if d.name in held.dead else force.period(d) for d in held.documents]
        days = np.array([days_of(p) for p in periods], np.int64).reshape(-1, 2)
        self.start, self.end = days[:, 0], days[:, 1]
        self.order = PlaceOrder(book.regions, self.segment.places)

    def near(self, here: str | None, aids: frozenset[str], day: int) -> dict[str, Ints]:
        """Positions of provisions by document: of these aids, in places that `here` meets, in force on `day`."""
        rows = self.segment.rows
        low, high = self._ranges(here, aids)
        _, chosen = expand(high - low, low)
        document = rows.document[chosen]
        live = (self.start[document] <= day) & (day < self.end[document])
        code = np.unique(document[live].astype(np.int64) << 32 | rows.position[chosen][live])
        documents, position = code >> 32, code & 0xFFFFFFFF
        distinct, first = np.unique(documents, return_index=True)
        parts = np.split(position, first[1:]) if len(distinct) else []
        return {self.segment.names[d]: part for d, part in zip(distinct.tolist(), parts, strict=True)}

    def _ranges(self, here: str | None, aids: frozenset[str]) -> tuple[Ints, Ints]:
        """Ranges of rows, over all functions."""
        segment = self.segment
        wanted = np.array([i for i, a in enumerate(segment.aids) if a in aids], np.int64)
        buckets = (np.arange(len(segment.functions))[:, None] * len(segment.aids) + wanted).reshape(-1, 1)
        places = np.array([r[:2] for r in self.order.ranges(here)], np.int64).reshape(-1, 2)
        low, high = (
            np.searchsorted(segment.rows.key, (buckets * len(segment.places) + edge).ravel()) for edge in places.T
        )
        return low[high > low], high[high > low]
