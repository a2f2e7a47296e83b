"""Grades of need (一级残疾 before 二级残疾, 重度 before 中度, 四人户 before 三人户): nobody in need gets less.

Read off scales that grade people by their disability, by what they can do themselves (the ladders are wordings), or
households by their size. Left out: what people pay themselves, which rightly falls with need, and work and training,
where the able may get more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from kg.model import Reading
from kg.scales import Scale, Step
from kg.tiers import scales_of
from ontology.wording import wording_lists

_NEEDS = ("ladder-ability", "ladder-degree", "ladder-damage")
_LESS_IS_MORE = re.compile(r"个人(?:承担|负担|支付|缴纳|自付)|自付|自费|自负|收费|收取|缴费|起付")
_EARNED = re.compile(r"就业|劳动|培训|岗位|创业|奖励|招用|安置|考核|基地|机构等级|响应")
_HOUSEHOLDS = "人户"  # more mouths need more, where the sum is the household's
_MORE = re.compile(r"每(?:再)?(?:增加?|多|超过?)[1一]?[人口]|(?:另|再|加)(?:增|发|补)")
_BEFORE = 8  # characters: 残疾等级为
_GIVEN = frozenset({"rate", "benefit-standard", "benefit-cap", "amount"})


def turned(reading: Reading) -> Iterator[tuple[Step, Step]]:
    """(needier, less needy) where the needier grade of a scale is given less; one pair a scale."""
    for scale in scales_of(reading):
        if not _is_other(reading.document.text, scale):
            yield from _turned(reading.document.text, scale)


def _turned(text: str, scale: Scale) -> Iterator[tuple[Step, Step]]:
    for placed in _placings(text, scale):
        for (low, a), (high, b) in combinations(placed, 2):
            needier, other = (a, b) if low > high else (b, a)
            if low != high and _gives_less(needier, other):
                yield needier, other
                return


def _placings(text: str, scale: Scale) -> Iterator[list[tuple[float, Step]]]:
    """The steps with their places in an order of need, the deepest highest: disability, mouths to feed, or a ladder."""
    said = (text[max(0, s.quote.start - _BEFORE) : s.quote.end] for s in scale.steps)
    if scale.unit == "级" and any("残" in words for words in said):
        yield [(-s.interval.low, s) for s in scale.steps if s.interval and s.interval.low is not None]
    added = any(_MORE.search(s.quote.text) for s in scale.steps)  # by head, on top of the grade before
    if scale.unit == _HOUSEHOLDS and not added and not any("人" in r.unit for s in scale.steps for r in s.results):
        yield [(s.interval.low, s) for s in scale.steps if s.interval and s.interval.low is not None]
    for name in _NEEDS:
        placed = [(float(rung), s) for s in scale.steps if (rung := _rung(name, s.quote.text)) is not None]
        if len({rung for rung, _ in placed}) == len(scale.steps):
            yield placed


def _rung(name: str, words: str) -> int | None:
    """The rung that the words stand on, from the lowest need up."""
    ladder = wording_lists()[name].ordered
    return next((i for i, rung in enumerate(ladder) if any(w in words for w in rung.split("|"))), None)


def _gives_less(needier: Step, other: Step) -> bool:
    if len(needier.results) != 1 or len(other.results) != 1:
        return False
    a, b = needier.results[0], other.results[0]
    alike = (a.kind, a.op, a.unit, a.basis) == (b.kind, b.op, b.unit, b.basis)
    return alike and a.kind in _GIVEN and a.value < b.value


def _is_other(text: str, scale: Scale) -> bool:
    """Whether the scale is of what people pay, or of what they earn."""
    first, last = scale.steps[0].quote.start, scale.steps[-1].quote.end
    said = text[max(text.rfind("\n", 0, first), text.rfind("。", 0, first)) + 1 : last]
    heading = text[: text.find("\n")] if "\n" in text else ""
    return any(p.search(said) or p.search(heading) for p in (_LESS_IS_MORE, _EARNED))
