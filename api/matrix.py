"""The coverage matrix: group × aid, each cell with its agencies and how sure the cover is."""

from __future__ import annotations

from dataclasses import dataclass

from kg.coverage import CoverageIndex, Duty
from kg.model import Role
from kg.naming import cited

UNRESOLVED = "unresolved"
DELIVERY = frozenset({"implement", "decide", "pay", "service", "train"})
UMBRELLAS = frozenset({"hardship", "low-income", "other-hardship"})


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """Agencies that lead something in this cell; `state` is certain, possible, several or uncovered."""

    leads: tuple[str, ...]
    helpers: tuple[str, ...]
    state: str
    clauses: tuple[tuple[str, str], ...]  # (title and locator, quote)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows are groups, columns kinds of aid; only those that something in force names."""

    groups: tuple[str, ...]
    aids: tuple[str, ...]
    cells: dict[tuple[str, str], MatrixCell]


def build_matrix(index: CoverageIndex) -> Matrix:
    """Matrix of all duties of the index."""
    vocabulary = index.vocabulary
    duties = [d for d in index.duties if d.aid and d.role is not Role.RECIPIENT]
    named_aids = {d.aid for d in duties}
    named_groups = {g for d in duties for g in d.groups.ids()}
    groups = tuple(g for g in vocabulary.of("group") if g in named_groups)
    aids = tuple(a for a in vocabulary.of("aid") if a in named_aids)
    above = {g: frozenset(vocabulary.ancestors("group", g)) for g in groups}
    cells = {}
    for aid in aids:
        column = [d for d in duties if d.aid == aid]
        for group in groups:
            cells[group, aid] = _cell([d for d in column if d.groups.ids() & above[group]], group)
    return Matrix(groups, aids, cells)


def _cell(duties: list[Duty], group: str) -> MatrixCell:
    led = [d for d in duties if d.role is Role.LEAD and d.agency != UNRESOLVED]
    leads = tuple(dict.fromkeys(d.agency for d in led))
    helpers = tuple(dict.fromkeys(d.agency for d in duties if d.agency not in leads and d.agency != UNRESOLVED))
    clauses = dict.fromkeys((f"{cited(d.document)}{d.provision.locator}", d.provision.quote.text) for d in duties)
    return MatrixCell(leads, helpers, _state(led, group), tuple(clauses))


def _state(led: list[Duty], group: str) -> str:
    """several: two bodies lead the same delivery for people named as such, not through an umbrella word."""
    if not led:
        return "uncovered"
    sure = [d for d in led if group in d.groups.ids() or not d.groups.ids() <= UMBRELLAS]
    if not sure:
        return "possible"
    by_function: dict[str, set[str]] = {}
    for duty in sure:
        if duty.function in DELIVERY:
            by_function.setdefault(duty.function, set()).add(duty.agency)
    return "several" if any(len(found) > 1 for found in by_function.values()) else "certain"
