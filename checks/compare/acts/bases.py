"""What a standard is set or raised by: 经济发展、工资增长和物价上涨 above, only 经济发展和工资增长 below.

A factor that speaks for those who get the benefit (物价, 消费水平, 成本 …) is left out of the list by which it is set,
so that it need not follow. Quiet where the text leaves its list open (等), has the factor anywhere in the article, or
keeps a list that is not the one above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.base import Severity
from checks.compare.ground.alignment import article_of, bag, one_subject
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_BASES = Setting("bases")
_AND = re.compile(r"、|以及|和|及|与")
_LIST = 2  # factors of a list
_ENOUGH = 2  # pieces that two names of one factor share


@dataclass(frozen=True, slots=True)
class _List:
    norm: Norm
    factors: tuple[str, ...]
    object: frozenset[str]
    open: bool


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Lists of factors of `mine` that lack one of those of `theirs`."""
    above = [x for n in theirs for x in _lists(n) if len(x.factors) > _LIST]
    ours = [x for n in mine for x in _lists(n) if not x.open and len(x.factors) >= _LIST] if above else []
    for a in ours:
        for b in above:
            if not (a.object & b.object and _all_of(a, b) and one_subject(index, a.norm, b.norm)):
                continue
            around = "".join(n.text for n in mine if article_of(n) == article_of(a.norm))
            lacking = [f for f in b.factors if _BASES.has("favour", f) and not bag(f) & bag(around)]
            if lacking:
                told = (f"只列“{'、'.join(a.factors)}”", f"还包括“{'、'.join(lacking)}”")
                yield Departure(
                    Label.CONDITION, "bases", "确定和调整标准的依据", *told, (a.norm,), (b.norm,), Severity.WARNING
                )
                break


def _lists(norm: Norm) -> Iterator[_List]:
    for match in _BASES.all("list", norm.text):
        factors = tuple(f for f in _AND.split(match["factors"]) if f)
        around = bag(norm.text[: match.start()]) | bag(match["object"])
        yield _List(norm, factors, around, bool(match["open"]))


def _all_of(mine: _List, theirs: _List) -> bool:
    """Whether every factor of `mine` is one of `theirs`."""
    return all(any(_one(bag(f), bag(x)) for x in theirs.factors) for f in mine.factors)


def _one(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(mine) and len(mine & theirs) >= min(_ENOUGH, len(mine))
