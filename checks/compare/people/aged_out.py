"""Ages that the circle of a text leaves out: 不满14周岁的未成年人 where the rule above has 不满十六周岁.

That the figure departs from the one above is told as a conflict; here it is told whom that leaves with nothing, as a
reviewer of coverage asks. Only figures that draw a circle of people count: a definition of who they are, a range of
ages that gets something, minors by another age.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.figures import ages, lines
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure
from checks.compare.people import notions
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_LISTING = Setting("listing")
_YEARS = re.compile(r"岁")
_TERM = re.compile(r"“(?P<term>[^”]+)”的界限")


def aged_out(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm, str]]:
    """Norms of `mine` that draw a circle of ages inside that of `theirs`, and who is left out."""
    told: set[int] = set()
    for find in (lines.compare, ages.compare, notions.compare):
        for found in find(index, mine, theirs):
            a, b = found.mine[0], found.theirs[0]
            if a.start not in told and _is_of_people(found):
                told.add(a.start)
                yield a, b, f"介于“{found.a}”和“{found.b}”之间的对象"


def _is_of_people(found: Departure) -> bool:
    """Whether the figures are ages, and what they are drawn for is people."""
    term = _TERM.fullmatch(found.matter)
    return all(map(_YEARS.search, (found.a, found.b))) and (not term or _LISTING.has("person", term["term"]))
