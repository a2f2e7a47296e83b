"""What coverage changed between two days: who leads which aid for whom, where, by the documents in force."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from api.library import Library
from api.matrix import UNRESOLVED
from consultation.bulletin import CoverageChange, quarter_days
from kg.boxes import DELIVERY, PREPARING
from kg.coverage import CoverageIndex, build_index
from kg.enums import Role
from kg.model import Corpus, Document
from ontology.regions import load_regions
from ontology.vocabulary import Vocabulary

NOWHERE = "未注明地区"
Cell = tuple[str, str, str]  # region code ("" central), aid, group ("" where none is named)
Led = dict[Cell, frozenset[str]]


def changes_of_quarter(library: Library, year: int, quarter: int) -> tuple[CoverageChange, ...]:
    """Changes that took effect in the quarter: the day before its first against its last day."""
    first, last = quarter_days(year, quarter)
    return coverage_changes(library.corpus, library.vocabulary, first - timedelta(days=1), last)


def coverage_changes(corpus: Corpus, vocabulary: Vocabulary, before: date, after: date) -> tuple[CoverageChange, ...]:
    """Every cell that is led otherwise on `after` than on `before`, alike changes for several groups as one.

    Ordered by region code, then by aid; agencies as vocabulary ids.
    """
    then, now = (_led(build_index(corpus, None, vocabulary, day, None)) for day in (before, after))
    alike: dict[tuple[str, str, frozenset[str], frozenset[str]], list[str]] = defaultdict(list)
    for cell in sorted({*then, *now}):
        region, aid, group = cell
        old, new = then.get(cell, frozenset()), now.get(cell, frozenset())
        if old != new:
            alike[region, aid, old, new].append(group)
    return tuple(_change(vocabulary, *key, groups) for key, groups in alike.items())


def _led(index: CoverageIndex) -> Led:
    found: dict[Cell, set[str]] = defaultdict(set)
    for duty in index.duties:
        serves = duty.function in DELIVERY | PREPARING and duty.aid
        if duty.role is Role.LEAD and serves and duty.agency != UNRESOLVED:
            for group in sorted(duty.groups.ids()) or [""]:
                found[_place(duty.document), duty.aid, group].add(duty.agency)
    return {cell: frozenset(agencies) for cell, agencies in found.items()}


def _change(
    vocabulary: Vocabulary, region: str, aid: str, old: frozenset[str], new: frozenset[str], groups: list[str]
) -> CoverageChange:
    named = tuple(vocabulary.label("group", g) for g in groups if g)
    before, after = (_in_order(vocabulary, agencies) for agencies in (old, new))
    return CoverageChange(_region(region), vocabulary.label("aid", aid), named, before, after)


def _in_order(vocabulary: Vocabulary, agencies: frozenset[str]) -> tuple[str, ...]:
    return tuple(a for a in vocabulary.of("agency") if a in agencies)


def _place(document: Document) -> str:
    return document.region or ("" if document.level == "central" else NOWHERE)


def _region(code: str) -> str:
    found = load_regions().get(code) if code else None
    return found.name if found else code
