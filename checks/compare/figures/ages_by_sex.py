"""Ages that differ by sex for one class of people: 女满45周岁、男满55周岁 here, 女满40周岁、男满50周岁 there.

The class is told by the words right behind the ages (大龄失业人员); without any, by most of the words of the norms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from checks.compare.ground.alignment import bag, in_two_places, maybe_one_matter, people_apart, share, shared_words
from checks.compare.ground.norms import Norm
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.stretches import value_of

_NUMBER = r"[0-9]{2}|[一二三四五六七八九十]{2,3}"
_OF = r"(?:性|职工|子|方|工)?(?:(?:人员|农民|居民|劳动者)?(?:应当?|须|为|在|年龄|已|年|满|达到?|超过)*)"
_YEARS = r"周?岁(?:（含）)?(?:以上|及以上)?(?:的)?"
_BY_SEX = re.compile(
    rf"女{_OF}(?P<women>{_NUMBER}){_YEARS}[、，和及；]?(?:以及)?男{_OF}(?P<men>{_NUMBER}){_YEARS}(?P<whom>[^，。；、：]{{0,16}})"
    rf"|男{_OF}(?P<before>{_NUMBER}){_YEARS}[、，和及；]?(?:以及)?女{_OF}(?P<after>{_NUMBER}){_YEARS}(?P<who>[^，。；、：]{{0,16}})"
)
_PLAIN = re.compile(r"的|具有|本[市县区州旗省]|户籍|登记|可以|应当|享受|申请|给予")
_PREFERRED = re.compile(r"优先|其中|重点")  # of a class some who come first
_ALIKE, _SAME = 0.6, 0.5  # of the words behind the ages; of the norms, where none stand there


@dataclass(frozen=True, slots=True)
class BySex:
    """The ages of women and men, with the words for whom they are."""

    norm: Norm
    women: float
    men: float
    said: str
    whom: frozenset[str]


def apart(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[BySex, BySex]]:
    """Ages of two texts of equal rank for one class that differ."""
    ours = _all(mine)
    for a, b in product(ours, _all(theirs) if ours else ()):
        one = _differ(a, b) and maybe_one_matter(index, a.norm, b.norm) and not people_apart(index, a.norm, b.norm)
        if one and not any(_like(x, b) for x in ours):
            yield a, b


def doubles(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Ages of one document for one class that differ."""
    for a, b in combinations(_all(norms), 2):
        preferred = any(_PREFERRED.search(x.norm.text) for x in (a, b))
        if not preferred and _differ(a, b) and a.norm.aid == b.norm.aid and in_two_places(a.norm, b.norm):
            yield Double("age", "男女的年龄条件", a.said, b.said, (a.norm, b.norm))


def _all(norms: tuple[Norm, ...]) -> tuple[BySex, ...]:
    return tuple(_read(n, m) for n in norms for m in _BY_SEX.finditer(n.text))


def _read(norm: Norm, found: re.Match[str]) -> BySex:
    women, men = found["women"] or found["after"], found["men"] or found["before"]
    whom = bag(_PLAIN.sub(" ", found["whom"] or found["who"] or ""))
    return BySex(norm, value_of(women), value_of(men), found[0], whom)


def _differ(a: BySex, b: BySex) -> bool:
    """Whether the ages of one class are not the same."""
    return not _like(a, b) and _one_class(a, b)


def _like(a: BySex, b: BySex) -> bool:
    return (a.women, a.men) == (b.women, b.men)


def _one_class(a: BySex, b: BySex) -> bool:
    if a.whom and b.whom:
        return share(a.whom, b.whom) >= _ALIKE
    return shared_words(a.norm, b.norm) >= _SAME
