"""机关代字: which agency the letters of a document number stand for (甲民发〔2021〕48号 → civil-affairs)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ontology.terms import HS
from ontology.turtle import HERE, facts, local

_KIND = re.compile(r"(?:发|规|函|字|通|电|文|令|公告|便函|议|纪|呈|报|传|办发|规发|规字)+$")
_PLACE = 4  # characters at most before the letters of the organ


@cache
def number_codes() -> Mapping[str, str]:
    """Letters of organs → agency id."""
    found = facts(HERE / "numbers")
    return MappingProxyType({code: local(s) for s, about in found.items() for code, _ in about[HS + "numberCode"]})


def agency_of_number(number: str) -> str | None:
    """Agency whose letters a document number ends in before its bracket; `None` where they stand for none known.

    Of a number issued by an office (政办, 联办) the body the office serves, unless the office has letters of its own.
    """
    letters = re.split(r"[〔\[【（(［〈\d]", "".join(number.split()))[0]
    letters = letters.removesuffix("第")
    codes = number_codes()
    for words in (_KIND.sub("", letters), _KIND.sub("", letters).removesuffix("办")):
        for start in range(len(words)):
            if start <= _PLACE and words[start:] in codes:
                return codes[words[start:]]
    return None
