"""What two texts of equal rank say otherwise in words of time and number: days, beginnings, times, visits, ages."""

from __future__ import annotations

from collections.abc import Iterator

from checks.compare.figures import ages_by_sex, onsets, stated, times, visits, yearly
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex

Said = tuple[Norm, str]
"""A norm with its words on the matter."""


def said_otherwise(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[str, str, Said, Said]]:
    """Each matter with a key of its kind, its name for people, and what both texts say of it."""
    for norm, own, other, above in yearly.apart(index, mine, theirs):
        yield "yearly", "定期完成的时间", (norm, own), (other, above)
    for first, second in onsets.apart(index, mine, theirs):
        yield "onset", "待遇起算的时间", (first.norm, first.said), (second.norm, second.said)
    for a, b in times.apart(index, mine, theirs):
        yield "times", "享受的次数", (a.norm, a.parameter.quote), (b.norm, b.parameter.quote)
    for here, there in stated.apart(index, mine, theirs):
        yield "stated", "有效期", (here.norm, here.said), (there.norm, there.said)
    for one, two in visits.apart(index, mine, theirs):
        yield "visits", one.matter, (one.norm, one.parameter.quote), (two.norm, two.parameter.quote)
    for x, y in ages_by_sex.apart(index, mine, theirs):
        yield "age", "男女的年龄条件", (x.norm, x.said), (y.norm, y.said)
