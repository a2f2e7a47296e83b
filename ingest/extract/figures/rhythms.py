"""How often something is done (按月, 每两年, 每季度至少一次): a frequency, or an interval of rechecking eligibility.

A rhythm that only places a deadline (每年10月底前) or divides money (每人每月200元) sets no frequency of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extract.figures.cues import cue
from ingest.extract.figures.quantities import Quantity
from ingest.numerals import NUMBER, to_number

_RHYTHM = re.compile(
    rf"每隔?(?P<number>{NUMBER})?个?(?P<unit>半年|半月|年度?(?!龄)|月(?!份)|季度?|周(?!岁|边)|星期|学期|学年|日|天)"
    r"|按(?P<by>季度?|月|周|年|日|学期|半年)(?!度?(?:计算|计发|计征|加收|缴纳\d|龄|内|人|照|以|生活)|[龄内人照])"
    r"|一(?P<one>年|月|季度)(?=[一二两三四][次])"
    r"|(?<![间相每])隔(?P<other>月|周|日|天|年|季度?)(?=[^，。；]{0,10}(?:[一二两三1-3][次回趟]|走访|上门|探访|巡访|巡查|回访|开展|组织|核查|发放))"
    r"|[一1]个?(?:自然|会计|日历)?(?P<within>年度?|月|季度)(?:之内|以内|内|中)"
    rf"(?=[^，。；]{{0,8}}?(?:不得?超过|不得?多于|最多|至多|只能|限|仅限)[^，。；\d]{{0,6}}{NUMBER}次)"
)
_UNITS = {"季度": "季", "年度": "年", "天": "日", "星期": "周"}
_MONTHS = {"年": 12, "学年": 12, "半年": 6, "学期": 6, "季": 3, "月": 1}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """One rhythm in the text: every `number` `unit`."""

    start: int
    end: int
    number: float
    unit: str
    every: bool = True  # 每月, not 按月
    shared: bool = False  # 每人每月: divides money, and is a rhythm only of what is counted in 次

    @property
    def months(self) -> float | None:
        """Length in months, `None` for shorter rhythms."""
        return _MONTHS[self.unit] * self.number if self.unit in _MONTHS else None

    @property
    def per(self) -> str:
        """Denominator of a frequency: 年, 月, 10日, 2年, 6月."""
        if self.unit == "半年":
            return "6月"
        return self.unit if self.number == 1 else f"{self.number:g}{self.unit}"


_PER_HEAD = re.compile(r"(?:每[人户名生村件]|人均|按)$")
_PLACES_DEADLINE = re.compile(
    rf"^[^，。；]{{0,12}}?(?:(?:{NUMBER})(?:月|时|日)|[月年][底初末中]|底|末|季节|重阳|秋分|开学|结束|终了|汛期|期间|之前|以前)"
)
_NO_ACT = re.compile(
    r"^(?:用于|的|增幅|增速|递增|有(?!针对)|全部|住房|新增|所|收入|支出|缴费|工资|人均|单位|$|[，。；）)、]?$)"
)
_CONDITION = re.compile(
    r"^(?:领取|享受|发放|支付)(?:的|[^，。；]{0,16}(?:条件|资格|期间|期满|方式|时|确有|有困难|的(?:人员|职工|失业)))"
)
_ABOUT_ELIGIBILITY = re.compile(r"家庭|对象|资格|待遇|收入|救助|低保|保障|特困|名单|困难|享受|人员|学生")
_RECHECKED = re.compile(r"(?:至少|组织|开展|进行)*(?:复核|复审|年审)(?:[一1二两]次)?(?:$|[，。；])")
_SENDING = re.compile("[将把向]")
_LEAST = re.compile(r"(?:至少|最少|不少于|不得少于)$")


def find_rhythms(text: str, low: int, high: int) -> list[Rhythm]:
    """Every rhythm that begins in `low:high`."""
    found = []
    for match in _RHYTHM.finditer(text, low, high):
        unit = match["unit"] or match["by"] or match["one"] or match["within"] or match["other"]
        number = to_number(match["number"]) if match["number"] else 2.0 if match["other"] else 1.0
        if number:
            shared = bool(_PER_HEAD.search(text, max(low, match.start() - 3), match.start()))
            unit = unit.removesuffix("度") if unit in ("年度", "季度") else _UNITS.get(unit, unit)
            found.append(Rhythm(match.start(), match.end(), number, unit, match["by"] is None, shared))
    return found


@dataclass(frozen=True, slots=True)
class Recurrence:
    """What one rhythm sets: kind, comparator, value and unit, and where it stands."""

    kind: str
    op: str
    value: float
    unit: str
    start: int
    end: int


def recurrences(
    text: str, low: int, high: int, rhythms: list[Rhythm], times: list[tuple[Quantity, str]], others: list[Quantity]
) -> Iterator[Recurrence]:
    """What the rhythms of the sentence `low:high` set. `times` are its quantities in 次 with their comparators,
    `others` its other quantities.
    """
    for rhythm in rhythms:
        close = _piece_end(text, rhythm.end, high)
        own = [(q, op) for q, op in times if rhythm.start < q.start < close]
        rest = text[rhythm.end : close]
        if not own and (
            rhythm.shared
            or _sets_nothing(rhythm, rest)
            or (rhythm.every and any(_divides(text, rhythm, q) for q in others if q.start < close))
        ):
            continue
        least = bool(_LEAST.search(text, low, rhythm.start))
        rechecks = bool(rhythm.months) and _rechecks(text[low:high], rest)
        if own:
            for quantity, op in own[:1] if not own[0][0].ranged else own[:2]:
                yield _recurrence(rhythm, quantity.value, ">=" if least else op, rechecks, quantity.end)
        else:
            yield _recurrence(rhythm, 1.0, ">=" if least else "=", rechecks, rhythm.end)


def _divides(text: str, rhythm: Rhythm, quantity: Quantity) -> bool:
    """Whether the rhythm belongs to a quantity behind it; in 每月将费用超过5000元的名单推送 it is of the sending."""
    return rhythm.end <= quantity.start and not _SENDING.search(text, rhythm.end, quantity.start)


def _recurrence(rhythm: Rhythm, times: float, op: str, rechecks: bool, end: int) -> Recurrence:
    if rechecks and rhythm.months and times:
        return Recurrence("review-interval", _flip(op), rhythm.months / times, "月", rhythm.start, end)
    return Recurrence("frequency", op, times, f"次/{rhythm.per}", rhythm.start, end)


def _piece_end(text: str, start: int, high: int) -> int:
    stops = [i for c in "，," if (i := text.find(c, start, high)) >= 0]
    return min(stops, default=high)


def _sets_nothing(rhythm: Rhythm, rest: str) -> bool:
    deadline = rhythm.every and _PLACES_DEADLINE.match(rest)
    return bool(deadline or _NO_ACT.match(rest) or _CONDITION.match(rest))


def _rechecks(sentence: str, rest: str) -> bool:
    about = _RECHECKED.match(rest) or _ABOUT_ELIGIBILITY.search(sentence)
    return bool(about and cue("review-interval").search(rest))


def _flip(op: str) -> str:
    """At least once a year is an interval of at most twelve months."""
    return {">=": "<=", "<=": ">=", ">": "<", "<": ">"}.get(op, op)
