"""Prohibitions that protect fewer places or people: 学校、幼儿园周边不得… becomes 学校周边不得….

Compared are the members of the list before 不得 in norms on one matter: the lower text has to repeat some of them and
leave one out by name, with no open end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import matches, one_matter
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex

_BARRED = re.compile(r"^(?P<subject>[^，。；：]{2,40}?)(?:不得|禁止|严禁|不准)")
_JOINT = re.compile(r"、|和|以及|及|或者|或")
_TAIL = re.compile(r"(?:等)?(?:周边|周围|附近|门前|内|场所)$")
_OPEN = re.compile(r"等|其他|各类|各级|任何")
_BODY = re.compile(r"人民政府|部门|机关|单位(?!周)")
_LEAST = 0.45  # likeness of the two norms
_SHORT, _LONG = 2, 8  # characters of a member


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Prohibitions of `mine` that leave out a place or a class named in those of `theirs`."""
    for match in matches(index, mine, theirs):
        a, b = _BARRED.match(match.a.text.strip()), _BARRED.match(match.b.text.strip())
        if not a or not b or match.likeness < _LEAST or not one_matter(index, match):
            continue
        kept, dropped = _compared(a["subject"], b["subject"])
        if kept and dropped:
            yield Departure(
                Label.NOTION,
                "protected",
                "禁止性规定保护的范围",
                f"没有写明{'、'.join(dropped)}",
                f"包括{'、'.join((*kept, *dropped))}",
                (match.a,),
                (match.b,),
                Severity.WARNING,
            )


def _compared(mine: str, theirs: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Members of the list `theirs` that `mine` names, and those that it does not."""
    if any(_BODY.search(text) for text in (mine, theirs)):  # those who may not do it
        return (), ()
    members = tuple(_TAIL.sub("", part.strip()) for part in _JOINT.split(theirs))
    if len(members) < 2 or _OPEN.search(mine) or any(not _SHORT <= len(m) <= _LONG for m in members):
        return (), ()
    return tuple(m for m in members if m in mine), tuple(m for m in members if m not in mine)
