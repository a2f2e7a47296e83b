"""Letters of 政策会商: 征求意见函, 意见汇总表, and the question of a case for an agenda."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from checks.registry import check_by_code
from consultation.calendar import china_day
from consultation.case import STANCES, Case, CaseFinding
from consultation.letters.layout import Letter, official_date
from consultation.letters.words import ROUTE, SEVERITY, Words
from consultation.liaison import Officer

NO_OFFICERS: Mapping[str, Officer] = MappingProxyType({})
ROSTER = "联络员名单"
INTERESTED = "领导小组办公室所在部门为本事项当事一方，特予注明。"


def request_for_opinion(case: Case, words: Words, day: date, officers: Mapping[str, Officer] = NO_OFFICERS) -> bytes:
    """征求意见函: what is asked of whom by when, each finding with its clauses, a form for replies, the officers.

    `officers`: liaison officers in office on `day`, by agency.
    """
    letter = Letter()
    letter.letterhead(words.office)
    letter.title(f"{words.office}关于征求“{case.title}”意见的函")
    letter.addressee(words.names(case.circulated_to) or "各成员单位")
    letter.text(_occasion(case, words))
    letter.heading(1, "需要研究的问题")
    for number, finding in enumerate(case.findings, 1):
        for line in _finding(letter, number, finding, words):
            letter.text(line)
    letter.heading(2, "有关要求")
    letter.text(_asked(case, words))
    if words.interested(case.participants):
        letter.text(INTERESTED)
    names = ["意见反馈表", *([ROSTER] if officers else [])]
    letter.attachments(names)
    letter.signature(words.office, day)
    letter.attachment(mark(names, 0), names[0])
    _reply_form(letter, case)
    if officers:
        letter.attachment(mark(names, 1), ROSTER)
        roster(letter, case.circulated_to, officers, words)
    return letter.bytes()


def mark(names: Sequence[str], position: int) -> str:
    """附件, with its number where there are several."""
    return f"附件{position + 1}" if len(names) > 1 else "附件"


def roster(letter: Letter, agencies: Sequence[str], officers: Mapping[str, Officer], words: Words) -> None:
    """To whom a letter goes: the officer of each member in office on that day."""
    rows = []
    for n, agency in enumerate(agencies, 1):
        officer = officers.get(agency)
        said = (f"{officer.office}{officer.post}", officer.name, officer.phone) if officer else ("", "未指定", "")
        rows.append((str(n), words.name(agency), *said))
    letter.table(("序号", "单位", "处（室）、职务", "联络员", "电话"), rows, (13, 47, 38, 28, 30))


def _reply_form(letter: Letter, case: Case) -> None:
    letter.text("单位（盖章）：　　　　　联络员：　　　　电话：")
    asked = [f.message.rstrip("。") for f in case.findings] or [f"“{case.title}”"]
    rows = [(str(n), text, "", "") for n, text in enumerate([*asked, "其他意见"], 1)]
    letter.table(("序号", "问题", "意见", "理由或者修改意见"), rows, (13, 62, 30, 51), 16)
    letter.text(f"注：“意见”栏填写{'、'.join(STANCES.values())}之一。")


def summary_of_opinions(case: Case, words: Words, day: date) -> bytes:
    """意见汇总表: every member's latest opinion, those who kept silent too; the last column is the office's to fill."""
    letter = Letter()
    letter.title(f"“{case.title}”征求意见情况汇总表")
    letter.text(_tally(case))
    said = [
        (words.name(o.agency), STANCES[o.stance], o.text or "—", _subject(case, o.finding)) for o in case.standing()
    ]
    said += [(words.name(a), "未反馈", "—", "全文") for a in case.unheard()]
    rows = [(str(n), *row, "") for n, row in enumerate(said, 1)]
    letter.table(("序号", "单位", "意见", "内容", "针对问题", "采纳情况"), rows, (13, 33, 24, 40, 24, 22))
    if words.interested(case.participants):
        letter.text(INTERESTED)
    letter.signature(words.office, day)
    return letter.bytes()


def question(case: Case, words: Words, now: date) -> Iterator[str]:
    """A case on an agenda: units, route, days open, both clauses, what is to be decided."""
    days = (now - china_day(case.opened)).days if case.opened else 0
    yield f"涉及单位：{words.names(case.participants) or '未明确'}。已办理 {days} 天。"
    for number, finding in enumerate(case.findings, 1):
        yield f"{number}．（{SEVERITY[finding.severity]}，{ROUTE[finding.route]}）{finding.message}"
        yield from (f"{_source(place)}{place['locator']}：“{_bare(place)}”。" for place in finding.evidence)
    if case.large:
        yield f"分歧情况：{case.large}。涉及大局的理由：{case.overall}。"
    yield f"请会议议定：{decision_to_take(case)}"
    if words.interested(case.participants):
        yield INTERESTED


def decision_to_take(case: Case) -> str:
    """The question, from the suggestions of the findings."""
    wanted = list(dict.fromkeys(f.suggestion.rstrip("。") for f in case.findings if f.suggestion))
    if len(wanted) > 1:
        wanted = [f"（{number}）{text}" for number, text in enumerate(wanted, 1)]
    return "；".join(wanted) + "。" if wanted else f"是否同意“{case.title}”。"


def _tally(case: Case) -> str:
    counts = Counter(STANCES[o.stance] for o in case.standing())
    until = f"，反馈期限{official_date(case.reply_by)}" if case.reply_by else ""
    said = "，".join(f"{word} {counts[word]} 条" for word in STANCES.values() if counts[word])
    silent = f"未反馈 {len(case.unheard())} 家" if case.unheard() else ""
    asked = f"共征求 {len(case.circulated_to)} 家单位意见{until}"
    return "；".join(part for part in (asked, said, silent) if part) + "。"


def _occasion(case: Case, words: Words) -> str:
    source = f"对《{case.draft}》的审查" if case.draft else "对现行文件的检查"
    return f"按照政策会商制度，现将{source}中需要共同研究的“{case.title}”有关问题通报各成员单位，请研究提出意见。"


def _asked(case: Case, words: Words) -> str:
    concerned = f"请{words.names(case.participants)}重点研究。" if case.participants else ""
    until = f"请于{official_date(case.reply_by)}前" if case.reply_by else "请及时"
    stances = "、".join(STANCES.values())
    return f"{concerned}{until}将书面意见反馈{words.office}，写明“{stances}”之一；不同意或者提修改意见的，请说明理由。"


def _finding(letter: Letter, number: int, finding: CaseFinding, words: Words) -> Iterator[str]:
    letter.subheading(number, _matter(finding))
    yield finding.message
    for place in finding.evidence:
        yield f"{_source(place)}{place['locator']}规定：“{_bare(place)}”。"
    if finding.suggestion:
        yield f"初步建议：{finding.suggestion}"
    yield f"涉及单位：{words.names(finding.agencies) or '未明确'}；办理方式：{ROUTE[finding.route]}。"


def _matter(finding: CaseFinding) -> str:
    """What a finding is about in a few words: where in the draft, and the title of its check."""
    check = check_by_code(finding.code)
    where = next((f"草案{p['locator']}：" for p in finding.evidence if p.get("side") == "draft"), "")
    return f"{where}{check.title}" if check else finding.message.rstrip("。")


def _subject(case: Case, finding: str) -> str:
    found = next((f for f in case.findings if f.id == finding), None)
    return found.message if found else "全文"


def _source(place: Mapping[str, Any]) -> str:
    return "草案" if place.get("side") == "draft" else f"《{place.get('title') or place['document']}》"


def _bare(place: Mapping[str, Any]) -> str:
    return str(place["quote"]).strip().rstrip("。；，：")
