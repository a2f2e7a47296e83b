"""Part of an age group: 未满16周岁的未成年人 where the rule above has 未成年人, 70周岁以上老年人 where it has 老年人.

What the word means by itself (under eighteen, from sixty on) is the circle of the rule above, where it names no age.
Quiet where any norm of the text takes in the rest of the group, and where the two rules are not much the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import matches, one_matter
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_LISTING = Setting("listing")


@dataclass(frozen=True, slots=True)
class _Group:
    """People of an age by one word, `whole` being the age at which the group ends or begins."""

    names: str
    whole: int
    least: float  # likeness of two norms
    up: bool  # whether it goes on from that age


_GROUPS = (
    _Group(r"未成年人|孤儿|事实无人抚养儿童|困境儿童|留守儿童", 18, 0.4, up=False),
    _Group(r"[一-龥]{0,6}?老年人", 60, 0.6, up=True),
)


def younger(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Norm, Norm, str]]:
    """Norms of `mine` for a part of an age group, those of `theirs` for all of it, and who is left out."""
    for match in matches(index, mine, theirs):
        a, b = match.a, match.b
        if any(p.kind == "age" for p in numbers_of(b)) or not _LISTING.has("opens", a.words, b.words):
            continue
        if _LISTING.has("aside", a.words) or not match.mutual:
            continue
        for group in _GROUPS:
            who = _part(a, group)
            near = match.likeness >= group.least and re.search(group.names, b.text)
            if who and near and not _rest(mine, a, group) and one_matter(index, match):
                yield a, b, who


def _part(norm: Norm, group: _Group) -> str:
    """The rest of the group, where the norm names a part of it."""
    for number in (p for p in numbers_of(norm) if p.kind == "age"):
        part = number.op in ((">", ">=") if group.up else ("<", "<="))
        inside = number.value > group.whole if group.up else number.value < group.whole
        behind = re.sub(r"^(?:周?岁)?(?:以[上下])?(?:（含[^）]*）)?", "", norm.text[number.end - norm.start :])
        if part and inside and re.match(rf"的?(?:{group.names})", behind):
            years = (group.whole, number.value) if group.up else (number.value, group.whole)
            return f"{years[0]:g}至{years[1]:g}周岁的{'老年人' if group.up else '未成年人'}"
    return ""


def _rest(mine: tuple[Norm, ...], norm: Norm, group: _Group) -> bool:
    """Whether another norm serves the rest of the group, by an age or without one."""
    others = (n for n in mine if n.line != norm.line and _LISTING.has("opens", n.words))
    ages = [p for n in others for p in numbers_of(n) if p.kind == "age"]
    if group.up:
        return any(p.value <= group.whole for p in ages)
    return any(p.value == group.whole and p.op in ("<", "<=") for p in ages)
