"""Days as official texts write them: 2023年10月1日, 二○○九年一月十日, 2015-12-27, ２０２１年３月, 2025年×月×日.

A day whose month or day is left open (×, *, blank) is recognised as a day and has no value.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from ingest.numerals import to_number

_OPEN = "×xX＊*〤_"
_FIGURE = f"[0-9０-９〇○◯Ｏ零一二三四五六七八九十{_OPEN}]"
DAY = rf"(?:(?:{_FIGURE}\s?){{2,6}}年\s?(?:{_FIGURE}\s?){{1,3}}月\s?(?:(?:{_FIGURE}\s?){{1,3}}[日号])?)"
_SIGNED = r"(?:(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d))"
ANY_DAY = rf"(?:{DAY}|{_SIGNED})"
_ANY = re.compile(ANY_DAY)
_PARTS = re.compile(r"(.+?)年(.+?)月(?:(.+?)[日号])?$|(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")


def find_days(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, date | None]]:
    """(start, end, day) of every day written in the stretch; `None` for one left open."""
    for found in _ANY.finditer(text, start, len(text) if end is None else end):
        yield found.start(), found.end(), parse_day(found[0])


@lru_cache(maxsize=4096)
def parse_day(words: str) -> date | None:
    """The day `words` name (the first of the month where they name a month), `None` where they leave it open."""
    found = _PARTS.match("".join(words.split()))
    if found is None:
        return None
    figures = [to_number(f) if f else 1 for f in (found[1], found[2], found[3])]
    if found[4]:
        figures = [float(found[i]) for i in (4, 5, 6)]
    if any(f is None for f in figures):
        return None
    year, month, day = (int(f or 0) for f in figures)
    try:
        return date(year, month, day) if 1900 <= year <= 2200 else None
    except ValueError:
        return None


def day_after(words: str) -> date | None:
    """First day behind the day or the month `words` name, for 有效期至…: periods are half-open."""
    first = parse_day(words)
    if first is None:
        return None
    whole_month = not words.rstrip().endswith(("日", "号")) and "月" in words
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1]) if whole_month else first
    return last + timedelta(days=1)


def add(day: date, years: int = 0, months: int = 0) -> date:
    """The same day `years` and `months` later, the last of a month where it has no such day."""
    count = day.month - 1 + months
    year, month = day.year + years + count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
