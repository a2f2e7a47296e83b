"""What keeps two figures of one thing from being at odds: one text yields to the other, or is of another programme."""

from __future__ import annotations

import re

from checks.compare.figures.figures import Figure
from checks.compare.ground.amounts import amount
from checks.compare.ground.norms import Norm
from checks.compare.ground.wording import pieces
from checks.compare.outcome.hits import defers, leaves_to, replaces
from checks.places import title
from kg.coverage import CoverageIndex

_GENERIC = frozenset({"rate", "annual-cap", "deductible", "total-cap", "benefit-period"})
_LIKE = 0.3
_STACKING = re.compile(r"不(?:得)?重复(?:享受|发放|申领|计算)|就高不就低|只能(?:选择|享受)|不同时享受|不得同时")


def other_programme(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether two acts of unlike names set a figure that every programme of an aid has (比例, 限额)."""
    if a.item not in _GENERIC:
        return False
    mine, theirs = (pieces(title(index.documents[f.norm.document])) for f in (a, b))
    return bool(mine and theirs) and len(mine & theirs) < _LIKE * min(len(mine), len(theirs))


def settled(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether one of the two yields to the other, or says how two grants combine (不重复享受, 就高不就低)."""
    limits = {x.kind for f in (a, b) for p in f.norm.provisions for x in p.limits}
    stacked = "stacking" in limits or any(_stacks(index, f.norm) for f in (a, b))
    dealt_out = leaves_to(index, a.norm, b.norm) or leaves_to(index, b.norm, a.norm)
    if a.amount.dimension.startswith("元") and (stacked or dealt_out):
        return True
    replaced = replaces(index, a.norm, b.norm) or replaces(index, b.norm, a.norm)
    return replaced or any(defers(index, f.norm) for f in (a, b)) or _one_scale(a, b)


def _one_scale(a: Figure, b: Figure) -> bool:
    """Whether each of the two stands in the other norm too (初级工1000元、中级工1500元): one scale."""
    mine, theirs = ({amount(x) for p in f.norm.provisions for x in p.parameters} for f in (a, b))
    return a.amount in theirs and b.amount in mine


def _stacks(index: CoverageIndex, norm: Norm) -> bool:
    return bool(_STACKING.search(index.documents[norm.document].text, *norm.line))
