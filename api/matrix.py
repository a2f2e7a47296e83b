"""The coverage matrix: group × aid, each cell with its agencies and how sure the cover is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations

from api.coverage import applies
from api.people import People
from kg.coverage import CoverageIndex, Duty
from kg.enums import Role
from kg.regions import Place
from kg.standing import place
from ontology.vocabulary import Vocabulary

UNRESOLVED = "unresolved"
DELIVERY = frozenset({"implement", "decide", "pay", "service", "train"})
UMBRELLAS = frozenset({"hardship", "low-income", "other-hardship"})


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """Agencies that lead something in this cell; `state` is certain, possible, several or uncovered."""

    leads: tuple[str, ...]
    helpers: tuple[str, ...]
    state: str
    duties: tuple[Duty, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """A row or column: the term and those above it, from the root; `parent` where others of the matrix lie below."""

    id: str
    above: tuple[str, ...] = ()
    parent: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows are groups, columns kinds of aid: those that something in force names, and those above them, as trees."""

    rows: tuple[Branch, ...]
    columns: tuple[Branch, ...]
    cells: dict[tuple[str, str], MatrixCell]

    @property
    def groups(self) -> tuple[str, ...]:
        """Ids of the rows."""
        return tuple(b.id for b in self.rows)

    @property
    def aids(self) -> tuple[str, ...]:
        """Ids of the columns."""
        return tuple(b.id for b in self.columns)


def build_matrix(index: CoverageIndex) -> Matrix:
    """Matrix of all duties of the index that hold in its region or in a part of it."""
    vocabulary = index.vocabulary
    duties = [d for d in index.duties if d.aid and d.role is not Role.RECIPIENT and applies(index, d)]
    people = People(index)
    rows = branches("group", {g for d in duties for g in people.of(d).ids()}, vocabulary)
    columns = branches("aid", {d.aid for d in duties}, vocabulary)
    above = {row.id: frozenset(vocabulary.ancestors("group", row.id)) for row in rows}
    cells = {}
    for column in columns:
        given = [d for d in duties if d.aid == column.id]
        for row in rows:
            held = [d for d in given if people.of(d).ids() & above[row.id]]
            cells[row.id, column.id] = _cell(held, row.id, index, people)
    return Matrix(rows, columns, cells)


def branches(kind: str, named: Collection[str], vocabulary: Vocabulary) -> tuple[Branch, ...]:
    """The terms named and those above them in the order of the tree; of several terms above, the first counts."""
    terms = vocabulary.of(kind)
    above: dict[str, tuple[str, ...]] = {}

    def path(id_: str) -> tuple[str, ...]:
        broader = next((b for b in terms[id_].broader if b in terms), None)
        return (*path(broader), broader) if broader else ()

    for id_ in (t for t in terms if t in named):
        whole = (*path(id_), id_)
        above |= {term: whole[:depth] for depth, term in enumerate(whole)}
    order = {id_: n for n, id_ in enumerate(terms)}
    listed = sorted(above, key=lambda id_: [order[term] for term in (*above[id_], id_)])
    parents = {over[-1] for over in above.values() if over}
    return tuple(Branch(id_, above[id_], id_ in parents) for id_ in listed)


def _cell(duties: list[Duty], group: str, index: CoverageIndex, people: People) -> MatrixCell:
    led = [d for d in duties if d.role is Role.LEAD and d.agency != UNRESOLVED]
    leads = tuple(dict.fromkeys(d.agency for d in led))
    helpers = tuple(dict.fromkeys(d.agency for d in duties if d.agency not in leads and d.agency != UNRESOLVED))
    return MatrixCell(leads, helpers, _state(led, group, index, people), tuple(duties))


def _state(led: list[Duty], group: str, index: CoverageIndex, people: People) -> str:
    """several: two bodies lead the same delivery in one place for people named as such, not through an umbrella word.

    Possible only: an umbrella word, or a document of a place inside the region asked.
    """
    if not led:
        return "uncovered"
    named = [d for d in led if group in (named := people.of(d).ids()) or not named <= UMBRELLAS]
    sure = [d for d in named if index.regions.relation(place(d.document), index.region) is not Place.WITHIN]
    if not sure:
        return "possible"
    places: dict[str, set[tuple[str, str | None]]] = {}
    for duty in sure:
        if duty.function in DELIVERY:
            places.setdefault(duty.function, set()).add((duty.agency, place(duty.document)))
    clash = any(_clash(a, b, index) for found in places.values() for a, b in combinations(sorted(found, key=str), 2))
    return "several" if clash else "certain"


def _clash(a: tuple[str, str | None], b: tuple[str, str | None], index: CoverageIndex) -> bool:
    return a[0] != b[0] and index.regions.relation(a[1], b[1]) is not Place.APART
