"""Letters of 联席会议: 会议通知, 议题清单, 会议纪要. A joint conference has no seal; its product is minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta, timezone

from consultation.case import Case
from consultation.letters.case_letters import question
from consultation.letters.layout import Letter, official_date
from consultation.letters.words import Words
from consultation.meeting import KINDS, Meeting

CHINA = timezone(timedelta(hours=8))


def notice(meeting: Meeting, cases: Sequence[Case], words: Words, day: date) -> bytes:
    """会议通知: time, place, business, who attends, how to ask for leave."""
    letter = Letter()
    letter.title(f"{words.office}关于召开{meeting.title}的通知")
    letter.number("〔　　〕　　号")
    letter.addressee(words.names(meeting.invited) or "各成员单位")
    letter.text(f"经研究，定于近期召开{KINDS[meeting.kind]}。现将有关事项通知如下：")
    letter.heading(1, "时间和地点")
    letter.text(f"{when_text(meeting)}，{meeting.place}。")
    letter.heading(2, "议题")
    for number, case in enumerate(cases, 1):
        letter.item(number, f"{case.title}。")
    if not cases:
        letter.text("通报社会救助工作情况，研究部署有关工作。")
    letter.heading(3, "有关要求")
    letter.text("请各成员单位按时参加，不得无故缺席。因特殊情况不能到会的，请于会前向领导小组办公室说明原因。")
    letter.attachments(["议题清单"])
    letter.signature(words.office, day)
    return letter.bytes()


def agenda(meeting: Meeting, topics: Sequence[tuple[str, Sequence[Case]]], words: Words, day: date) -> bytes:
    """议题清单: by topic, each with both clauses, the question, the units, the route, the days it has been open."""
    letter = Letter()
    letter.title(f"{meeting.title}议题清单")
    for position, (topic, cases) in enumerate(topics, 1):
        letter.heading(position, topic)
        for number, case in enumerate(cases, 1):
            letter.subheading(number, case.title)
            for line in question(case, words, day):
                letter.text(line)
    letter.signature(words.office, day)
    return letter.bytes()


def minutes(meeting: Meeting, cases: Mapping[int, Case], words: Words, day: date) -> bytes:
    """会议纪要: who was there, what was decided, who sees to it by when."""
    letter = Letter()
    letter.title(f"{meeting.title}纪要")
    where = f"{when_text(meeting)}，{words.group}在{meeting.place}召开{meeting.title}。"
    letter.text(f"{where}会议听取了有关情况汇报，审议了下列事项。现将会议议定事项纪要如下：")
    for number, decision in enumerate(meeting.decisions, 1):
        case = cases.get(decision.case) if decision.case else None
        letter.heading(number, case.title if case else "其他事项")
        due = f"，于{official_date(decision.due)}前完成" if decision.due else ""
        letter.text(f"会议议定：{decision.text.rstrip('。')}。由{words.name(decision.responsible)}负责落实{due}。")
        if case and words.interested(case.participants):
            letter.text("领导小组办公室所在部门为本事项当事一方。")
    letter.text(f"出席：{words.names(meeting.present)}。")
    if meeting.leaves:
        letter.text("请假：" + "；".join(f"{words.name(x.agency)}（{x.reason}）" for x in meeting.leaves) + "。")
    if meeting.absent:
        letter.text(f"缺席：{words.names(meeting.absent)}。")
    letter.signature(words.office, day)
    return letter.bytes()


def when_text(meeting: Meeting) -> str:
    """2026年3月12日9:00 (Beijing time)."""
    if meeting.when is None:
        return "时间另行通知"
    local = meeting.when.astimezone(CHINA)
    return f"{official_date(local.date())}{local.hour}:{local.minute:02d}"
