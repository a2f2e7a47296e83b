"""Who serves people: what a public body has to give free another provider may sell."""

from __future__ import annotations

import re

from checks.compare.ground.norms import Norm

_MARKET = re.compile(r"经营性|营利性|市场化|商业性?|民办|社会(?:办|力量|资本)")
_PUBLIC = re.compile(r"公共|公办|公益|政府(?:设立|举办|投资|兴办)|救助站|救助管理")


def sold_by_others(a: Norm, b: Norm) -> bool:
    """Whether `a` speaks of providers on the market, and `b` of public ones alone."""
    return bool(_MARKET.search(a.words) and _PUBLIC.search(b.words)) and not _MARKET.search(b.words)
