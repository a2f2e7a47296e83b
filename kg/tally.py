"""How much a comparison looked at, so that a zero says something."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

OUT_OF_FORCE, SAME_AGENCY, APART_IN_PLACE, APART_IN_TIME, APART_IN_GROUPS = (
    "文件不在有效期内",
    "同一部门",
    "适用地区不同",
    "不同时有效",
    "救助对象不相交",
)


@dataclass
class Tally:
    """Pairs of one function and related aid, and how many of them were set aside, by reason (Chinese)."""

    pairs: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
