"""What a higher text asks a text to say in figures: 年度方案应当载明资金总额和各级负担数额."""

from __future__ import annotations

import re

from checks.compare.ground.norms import Norm, norms_of
from checks.places import beside
from kg.coverage import CoverageIndex
from kg.standing import Standing

_ASKS = re.compile(
    r"(?:载明|列明|写明|注明|标明|明确|公布|公开|包括|细化到)[^。；]{0,24}(?:总额|数额|金额|规模|户数|人数|总数|预算|标准和)"
)
_MOST = 2  # norms


def asked_above(index: CoverageIndex, name: str) -> tuple[Norm, ...]:
    """Norms of texts above a document, or of its rank, by which such a text has to give sums or counts."""
    reading = index.reading(name)
    known = (Standing.HIGHER, Standing.SAME)
    above = (r for r in beside(index, reading) if index.relation(r.document, reading.document) in known)
    return tuple(n for r in above for n in norms_of(r) if _ASKS.search(n.text))[:_MOST]
