"""Texts that say how what they give stands to what another body gives, by the name of that body.

已领取总工会取暖补助的家庭，由民政局就高补足差额 leaves nobody between two doors, though both pay one purpose.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checks.compare.ground.agencies import names_in
from checks.compare.ground.marks import SENTENCE
from checks.compare.money.precedence import combines
from checks.fingerprint import REMEMBERED
from kg.coverage import Duty

_HAS = re.compile(r"(?:享受|领取|获得|接受|得到|发放|给予)[^，。；]{0,30}(?:的|者|，)")


def reckons(a: Duty, b: Duty) -> bool:
    """Whether the document of one says how what it gives stands to what the other body gives, by that body's name."""
    return _reckons_with(a.document.text, b.agency) or _reckons_with(b.document.text, a.agency)


@lru_cache(maxsize=REMEMBERED)
def _reckons_with(text: str, agency: str) -> bool:
    rules = (m.group() for m in SENTENCE.finditer(text) if combines(m.group()))
    return any(agency in names_in(rule) and _HAS.search(rule) for rule in rules)
