"""What other texts ask a text to say in figures, or who sets a line: 年度方案应当载明资金总额, 标准由省规定."""

from __future__ import annotations

import re

from checks.compare.ground.norms import Norm, norms_of
from checks.places import beside
from kg.coverage import CoverageIndex

_ASKS = re.compile(
    r"(?:载明|列明|写明|注明|标明|明确|公布|公开|包括|细化到)[^。；]{0,24}(?:总额|数额|金额|规模|户数|人数|总数|预算|标准和)"
    r"|(?:标准|界限|条件)[^，。；]{0,6}(?:以|由|按照?)[^，。；]{2,24}(?:规定|为准|确定|制定)"
)
_MOST = 2  # norms


def asked_beside(index: CoverageIndex, name: str) -> tuple[Norm, ...]:
    """Norms of the texts beside a document by which such a text has to give sums, or which say who sets a line."""
    reading = index.reading(name)
    return tuple(n for r in beside(index, reading) for n in norms_of(r) if _ASKS.search(n.text))[:_MOST]
