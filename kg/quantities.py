"""Comparing quantities: what each allows, on one measure, and whether two can be compared at all.

1.5倍 and 150% are one measure, so are 12个月 and 1年, and money per month and per year. 日 and 工作日 are not: thirty
working days take 38 to 52 days with weekends and holidays, so such pairs are compared as spans, and left open where
they meet.
Every answer has three values; a missing base or denominator makes it UNKNOWN, never a silent yes.
Sources: 民法典 第二百条 to 第二百零四条 (periods), 第一千二百五十九条 (以上, 以下 include the number).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from kg.enums import Verdict
from kg.intervals import Interval, interval_of
from kg.model import Parameter

_DAYS = {  # shortest and longest length in days; 工作日 see _working_days
    "小时": (1 / 24, 1 / 24),
    "日": (1.0, 1.0),
    "周": (7.0, 7.0),
    "月": (28.0, 31.0),
    "季": (90.0, 92.0),
    "年": (365.0, 366.0),
    "工作日": (1.0, 1.0),
}
_TIME_KINDS = frozenset(("time-limit", "publicity-period", "duration", "review-interval", "trigger"))
_MONTHS = {"月": 1, "季": 3, "年": 12}
_PER_YEAR = {"年": 1.0, "学年": 1.0, "季": 4.0, "月": 12.0, "周": 52.0, "日": 365.0, "学期": 2.0}
_PLACE = re.compile(
    r"^(?:所在统筹地区|统筹地区|当地|本地|本省|本市|本县|本区|全市|全省|全县|所在地)+|[的之]|上一?年度?|月标准"
)
_SAME_BASE = (("最低生活保障", "低保"), ("标准之和", "标准"), ("城乡", ""))
_EVENTS = ("受理", "收到", "接到", "申请", "公示", "作出", "批准", "确认", "发生", "终止", "送达", "登记")


class Polarity(StrEnum):
    """Which direction of a quantity favours the applicant (parameters.ttl, hs:polarity)."""

    HIGHER = "higher"
    LOWER = "lower"
    WIDER = "wider"
    NEUTRAL = "neutral"


class Order(StrEnum):
    """How two values stand to each other."""

    LESS = "less"
    EQUAL = "equal"
    GREATER = "greater"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Measure:
    """A parameter in normal form: `value` in `unit`, with the base it refers to ("" where the text says none)."""

    kind: str
    op: str
    value: float
    unit: str
    base: str = ""

    @property
    def allowed(self) -> Interval:
        """What the parameter allows."""
        return interval_of(self.op, self.value)


def normalise(parameter: Parameter) -> Measure:
    """Normal form: ratios in %, 季 and 年 as 月, money per year as per month, rhythms per year."""
    value, unit = parameter.value, parameter.unit
    if unit == "倍":
        value, unit = value * 100, "%"
    elif unit in _MONTHS:
        value, unit = value * _MONTHS[unit], "月"
    elif unit.startswith("元/"):
        value, unit = _per_month(value, unit)
    elif unit.startswith("次/"):
        value, unit = _per_year(value, unit.removeprefix("次/"))
    elif unit == "周":
        value, unit = value * 7, "日"
    return Measure(parameter.kind, parameter.op, value, unit, _base(parameter))


def _per_month(value: float, unit: str) -> tuple[float, str]:
    """元/人/年 as 元/人/月."""
    things = unit.split("/")
    months = _MONTHS.get(things[-1])
    return (value / months, "/".join((*things[:-1], "月"))) if months else (value, unit)


def _per_year(value: float, period: str) -> tuple[float, str]:
    """次/季, 次/10日, 次/2年 as 次/年."""
    match = re.fullmatch(r"([0-9.]*)(\D+)", period)
    if match is None or match[2] not in _PER_YEAR:
        return value, f"次/{period}"
    return value * _PER_YEAR[match[2]] / float(match[1] or 1), "次/年"


def _base(parameter: Parameter) -> str:
    """The base without place and year, 低保 for 最低生活保障; the start event's verb for periods."""
    words = parameter.basis or ""
    if parameter.kind in _TIME_KINDS:
        return next((e for e in _EVENTS if e in words), words)
    for old, new in _SAME_BASE:
        words = words.replace(old, new)
    return _PLACE.sub("", words)


def comparable(a: Parameter, b: Parameter) -> Verdict:
    """Whether the two measure the same thing: same kind and measure, and bases that do not differ."""
    if a.kind != b.kind:
        return Verdict.NO
    first, second = normalise(a), normalise(b)
    return _units(first, second) & _bases(first, second)


