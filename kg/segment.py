"""Provisions as columns: a row for every actor, function and aid of a provision, sorted for joining.

Rows stand in the order of function, aid and place, packed into one key; group expressions, places, documents and
agencies are interned in tables. A row takes 26 bytes. Days are ordinals; open ends are the outermost integers.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from kg.enums import Role
from kg.force import first_day
from kg.model import Document, Groups, Period, Provision, Reading
from kg.regions import RegionTree
from kg.standing import place

Ints = NDArray[Any]
Who = tuple[Groups, Groups]  # beneficiaries, and whom the provision excludes
T = TypeVar("T")
ALWAYS, NEVER = -(2**31), 2**31 - 1
ROLES = tuple(Role)
NO_ACTOR = -1


def days_of(period: Period) -> tuple[int, int]:
    """A period as two day numbers, half-open."""
    return (period.start.toordinal() if period.start else ALWAYS, period.end.toordinal() if period.end else NEVER)


@dataclass(frozen=True)
class Rows:
    """Columns of equal length, sorted by `key` once they are in a segment."""

    key: Ints  # int64: (function × aids + aid) × places + place
    who: Ints  # int32, into whos
    document: Ints  # int32, into documents
    position: Ints  # int32, the provision's place in its reading
    agency: Ints  # int16, into agencies; -1 for a provision without actors
    actor: Ints  # int16, the actor's place in the provision; -1 for none
    role: Ints  # int8, into ROLES; -1 for none

    TYPES = (np.int64, np.int32, np.int32, np.int32, np.int16, np.int16, np.int8)

    def __len__(self) -> int:
        return len(self.key)

    def take(self, chosen: Ints) -> Rows:
        """The rows at these positions."""
        return Rows(*(getattr(self, f.name)[chosen] for f in fields(self)))

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(getattr(self, f.name).nbytes for f in fields(self))


@dataclass(frozen=True)
class Segment:
    """Rows with their tables. `places` are codes in pre-order of their paths, `None` (not stated) first."""

    rows: Rows
    functions: tuple[str, ...]
    aids: tuple[str, ...]
    places: tuple[str | None, ...]
    agencies: tuple[str, ...]
    whos: tuple[Who, ...]
    names: tuple[str, ...]  # of documents
    start: Ints  # int32 day a document takes effect by its own words
    end: Ints  # int32 first day it no longer holds
    where: Ints  # int32, into places

    @cached_property
    def document_of(self) -> dict[str, int]:
        """Number of a document by name."""
        return {name: i for i, name in enumerate(self.names)}

    def function_and_aid(self, key: int) -> tuple[str, str]:
        """What a row's key says."""
        function, aid = divmod(key // len(self.places), len(self.aids))
        return self.functions[function], self.aids[aid]

    def of_functions(self, functions: Iterable[str]) -> Ints:
        """Rows whose function is one of these."""
        wanted = frozenset(functions)
        held = np.array([f in wanted for f in self.functions] or [False])
        return np.flatnonzero(held[self.rows.key // (len(self.places) * max(1, len(self.aids)))])


class _Table(dict[T, int]):
    """Values by number, in order of appearance."""

    def __missing__(self, value: T) -> int:
        self[value] = len(self)
        return self[value]


def boxes_of(provision: Provision) -> Iterator[tuple[int, str, str]]:
    """(actor, function, aid) of every row of a provision: actor -1 and "" where the text names none."""
    for actor in range(len(provision.actors)) or (NO_ACTOR,):
        for function in provision.functions or ("",):
            for aid in provision.aid or ("",):
                yield actor, function, aid


class _Interned:
    """Tables under way, and rows as numbers into them."""

    def __init__(self) -> None:
        self.functions, self.aids, self.agencies = _Table[str](), _Table[str](), _Table[str]()
        self.whos = _Table[Who]()
        self.numbers = array("q")

    def add(self, number: int, position: int, provision: Provision) -> None:
        """Note the rows of one provision."""
        who = self.whos[(provision.groups, provision.excluded)]
        for actor, function, aid in boxes_of(provision):
            by = provision.actors[actor] if actor >= 0 else None
            agency, role = (self.agencies[by.agency], ROLES.index(by.role)) if by else (-1, -1)
            self.numbers.extend((self.functions[function], self.aids[aid], who, number, position, agency, actor, role))


def segment_of(readings: Iterable[Reading], regions: RegionTree, region: str | None = None) -> Segment:
    """Columns of readings; `region` stands in for one that a document does not state."""
    tables = _Interned()
    documents: list[Document] = []
    for number, reading in enumerate(readings):
        documents.append(reading.document)
        for position, provision in enumerate(reading.provisions):
            tables.add(number, position, provision)
    function, aid, *rest = np.frombuffer(tables.numbers, np.int64).reshape(-1, 8).T
    codes = [place(d, region) for d in documents]
    places = ordered(codes, regions)
    rank = {code: i for i, code in enumerate(places)}
    where = np.array([rank[c] for c in codes], np.int32)
    days = np.array([days_of(own_period(d)) for d in documents], np.int64).reshape(-1, 2)
    return Segment(
        sorted_rows(packed(function, aid, where[rest[1]], len(tables.aids), len(places)), rest),
        tuple(tables.functions),
        tuple(tables.aids),
        places,
        tuple(tables.agencies),
        tuple(tables.whos),
        tuple(d.name for d in documents),
        np.clip(days[:, 0], ALWAYS, NEVER).astype(np.int32),
        np.clip(days[:, 1], ALWAYS, NEVER).astype(np.int32),
        where,
    )


def ordered(codes: Iterable[str | None], regions: RegionTree) -> tuple[str | None, ...]:
    """Distinct codes in pre-order of their paths, the one not stated first."""
    return tuple(sorted({None, *codes}, key=lambda c: (c is not None, () if c is None else regions.path(c), c or "")))


def packed(function: Ints, aid: Ints, where: Ints, aids: int, places: int) -> Ints:
    """The sort keys of rows."""
    return (function.astype(np.int64) * aids + aid) * places + where


def sorted_rows(key: Ints, columns: Sequence[Ints]) -> Rows:
    """Rows in order of their key, in their narrow types."""
    order = np.argsort(key, kind="stable")
    return Rows(*(c[order].astype(t) for c, t in zip((key, *columns), Rows.TYPES, strict=True)))


def own_period(document: Document) -> Period:
    """When a document is in force by its own words."""
    return Period(first_day(document), document.period.end)
