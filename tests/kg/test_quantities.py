"""Quantities on one measure: what can be compared, what can hold together, what is kinder."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.enums import Verdict
from kg.intervals import Interval, interval_of
from kg.model import Parameter
from kg.quantities import Order, Polarity, comparable, kinder, normalise, order, together, within

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN


def quantity(text: str, kind: str = "rate", basis: str | None = None) -> Parameter:
    """`>=70%`, `<=20工作日`: comparator, number, unit."""
    match = re.fullmatch(r"([<>]?=?)([0-9.]+)(.*)", text)
    assert match
    return Parameter(kind, match[1], float(match[2]), match[3], basis, 0, 1, "x")


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("=1.5倍", 150, "%"),
        ("=150%", 150, "%"),
        ("=1年", 12, "月"),
        ("=2季", 6, "月"),
        ("=12元/人/年", 1, "元/人/月"),
        ("=40元/人/月", 40, "元/人/月"),
        ("=1次/季", 4, "次/年"),
        ("=1次/2年", 0.5, "次/年"),
        ("=1次/10日", 36.5, "次/年"),
        ("=20工作日", 20, "工作日"),
        ("=20日", 20, "日"),
    ],
)
def test_normal_form(written: str, value: float, unit: str) -> None:
    measure = normalise(quantity(written))
    assert (measure.value, measure.unit) == (value, unit)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (quantity("=70%"), quantity("=0.8倍"), YES),
        (quantity("=70%", "deductible"), quantity("=70%"), NO),
        (quantity("<=30日", "time-limit"), quantity("<=30工作日", "time-limit"), UNKNOWN),
        (quantity("<=1年", "duration"), quantity("<=12月", "duration"), YES),
        (quantity("<=1.5倍", "income-line", "当地最低生活保障标准"), quantity("<=2倍", "income-line", "低保标准"), YES),
        (quantity("<=1.5倍", "income-line", "低保标准"), quantity("<=1倍", "income-line", "最低工资标准"), NO),
        (quantity("<=1.5倍", "income-line", "低保标准"), quantity("<=2倍", "income-line"), UNKNOWN),
        (quantity("=100元/人/月", "benefit-standard"), quantity("=1200元/人/年", "benefit-standard"), YES),
        (quantity("=100元/人", "benefit-standard"), quantity("=100元/户", "benefit-standard"), NO),
        (quantity("=100元", "benefit-standard"), quantity("=100元/户", "benefit-standard"), UNKNOWN),
        (quantity("<=20日", "time-limit", "受理之日"), quantity("<=20日", "time-limit", "受理申请之日"), YES),
        (quantity("<=20日", "time-limit", "受理之日"), quantity("<=20日", "time-limit", "公示期满"), UNKNOWN),
    ],
)
def test_comparable(a: Parameter, b: Parameter, verdict: Verdict) -> None:
    assert comparable(a, b) is verdict
    assert comparable(b, a) is verdict


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("<=20日", "<=30日", Order.LESS),
        ("<=24小时", "<=1日", Order.EQUAL),
        ("<=30工作日", "<=30日", Order.GREATER),
        ("<=20工作日", "<=30日", Order.UNKNOWN),
        ("<=3工作日", "<=30日", Order.LESS),
        ("<=2月", "<=30日", Order.GREATER),
        ("<=1月", "<=30日", Order.UNKNOWN),
    ],
)
def test_order_of_periods(a: str, b: str, expected: Order) -> None:
    assert order(quantity(a, "time-limit"), quantity(b, "time-limit")) is expected


@pytest.mark.parametrize(
    ("a", "b", "held", "inside"),
    [
        ("=65%", ">=70%", NO, NO),
        ("=75%", ">=70%", YES, YES),
        ("<=80%", ">=70%", YES, NO),
        ("<=6倍", "<=5倍", YES, NO),
        (">=1倍", "<1倍", NO, NO),
        (">=1倍", "<=1倍", YES, NO),
        ("=8%", "<=0.05倍", NO, NO),
    ],
)
def test_what_can_hold_together(a: str, b: str, held: Verdict, inside: Verdict) -> None:
    assert together(quantity(a), quantity(b)) is held
    assert within(quantity(a), quantity(b)) is inside


def test_no_contradiction_is_sure_without_a_base() -> None:
    stated, unstated = quantity("=8%", "deductible", "人均可支配收入"), quantity("<=5%", "deductible")
    assert together(stated, unstated) is UNKNOWN
    assert within(quantity("=4%", "deductible", "人均可支配收入"), unstated) is YES


@pytest.mark.parametrize(
    ("a", "b", "polarity", "verdict"),
    [
        (">=65%", ">=70%", Polarity.HIGHER, NO),
        ("=75%", ">=70%", Polarity.HIGHER, YES),
        ("<=6倍", "<=5倍", Polarity.HIGHER, YES),
        ("<=80%", ">=70%", Polarity.HIGHER, UNKNOWN),
        ("<=25%", "<=5%", Polarity.LOWER, NO),
        ("<=3%", "<=5%", Polarity.LOWER, YES),
        ("=7日", "=5日", Polarity.NEUTRAL, UNKNOWN),
        (">=60岁", ">=65岁", Polarity.WIDER, YES),
        (">=65岁", ">=60岁", Polarity.WIDER, NO),
    ],
)
def test_kinder_to_people(a: str, b: str, polarity: Polarity, verdict: Verdict) -> None:
    assert kinder(quantity(a), quantity(b), polarity) is verdict


ends = st.one_of(st.none(), st.integers(-5, 5).map(float))
intervals = st.builds(Interval, ends, ends, st.booleans(), st.booleans())


@settings(deadline=None)
@given(intervals, intervals, st.integers(-6, 6))
def test_a_meeting_holds_what_both_hold(a: Interval, b: Interval, value: int) -> None:
    assert a.meet(b).holds(value) == (a.holds(value) and b.holds(value))


@settings(deadline=None)
@given(intervals, intervals, st.integers(-6, 6))
def test_inside_means_every_value(a: Interval, b: Interval, value: int) -> None:
    if a.inside(b) and a.holds(value):
        assert b.holds(value)


@settings(deadline=None)
@given(st.sampled_from(["=", "<", "<=", ">", ">="]), st.integers(-5, 5), st.integers(-6, 6))
def test_interval_of_a_comparator(op: str, bound: int, value: int) -> None:
    expected = {"=": value == bound, "<": value < bound, "<=": value <= bound, ">": value > bound, ">=": value >= bound}
    assert interval_of(op, bound).holds(value) == expected[op]
