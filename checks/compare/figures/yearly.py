"""Days of the year, quarter or month: a step that a higher rule wants done by a day, and the lower text does later.

Money is paid out by a day in however few words, where both texts are on one programme; getting it ready is another
step. So is what a body of another level does, or sends to one: 乡镇 reports to the county before that does to the city.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from checks.compare.figures.dates import Day, headed, once, recurring
from checks.compare.figures.rounds import one_programme
from checks.compare.ground.alignment import bag, in_two_places, matches, one_matter, people_apart, share
from checks.compare.ground.levels import first_level, last_level
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import aid_meets
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.enums import Verdict

_PAID_OUT = re.compile(r"(?:发放|发给|发|兑付|支付|打卡|划转|划拨|拨付)(?:到|至|完毕|到位|给|当[月季年])|发放|发给")
_FIRST = re.compile(  # what comes before
    r"审核|审批|申报|申请|报送|上报|公示|核[定实对查]|预算|下达"
    r"|拨付(?!(?:到|至|给|进|入)[^，。；]{0,10}?(?:户|人|对象|卡|账户|手中))"
)
_REPORTED = re.compile(r"(?:报送?|上报|呈报|[向送交]|抄送|推送)(?P<to>[^，。；、]{1,10})")
_CLAUSE = re.compile(r"[。；：]")
_NEXT_DAY = re.compile(r"，(?=[^，。；]{0,24}?[0-9一二三四五六七八九十]{1,3}日(?:之|以)?前)")  # the step of another day
_NOT_BY = re.compile(r"(?:未|没有|未能)(?:在|于)?$")
_LEAST, _SHARED = 4, 0.5  # pieces of what is to be done that both name, and their share of the shorter


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Recurring steps of `mine` that come later in the year, quarter or month than in `theirs`."""
    above = {n.start: days for n in theirs if (days := recurring(n.text))}
    if not above:
        return
    found = [*_steps(index, mine, theirs, above)]
    yield from found
    told = {(d.mine[0].start, d.theirs[0].start) for d in found}
    yield from (d for d in _payments(index, mine, theirs) if (d.mine[0].start, d.theirs[0].start) not in told)


def _steps(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...], above: dict[int, tuple[Day, ...]]
) -> Iterator[Departure]:
    """Steps that are one by most of their words, in norms on one matter."""
    beside: dict[int, list[tuple[Norm, Norm]]] = {}
    for match in matches(index, mine, theirs):
        if match.b.start in above and one_matter(index, match):
            beside.setdefault(match.a.start, []).append((match.a, match.b))
    for pairs in beside.values():
        for ours in _days(index, pairs[0][0]):
            same = [(b, d) for a, b in pairs for d in above[b.start] if _one_step(ours, d, a)]
            same = _led_in(ours, same)
            if same and all(ours.later(d) for _, d in same):
                b, day = max(same, key=lambda x: x[1].at)
                said = (ours.words, day.words)
                yield Departure(Label.LONGER, "yearly", "定期完成的时间", *said, (pairs[0][0],), (b,))
                break


def _led_in(ours: Day, same: list[tuple[Norm, Day]]) -> list[tuple[Norm, Day]]:
    """Of several days those that the same words lead up to (冬季救助款物于…、春季救助款物于…)."""
    own = bag(ours.before)
    alike = [share(own, bag(d.before)) for _, d in same]
    best = max(alike, default=0.0)
    return [x for x, like in zip(same, alike, strict=True) if like >= best]


def _payments(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """One benefit that is paid out by a later day, in however few words."""
    for a, ours in [(n, d) for n in mine for d in _paid_by(n, planned=True)]:
        for b, above in ((n, d) for n in theirs for d in _paid_by(n)):
            programme = one_programme(*(index.documents[n.document] for n in (a, b)))
            one = programme and aid_meets(index, a, b) is Verdict.YES and not people_apart(index, a, b)
            if one and ours.later(above):
                yield Departure(Label.LONGER, "yearly", "发放的时间", ours.words, above.words, (a,), (b,))
                break


def _paid_by(norm: Norm, planned: bool = False) -> tuple[Day, ...]:
    """The day by which its own clause has money paid out, each year or (`planned`) in the year of its plan."""
    first = recurring(norm.text)[:1] or tuple(filter(None, (once(norm.text) if planned else None,)))
    return tuple(d for d in first if _PAID_OUT.search(_deed(d)) and not _FIRST.search(_deed(d)))


def _deed(day: Day) -> str:
    """The clause of a day, with the next one where it ends with the day (应当在11月1日前，将资金发放到户)."""
    behind = PAUSE.split(day.behind.lstrip("，"))[0] if day.clause.endswith(day.words) else ""
    return day.clause + behind


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
    said = [(n, d) for n in norms for d in recurring(n.text)[:1]]
    for (a, one), (b, two) in combinations(said, 2):
        same = a.aid == b.aid and in_two_places(a, b) and not (a.people and b.people and a.people != b.people)
        if same and (one.later(two) or two.later(one)) and _one_step(one, two):
            yield Double("yearly", "定期完成的时间", one.words, two.words, (a, b))


def _days(index: CoverageIndex, norm: Norm) -> tuple[Day, ...]:
    """By when a norm has its steps done: every year, in the year of its plan, or by the heading of its line."""
    if found := recurring(norm.text):
        return found
    before = index.documents[norm.document].text[norm.line[0] : norm.start]
    other = once(norm.text) or headed(before, norm.text)
    return (other,) if other else ()


def _one_step(ours: Day, above: Day, norm: Norm | None = None) -> bool:
    """Whether what is to be done by the day is the same, in most of its words, between bodies of the same levels."""
    if _prepares(ours) != _prepares(above) or _other_level(ours, above):
        return False
    mine, theirs = _step(ours), _step(above)
    if norm and not ours.end:  # of a heading's day all that its line says
        mine = bag(_CLAUSE.split(norm.text)[0])
    shared = len(mine & theirs)
    return shared >= max(_LEAST, _SHARED * min(len(mine), len(theirs)))


def _other_level(a: Day, b: Day) -> bool:
    """Whether bodies of two levels act, or are reported to."""
    acting = {last_level(d.before) for d in (a, b)} - {""}
    told = {first_level(m["to"]) if (m := _REPORTED.search(d.behind)) else "" for d in (a, b)} - {""}
    return len(acting) > 1 or len(told) > 1


def _prepares(day: Day) -> bool:
    """Whether money is got ready by the day, and not yet paid out."""
    return bool(_PAID_OUT.search(day.clause)) and bool(_FIRST.search(day.clause))


def _step(day: Day) -> frozenset[str]:
    """What is to be done by the day: the words behind it, or those before where it only is to be finished then."""
    if day.words.endswith("后") or _NOT_BY.search(day.before):  # 月报于每月10日后报送的，视为逾期: what is late then
        return bag(_CLAUSE.split(day.text[: day.start])[-1] + day.text[day.end :].partition("的")[0])
    behind = bag(_NEXT_DAY.split(_CLAUSE.split(day.text[day.end :])[0])[0])
    return behind if len(behind) >= _LEAST else behind | bag(_CLAUSE.split(day.text[: day.start])[-1])
