"""Numerals both ways: every spelling that official texts use, and nothing that is no number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.numerals import to_chinese, to_number, to_percent


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十五", 15),
        ("二十", 20),
        ("一百零五", 105),
        ("一百五", 150),
        ("一万五", 15000),
        ("一万零五百", 10500),
        ("两万三千四百五十六", 23456),
        ("一亿零三百万", 103_000_000),
        ("十二亿五千万", 1_250_000_000),
        ("一万亿", 10**12),
        ("廿", 20),
        ("两", 2),
        ("半", 0.5),
        ("一点五", 1.5),
        ("二○○九", 2009),
        ("二〇二〇", 2020),
        ("二Ｏ一二", 2012),
        ("１２０", 120),
        ("1,900", 1900),
        ("1.2亿", 120_000_000),
        ("3万", 30000),
        ("2万5千", 25000),
        ("3百万", 3_000_000),
    ],
)
def test_number_in_every_spelling(text: str, value: float) -> None:
    assert to_number(text) == value


@pytest.mark.parametrize("text", ["", "五六", "十余", "几", "abc", "若干", "点五", "一点"])
def test_no_number(text: str) -> None:
    assert to_number(text) is None


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("百分之七十", 70),
        ("百分之零点五", 0.5),
        ("千分之三", 0.3),
        ("万分之五", 0.05),
        ("三分之二", 66.67),
        ("四分之一", 25),
        ("七成", 70),
        ("七成半", 75),
        ("六成五", 65),
        ("3.5%", 3.5),
        ("５０％", 50),
        ("2‰", 0.2),
    ],
)
def test_portion_in_per_cent(text: str, percent: float) -> None:
    assert to_percent(text) == percent


@pytest.mark.parametrize("text", ["七", "零分之一", "分之五", "成"])
def test_no_portion(text: str) -> None:
    assert to_percent(text) is None


@settings(deadline=None)  # the first example imports cn2an
@given(st.integers(min_value=0, max_value=10**15))
def test_chinese_and_back(number: int) -> None:
    assert to_number(to_chinese(number)) == number


@settings(deadline=None)
@given(st.integers(min_value=1000, max_value=9999))
def test_years_are_read_by_position(year: int) -> None:
    assert to_number("".join("〇一二三四五六七八九"[int(d)] for d in str(year))) == year


@settings(deadline=None)
@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_arabic_with_separators_and_full_width_digits(value: object) -> None:
    plain = f"{value:.2f}"
    assert to_number(f"{value:,.2f}") == float(plain)
    assert to_number(plain.translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))) == float(plain)


@settings(deadline=None)
@given(st.text(alphabet="零〇一二两三四五六七八九十百千万亿点半廿0123456789.,", max_size=12))
def test_any_run_of_numeral_signs_is_a_number_or_none(text: str) -> None:
    value = to_number(text)
    assert value is None or value >= 0
