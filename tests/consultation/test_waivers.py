"""Findings set aside by their owner, with a reason and a day, and taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm import Session

from consultation.database import open_database
from consultation.errors import Refused
from consultation.waivers import lift, waive, waivers_of

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WHO = {"by": "张三", "at": NOW}


@pytest.fixture
def session(tmp_path):
    with Session(open_database(f"sqlite:///{tmp_path / 'w.db'}")) as made:
        yield made


def waived(session, owner="zhang", finding="abc", reason="过渡期内保留", until=date(2026, 6, 30)):
    return waive(session, owner=owner, finding=finding, reason=reason, until=until, **WHO)


def test_a_waiver_says_who_why_and_until_when(session):
    waived(session)
    (found,) = waivers_of(session, "zhang")
    assert (found.finding, found.who, found.reason, found.until) == ("abc", "张三", "过渡期内保留", date(2026, 6, 30))


def test_nobody_sets_a_finding_aside_for_somebody_elses_draft(session):
    waived(session)
    assert waivers_of(session, "li") == ()


def test_a_waiver_taken_back_is_gone_and_may_be_given_again(session):
    waived(session)
    lift(session, owner="zhang", finding="abc", **WHO)
    assert waivers_of(session, "zhang") == ()
    waived(session, reason="改为另一理由")
    assert [w.reason for w in waivers_of(session, "zhang")] == ["改为另一理由"]


def test_a_later_waiver_replaces_the_earlier_one(session):
    waived(session)
    waived(session, until=date(2026, 9, 30))
    assert [w.until for w in waivers_of(session, "zhang")] == [date(2026, 9, 30)]


@pytest.mark.parametrize(
    "bad", [{"reason": " "}, {"until": date(2026, 3, 1)}, {"until": date(2029, 1, 1)}], ids=["reason", "past", "far"]
)
def test_a_waiver_without_reason_or_sensible_day_is_refused(session, bad):
    with pytest.raises(Refused):
        waived(session, **bad)
    assert waivers_of(session, "zhang") == ()


def test_only_what_stands_can_be_taken_back(session):
    with pytest.raises(Refused):
        lift(session, owner="zhang", finding="abc", **WHO)
