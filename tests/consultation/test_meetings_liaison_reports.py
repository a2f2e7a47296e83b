"""联席会议, 联络 and 信息通报: the ordinary course and the refusals."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from consultation import liaison, meetings, reports
from consultation.database import open_database, sqlite_url, transaction
from consultation.errors import Refused
from consultation.meeting import MEETING
from consultation.reports import Due

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WHO = {"by": "王某", "at": START}
MEMBERS = ("civil-affairs", "hrss", "finance")


@pytest.fixture
def session(tmp_path):
    with transaction(open_database(sqlite_url(tmp_path / "huishang.db"))) as opened:
        yield opened


def notified(session):
    when = START + timedelta(days=10)
    made = meetings.propose(session, kind="regular", title="第一次联席会议", when=when, place="会议室", **WHO)
    return meetings.notify(session, made.number, invited=MEMBERS, **WHO)


def test_absence_with_and_without_leave_are_told_apart(session):
    number = notified(session).number
    meetings.ask_leave(session, number, agency="finance", reason="出差", **WHO)
    held = meetings.hold(session, number, present=["civil-affairs"], **WHO)
    assert [x.agency for x in held.leaves] == ["finance"]
    assert held.absent == ("hrss",)


def test_leave_needs_a_reason_and_comes_before_the_meeting(session):
    number = notified(session).number
    with pytest.raises(Refused, match="说明原因"):
        meetings.ask_leave(session, number, agency="finance", reason=" ", **WHO)
    with pytest.raises(Refused, match="会前"):
        meetings.ask_leave(session, number, agency="finance", reason="出差", by="x", at=START + timedelta(days=11))


def test_follow_up_ends_when_every_decision_is_done(session):
    number = notified(session).number
    meetings.hold(session, number, present=MEMBERS, **WHO)
    meetings.decide(session, number, text="修订细则", responsible="hrss", due=date(2026, 6, 30), **WHO)
    meetings.minute(session, number, **WHO)
    with pytest.raises(Refused, match="1 项"):
        meetings.finish(session, number, **WHO)
    meetings.report_progress(session, number, decision=1, done="已印发", **WHO)
    assert meetings.finish(session, number, **WHO).state == "followed"


@pytest.mark.parametrize("state", sorted(MEETING.states))
@pytest.mark.parametrize("action", sorted({s.action for s in MEETING.steps}))
def test_every_meeting_state_knows_every_action_or_refuses_it(state, action):
    if any(s.action == action and state in s.sources for s in MEETING.steps):
        assert MEETING.step(state, action).action == action
    else:
        with pytest.raises(Refused, match="现在可以"):
            MEETING.step(state, action)


def appoint(session, agency, name, since, **more):
    fields = {"office": "社会救助处", "post": "副处长", "phone": "0991-0000000"} | more
    return liaison.appoint(session, agency=agency, name=name, since=since, **fields, **WHO)


def test_letters_go_to_the_officer_of_that_day(session):
    appoint(session, "hrss", "张某", date(2025, 1, 1))
    appoint(session, "hrss", "李某", date(2026, 1, 1))
    assert liaison.officer_on(session, "hrss", date(2025, 6, 1)).name == "张某"
    assert liaison.officer_on(session, "hrss", date(2026, 6, 1)).name == "李某"
    assert liaison.officer_on(session, "hrss", date(2024, 6, 1)) is None


def test_incomplete_and_outdated_entries_are_listed(session):
    appoint(session, "hrss", "张某", date(2025, 1, 1), phone="")
    appoint(session, "finance", "赵某", date(2025, 1, 1))
    now = {x.agency: x.what for x in liaison.lacking(session, MEMBERS, date(2026, 4, 1))}
    assert now == {"civil-affairs": "未指定联络员", "hrss": "缺少电话"}
    later = {x.agency for x in liaison.lacking(session, MEMBERS, date(2029, 4, 1))}
    assert later == set(MEMBERS)


def sent(session, agency, days):
    at = START + timedelta(days=days)
    reports.submit(session, agency=agency, year=2026, quarter=1, sections={"工作措施": "走访"}, by="x", at=at)


def test_quarterly_reports_are_pending_overdue_submitted_or_late(session):
    sent(session, "hrss", 30)
    sent(session, "finance", 60)
    assert reports.standing(session, MEMBERS, 2026, 1, date(2026, 4, 10))["civil-affairs"] is Due.PENDING
    after = reports.standing(session, MEMBERS, 2026, 1, date(2026, 5, 11))
    assert after == {"civil-affairs": Due.OVERDUE, "hrss": Due.SUBMITTED, "finance": Due.LATE}


def test_an_empty_report_or_a_strange_heading_is_refused(session):
    for sections in ({}, {"工作措施": " "}, {"其他": "x"}):
        with pytest.raises(Refused, match="六项"):
            reports.submit(session, agency="hrss", year=2026, quarter=1, sections=sections, **WHO)


def test_each_major_event_is_a_report_of_its_own(session):
    for title in ("雪灾", "火灾"):
        reports.report_event(session, agency="hrss", title=title, text="已救助", **WHO)
    assert len([r for r in reports.REPORTS.all(session) if r.kind == "event"]) == 2
