"""Days of the year or month: a step that a higher rule wants done by a day, and the lower text does later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from checks.compare.ground.alignment import bag, in_two_places, matches, one_matter, people_apart
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.stretches import value_of

_NUMBER = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_UNTIL = re.compile(
    rf"(?:[每当]年度?(?:的)?(?P<month>{_NUMBER})月(?:份)?(?:(?P<day>{_NUMBER})日|底|末)?"
    rf"|[每当]月(?:的)?(?P<of_month>{_NUMBER})日)(?:之|以)?前"
)
_CLAUSE = re.compile(r"[。；：]")
_LAST = 31  # day of a month that is named as a whole
_LEAST, _SHARED = 4, 0.5  # pieces of what is to be done that both name, and their share of the shorter


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Recurring steps of `mine` that come later in the year or month than in `theirs`."""
    if not any(_UNTIL.search(n.text) for n in mine) or not any(_UNTIL.search(n.text) for n in theirs):
        return
    for match in matches(index, mine, theirs):
        ours, above = _UNTIL.search(match.a.text), _UNTIL.search(match.b.text)
        later = ours and above and match.mutual and _later(ours, above) and _one_step(ours, above)
        if ours and above and later and one_matter(index, match):
            yield Departure(Label.LONGER, "yearly", "定期完成的时间", ours[0], above[0], (match.a,), (match.b,))


def apart(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, str, Norm, str]]:
    """Recurring steps that `mine` has done by a later day than an equal text, each with the words for the day."""
    for found in compare(index, mine, theirs):
        a, b = found.mine[0], found.theirs[0]
        if not people_apart(index, a, b):
            yield a, found.a, b, found.b


def doubles(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """One recurring step of a document with two days."""
    said = [(n, m) for n in norms if (m := _UNTIL.search(n.text))]
    for (a, one), (b, two) in combinations(said, 2):
        same = a.aid == b.aid and in_two_places(a, b) and not (a.people and b.people and a.people != b.people)
        if same and (_later(one, two) or _later(two, one)) and _one_step(one, two):
            yield Double("yearly", "定期完成的时间", one[0], two[0], (a, b))


def _later(ours: re.Match[str], above: re.Match[str]) -> bool:
    """Whether both are days of one kind of period, and the first is later."""
    return bool(ours["of_month"]) == bool(above["of_month"]) and _day(ours) > _day(above)


def _day(said: re.Match[str]) -> tuple[float, float]:
    """Month and day; a month named as a whole ends on its last day, or with 前 alone before its first."""
    if said["of_month"]:
        return 0, value_of(said["of_month"])
    month, day = value_of(said["month"]), said["day"]
    if day:
        return month, value_of(day)
    return month, _LAST if re.search(r"[底末]", said[0]) else 0


def _one_step(ours: re.Match[str], above: re.Match[str]) -> bool:
    """Whether what is to be done by the day is the same, in most of its words."""
    mine, theirs = (_step(m) for m in (ours, above))
    shared = len(mine & theirs)
    return shared >= max(_LEAST, _SHARED * min(len(mine), len(theirs)))


def _step(said: re.Match[str]) -> frozenset[str]:
    """What is to be done by the day: the words behind it, or those before where it only is to be finished then."""
    behind = bag(_CLAUSE.split(said.string[said.end() :])[0])
    return behind if len(behind) >= _LEAST else behind | bag(_CLAUSE.split(said.string[: said.start()])[-1])
