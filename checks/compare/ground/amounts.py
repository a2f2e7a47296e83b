"""Amounts made comparable: 1.5倍 = 150%, 年 and 月, 元/年 and 元/月; a working day is not a day.

What cannot be turned into one another without knowing more (元 and %, 日 and 工作日 close together) is not compared.
A month counts thirty days and a year 365 only against days; twelve months are a year.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.model import Parameter

UP, DOWN = ("<", "<="), (">", ">=")  # at most, at least
_DAYS = {"小时": 1 / 24, "日": 1.0, "周": 7.0, "月": 30.0, "季": 90.0, "年": 365.0}
_PER_YEAR = {"年": 1.0, "学年": 1.0, "学期": 2.0, "季": 4.0, "季度": 4.0, "月": 12.0}
_ONCE = "次"  # 单次不超过3000元: what a sum without a denominator is, too
_SLACK = 0.02  # a month against thirty or thirty-one days is no difference
_TOGETHER = re.compile(  # what a sum is given to, or for
    r"户|家庭|每家|村|乡镇|街道|社区|企业|单位|机构(?!集中|内|养育|供养)|总额|累计|合计|共|车|亩|床|件|套|项目|资金|备用金|基金"
)
_NOBODYS = {"元/": "元/人", "元//年": "元/人/年", "元/日": "元/人/日"}  # what is of nobody named, as of a person
_HOUSEHOLD = re.compile(r"户(?!籍|口)|(?<!边缘)(?<!困难)(?<!保障)(?<!低保)家庭(?!成员)")
_A_HOUSE = re.compile(r"[一-龥]户(?:、[一-龥]{1,4}户)*[^，。；户]{0,8}$")  # right before the sum
_MONEY = re.compile(r"^元((?:/[^/]+)*)$")


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in a dimension: %, a sum of money (with its denominators), time, or a bare unit."""

    value: float
    dimension: str
    working: bool = False  # counted in working days


def bounds(ends: Iterable[tuple[str, float]]) -> tuple[float, float]:
    """The least and the most that comparators with their values leave; 0 and infinity where they leave it open."""
    known = tuple(ends)
    low = min((value for op, value in known if op in (*DOWN, "=")), default=0.0)
    return low, max((value for op, value in known if op in (*UP, "=")), default=math.inf)


def amount(parameter: Parameter) -> Amount:
    """The parameter's value in its dimension."""
    unit, value = parameter.unit, parameter.value
    if unit in ("倍", "%"):
        return Amount(value * 100 if unit == "倍" else value, "%")
    if unit == "工作日":
        return Amount(value, "time", working=True)
    if unit in _DAYS:
        return Amount(value * _DAYS[unit], "time")
    if money := _MONEY.match(unit):
        return _money(value, money[1].strip("/").split("/") if money[1] else [])
    return Amount(value, unit)


def each_persons(parameter: Parameter, found: Amount, said: str) -> Amount:
    """A sum that is given with nobody named to share it, as of a person (每月100元, 每人每月100元)."""
    given = parameter.kind == "benefit-standard" and parameter.op not in UP
    bare = given and found.dimension in _NOBODYS and not _TOGETHER.search(said)
    return Amount(found.value, _NOBODYS[found.dimension]) if bare else found


def each_households(found: Amount, before: str) -> Amount:
    """A sum with nobody named to share it, as of a household where its own words name such (一般户不低于1.5万元)."""
    if found.dimension != "元/" or not _A_HOUSE.search(before):
        return found
    return Amount(found.value, "元/户")


def in_row(parameter: Parameter, before: Iterable[Parameter]) -> Parameter:
    """A bare sum in a row of sums of which the first says of whom and how often (每人每月125元，中度250元)."""
    if parameter.unit != "元":
        return parameter
    told = [p for p in before if p.kind == parameter.kind and p.start < parameter.start and p.unit.startswith("元/")]
    return replace(parameter, unit=told[0].unit) if told else parameter


def _money(value: float, per: list[str]) -> Amount:
    period = next((p for p in per if p in _PER_YEAR), None)
    rest = "/".join(sorted(p for p in per if p not in _PER_YEAR and p != _ONCE))
    if period is None:
        return Amount(value, f"元/{rest}")
    return Amount(value * _PER_YEAR[period], f"元/{rest}/年")


def of_a_year(found: Amount, said: str) -> Amount:
    """A yearly cap, whether or not its unit repeats 每年, 每人: of a person, or of a household if named."""
    if not found.dimension.startswith("元"):
        return found
    return Amount(found.value, f"元/{'户' if _HOUSEHOLD.search(found.dimension + said) else ''}/年")


def order(a: Amount, b: Amount) -> int | None:
    """-1, 0 or 1 as `a` is certainly less, equal or more than `b`; `None` where the text does not settle it."""
    if a.dimension != b.dimension:
        return None
    if a.working == b.working:
        return 0 if _alike(a, b) else (a.value > b.value) - (a.value < b.value)
    working, plain = (a, b) if a.working else (b, a)
    found = _working_against_days(working.value, plain.value)
    return None if found is None else found if a.working else -found


def _alike(a: Amount, b: Amount) -> bool:
    return abs(a.value - b.value) <= _SLACK * max(abs(a.value), abs(b.value)) if a.dimension == "time" else a == b


def _working_against_days(working: float, days: float) -> int | None:
    """As many working days are never fewer days: weekends lie between, holidays may."""
    least = working + 2 * ((working - 1) // 5) if working >= 1 else working
    if working >= days or least > days:
        return 1
    return -1 if working + 2 * (working // 5 + 1) + 8 < days else None
