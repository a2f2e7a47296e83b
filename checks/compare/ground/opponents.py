"""Which documents a text has to be held against: those above it, its equals, and those nobody ranks against it.

Only documents in force together count; what stands below, or elsewhere, binds nobody here.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.model import Document, Reading
from kg.standing import Standing

OPEN = frozenset({Standing.UNKNOWN, Standing.PARTY})
BINDING = frozenset({Standing.HIGHER, *OPEN})
MATTERS = frozenset({Standing.SAME, *BINDING})


@per_index
def opponents(index: CoverageIndex, reading: Reading) -> tuple[tuple[Reading, Standing], ...]:
    """The other documents with how they stand to `reading`: higher, same, or unranked."""
    return tuple(_opponents(index, reading))


def _opponents(index: CoverageIndex, reading: Reading) -> Iterator[tuple[Reading, Standing]]:
    mine = reading.document
    for other in index.beside(mine):
        if other.document.name == mine.name or index.is_draft(other.document.name):
            continue
        found = standing_of(index, other.document, mine)
        if found in MATTERS and together(index, mine, other.document):
            yield other, found


def binding_on(index: CoverageIndex, document: str) -> Iterator[Reading]:
    """The texts that bind a document: those above it, and those nobody ranks against it."""
    return (r for r, standing in opponents(index, index.reading(document)) if standing in BINDING)


def acts_above(index: CoverageIndex, mine: str, lower: str) -> Iterator[Reading]:
    """Acts that bind the document `mine` and stand above `lower`, which binds it too: they prevail."""
    below = index.documents[lower]
    for other, standing in opponents(index, index.reading(mine)):
        if standing is Standing.HIGHER and index.relation(other.document, below) is Standing.HIGHER:
            yield other


def standing_of(index: CoverageIndex, other: Document, mine: Document) -> Standing:
    """How `other` stands to `mine`."""
    return index.relation(other, mine)


def together(index: CoverageIndex, mine: Document, other: Document) -> bool:
    """Whether both are in force on one day."""
    if index.draft is not None and index.is_draft(mine.name):
        return index.is_in_force(other)
    return index.is_in_force(mine) and index.is_in_force(other) and index.in_force(mine).meets(index.in_force(other))


def certainty(standing: Standing) -> Verdict:
    """Unranked pairs are said mildly."""
    return Verdict.UNKNOWN if standing in OPEN else Verdict.YES
