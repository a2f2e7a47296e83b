"""The nouns of the project, as frozen values: what each step of the flow hands to the next.

Offsets are Unicode code points into `Document.text`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NewType

from kg.enums import Level, Modality, Rank, Role

ProvisionId = NewType("ProvisionId", str)
ClauseId = NewType("ClauseId", str)


@dataclass(frozen=True, slots=True)
class Quote:
    """Evidence: `text` stands at `start:end` of the document called `document`."""

    document: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text) or self.start < 0 or not self.text:
            raise ValueError(f"quote {self.start}:{self.end} does not fit its {len(self.text)} characters")


@dataclass(frozen=True, slots=True)
class Period:
    """Half-open interval of days `[start, end)`; `None` is open on that side."""

    start: date | None = None
    end: date | None = None

    def covers(self, day: date) -> bool:
        """Whether `day` lies inside."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def meets(self, other: Period) -> bool:
        """Whether the two intervals share a day."""
        starts = [d for d in (self.start, other.start) if d]
        ends = [d for d in (self.end, other.end) if d]
        return not starts or not ends or max(starts) < min(ends)


@dataclass(frozen=True, slots=True)
class Groups:
    """Beneficiaries as an OR of ANDs of group ids; empty means none stated."""

    alternatives: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, alternatives: Iterable[Iterable[str]]) -> Groups:
        """Canonical form: ids sorted inside an AND, no AND twice, text order kept."""
        return cls(tuple(dict.fromkeys(tuple(sorted(set(a))) for a in alternatives)))

    def __bool__(self) -> bool:
        return bool(self.alternatives)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self.alternatives)

    def ids(self) -> frozenset[str]:
        """Every group id named anywhere."""
        return frozenset(g for a in self.alternatives for g in a)


@dataclass(frozen=True, slots=True)
class Actor:
    """An agency in a role, where the text names it (`surface` at `start:end`, maybe in an earlier clause)."""

    agency: str
    role: Role
    surface: str
    start: int
    end: int
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Parameter:
    """One quantity that a rule sets, in normal form.

    `op` as the text reads for the thing allowed (不超过 `<=`, 不低于 `>=` …); `unit` e.g. 日, 工作日, %, 倍,
    元/人/月; `basis` what a ratio is of, or the event that starts a period; `soft` for 原则上, 一般, 左右.
    """

    kind: str
    op: str
    value: float
    unit: str
    basis: str | None
    start: int
    end: int
    quote: str
    soft: bool = False

    def __post_init__(self) -> None:
        if self.op not in ("=", "<", "<=", ">", ">="):
            raise ValueError(f"unknown comparator {self.op!r}")


@dataclass(frozen=True, slots=True)
class Citation:
    """An act cited by name, or articles of the same act (`title` "" and relative references resolved)."""

    title: str
    number: str | None
    articles: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Limit:
    """Something that limits a provision: see `kind`.

    exception (除…外, 但…的除外) · stacking (不重复享受, 就高不就低, 可以同时享受) · deference (从其规定) ·
    delegation (另行制定) · condition (…的，/ 符合…条件) · exclusion (不适用, 不纳入) · vague-reference (按有关规定).
    `value` is a finer id where one applies: for stacking `no-double`, `highest-only`, `choose-one`, `allowed`.
    """

    kind: str
    value: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Provision:
    """The smallest stretch that gives one actor (or joint set) one duty, right, prohibition or parameter."""

    id: ProvisionId
    document: str
    clause: ClauseId
    locator: str
    quote: Quote
    modality: Modality
    actors: tuple[Actor, ...] = ()
    functions: tuple[str, ...] = ()
    aid: tuple[str, ...] = ()
    groups: Groups = field(default_factory=Groups)
    excluded: Groups = field(default_factory=Groups)
    parameters: tuple[Parameter, ...] = ()
    citations: tuple[Citation, ...] = ()
    limits: tuple[Limit, ...] = ()

    def agencies(self, *roles: Role) -> frozenset[str]:
        """Ids of the agencies holding one of `roles` (any role when none is given)."""
        return frozenset(a.agency for a in self.actors if not roles or a.role in roles)


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of structure: 编章节条款项目, 一、（一）1.（1）, a duty paragraph, a table row, plain paragraph.

    `kind` is one of part, chapter, section, article, paragraph, item, subitem, point (一、), subpoint (（一）),
    subsubpoint (1.), duty, heading, row, salutation, signature, title, note (adoption lines, 文号, remarks).
    `start:end` covers the clause's own words and those of its children; `number` is the normal form (第三十条之一,
    （二）, 1.) or "". `label` is a run-in heading or the agency before the colon of a duty list.
    """

    id: ClauseId
    document: str
    kind: str
    number: str
    locator: str
    parent: ClauseId | None
    start: int
    end: int
    label: str = ""
    instrument: int = 0  # 0 the outer document, 1… enclosed instruments in order


@dataclass(frozen=True, slots=True)
class Definition:
    """A term the document defines for itself: 以下简称, 统称, 本办法所称…是指, 前款所列部门."""

    term: str
    meaning: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Repeal:
    """An act this document ends, from a day (`None`: the day this document takes effect)."""

    title: str
    number: str | None
    day: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what it says of itself; what is not stated is `None`."""

    name: str
    text: str
    sha256: str
    title: str = ""
    number: str | None = None
    issuers: tuple[str, ...] = ()  # names as written
    issuer_ids: tuple[str, ...] = ()  # vocabulary ids
    level: Level | None = None
    region: str | None = None  # GB/T 2260 code
    rank: Rank | None = None
    made: date | None = None  # 成文、通过日期
    published: date | None = None
    period: Period = field(default_factory=Period)  # in force
    repeals: tuple[Repeal, ...] = ()
    notes: tuple[str, ...] = ()  # what could not be settled, in Chinese
    pages: tuple[int, ...] = ()  # offset at which each page of the original begins; () where it has no pages

    def page(self, offset: int) -> int | None:
        """Page of the original, from 1, on which the character at `offset` stands; None where it has no pages."""
        return bisect_right(self.pages, offset) or None


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Reading:
    """All that was read from one document: a pure function of the document and the vocabulary."""

    document: Document
    clauses: tuple[Clause, ...] = ()
    definitions: tuple[Definition, ...] = ()
    provisions: tuple[Provision, ...] = ()
    silent: tuple[Quote, ...] = ()  # modal sentences that gave no provision


@dataclass(frozen=True, slots=True)
class Corpus:
    """Many readings, and the documents that resisted with the reason."""

    readings: tuple[Reading, ...] = ()
    failures: tuple[tuple[str, str], ...] = ()

    def provisions(self) -> Iterator[Provision]:
        """All provisions in the order of documents and text."""
        return (p for r in self.readings for p in r.provisions)
