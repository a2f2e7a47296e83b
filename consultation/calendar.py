"""Days and deadlines: calendar days, or working days by the public-holiday calendar of the State Council.

The calendar library knows the years whose arrangement has been published; for a later year weekends alone are
free days and `known` says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

import chinese_calendar

CHINA = timezone(timedelta(hours=8))


class Count(StrEnum):
    """How a period is counted."""

    CALENDAR = "calendar"
    WORKING = "working"


def china_day(moment: datetime) -> date:
    """The day in China, where the office sits, of a moment with its zone."""
    return moment.astimezone(CHINA).date()


def known(day: date) -> bool:
    """Whether the holiday arrangement of that year is published in the library."""
    try:
        chinese_calendar.is_workday(day)
    except NotImplementedError:
        return False
    return True


def is_working(day: date) -> bool:
    """Whether offices work on that day."""
    return bool(chinese_calendar.is_workday(day)) if known(day) else day.weekday() < 5


def add_days(start: date, days: int, count: Count = Count.CALENDAR) -> date:
    """The last day of a period of `days` that begins the day after `start` (民法典 art. 201).

    A calendar period that ends on a free day runs to the next working day (art. 203). Raises ValueError below 1.
    """
    if days < 1:
        raise ValueError("a period has at least one day")
    day = start
    if count is Count.CALENDAR:
        day += timedelta(days=days)
        while not is_working(day):
            day += timedelta(days=1)
        return day
    while days:
        day += timedelta(days=1)
        days -= is_working(day)
    return day


def quarter_deadline(year: int, quarter: int) -> date:
    """The 10th of the month after the quarter: 10 April, 10 July, 10 October, 10 January of the next year."""
    if quarter not in (1, 2, 3, 4):
        raise ValueError("a year has four quarters")
    return date(year + 1, 1, 10) if quarter == 4 else date(year, quarter * 3 + 1, 10)


def quarter_of(day: date) -> tuple[int, int]:
    """Year and quarter of a day."""
    return day.year, (day.month - 1) // 3 + 1


def quarters(first: tuple[int, int], last: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Every quarter from `first` to `last`, both included."""
    while first <= last:
        yield first
        year, quarter = first
        first = (year + 1, 1) if quarter == 4 else (year, quarter + 1)


def last_finished_quarter(day: date) -> tuple[int, int]:
    """The quarter whose report is due next or was due last on that day."""
    year, quarter = quarter_of(day)
    return (year - 1, 4) if quarter == 1 else (year, quarter - 1)
