"""Ages that make a group: 年满六十周岁 is elderly, 未满16周岁 is under16, 0—6岁 is preschool.

Only ages of persons count (周岁, 岁). An age of majority (年满十八周岁) or of retirement names no group here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.numerals import NUMBER, to_number

ELDERLY, SENIOR, SCHOOL, FOURTEEN, SIXTEEN, MAJORITY = 60, 80, 7, 14, 16, 18
AGE = re.compile(
    rf"(?P<before>年满|已满|不满|未满|不足|未达到|未达|已达到|达到|年龄在|满)?(?P<low>{NUMBER})(?:周?岁)?"
    rf"(?:(?:以上)?[—\-–－~～至到、](?:不满|未满)?(?P<high>{NUMBER}))?周?岁(?P<after>[（(]?含?[）)]?(?:及?以上|以下|及以下|以内))?"
    rf"(?P<second>(?:，|、|且|并且|但)?(?:不满|未满|不足)?(?P<top>{NUMBER})周?岁(?:以下)?)?"
)
REACH = 24  # characters around 岁 that an age may take
UNDER = ("不满", "未满", "不足", "未达到", "未达")


def find_ages(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, group id) of every age that makes a group."""
    reached = 0
    at = text.find("岁")
    while at >= 0:
        for match in AGE.finditer(text, max(reached, at - REACH), at + REACH):
            reached = match.end()
            group = _group(match)
            if group:
                yield match.start(), match.end(), group
        at = text.find("岁", max(at + 1, reached))


def _group(match: re.Match[str]) -> str:
    low, high = _bounds(match)
    if high is not None and not (low and low >= ELDERLY):
        return _young(high - 1 if match["before"] in UNDER else high)
    if low is None or low < ELDERLY:
        return ""
    return "senior" if low >= SENIOR else "elderly"


def _bounds(match: re.Match[str]) -> tuple[float | None, float | None]:
    """Youngest and oldest age meant; `None` where open."""
    value, upper = to_number(match["low"]), match["high"] or match["top"]
    if upper:
        return value, to_number(upper)
    if match["before"] in UNDER or (match["after"] or "").endswith(("以下", "以内")):
        return None, value
    return value, None


def _young(last: float) -> str:
    """Group of those up to the age `last`; a school child below fourteen is a minor of no narrower group."""
    if last < SCHOOL:
        return "preschool"
    if FOURTEEN - 1 <= last <= SIXTEEN:
        return "under16"
    return "minor" if last <= MAJORITY else ""
