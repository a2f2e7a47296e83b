"""Days that recur: by which day of the year, quarter or month something is done (每年10月底前, 每季度首月8日前)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.clauses import clause_around
from checks.compare.ground.marks import STOP, around
from kg.stretches import value_of

_NUMBER = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_BEFORE = r"(?:(?:[^，。；、：0-9]{0,8}(?:开始|启动|来临|到来|开学))?(?:之|以)?前)"
# what comes after the day is late
_LATE = r"(?:之|以)?后(?=[^。；]{0,24}?(?:逾期|迟报|迟交|延误|扣[分减]|通报|视为|不予受理|不再受理))"
_WITHIN = r"个?(?:工作)?日(?:之|以)?内"
_RECURS = re.compile(
    rf"(?:(?:[每当]年度?|(?P<next>[次翌]年|第二年))(?:的)?(?P<month>{_NUMBER})月(?:份)?(?:(?P<day>{_NUMBER})日|底|末)?"
    rf"|[每当]月(?:的)?(?:(?P<of_month>{_NUMBER})日|(?P<end_of_month>[底末]))"
    rf"|(?:次|下个?)月(?:的)?(?P<of_next_month>{_NUMBER})日"
    rf"|[每各]?个?季度?(?:的)?(?:(?:结束|终了)后?(?:的)?)?(?P<of_quarter>首月|第一个?月|次月|末月|第三个?月|最后一个?月)"
    rf"(?:的)?(?P<quarter_day>{_NUMBER})日"
    rf"|[次下]一?个?季度?(?:的)?(?:首月|第一个?月)(?:的)?(?P<next_quarter>{_NUMBER})日)(?:{_BEFORE}|{_LATE})"
    rf"|每月(?:结束|终了)后?(?:的)?(?P<after_month>{_NUMBER}){_WITHIN}"
    rf"|每个?季度?(?:结束|终了)后?(?:的)?(?P<after_quarter>{_NUMBER}){_WITHIN}"
)
_DAY = rf"(?P<month>{_NUMBER})月(?:份)?(?:(?P<day>{_NUMBER})日|底|末)?{_BEFORE}"
_ONCE = re.compile(
    rf"(?<![0-9一二三四五六七八九十每次翌明])(?<!次年)(?<!翌年)(?<!第二年){_DAY}"
)  # in the plan of one year
_HEADED = re.compile(
    rf"^[^。；，\n]{{2,24}}[（(](?:[^（）()]{{0,12}}[至到—-])?(?:20[0-9]{{2}}年)?{_DAY}[）)][。：\s]*$"
)
_LAST_MONTH = re.compile(r"上个?月|前一?个?月")
_LAST_DAY, _QUARTER = 31.0, 100.0


@dataclass(frozen=True, slots=True)
class Day:
    """A day at `start:end` of `text`, as (month, day) of its period; `since` is where the day before it ends."""

    text: str
    start: int
    end: int
    since: int
    period: str
    at: tuple[float, float]
    told: bool = True  # that it is in the next month or this; a bare 每月10日前 may be for last month's work
    words: str = ""

    @property
    def clause(self) -> str:
        """The clause that it stands in."""
        return clause_around(self.text, self.start, self.end)

    @property
    def before(self) -> str:
        """The words of the sentence before it, from the day before on."""
        first = max((m.end() for m in STOP.finditer(self.text, 0, self.start)), default=0)
        return self.text[max(first, self.since) : self.start]

    @property
    def behind(self) -> str:
        """The words of the sentence behind it."""
        return STOP.split(self.text[self.end :])[0]

    def later(self, other: Day) -> bool:
        """Whether both are days of one kind of period, and this one is surely later."""
        if self.period != other.period:
            return False
        if self.told == other.told:
            return self.at > other.at
        return self.at[0] == other.at[0] and self.at > other.at


def recurring(text: str) -> tuple[Day, ...]:
    """Every day of a text that recurs."""
    return tuple(_recurring(text))


def once(text: str) -> Day | None:
    """The first day of a text that is one of the year of its plan."""
    return _day(said, text, 0) if (said := _ONCE.search(text)) else None


def headed(before: str, text: str) -> Day | None:
    """The day in the heading `before` the words of a line."""
    said = _HEADED.search(before)
    if said is None:
        return None
    words = before[said.start("month") : said.end()].rstrip("）)。： ")
    return Day(text, 0, 0, 0, "year", _in_year(said), words=words)


def _recurring(text: str) -> Iterator[Day]:
    since = 0
    for said in _RECURS.finditer(text):
        yield _day(said, text, since)
        since = said.end()


def _day(said: re.Match[str], text: str, since: int) -> Day:
    period, at, told = _placed(said.groupdict(), said, text)
    return Day(text, said.start(), said.end(), since, period, at, told, said[0])


def _placed(found: dict[str, str | None], said: re.Match[str], text: str) -> tuple[str, tuple[float, float], bool]:
    """The kind of period, the day in it, and whether the month is told."""
    if found["month"]:
        return ("next-year" if found.get("next") else "year"), _in_year(said), True
    if found["of_month"]:
        last = bool(_LAST_MONTH.search("".join(around(text, said.start(), said.start()))))
        return "month", (float(last), value_of(found["of_month"])), last
    if found["end_of_month"]:
        return "month", (0.0, _LAST_DAY), True
    if day := found["of_next_month"] or found["after_month"]:
        return "month", (1.0, value_of(day)), True
    if day := found["quarter_day"]:
        inside = (found["of_quarter"] or "")[0] in "末最" or "三" in (found["of_quarter"] or "")
        return "quarter", (0.0 if inside else 1.0, value_of(day)), True
    return "quarter", (1.0, value_of(found["next_quarter"] or found["after_quarter"] or "0")), True


def _in_year(said: re.Match[str]) -> tuple[float, float]:
    """Month and day; a month named as a whole ends on its last day, or with 前 alone before its first."""
    month, day = value_of(said["month"]), said["day"]
    if day:
        return month, value_of(day)
    return month, _LAST_DAY if re.search(r"[底末]", said[0]) else 0.0
