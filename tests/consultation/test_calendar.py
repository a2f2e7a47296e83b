"""Deadlines around the holidays of 2026."""

from datetime import date

import pytest

from consultation.calendar import Count, add_days, is_working, known, last_finished_quarter, quarter_deadline

PERIODS = [
    (date(2026, 3, 2), 7, Count.WORKING, date(2026, 3, 11)),
    (date(2026, 9, 29), 3, Count.WORKING, date(2026, 10, 9)),
    (date(2026, 3, 2), 7, Count.CALENDAR, date(2026, 3, 9)),
    (date(2026, 9, 24), 7, Count.CALENDAR, date(2026, 10, 8)),
]


@pytest.mark.parametrize(("start", "days", "count", "end"), PERIODS)
def test_periods_end_where_the_calendar_says(start, days, count, end):
    assert add_days(start, days, count) == end
    assert is_working(end)


def test_a_working_weekend_counts():
    assert is_working(date(2026, 2, 14))


def test_a_year_without_arrangement_knows_weekends_only():
    assert not known(date(2035, 10, 1))
    assert is_working(date(2035, 10, 1))


@pytest.mark.parametrize(
    ("quarter", "due"),
    [(1, date(2026, 4, 10)), (2, date(2026, 7, 10)), (3, date(2026, 10, 10)), (4, date(2027, 1, 10))],
)
def test_quarterly_reports_are_due_on_the_tenth(quarter, due):
    assert quarter_deadline(2026, quarter) == due


def test_the_quarter_before_new_year_is_the_fourth():
    assert last_finished_quarter(date(2027, 1, 5)) == (2026, 4)


def test_a_period_of_no_days_is_refused():
    with pytest.raises(ValueError, match="at least one day"):
        add_days(date(2026, 1, 5), 0)
