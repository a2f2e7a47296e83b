"""Whether words define something: what a term means, what something consists of or counts as."""

from __future__ import annotations

import re

_MEANT = re.compile(r"^[^，。；]{0,8}所[称指][^，。；]{1,30}?，?(?:是(?!否)|系指|包括|不包括|为)")
_DEFINITION = re.compile(
    r"(?:由(?:下列|以下)[^，。；]{0,8}(?:构成|组成)|是指|系指(?![导挥定派])|(?:一般|主要|通常|特|统)指(?![导挥定派])"
    r"|所称.{1,60}(?:指|包括|为)|统称|简称|视为|视同|不计入|不包括|均?包括|^[^，。；]{2,20}(?:可以?|一般)?分为"
    r"|^[^，。；]{0,16}(?:对象|对象范围)(?:主要)?[为是](?![了此否])|^指(?![导定派挥])|计入)"
)
_ALWAYS = re.compile(r"视为|视同|不计入|是指|系指(?![导挥定派])|统称为?|(?:以下)?简称")
_PARTS = re.compile(r"(?:可以?)?(?:划)?分为|^[^，。；应可需须]{2,16}(?:主要|具体)?包括")
_GIVEN = re.compile(r"(?:给予|提供)[^。；]*，(?:主要|具体)?包括")
_AMONG_OTHERS = re.compile(r"包括[^，。；]{1,40}?在内的?")  # 提供包括A在内的B: what is given, no definition
_ASIDE = re.compile(r"，包括[^，。；]*，(?=列入|纳入|由|应|可)")  # 所需经费，包括人员经费，列入预算
_LISTS = re.compile(r"^[^，。；]{2,30}?(?:主要)?包括")


def means(words: str) -> bool:
    """本条例所称X，是指Y: whatever Y says."""
    return words.find("所", 0, 9) >= 0 and _MEANT.match(words) is not None


def defines(words: str, *, agency: bool, works: bool) -> bool:
    """Words without a marker; `agency`: one acts in them, `works`: they say work that is done."""
    words = _AMONG_OTHERS.sub("", words) if "在内" in words else words
    words = _ASIDE.sub("，", words) if "，包括" in words else words
    if not works and _LISTS.match(words):
        return True
    if _GIVEN.search(words):
        return False
    return (_ALWAYS if agency else _DEFINITION).search(words) is not None


def consists(words: str) -> bool:
    """可分为A和B; X主要包括…，原则上应…: what something consists of, whatever marker stands behind it."""
    return _PARTS.search(words) is not None
