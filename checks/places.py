"""Whose documents may be held against each other: tier (level and region), and which pairs a run is about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kg.coverage import CoverageIndex
from kg.model import Document, Reading, Verdict


def same_tier(index: CoverageIndex, a: Document, b: Document) -> Verdict:
    """Whether two documents come from the same level of the same region; UNKNOWN where one does not say."""
    if a.name == b.name:
        return Verdict.YES
    return _equal(a.level, b.level) & _equal(_region(index, a), _region(index, b))


def document_pairs(index: CoverageIndex) -> Iterator[tuple[Reading, Reading]]:
    """The draft with each base document, or in an audit every two base documents."""
    if index.draft is not None:
        yield from ((index.draft, base) for base in base_readings(index))
    else:
        yield from combinations(index.readings, 2)


def base_readings(index: CoverageIndex) -> tuple[Reading, ...]:
    """What is in force."""
    return tuple(r for r in index.readings if not index.is_draft(r.document.name))


def under_review(index: CoverageIndex) -> tuple[Reading, ...]:
    """What findings may be about: the draft alone, or everything in an audit."""
    return (index.draft,) if index.draft is not None else index.readings


def title(document: Document) -> str:
    """《title》 as an official quotes it; the file's name where the text gives none."""
    return f"《{document.title or document.name.rsplit('.', 1)[0]}》"


def _region(index: CoverageIndex, document: Document) -> str | None:
    return document.region or (index.region if index.is_draft(document.name) else None)


def _equal(a: object | None, b: object | None) -> Verdict:
    if a is None or b is None:
        return Verdict.UNKNOWN
    return Verdict.YES if a == b else Verdict.NO