def _units(a: Measure, b: Measure) -> Verdict:
    if a.unit == b.unit:
        return Verdict.YES
    if a.unit in _DAYS and b.unit in _DAYS and a.kind in _TIME_KINDS:
        return Verdict.YES if "工作日" not in (a.unit, b.unit) else Verdict.UNKNOWN
    if a.unit.startswith("元") and b.unit.startswith("元"):
        shared = set(a.unit.split("/")) ^ set(b.unit.split("/"))
        return Verdict.UNKNOWN if a.unit == "元" or b.unit == "元" or shared <= {"月", "日"} else Verdict.NO
    return Verdict.NO


def _bases(a: Measure, b: Measure) -> Verdict:
    if a.unit.startswith("元") or a.base == b.base:
        return Verdict.YES
    if not a.base or not b.base or a.kind in _TIME_KINDS:
        return Verdict.UNKNOWN
    if a.base in b.base or b.base in a.base:
        return Verdict.YES
    known = ("低保", "最低工资", "可支配收入", "纯收入", "消费支出", "工资")
    named = [next((k for k in known if k in m.base), "") for m in (a, b)]
    return Verdict.NO if all(named) and named[0] != named[1] else Verdict.UNKNOWN


def spread(measure: Measure) -> tuple[float, float]:
    """Smallest and greatest the value can mean: in days for periods (30工作日: 38 to 52), else the value twice."""
    if measure.kind not in _TIME_KINDS or measure.unit not in _DAYS:
        return measure.value, measure.value
    if measure.unit == "工作日":
        return _working_days(measure.value)
    shortest, longest = _DAYS[measure.unit]
    return measure.value * shortest, measure.value * longest


def _working_days(count: float) -> tuple[float, float]:
    """Calendar days that `count` working days take: at best seven in a row, at worst one week of holiday."""
    return count + 2 * max(0, (count - 1) // 7), count * 7 / 5 + 10


def order(a: Parameter, b: Parameter) -> Order:
    """How the value of `a` stands to that of `b`, UNKNOWN where they cannot be compared or their spans meet."""
    first, second = normalise(a), normalise(b)
    if _units(first, second) is Verdict.NO:
        return Order.UNKNOWN
    if first.unit == second.unit:
        if first.value == second.value:
            return Order.EQUAL
        return Order.LESS if first.value < second.value else Order.GREATER
    (low, high), (other_low, other_high) = spread(first), spread(second)
    if (low, high) == (other_low, other_high) and low == high:
        return Order.EQUAL
    if high < other_low:
        return Order.LESS
    return Order.GREATER if low > other_high else Order.UNKNOWN


def together(a: Parameter, b: Parameter) -> Verdict:
    """Whether one value can satisfy both; UNKNOWN where none can but they are not surely comparable."""
    return _judged(a, b, lambda x, y: not x.meet(y).empty())


def within(a: Parameter, limit: Parameter) -> Verdict:
    """Whether everything `a` allows, `limit` allows too: a draft inside what a higher rule sets."""
    return _judged(a, limit, lambda x, y: x.inside(y))


def kinder(a: Parameter, b: Parameter, polarity: Polarity) -> Verdict:
    """Whether `a` treats people at least as well as `b`; UNKNOWN for neutral kinds and for floor against ceiling."""
    if polarity is Polarity.NEUTRAL:
        return Verdict.UNKNOWN
    if polarity is Polarity.WIDER:
        return _judged(a, b, lambda x, y: y.inside(x))
    sign = -1 if polarity is Polarity.LOWER else 1
    facing = ("<", "<=") if polarity is Polarity.LOWER else (">", ">=")
    if a.op != b.op and b.op != "=" and not (a.op == "=" and b.op in facing):
        return Verdict.UNKNOWN
    standing = {Order.EQUAL: 0, Order.GREATER: sign, Order.LESS: -sign}.get(order(a, b))
    if standing is None:
        return Verdict.UNKNOWN
    if standing >= 0:
        return Verdict.YES
    return Verdict.NO if comparable(a, b) is Verdict.YES else Verdict.UNKNOWN


def _judged(a: Parameter, b: Parameter, judge: Callable[[Interval, Interval], bool]) -> Verdict:
    """`judge` on what both allow, at the ends of what they can mean; a no needs values surely comparable."""
    sure = comparable(a, b)
    if sure is Verdict.NO:
        return Verdict.UNKNOWN
    first, second = normalise(a), normalise(b)
    if first.unit == second.unit:
        answers = {judge(first.allowed, second.allowed)}
    else:
        pairs = product(spread(first), spread(second))
        answers = {judge(interval_of(a.op, x), interval_of(b.op, y)) for x, y in pairs}
    if answers == {True}:
        return Verdict.YES
    return Verdict.NO if answers == {False} and sure is Verdict.YES else Verdict.UNKNOWN
