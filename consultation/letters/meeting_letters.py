"""Letters of 联席会议: 会议通知, 会议改期通知, 会议取消通知, 议题清单, 会议纪要.

A joint conference has no seal; its product is minutes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from consultation.calendar import CHINA, china_day
from consultation.case import Case
from consultation.letters.case_letters import INTERESTED, NO_OFFICERS, ROSTER, mark, question, roster
from consultation.letters.layout import Letter, official_date
from consultation.letters.words import Words
from consultation.liaison import Officer
from consultation.meeting import KINDS, Meeting

RECEIPT = "参会回执"
UNDECIDED = {
    "returned": "会议决定：退回重新研究。理由：{reason}。",
    "escalated": "会议决定：报请政府决定。",
}
Topics = Sequence[tuple[str, Sequence[Case]]]


def notice(
    meeting: Meeting, topics: Topics, words: Words, day: date, officers: Mapping[str, Officer] = NO_OFFICERS
) -> bytes:
    """会议通知: time, place, business, who attends, how to ask for leave; a form to answer on, and to whom it goes."""
    letter = Letter()
    letter.letterhead(words.office)
    letter.title(f"{words.office}关于召开{meeting.title}的通知")
    letter.addressee(words.names(meeting.invited) or "各成员单位")
    letter.text(f"经研究，定于{_day(meeting)}召开{meeting.title}（{KINDS[meeting.kind]}）。现将有关事项通知如下：")
    letter.heading(1, "时间和地点")
    letter.text(f"{when_text(meeting)}，{meeting.place}。")
    letter.heading(2, "议题")
    listed = [case for _, found in topics for case in found]
    for number, case in enumerate(listed, 1):
        letter.item(number, f"{case.title}。")
    if not listed:
        letter.text("通报社会救助工作情况，研究部署有关工作。")
    letter.heading(3, "有关要求")
    letter.text("请各成员单位按时参加，不得无故缺席。因特殊情况不能到会的，请于会前向领导小组办公室说明原因。")
    names = [*(["议题清单"] if listed else []), RECEIPT, *([ROSTER] if officers else [])]
    letter.attachments(names)
    letter.signature(words.office, day)
    if listed:
        letter.attachment(mark(names, 0), names[0])
        _questions(letter, topics, words, day)
    _attached(letter, names, meeting, officers, words)
    return letter.bytes()


def _attached(
    letter: Letter, names: Sequence[str], meeting: Meeting, officers: Mapping[str, Officer], words: Words
) -> None:
    """The form to answer on, and to whom the letter goes; each where `names` has it."""
    for position, name in enumerate(names):
        if name == RECEIPT:
            letter.attachment(mark(names, position), name)
            letter.table(
                ("单位", "参加人员姓名", "职务", "电话", "备注"), [("", "", "", "", "")] * 3, (44, 32, 30, 30, 20), 12
            )
        elif name == ROSTER:
            letter.attachment(mark(names, position), name)
            roster(letter, meeting.invited, officers, words)


def change_notice(meeting: Meeting, words: Words, day: date, officers: Mapping[str, Officer] = NO_OFFICERS) -> bytes:
    """会议改期通知: from when and where to when and where, why, and that leave is to be asked anew."""
    former = meeting.former[-1]
    letter = Letter()
    letter.letterhead(words.office)
    letter.title(f"{words.office}关于{meeting.title}改期的通知")
    letter.addressee(words.names(meeting.invited))
    was = f"原定{moment_text(former.when)}在{former.place}召开的{meeting.title}"
    letter.text(f"{was}，因{_cause(former.reason)}，改于{when_text(meeting)}在{meeting.place}召开。")
    letter.text(
        "会议议题和有关要求不变。此前已经请假的单位，改期后仍不能到会的，请于会前重新向领导小组办公室说明原因。"
    )
    names = [RECEIPT, *([ROSTER] if officers else [])]
    letter.attachments(names)
    letter.signature(words.office, day)
    _attached(letter, names, meeting, officers, words)
    return letter.bytes()


def cancellation(meeting: Meeting, words: Words, day: date, officers: Mapping[str, Officer] = NO_OFFICERS) -> bytes:
    """会议取消通知: what is not held, and why."""
    letter = Letter()
    letter.letterhead(words.office)
    letter.title(f"{words.office}关于取消{meeting.title}的通知")
    letter.addressee(words.names(meeting.invited))
    was = f"原定{when_text(meeting)}在{meeting.place}召开的{meeting.title}"
    letter.text(f"{was}，因{_cause(meeting.called_off)}取消，今后召开的时间另行通知。")
    names = [ROSTER] if officers else []
    letter.attachments(names)
    letter.signature(words.office, day)
    _attached(letter, names, meeting, officers, words)
    return letter.bytes()


def _cause(reason: str) -> str:
    return reason.strip().removeprefix("因").rstrip("。")


def agenda(meeting: Meeting, topics: Topics, words: Words, day: date) -> bytes:
    """议题清单: by topic, each with both clauses, the question, the units, the route, the days it has been open."""
    letter = Letter()
    letter.title(f"{meeting.title}议题清单")
    _questions(letter, topics, words, day)
    letter.signature(words.office, day)
    return letter.bytes()


def _questions(letter: Letter, topics: Topics, words: Words, day: date) -> None:
    for position, (topic, cases) in enumerate(topics, 1):
        letter.heading(position, topic)
        for number, case in enumerate(cases, 1):
            letter.subheading(number, case.title)
            for line in question(case, words, day):
                letter.text(line)


def minutes(meeting: Meeting, cases: Mapping[int, Case], words: Words, day: date) -> bytes:
    """会议纪要: who was there, what was decided, who sees to it by when."""
    letter = Letter()
    letter.masthead(f"{meeting.title}纪要", "", words.office, day)
    where = f"{when_text(meeting)}，{words.group}在{meeting.place}召开{meeting.title}。"
    letter.text(f"{where}会议听取了有关情况汇报，审议了下列事项。现将会议议定事项纪要如下：")
    number = 0
    for number, decision in enumerate(meeting.decisions, 1):
        case = cases.get(decision.case) if decision.case else None
        letter.heading(number, case.title if case else "其他事项")
        due = f"，于{official_date(decision.due)}前完成" if decision.due else ""
        letter.text(f"会议议定：{decision.text.rstrip('。')}。由{words.name(decision.responsible)}负责落实{due}。")
        if case and words.interested(case.participants):
            letter.text(INTERESTED)
    for case in cases.values():
        if case.state in UNDECIDED:
            number += 1
            letter.heading(number, case.title)
            letter.text(UNDECIDED[case.state].format(reason=case.returned.rstrip("。")))
    letter.text(f"出席：{words.names(meeting.present)}。")
    if meeting.leaves:
        letter.text("请假：" + "；".join(f"{words.name(x.agency)}（{x.reason}）" for x in meeting.leaves) + "。")
    if meeting.absent:
        letter.text(f"缺席：{words.names(meeting.absent)}。")
    letter.signature(words.office, day)
    return letter.bytes()


def _day(meeting: Meeting) -> str:
    return official_date(china_day(meeting.when)) if meeting.when else "近期"


def when_text(meeting: Meeting) -> str:
    """2026年3月12日9:00 (Beijing time)."""
    return moment_text(meeting.when)


def moment_text(when: datetime | None) -> str:
    """As `when_text`, of any moment."""
    if when is None:
        return "时间另行通知"
    local = when.astimezone(CHINA)
    return f"{official_date(local.date())}{local.hour}:{local.minute:02d}"
