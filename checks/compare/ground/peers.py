"""What a text below takes over from one of the texts above it: where two laws differ, following either is no departure.

A local clause that says after the one law what that law says leaves the other only where the other is of higher rank;
which of two equal laws goes first (特别法, 新法) is for those who made them.
"""

from __future__ import annotations

from checks.compare.ground.alignment import bag
from checks.compare.ground.amounts import Amount, amount
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.windows import numbers_of
from checks.places import beside
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Rank
from kg.model import Document
from kg.standing import SCALE, Standing

_SAME, _ALL = 0.75, 0.5  # of the pieces of the shorter, and of the longer
_FEW = 6  # pieces


def repeats_another(index: CoverageIndex, norm: Norm, theirs: Document) -> bool:
    """Whether a norm says nearly word for word, in the same figures, what another text above it of that rank says."""
    return any(_said_in(index, norm, name) for name in _equals(index, norm.document, theirs.name))


@per_index
def _equals(index: CoverageIndex, mine: str, theirs: str) -> tuple[str, ...]:
    """Other texts above `mine` that stand no lower than `theirs`."""
    reading, least = index.reading(mine), _scale(index.documents[theirs])
    return tuple(
        r.document.name
        for r in beside(index, reading)
        if r.document.name != theirs
        and index.relation(r.document, reading.document) is Standing.HIGHER
        and _scale(r.document) <= least
    )


def _scale(document: Document) -> int:
    return SCALE[document.rank or Rank.NORMATIVE]


def _said_in(index: CoverageIndex, norm: Norm, name: str) -> bool:
    own, figures = bag(norm.words), _figures(norm)
    said = (n for n in norms_of(index.reading(name)) if len(own) >= _FEW and _alike(own, bag(n.words)))
    return any(figures <= _figures(n) for n in said)


def _figures(norm: Norm) -> frozenset[tuple[str, Amount]]:
    return frozenset((p.kind, amount(p)) for p in numbers_of(norm))


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= max(_SAME * min(len(a), len(b)), _ALL * max(len(a), len(b)))
