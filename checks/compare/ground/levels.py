"""At which level of government bodies sit that a few words name: 乡镇 below 县（市、区） below 市 below 省."""

from __future__ import annotations

import re

_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)|[县市乡省]级以上(?:地方)?(?:各级)?")
_NAMES = re.compile(
    r"(?P<nation>国务院|中央|国家(?=[一-龥]{1,8}(?:部|局|委)))|(?P<province>省|自治区|兵团)"
    r"|(?P<county>各?县市区|市县(?!级以上)|县级市|区县|县区|县|(?<![一-龥]社)区(?![域间别内外分])|旗(?!下|舰))"
    r"|(?P<city>市(?!场|民|价|政|容|县|内|区)|州|盟|地区|行署)"
    r"|(?P<town>乡镇|镇|乡(?!村)|街道)|(?P<village>村(?!镇)|居(?:民)?委|社区|网格|村民)"
)


def levels_in(text: str) -> frozenset[str]:
    """Levels that `text` names: village, town, county, city …; 县（市、区） is the county, 县级以上 names none."""
    plain = _BRACKETS.sub("", text)
    return frozenset(kind for m in _NAMES.finditer(plain) for kind, said in m.groupdict().items() if said)


def last_level(text: str) -> str:
    """The level of the body named last in `text`, "" where none is."""
    found = [m.lastgroup or "" for m in _NAMES.finditer(_BRACKETS.sub("", text))]
    return found[-1] if found else ""


def first_level(text: str) -> str:
    """The level of the body named first in `text`, "" where none is."""
    found = _NAMES.search(_BRACKETS.sub("", text))
    return (found.lastgroup or "") if found else ""
