"""Ages at which young people lose an aid: 满16周岁的终止供养, where the higher rule goes on to eighteen, or in school.

An end is an age with words that stop the aid, or up to which it is given; a rule that lets those still in school keep
it beyond an age serves everybody up to that age. Left out: ages of the old, and ends that the higher rule has too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import one_subject
from checks.compare.ground.clauses import words_before
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, aid_of
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Departure, Label
from checks.compare.people.graded_ages import grades_left_out
from kg.coverage import CoverageIndex
from kg.enums import Verdict

_OLD = 30  # years from which an age is not one of growing up
_REACHED = re.compile(r"(?:满|达到|超过)$")
_UP_TO = re.compile(r"(?:至|到)(?:其|本人)?(?:年?满)?$")
_STOPS = re.compile(r"^[^。；]{0,24}?(?:终止|停止|停发|不再|退出|取消|为止)")
_KEEPS = re.compile(r"^[^。；]{0,12}?(?:仍|尚|还|继续)[^。；]{0,60}?(?:继续|可以?|给予|予以|享受|纳入|不停止)")
_SCHOOL = re.compile(r"就读|就学|在校|在读|上学|读书|接受[^，。；]{0,12}教育|毕业")
_GIVEN = re.compile(r"供养|保障|发放|发给|享受|享有|领取|救助|补贴|补助|资助|待遇|养育")


@dataclass(frozen=True, slots=True)
class End:
    """The aid of `norm` ends at `age`, or (`keeps`) goes on beyond it for those in school."""

    norm: Norm
    age: float
    quote: str
    school: bool
    keeps: bool


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Ends of `mine` that come before those of `theirs` for one aid, one for every line.

    Not where `theirs` has a sum of its own for those beyond: a class left out is told as such.
    """
    ours, above = ([e for n in norms for e in _ends(n)] for norms in (mine, theirs))
    graded = [g.low for g in grades_left_out(index, mine, theirs)] if ours and above else []
    told: set[tuple[int, int]] = set()
    for a in (e for e in ours if above and not e.keeps and not any(e.age <= low for low in graded)):
        near = [b for b in above if _one_aid(index, a.norm, b.norm)]
        later = next((b for b in near if _comes_first(a, b, ours) and not _goes_on(index, mine, a, b)), None)
        again = later and not later.keeps and any(b.age == a.age and not b.keeps for b in near)
        if later and a.norm.line not in told and not again:
            told.add(a.norm.line)
            said = f"{later.quote}后仍在就学的继续享受" if later.keeps else f"{later.quote}为止"
            yield Departure(Label.NOTION, "end-age", "停止享受的年龄", f"为{a.quote}", said, (a.norm,), (later.norm,))


def _ends(norm: Norm) -> Iterator[End]:
    if not _GIVEN.search(norm.words):
        return
    for number in (p for p in numbers_of(norm) if p.kind == "age" and p.value < _OLD):
        before, after = words_before(norm, number), norm.text[number.end - norm.start :]
        before += number.quote[: re.match(r"[^0-9０-９一二三四五六七八九十]*", number.quote).end()]  # type: ignore[union-attr]
        school = _SCHOOL.search(norm.text) is not None
        if _REACHED.search(before) and school and _KEEPS.search(after):
            yield End(norm, number.value, number.quote, school, keeps=True)
        elif (_REACHED.search(before) and _STOPS.search(after)) or _UP_TO.search(before):
            yield End(norm, number.value, number.quote, school, keeps=False)


def _comes_first(a: End, b: End, ours: list[End]) -> bool:
    """Whether `a` stops what `b` still gives, and no other norm of the draft goes on with it."""
    if a.school and not b.keeps:
        return False
    if a.age < b.age:
        return not any(x.keeps and x.age <= a.age for x in ours)
    in_school = any(x.school for x in ours)
    return a.age == b.age and b.keeps and (a.school or not in_school)


def _goes_on(index: CoverageIndex, mine: tuple[Norm, ...], a: End, b: End) -> bool:
    """Whether another range takes up, for all those of `b`, where `a` ends and reaches to where `b` does."""
    for norm in mine:
        ages = [p for p in numbers_of(norm) if p.kind == "age"]
        lows = [p.value for p in ages if p.op in (">", ">=")]
        highs = [p.value for p in ages if p.op in ("<", "<=")]
        same = not norm.people or index.groups_contain(norm.people, b.norm.people) is Verdict.YES
        if norm.start != a.norm.start and same and lows and highs and min(lows) <= a.age + 1 and max(highs) >= b.age:
            return True
    return False


def _one_aid(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    return bool((aid_of(index, a) & aid_of(index, b)) - LOOSE) and one_subject(index, a, b)
