"""What a quantity refers to: the event a time limit runs from, the standard a share is of, the period of a deadline.

A basis is for people and for comparing like with like; where the text says none it is `None`.
"""

from __future__ import annotations

import re

from ingest.extract.figures.quantities import Quantity
from ingest.extract.figures.surroundings import Surroundings
from ingest.extract.figures.units import Dimension

_FROM_DAY = re.compile(r"(?:之日|之月|当日|次日|当月|次月)(?=起?[^，。；]{0,3}$)")
_LONGEST = 60  # characters of one event or base
_OPENS_EVENT = re.compile(r"(?:应当?|须|要|可以|并|将|期限)?(?:(?:自|从)(?![行治己身愿然主动查])|在|于)")
_OF_RANGE = re.compile(
    r"[0-9〇零一二两三四五六七八九十百千万.]+(?:倍|%|％|元)(?:以上|至|—|-)$|百分之[^，。；]{1,6}以上$"
)
_AFTER_EVENT = re.compile(r"(?:在|于|自|应当)([^，。；]{2,40}?)(?:之?后|以后)?(?:的)?$")
_BEFORE_EVENT = re.compile(r"(?:在|于)?([^，。；在于]{2,16})$")
_OF = re.compile(
    r"(?:按照?|为|占|于|达到?|超过|提取|加收|缴纳|享受|处|并处|预支|发给|对)?([^，。；：:、按照为占于]{2,30}?)的?$"
)
_FILLER = re.compile(r"^(?:应当|可以|应|须|要|自|从|在|于|的|并|且|其|分别|标准|不|得|一般)+")
_APART = re.compile(r"不低于|不得低于|不少于|不得少于|不高于|不超过|不得超过|低于|高于|超过|或者|并处|处以|处|经|可以")
_COMPARING = re.compile(r"(?:不低于|不得低于|不少于|不高于|不超过|不得超过|低于|高于|超过|至少|最高|最低|满|达到)$")
_EVERY = re.compile(r"(每年|每季度|每月|每学期|每学年|每周|每日)[^，。；]*$")


def basis_of(quantity: Quantity, kind: str, words: Surroundings) -> str | None:
    """The basis of one quantity of this kind, or `None`."""
    if kind in ("time-limit", "duration") and quantity.dimension is Dimension.TIME:
        return _start_event(words)
    if kind == "reporting-deadline":
        return _clean(words.near_left[-10:])
    if quantity.dimension is Dimension.RATIO or (quantity.unit == "月" and kind.startswith(("benefit", "asset"))):
        return _reference(quantity, words)
    if quantity.dimension is Dimension.MONEY:
        every = _EVERY.search(words.near_left)
        return every[1] if every and "/" not in quantity.unit else None
    return None


def _start_event(words: Surroundings) -> str | None:
    before = words.right.startswith(("前", "之前", "以前"))
    if before:
        match = _BEFORE_EVENT.search(words.near_left[-20:])
        return f"{_clean(match[1])}前" if match and _clean(match[1]) else None
    near = words.near_left[-_LONGEST:]
    day = _FROM_DAY.search(near, max(0, len(near) - 6))
    if day:
        event = near[: day.end()]
        return _clean(_OPENS_EVENT.split(event)[-1]) or _clean(event)
    match = _AFTER_EVENT.search(near)
    return _clean(match[1]) if match else None


def _reference(quantity: Quantity, words: Surroundings) -> str | None:
    """What a share is of: the noun before it (本人工资的90%) or, for 1.5倍低保标准 and 6个月工资, after it."""
    ahead = re.match(r"的?((?:[^，。；、的]{0,16})(?:标准|工资|收入|失业保险金|生活费|支出))", words.right)
    if ahead:
        return ahead[1]
    match = _OF.search(_COMPARING.sub("", _OF_RANGE.sub("", words.near_left[-40:])))
    return _clean(_APART.split(match[1])[-1]) if match else None


def _clean(words: str) -> str | None:
    return _FILLER.sub("", words.strip()) or None
