"""A year of the office, played on real findings: what happens when, and every letter that goes out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document

from api.consulting import open_from_report, topic_name
from api.coverage_changes import coverage_changes
from api.export.report import report_dict
from api.pipeline import audit, check
from api.reading import read_paths, read_source
from consultation import caselog, cases, liaison, meetings, reports, tracks
from consultation.bulletin import compile_bulletin, quarter_days
from consultation.case import Stance
from consultation.letters.bulletin_letter import bulletin_letter
from consultation.letters.case_letters import request_for_opinion, summary_of_opinions
from consultation.letters.layout import chinese_number
from consultation.letters.meeting_letters import agenda, minutes, notice
from consultation.letters.words import Words
from consultation.liaison import officers_on
from ingest.readers.source import open_source
from ontology.vocabulary import load_vocabulary

EXAMPLES = Path(__file__).parents[2] / "examples"
MEMBERS = ("civil-affairs", "hrss", "health", "finance", "police", "market-reg", "disabled-fed", "justice")
START = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
WORDS = Words(name=lambda a: load_vocabulary().label("agency", a), members=MEMBERS, bulletin_to="各成员单位")


def who(day: int) -> dict[str, Any]:
    return {"by": "办公室", "at": START + timedelta(days=day)}


def on(day: int) -> date:
    return (START + timedelta(days=day)).date()


def text_of(data: bytes) -> str:
    """All words of a letter, of its tables too."""
    document = Document(BytesIO(data))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    return "\n".join([p.text for p in document.paragraphs] + cells)


@dataclass(frozen=True)
class Found:
    """What the checks say of the duty list of 2009 and of three drafts, and the documents in force."""

    duties: dict[str, Any]
    drafts: tuple[dict[str, Any], ...]
    corpus: Any


def find() -> Found:
    vocabulary = load_vocabulary()
    base = read_paths([EXAMPLES / "in-force"], vocabulary)
    duties = read_paths(sorted((EXAMPLES / "in-force").glob("*2009*")), vocabulary)
    drafts = [read_source(open_source(p), vocabulary) for p in sorted((EXAMPLES / "drafts").glob("*.txt"))]
    reports_ = tuple(report_dict(check(d, base, date(2026, 8, 1))) for d in drafts)
    return Found(report_dict(audit(duties, date(2009, 1, 10), "650000")), reports_, base)


def pick(report: dict[str, Any], code: str) -> list[str]:
    """The first finding of this code."""
    return [next(f["id"] for f in report["findings"] if f["code"] == code)]


@dataclass
class Year:
    """The year, chapter by chapter; `letters` by name."""

    session: Any
    found: Found
    letters: dict[str, bytes] = field(default_factory=dict)

    def play(self) -> None:
        self.officers()
        self.agreement()
        self.conference()
        self.change_of_officer()
        self.quarters()

    def officers(self) -> None:
        for agency in MEMBERS[:6]:
            fields = {"name": "张某", "office": "社会救助处", "post": "副处长", "phone": "0991-0000000"}
            liaison.appoint(self.session, agency=agency, since=on(0), **fields, **who(0))

    def circulate(self, report: dict[str, Any], chosen: list[str], title: str, day: int) -> int:
        what = {"title": title, "initiator": "civil-affairs", **who(day)}
        if report["findings"]:
            made = open_from_report(self.session, report, chosen, **what)
        else:
            asked, draft = ("hrss", "finance"), report["document"]["title"]
            made = cases.open_case(self.session, draft=draft, participants=asked, **what)
        case = cases.circulate(self.session, made.number, to=MEMBERS, reply_by=on(day + 9), **who(day))
        officers = officers_on(self.session, case.circulated_to, on(day))
        self.letters[f"征求意见函{case.number}"] = request_for_opinion(case, WORDS, on(day), officers)
        return case.number

    def answer(self, number: int, stance: Stance, day: int) -> None:
        for agency in caselog.load(self.session, number).silent():
            cases.opine(self.session, number, agency=agency, stance=stance, text="建议写明责任", **who(day))
        case = cases.consult(self.session, number, silence_days=7, **who(day + 20))
        self.letters[f"意见汇总表{number}"] = summary_of_opinions(case, WORDS, on(day + 20))

    def agreement(self) -> None:
        """Case 1, from the duty list of 2009: agreed and closed."""
        number = self.circulate(self.found.duties, pick(self.found.duties, "GP01"), "流浪乞讨救助牵头", 1)
        self.answer(number, Stance.AGREE, 3)
        cases.agree(self.session, number, decision="由民政部门牵头", **who(30))
        tracks.close(self.session, number, **who(31))

    def escalate(self, report: dict[str, Any], chosen: list[str], title: str, day: int) -> int:
        number = self.circulate(report, chosen, title, day)
        self.answer(number, Stance.DISAGREE, day + 2)
        cases.disagree(self.session, number, reason="由谁负责", **who(day + 23))
        why = {"large": "两家都主张负责", "overall": "涉及全县困难群众", "office_agency": "civil-affairs"}
        cases.coordinate(self.session, number, **why, **who(day + 24))
        return cases.submit(self.session, number, reason="协调未果", **who(day + 30)).number

    def conference(self) -> None:
        """Cases 2 to 4, one from each draft, the last without findings: decided, sent back, decided but not closed."""
        first, second, third = self.found.drafts
        settled = self.escalate(first, pick(first, "OV01"), "取暖救助发放", 40)
        returned = self.escalate(second, pick(second, "CF04"), "低保申请的委托代办", 42)
        waiting = self.escalate(third, [], "技能培训实施办法", 44)
        when = START + timedelta(days=95)
        made = meetings.propose(
            self.session, kind="regular", title="第一次联席会议", when=when, place="会议室", **who(80)
        )
        able = [c.number for _, found in meetings.agenda_of(self.session) for c in found]
        number = made.number
        meetings.set_agenda(self.session, number, case_numbers=able, office_agency="civil-affairs", **who(90))
        meeting = meetings.notify(self.session, number, invited=MEMBERS, **who(90))
        found = meetings.by_topic(caselog.load_many(self.session, meeting.agenda))
        topics = [(topic_name(load_vocabulary(), t), c) for t, c in found]
        officers = officers_on(self.session, meeting.invited, on(90))
        self.letters["会议通知"] = notice(meeting, topics, WORDS, on(90), officers)
        self.letters["议题清单"] = agenda(meeting, topics, WORDS, on(90))
        meetings.ask_leave(self.session, number, agency="police", reason="出差", **who(91))
        meetings.hold(self.session, number, present=MEMBERS[:4], **who(95))
        for case, text in ((settled, "统一由民政部门发放"), (waiting, "修改细则后再报")):
            decided = {"text": text, "responsible": "civil-affairs", "due": date(2026, 6, 30), "case": case}
            meetings.decide(self.session, number, **decided, **who(95))
        cases.send_back(self.session, returned, reason="补充依据", **who(95))
        meeting = meetings.minute(self.session, number, **who(96))
        on_agenda = {n: caselog.load(self.session, n) for n in meeting.agenda}
        self.letters["会议纪要"] = minutes(meeting, on_agenda, WORDS, on(96))
        meetings.report_progress(self.session, number, decision=1, done="已印发", **who(150))
        tracks.close(self.session, settled, **who(152))
        meetings.report_progress(self.session, number, decision=2, done="已修改", **who(160))
        meetings.finish(self.session, number, **who(161))

    def change_of_officer(self) -> None:
        fields = {"name": "李某", "office": "就业处", "post": "处长", "phone": "0991-1111111"}
        liaison.appoint(self.session, agency="hrss", since=on(120), **fields, **who(121))

    def quarters(self) -> None:
        """All members report every quarter, but hrss is late with the second and police never sends it."""
        event = {"title": "雪灾", "text": "受灾群众已妥善安置"}
        reports.report_event(self.session, agency="civil-affairs", **event, **who(60))
        for quarter, day in ((1, 80), (2, 170), (3, 265), (4, 353)):
            for agency in MEMBERS:
                if (agency, quarter) != ("police", 2):  # never sent
                    late = 12 if (agency, quarter) == ("hrss", 2) else 0
                    sections = {"工作措施": f"第{chinese_number(quarter)}季度走访", "存在不足": "人手不足"}
                    what = {"agency": agency, "year": 2026, "quarter": quarter, "sections": sections}
                    reports.submit(self.session, **what, **who(day + late))
            first, last = quarter_days(2026, quarter)
            changed = coverage_changes(self.found.corpus, load_vocabulary(), first - timedelta(days=1), last)
            what = {"members": MEMBERS, "year": 2026, "quarter": quarter, "coverage": changed}
            issue = compile_bulletin(self.session, **what, **who(day + 20))
            self.letters[f"简报{quarter}"] = bulletin_letter(issue, WORDS, on(day + 20), quarter)
