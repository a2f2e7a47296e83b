"""联席会议, 联络 and 信息通报: the ordinary course and the refusals."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from docx import Document

from consultation import caselog, cases, liaison, meetings, reports, tracks
from consultation.bulletin import assemble, compile_bulletin, overview
from consultation.case import Stance
from consultation.desk import due_items
from consultation.errors import Refused
from consultation.events import events_of
from consultation.letters.bulletin_letter import bulletin_letter, bulletin_lines
from consultation.letters.words import Words
from consultation.reports import Due
from ontology.gates import load_gates

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WHO = {"by": "王某", "at": START}
MEMBERS = ("civil-affairs", "hrss", "finance")


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


def refused(session, act, number, word, **more):
    with pytest.raises(Refused, match=word):
        act(session, number, **more, **WHO)


def test_meetings_refuse_with_a_reason(session):
    number = notified(session).number
    refused(session, meetings.ask_leave, number, "不在会议通知", agency="police", reason="出差")
    meetings.ask_leave(session, number, agency="finance", reason="出差", **WHO)
    refused(session, meetings.ask_leave, number, "已经请假", agency="finance", reason="出差")
    refused(session, meetings.hold, number, "police", present=["police"])
    refused(session, meetings.cancel, number, "取消原因", reason="")
    meetings.hold(session, number, present=MEMBERS, **WHO)
    what = {"text": "修订细则", "responsible": "hrss"}
    refused(session, meetings.decide, number, "完成期限", due=None, **what)
    refused(session, meetings.decide, number, "不在本次会议", due=date(2026, 6, 30), case=7, **what)
    with pytest.raises(Refused, match="会议种类"):
        meetings.propose(session, kind="x", title="t", when=START, place="p", **WHO)


def in_conference(session, *topics):
    for topic, severity in topics:
        finding = {"id": f"f{topic}{severity}", "code": "OV01", "message": "m", "severity": severity}
        finding |= {"route": "consultation", "agencies": ["hrss"]}
        made = cases.open_case(session, title="t", initiator="hrss", findings=[finding], topic=topic, **WHO)
        cases.circulate(session, made.number, to=MEMBERS, reply_by=date(2026, 3, 5), **WHO)
        cases.opine(session, made.number, agency="hrss", stance=Stance.DISAGREE, text="r", **WHO)
        cases.consult(session, made.number, **WHO)
        cases.disagree(session, made.number, reason="r", **WHO)
        cases.coordinate(session, made.number, large="大", overall="大局", **WHO)
        cases.submit(session, made.number, reason="r", **WHO)


def test_the_agenda_is_by_topic_gravest_first_then_oldest(session):
    in_conference(session, ("medical", "warning"), ("dibao", "error"), ("medical", "error"), ("", "info"))
    found = [(topic, [c.number for c in listed]) for topic, listed in meetings.agenda_of(session)]
    assert found == [("dibao", [2]), ("medical", [3, 1]), ("", [4])]


def test_a_conference_takes_only_what_was_submitted_a_liaison_meeting_screens_more(session):
    in_conference(session, ("medical", "error"))
    case = cases.open_case(session, title="t", initiator="hrss", draft="d", **WHO)
    for kind, word in (("regular", "尚未提请"), ("liaison", None)):
        made = meetings.propose(session, kind=kind, title="t", when=START, place="p", **WHO)
        if word:
            refused(session, meetings.set_agenda, made.number, word, case_numbers=[1, case.number])
        else:
            numbers = [1, case.number]
            assert meetings.set_agenda(session, made.number, case_numbers=numbers, **WHO).agenda == (1, 2)
            meetings.notify(session, made.number, invited=MEMBERS, **WHO)
            meetings.hold(session, made.number, present=MEMBERS, **WHO)
    assert caselog.load(session, 1).state == "submitted"


def test_minutes_wait_for_every_case_of_the_agenda(session):
    in_conference(session, ("medical", "error"), ("dibao", "error"), ("dibao", "error"))
    made = meetings.propose(session, kind="regular", title="t", when=START, place="p", **WHO)
    meetings.set_agenda(session, made.number, case_numbers=[1, 2, 3], **WHO)
    meetings.notify(session, made.number, invited=MEMBERS, **WHO)
    meetings.hold(session, made.number, present=MEMBERS, **WHO)
    refused(session, meetings.minute, made.number, "第 1、2、3 号")
    decided = {"text": "d", "responsible": "hrss", "due": date(2026, 6, 30), "case": 1, "decided_text": "第一条"}
    meetings.decide(session, made.number, **decided, **WHO)
    cases.send_back(session, 2, reason="r", **WHO)
    refused(session, meetings.minute, made.number, "第 3 号")
    cases.escalate(session, 3, reason="r", **WHO)
    assert meetings.minute(session, made.number, **WHO).state == "minuted"
    case = caselog.load(session, 1)
    assert (case.decision.meeting, case.decision.decided_text) == (made.number, "第一条")


def test_notices_name_the_officer_in_office_on_that_day(session):
    appoint(session, "hrss", "张某", date(2025, 1, 1))
    appoint(session, "hrss", "李某", date(2026, 5, 1))
    notified(session)
    sent = events_of(session, "meeting/1")[-1]
    assert sent.data["officers"] == {"hrss": "张某"}


@pytest.mark.parametrize(("name", "since"), [(" ", date(2026, 5, 1)), ("李某", date(2025, 1, 1))])
def test_a_change_of_officer_needs_a_name_and_a_later_day(session, name, since):
    appoint(session, "hrss", "张某", date(2025, 1, 1))
    with pytest.raises(Refused):
        appoint(session, "hrss", name, since)


def test_the_day_of_a_report_is_the_day_in_china(session):
    late, in_time = datetime(2026, 4, 10, 16, 30, tzinfo=UTC), datetime(2026, 4, 10, 15, 30, tzinfo=UTC)
    for agency, at in (("hrss", late), ("finance", in_time)):
        what = {"year": 2026, "quarter": 1, "sections": {"工作措施": "走访"}}
        reports.submit(session, agency=agency, **what, by="x", at=at)
    found = reports.standing(session, MEMBERS, 2026, 1, date(2026, 4, 30))
    assert (found["hrss"], found["finance"]) == (Due.LATE, Due.SUBMITTED)


def test_a_report_once_compiled_is_not_replaced(session):
    sent(session, "hrss", 30)
    sent(session, "hrss", 31)
    compile_bulletin(session, members=MEMBERS, year=2026, quarter=1, **WHO)
    with pytest.raises(Refused, match="已编入简报"):
        sent(session, "hrss", 32)
    with pytest.raises(Refused, match="没有任何报送"):
        compile_bulletin(session, members=MEMBERS, year=2026, quarter=2, **WHO)


def test_an_issue_is_looked_at_as_the_letter_says_it_and_nothing_is_marked(session):
    sent(session, "hrss", 30)
    reports.report_event(session, agency="finance", title="雪灾", text="已经安置。", **WHO)
    what = {"members": MEMBERS, "year": 2026, "quarter": 1}
    issue = assemble(session, **what, day=date(2026, 4, 20))
    assert issue.waiting() == 2
    words, day = Words(name=lambda agency: agency), date(2026, 4, 20)
    lines = [line.text for line in bulletin_lines(issue, words, day, 3)]
    written = Document(BytesIO(bulletin_letter(issue, words, day, 3))).paragraphs
    assert lines == [p.text for p in written if p.text]
    assert "1．雪灾（finance）：已经安置。" in lines
    assert compile_bulletin(session, **what, **WHO).waiting() == 0


def test_an_issue_printed_again_says_as_before_who_reported_in_time_and_who_did_not(session):
    sent(session, "hrss", 30)
    sent(session, "finance", 60)
    what = {"members": MEMBERS, "year": 2026, "quarter": 1}
    first = assemble(session, **what, day=date(2026, 5, 20))
    compile_bulletin(session, **what, **WHO)
    again = assemble(session, **what, day=date(2026, 5, 21))
    assert again.due == first.due == {"civil-affairs": Due.OVERDUE, "hrss": Due.SUBMITTED, "finance": Due.LATE}
    assert reports.standing(session, MEMBERS, 2026, 1, date(2026, 5, 21))["hrss"] is Due.COMPILED


OWED = {
    "nobody has reported yet": ((), [(2026, 3)]),
    "from the first quarter reported": ((("hrss", 1),), [(2026, 1), (2026, 2), (2026, 3)]),
    "all of one quarter in": (
        (("hrss", 1), ("finance", 2), ("hrss", 2), ("civil-affairs", 2)),
        [(2026, 1), (2026, 3)],
    ),
}


@pytest.mark.parametrize(("had", "quarters"), OWED.values(), ids=OWED)
def test_the_desk_keeps_every_quarter_of_which_a_report_is_missing(session, had, quarters):
    for agency, quarter in had:
        sections = {"工作措施": "t"}
        reports.submit(session, agency=agency, year=2026, quarter=quarter, sections=sections, **WHO)
    found = [i for i in due_items(session, MEMBERS, date(2026, 11, 1)) if i.kind == "report"]
    assert [i.reference for i in found] == [f"report/{y}-{q}" for y, q in quarters]
    assert all(("hrss" in i.who) is (("hrss", q) not in had) for i, (_, q) in zip(found, quarters, strict=True))


def test_the_overview_counts_what_was_opened_and_ended_in_the_quarter(session):
    for days in (-100, 0, 10):
        at = {"by": "x", "at": START + timedelta(days=days)}
        cases.open_case(session, title=f"t{days}", initiator="hrss", draft="d", **at)
    cases.withdraw(session, 2, reason="r", **WHO)
    cases.open_case(session, title="later", initiator="hrss", draft="d", by="x", at=START + timedelta(days=100))
    found = overview(session, 2026, 1)
    assert (found.opened, found.ended, found.total) == (2, 1, 3)
    assert [n for n, _, _ in found.open] == [1, 3]
    assert found.closed == ((2, "t0", "已撤回"),)


def test_the_desk_shows_gates_decisions_and_meetings_with_their_dates(session):
    in_conference(session, ("medical", "error"))
    gates = tuple(g for g in load_gates() if g.id == "legality")
    tracks.set_gate(session, 1, gate="legality", status="asked", gates=gates, **WHO)
    made = notified(session)
    cases.open_case(session, title="t", initiator="hrss", draft="d", **WHO)
    items = {(i.kind, i.reference): i for i in due_items(session, MEMBERS, date(2026, 3, 20))}
    assert items["gate", "case/1/gate/legality"].day == date(2026, 3, 23)
    assert items["gate", "case/1/gate/legality"].who == ("justice",)
    assert items["meeting", f"meeting/{made.number}"].moment == START + timedelta(days=10)
    assert len({i.reference for i in items.values()}) == len(items)
    tracks.set_gate(session, 1, gate="legality", status="passed", gates=gates, **WHO)
    assert not [i for i in due_items(session, MEMBERS, date(2026, 3, 20)) if i.kind == "gate"]


def test_the_desk_follows_a_decision_that_no_conference_took(session):
    finding = {"id": "f", "code": "OV01", "message": "m", "severity": "error", "agencies": ["hrss"]}
    cases.open_case(session, title="t", initiator="hrss", findings=[finding | {"route": "office"}], **WHO)
    cases.circulate(session, 1, to=MEMBERS, reply_by=date(2026, 3, 5), **WHO)
    cases.opine(session, 1, agency="hrss", stance=Stance.DISAGREE, text="r", **WHO)
    cases.consult(session, 1, **WHO)
    cases.disagree(session, 1, reason="r", **WHO)
    cases.coordinate(session, 1, large="大", overall="大局", **WHO)
    cases.settle(session, 1, decision="由人社部门牵头", responsible="hrss", due=date(2026, 6, 30), **WHO)
    found = [i for i in due_items(session, MEMBERS, date(2026, 3, 20)) if i.kind == "decision"]
    assert [(i.day, i.who, i.reference) for i in found] == [(date(2026, 6, 30), ("hrss",), "case/1/decision")]
