"""A whole year of the office on real findings, from circulation to the bulletin."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from rdflib import Graph

from api.consulting import open_from_report
from api.export.report import report_dict
from api.pipeline import audit, check
from api.reading import read_paths, read_source
from consultation import cases, liaison, meetings, reports
from consultation.bulletin import compile_bulletin, letter
from consultation.case import Stance
from consultation.database import open_database, sqlite_url, transaction
from consultation.desk import due_items, ics, phase
from consultation.events import log
from consultation.graph import cases_turtle
from consultation.letters.case_letters import request_for_opinion, summary_of_opinions
from consultation.letters.layout import chinese_number
from consultation.letters.meeting_letters import agenda, minutes, notice
from consultation.letters.words import Words
from consultation.reports import Due
from consultation.roster import export_roster, import_roster
from ingest.readers.source import open_source
from ontology.vocabulary import load_vocabulary

EXAMPLES = Path(__file__).parents[2] / "examples"
MEMBERS = ("civil-affairs", "hrss", "health", "finance", "police", "market-reg", "disabled-fed", "justice")
START = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def found():
    vocabulary = load_vocabulary()
    base = read_paths([EXAMPLES / "in-force"], vocabulary)
    duties = read_paths(sorted((EXAMPLES / "in-force").glob("*2009*")), vocabulary)
    drafts = [read_source(open_source(p), vocabulary) for p in sorted((EXAMPLES / "drafts").glob("*.txt"))]
    return {
        "audit": report_dict(audit(duties, date(2009, 1, 10), "650000")),
        "drafts": [report_dict(check(d, base, date(2026, 8, 1))) for d in drafts],
    }


@pytest.fixture
def session(tmp_path):
    with transaction(open_database(sqlite_url(tmp_path / "a.db"))) as opened:
        yield opened


WORDS = Words(name=lambda a: load_vocabulary().label("agency", a), members=MEMBERS)


def who(days):
    return {"by": "办公室", "at": START + timedelta(days=days)}


def text_of(data):
    document = Document(BytesIO(data))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    return "\n".join([p.text for p in document.paragraphs] + cells)


def opened(session, report, chosen, title, day):
    case = open_from_report(session, report, chosen, title=title, initiator="civil-affairs", **who(day))
    return cases.circulate(
        session, case.number, to=MEMBERS, reply_by=(START + timedelta(days=day + 9)).date(), **who(day)
    )


def pick(report, code):
    return [f["id"] for f in report["findings"] if f["code"].startswith(code)][:1]


def answer(session, case, stance, day):
    for agency in case.participants or MEMBERS[:2]:
        if agency in MEMBERS:
            cases.opine(session, case.number, agency=agency, stance=stance, text="意见", **who(day))
    return cases.consult(session, case.number, **who(day + 20))


def test_a_year_of_the_office(session, found):
    draft = found["drafts"][0]
    assert found["audit"]["findings"]

    first = opened(session, found["audit"], pick(found["audit"], "GP01"), "流浪乞讨救助牵头", 1)
    sent = text_of(request_for_opinion(first, WORDS, START.date()))
    assert first.findings[0].evidence[0]["quote"].rstrip("。；") in sent
    first = answer(session, first, Stance.AGREE, 3)
    assert "同意" in text_of(summary_of_opinions(first, WORDS, START.date()))
    cases.agree(session, first.number, decision="由民政部门牵头", decided_text="", **who(30))
    assert cases.close(session, first.number, **who(31)).state == "closed"

    second = opened(session, draft, pick(draft, "OV"), "取暖补贴衔接", 40)
    second = answer(session, second, Stance.DISAGREE, 42)
    cases.disagree(session, second.number, reason="由谁发放", **who(63))
    cases.coordinate(session, second.number, large="两家都主张发放", overall="涉及全县取暖", **who(64))
    cases.submit(session, second.number, reason="协调未果", **who(70))
    third = opened(session, draft, pick(draft, "GP07") or pick(draft, "GP"), "条文引用", 65)
    third = answer(session, third, Stance.DISAGREE, 66)
    cases.disagree(session, third.number, reason="是否保留", **who(87))
    cases.coordinate(session, third.number, large="意见相反", overall="涉及法律责任", **who(88))
    cases.submit(session, third.number, reason="需要审议", **who(89))

    when = START + timedelta(days=95)
    meeting = meetings.propose(session, kind="regular", title="第一次联席会议", when=when, place="会议室", **who(80))
    topics = meetings.agenda_of(session, when)
    assert {c.number for _, found_ in topics for c in found_} == {second.number, third.number}
    meeting = meetings.set_agenda(session, meeting.number, case_numbers=[second.number, third.number], **who(90))
    meeting = meetings.notify(session, meeting.number, invited=MEMBERS, **who(90))
    on_agenda = [cases.load(session, n) for n in meeting.agenda]
    assert "不得无故缺席" in text_of(notice(meeting, on_agenda, WORDS, START.date()))
    listed = text_of(agenda(meeting, topics, WORDS, when.date()))
    assert "领导小组办公室所在部门为本事项当事一方" in listed
    assert "请会议议定" in listed
    meetings.ask_leave(session, meeting.number, agency="police", reason="出差", **who(91))
    meetings.hold(session, meeting.number, present=MEMBERS[:4], **who(95))
    meeting = meetings.decide(
        session,
        meeting.number,
        text="统一由民政部门发放",
        responsible="civil-affairs",
        due=date(2026, 6, 30),
        case=second.number,
        **who(95),
    )
    returned = cases.send_back(session, third.number, reason="补充依据", **who(95))
    assert returned.state == "returned"
    meeting = meetings.minute(session, meeting.number, **who(96))
    record = text_of(minutes(meeting, {c.number: c for c in on_agenda}, WORDS, START.date()))
    assert "公安" in record.split("请假：")[1].split("缺席：")[0]
    assert "缺席" in record
    meetings.report_progress(session, meeting.number, decision=1, done="已印发", **who(150))
    meetings.finish(session, meeting.number, **who(151))
    assert cases.close(session, second.number, **who(152)).state == "closed"

    for quarter, day in ((1, 80), (2, 170), (3, 265), (4, 360)):
        late = {"hrss": day + 40} if quarter == 2 else {}
        for agency in MEMBERS[:3]:
            at = who(late.get(agency, day))
            sections = {"工作措施": f"第{chinese_number(quarter)}季度走访", "存在不足": "人手不足"}
            reports.submit(session, agency=agency, year=2026, quarter=quarter, sections=sections, **at)
        issue = compile_bulletin(session, members=MEMBERS, year=2026, quarter=quarter, **who(day + 50))
        assert issue.due["police"] is Due.OVERDUE
        assert "走访" in text_of(letter(issue, WORDS, quarter))
    actions = [e.action for e in log(session, "case/")]
    assert actions.count("open") == 3
    assert {"agree", "coordinate", "submit", "deliberate", "return", "settle", "close"} <= set(actions)
    graph = Graph().parse(data=cases_turtle(cases.load(session, n) for n in (1, 2, 3)), format="turtle")
    still_open = graph.query("ASK { ?c <https://huishang.example/ns#open> true }")
    assert still_open.askAnswer is True


def test_the_desk_knows_what_is_due(session, found):
    case = opened(session, found["drafts"][0], (), "全部发现", 1)
    items = due_items(session, MEMBERS, START.date())
    reply = next(i for i in items if i.kind == "reply")
    assert reply.day == case.reply_by
    assert phase(reply, case.reply_by) == "today"
    assert phase(reply, case.reply_by + timedelta(days=1)) == "overdue"
    calendar = ics(items, WORDS.names, START).decode()
    assert calendar.count("BEGIN:VEVENT") == len(items)


def test_the_roster_goes_out_and_comes_back(session):
    fields = {"name": "张某", "office": "救助处", "post": "副处长", "phone": "123", "since": date(2026, 1, 1)}
    liaison.appoint(session, agency="hrss", **fields, **who(1))
    data = export_roster(session, MEMBERS, WORDS, date(2026, 2, 1))
    assert import_roster(session, data, MEMBERS, **who(2)) == []
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data))
    row = next(r for r in book.active.iter_rows(min_row=2) if r[0].value == "hrss")
    row[2].value, row[6].value = "李某", datetime(2026, 3, 1)
    buffer = BytesIO()
    book.save(buffer)
    assert import_roster(session, buffer.getvalue(), MEMBERS, **who(60)) == ["hrss"]
    assert liaison.officer_on(session, "hrss", date(2026, 4, 1)).name == "李某"
    assert liaison.officer_on(session, "hrss", date(2026, 2, 1)).name == "张某"
