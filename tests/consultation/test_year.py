"""A whole year of the office on real findings, from circulation to the bulletin."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook
from sqlalchemy.orm import Session

from api.consulting import open_from_report
from consultation import caselog, cases, liaison, reports
from consultation.case_steps import CASE
from consultation.database import open_database
from consultation.desk import DueItem, due_items, ics, phase
from consultation.errors import Refused
from consultation.events import events_of, log
from consultation.meeting import MEETINGS
from consultation.reports import Due
from consultation.roster import export_roster, import_roster
from tests.consultation.conftest import KINDS, empty_database
from tests.consultation.year import MEMBERS, START, WORDS, Year, find, on, text_of, who


@pytest.fixture(scope="module")
def found():
    return find()


@pytest.fixture(scope="module", params=KINDS)
def year(request, tmp_path_factory, found):
    engine = open_database(empty_database(request, tmp_path_factory.mktemp("year")))
    with Session(engine) as session:
        made = Year(session, found)
        made.play()
        yield made
    engine.dispose()


def test_a_year_of_the_office(year):
    states = {c.number: c.state for c in caselog.load_many(year.session, [1, 2, 3, 4])}
    assert states == {1: "closed", 2: "closed", 3: "returned", 4: "settled"}
    wanted = [f"{kind}{n}" for kind in ("征求意见函", "意见汇总表") for n in (1, 2, 3, 4)]
    wanted += ["会议通知", "议题清单", "会议纪要", *(f"简报{q}" for q in (1, 2, 3, 4))]
    assert set(year.letters) == set(wanted)
    for data in year.letters.values():
        section = Document(BytesIO(data)).sections[0]
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        assert [round(m.mm) for m in margins] == [37, 35, 28, 26]


def test_the_log_of_the_year_is_complete(year):
    events = list(log(year.session))
    courses = {n: [e.action for e in events_of(year.session, f"case/{n}") if e.action != "opine"] for n in (1, 2, 3, 4)}
    escalated = ["open", "circulate", "consult", "disagree", "coordinate", "submit", "deliberate"]
    assert courses[1] == ["open", "circulate", "consult", "agree", "close"]
    assert courses[2] == [*escalated, "settle", "close"]
    assert courses[3] == [*escalated, "return"]
    assert courses[4] == [*escalated, "settle"]
    held = [e.action for e in events_of(year.session, "meeting/1")]
    called = ["propose", "agenda", "notify", "leave", "hold"]
    assert held == [*called, "decide", "decide", "minute", "progress", "progress", "finish"]
    assert sum(e.action == "change" for e in events) == 1
    assert sum(e.action == "compile" for e in events) == 4 * len(MEMBERS) - 1 + 1  # one never sent, one major event
    assert all(e.by and e.at.tzinfo and e.after for e in events)


def test_every_wrong_step_of_the_year_is_refused(year):
    for case in caselog.load_many(year.session, [1, 2, 3, 4]):
        for action in {s.action for s in CASE.steps} - {s.action for s in CASE.possible(case.state)}:
            with pytest.raises(Refused, match=r"不能.*现在可以"):
                caselog.act(year.session, case, action, "x", START, "", {})
    assert MEETINGS.load(year.session, "1").state == "followed"


def test_letters_say_what_they_have_to(year):
    asked = text_of(year.letters["征求意见函2"])
    case = caselog.load(year.session, 2)
    for place in case.findings[0].evidence:
        assert place["quote"].strip().rstrip("。；，：") in asked
    assert all(words in asked for words in ("意见反馈表", "联络员名单", "张某", "当事一方"))
    assert "2026年3月2日前" in asked
    table = text_of(year.letters["意见汇总表1"])
    assert all(words in table for words in ("共征求 8 家", "同意", "视为无意见", "采纳情况"))
    called = text_of(year.letters["会议通知"])
    assert all(words in called for words in ("不得无故缺席", "2026年4月17日17:00", "参会回执", "请会议议定"))
    listed = text_of(year.letters["议题清单"])
    assert all(w in listed for w in ("请会议议定", "涉及单位", "已办理", "政策会商", "当事一方"))
    record = text_of(year.letters["会议纪要"])
    assert "公安" in record.split("请假：")[1].split("缺席：")[0]
    wanted = ("缺席", "于2026年6月30日前完成", "退回重新研究。理由：补充依据")
    assert all(words in record for words in wanted)


def test_the_bulletin_tells_reports_events_cases_and_coverage(year):
    first, second, third = (text_of(year.letters[f"简报{q}"]) for q in (1, 2, 3))
    assert all(words in first for words in ("雪灾", "工作措施", "存在不足", "分送：各成员单位", "本季度立项4件"))
    assert "覆盖变化" not in first
    assert "逾期未报：公安机关" in second
    assert "逾期报送：人力资源社会保障部门" in second
    assert "覆盖变化" in third
    assert "按部门统计" in third


def test_the_second_quarter_is_overdue_for_one_and_letters_follow_the_change(year):
    standing = reports.standing(year.session, MEMBERS, 2026, 2, date(2026, 12, 31))
    assert [a for a, d in standing.items() if d is Due.OVERDUE] == ["police"]
    assert liaison.officer_on(year.session, "hrss", on(119)).name == "张某"
    assert liaison.officer_on(year.session, "hrss", on(120)).name == "李某"
    sent = next(e for e in events_of(year.session, "case/2") if e.action == "circulate")
    assert sent.data["officers"]["hrss"] == "张某"


def test_the_desk_knows_what_is_due(session, found):
    made = open_from_report(session, found.drafts[0], (), title="全部发现", initiator="civil-affairs", **who(1))
    case = cases.circulate(session, made.number, to=MEMBERS, reply_by=on(10), **who(1))
    items = due_items(session, MEMBERS, START.date())
    reply = next(i for i in items if i.kind == "reply")
    assert reply.day == case.reply_by
    for day, word in ((0, "today"), (1, "overdue"), (-1, "week"), (-20, "later")):
        assert phase(reply, case.reply_by + timedelta(days=day)) == word


def test_the_calendar_is_valid_and_every_entry_has_its_own_identifier():
    day = date(2026, 3, 12)
    hour = datetime(2026, 3, 12, 1, 0, tzinfo=UTC)
    items = [
        DueItem(day, "reply", "反馈意见：" + "很长的题目" * 20, ("hrss", "police"), "case/1"),
        DueItem(day, "decision", "落实；甲,乙", ("hrss",), "meeting/1/decision/1"),
        DueItem(day, "decision", "落实丙", ("hrss",), "meeting/1/decision/2"),
        DueItem(day, "meeting", "联席会议", (), "meeting/1", hour),
    ]
    data = ics(items, WORDS.names, START)
    assert data.replace(b"\r\n", b"").count(b"\n") == 0
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    calendar = Calendar.from_ical(data)
    assert calendar["version"] == "2.0" and calendar["prodid"]
    events = calendar.walk("VEVENT")
    assert len({e["uid"] for e in events}) == len(events) == len(items)
    assert [e.decoded("dtstart") for e in events] == [day, day, day, hour]
    assert str(events[1]["summary"]) == "落实；甲,乙"
    assert all(e.decoded("dtend") > e.decoded("dtstart") and e.decoded("dtstamp").tzinfo for e in events)


def test_the_roster_goes_out_and_comes_back(session):
    fields = {"name": "张某", "office": "救助处", "post": "副处长", "phone": "123", "since": date(2026, 1, 1)}
    liaison.appoint(session, agency="hrss", **fields, **who(1))
    data = export_roster(session, MEMBERS, WORDS, date(2026, 2, 1))
    assert import_roster(session, data, MEMBERS, **who(2)) == []
    book = load_workbook(BytesIO(data))
    row = next(r for r in book.active.iter_rows(min_row=2) if r[0].value == "hrss")
    row[2].value, row[6].value = "李某", datetime(2026, 3, 1)
    buffer = BytesIO()
    book.save(buffer)
    assert import_roster(session, buffer.getvalue(), MEMBERS, **who(60)) == ["hrss"]
    assert liaison.officer_on(session, "hrss", date(2026, 4, 1)).name == "李某"
    assert liaison.officer_on(session, "hrss", date(2026, 2, 1)).name == "张某"
