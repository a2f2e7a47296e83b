"""Days of the year or month: a step that a higher rule wants done by a day, and the lower text does later.

Money is paid out by a day in however few words, where both texts are on one programme; getting it ready is another
step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from checks.compare.figures.rounds import one_programme
from checks.compare.ground.alignment import bag, in_two_places, matches, one_matter, people_apart
from checks.compare.ground.clauses import clause_around
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import aid_meets
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.stretches import value_of

_NUMBER = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_UNTIL = re.compile(
    rf"(?:(?:[每当]年度?|(?P<next>[次翌]年|第二年))(?:的)?(?P<month>{_NUMBER})月(?:份)?(?:(?P<day>{_NUMBER})日|底|末)?"
    rf"|[每当]月(?:的)?(?P<of_month>{_NUMBER})日)(?:之|以)?前"
)
_DAY = rf"(?P<month>{_NUMBER})月(?:份)?(?:(?P<day>{_NUMBER})日|底|末)?(?P<of_month>(?!))?(?P<next>(?!))?(?:之|以)?前"
_ONCE = re.compile(
    rf"(?<![0-9一二三四五六七八九十每次翌明])(?<!次年)(?<!翌年)(?<!第二年){_DAY}"
)  # in the plan of one year
_HEADED = re.compile(
    rf"^[^。；，\n]{{2,24}}[（(](?:[^（）()]{{0,12}}[至到—-])?(?:20[0-9]{{2}}年)?{_DAY}[）)][。：\s]*$"
)
_PAID_OUT = re.compile(r"(?:发放|发给|发|兑付|支付|打卡|划转|划拨|拨付)(?:到|至|完毕|到位|给|当[月季年])|发放|发给")
_FIRST = re.compile(r"审核|审批|申报|申请|报送|上报|公示|核[定实对查]|预算|拨付(?!到[户人])|下达")  # what comes before
_CLAUSE = re.compile(r"[。；：]")
_LAST = 31  # day of a month that is named as a whole
_LEAST, _SHARED = 4, 0.5  # pieces of what is to be done that both name, and their share of the shorter


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Recurring steps of `mine` that come later in the year or month than in `theirs`."""
    if not any(_UNTIL.search(n.text) for n in theirs):
        return
    yield from _payments(index, mine, theirs)
    for match in matches(index, mine, theirs):
        above = _UNTIL.search(match.b.text)
        ours = _until(index, match.a) if above and match.mutual else None
        later = ours and above and _later(ours, above) and _one_step(ours, above, match.a)
        if ours and above and later and one_matter(index, match):
            yield Departure(Label.LONGER, "yearly", "定期完成的时间", _words(ours), above[0], (match.a,), (match.b,))


def _payments(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """One benefit that is paid out by a later day, in however few words."""
    for a, ours in [(n, m) for n in mine if (m := _paid_by(n))]:
        for b, above in ((n, m) for n in theirs if (m := _paid_by(n))):
            programme = one_programme(*(index.documents[n.document] for n in (a, b)))
            one = programme and aid_meets(index, a, b) is Verdict.YES and not people_apart(index, a, b)
            if one and _later(ours, above) and not _one_step(ours, above):
                yield Departure(Label.LONGER, "yearly", "发放的时间", _words(ours), above[0], (a,), (b,))
                break


def _paid_by(norm: Norm) -> re.Match[str] | None:
    """The day of the year or month by which its own clause has money paid out."""
    said = _UNTIL.search(norm.text)
    clause = clause_around(norm.text, said.start(), said.end()) if said else ""
    return said if _PAID_OUT.search(clause) and not _FIRST.search(clause) else None


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


def _until(index: CoverageIndex, norm: Norm) -> re.Match[str] | None:
    """By when a norm has its step done: every year, in the year of its plan, or by the heading of its line."""
    before = index.documents[norm.document].text[norm.line[0] : norm.start]
    return _UNTIL.search(norm.text) or _ONCE.search(norm.text) or _HEADED.search(before)


def _words(said: re.Match[str]) -> str:
    """The words for the day, without the heading that they stand in."""
    return said[0] if said.re is not _HEADED else said.string[said.start("month") : said.end()].rstrip("）)。： ")


def _later(ours: re.Match[str], above: re.Match[str]) -> bool:
    """Whether both are days of one kind of period, and the first is later."""
    kinds = [(bool(x["of_month"]), bool(x["next"])) for x in (ours, above)]
    return kinds[0] == kinds[1] and _day(ours) > _day(above)


def _day(said: re.Match[str]) -> tuple[float, float]:
    """Month and day; a month named as a whole ends on its last day, or with 前 alone before its first."""
    if said["of_month"]:
        return 0, value_of(said["of_month"])
    month, day = value_of(said["month"]), said["day"]
    if day:
        return month, value_of(day)
    return month, _LAST if re.search(r"[底末]", said[0]) else 0


def _one_step(ours: re.Match[str], above: re.Match[str], norm: Norm | None = None) -> bool:
    """Whether what is to be done by the day is the same, in most of its words; of a heading's day all of its `norm`."""
    if _prepares(ours) != _prepares(above):
        return False
    mine, theirs = (_step(m) for m in (ours, above))
    if norm and ours.string != norm.text:
        mine = bag(_CLAUSE.split(norm.text)[0])
    shared = len(mine & theirs)
    return shared >= max(_LEAST, _SHARED * min(len(mine), len(theirs)))


def _prepares(said: re.Match[str]) -> bool:
    """Whether money is got ready by the day, and not yet paid out."""
    clause = clause_around(said.string, said.start(), said.end())
    return bool(_PAID_OUT.search(clause)) and bool(_FIRST.search(clause))


def _step(said: re.Match[str]) -> frozenset[str]:
    """What is to be done by the day: the words behind it, or those before where it only is to be finished then."""
    behind = bag(_CLAUSE.split(said.string[said.end() :])[0])
    return behind if len(behind) >= _LEAST else behind | bag(_CLAUSE.split(said.string[: said.start()])[-1])
