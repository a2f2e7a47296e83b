"""Circles of people drawn by age: 未满十六周岁 where the higher rule says 未成年人.

Who else is left out of a circle is a gap in coverage, found there; an age line is a number that contradicts another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from kg.enums import Modality

_NARROWER = {"under16": ("minor", "未满十六周岁的未成年人", "未成年人（未满十八周岁）")}
_AGE = re.compile(r"(?:16|十六)周?岁")
_CIRCLES = (Modality.ENTITLEMENT, Modality.DEFINITION, Modality.RIGHT)
_NOT_DRAWN = ("不得", "继续")  # 年满16周岁后仍就读的可以继续享受: who has outgrown the circle draws none
_GRANTS = re.compile(r"(?:给予|享受|申请|纳入|发放|发给|供养|认定为|属于|具备)")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Age lines of `mine` inside those of `theirs` for one aid."""
    for narrow, (wide, a, b) in _NARROWER.items():
        if any(narrow in _named(n) for n in theirs):
            continue
        above = [n for n in theirs if wide in _named(n) and _grants(n)]
        for norm in mine:
            aged = narrow in _named(norm) and _AGE.search(norm.words) and "不得" not in norm.words
            if aged and _GRANTS.search(norm.words) and (same := [n for n in above if _one_aid(norm, n)]):
                yield Departure(Label.NOTION, "age", "对象的年龄界限", a, b, (norm,), tuple(same[:1]))
                break


def _grants(norm: Norm) -> bool:
    """Whether a higher rule gives the aid here."""
    given = any(p.modality in _CIRCLES for p in norm.provisions) or "给予" in norm.text
    return given and not any(word in norm.words for word in _NOT_DRAWN)


def _named(norm: Norm) -> frozenset[str]:
    return norm.people.ids()


def _one_aid(a: Norm, b: Norm) -> bool:
    return bool(a.aid & b.aid - {"social-assistance", "child"})
