"""Letters of 政策会商: 征求意见函, 意见汇总表, and the question of a case for an agenda."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from consultation.case import STANCES, Case, CaseFinding
from consultation.letters.layout import Letter, official_date
from consultation.letters.words import ROUTE, SEVERITY, Words

INTERESTED = "领导小组办公室所在部门为本事项当事一方，特予注明。"


def request_for_opinion(case: Case, words: Words, day: date) -> bytes:
    """征求意见函: what is asked of whom by when, each finding with its clauses."""
    letter = Letter()
    letter.title(f"{words.office}关于征求“{case.title}”意见的函")
    letter.number("〔　　〕　　号")
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
    letter.attachments(["意见反馈表"])
    letter.signature(words.office, day)
    return letter.bytes()


def summary_of_opinions(case: Case, words: Words, day: date) -> bytes:
    """意见汇总表: every member's latest opinion, those who kept silent too."""
    letter = Letter()
    letter.title(f"“{case.title}”征求意见情况汇总表")
    rows = [
        (str(n), words.name(o.agency), STANCES[o.stance], o.text or "—", _subject(case, o.finding))
        for n, o in enumerate(case.standing(), 1)
    ]
    rows += [(str(len(rows) + n), words.name(a), "未反馈", "—", "全文") for n, a in enumerate(case.silent(), 1)]
    letter.table(("序号", "单位", "意见", "内容", "针对问题"), rows, (14, 38, 30, 44, 30))
    letter.signature(words.office, day)
    return letter.bytes()


def question(case: Case, words: Words, now: date) -> Iterator[str]:
    """A case on an agenda: units, route, days open, both clauses, what is to be decided."""
    days = (now - case.opened.date()).days if case.opened else 0
    yield f"涉及单位：{words.names(case.participants) or '未明确'}。已办理 {days} 天。"
    for finding in case.findings:
        yield f"（{SEVERITY[finding.severity]}，{ROUTE[finding.route]}）{finding.message}"
        yield from (f"{_source(place)}{place['locator']}：“{_bare(place)}”。" for place in finding.evidence)
    if case.large:
        yield f"分歧情况：{case.large}。涉及大局的理由：{case.overall}。"
    yield f"请会议议定：{decision_to_take(case)}"
    if words.interested(case.participants):
        yield INTERESTED


def decision_to_take(case: Case) -> str:
    """The question, from the suggestions of the findings."""
    wanted = list(dict.fromkeys(f.suggestion.rstrip("。") for f in case.findings if f.suggestion))
    return "；".join(wanted) + "。" if wanted else f"是否同意“{case.title}”。"


def _occasion(case: Case, words: Words) -> str:
    source = f"对《{case.draft}》的审查" if case.draft else "对现行文件的检查"
    return f"按照政策会商制度，现将{source}中需要共同研究的“{case.title}”有关问题通报各成员单位，请研究提出意见。"


def _asked(case: Case, words: Words) -> str:
    concerned = f"请{words.names(case.participants)}重点研究。" if case.participants else ""
    until = f"请于{official_date(case.reply_by)}前" if case.reply_by else "请及时"
    stances = "、".join(STANCES.values())
    return f"{concerned}{until}将书面意见反馈{words.office}，写明“{stances}”之一；不同意或者提修改意见的，请说明理由。"


def _finding(letter: Letter, number: int, finding: CaseFinding, words: Words) -> Iterator[str]:
    letter.subheading(number, finding.message.rstrip("。"))
    for place in finding.evidence:
        yield f"{_source(place)}{place['locator']}规定：“{_bare(place)}”。"
    if finding.suggestion:
        yield f"初步建议：{finding.suggestion}"
    yield f"涉及单位：{words.names(finding.agencies) or '未明确'}；办理方式：{ROUTE[finding.route]}。"


def _subject(case: Case, finding: str) -> str:
    found = next((f for f in case.findings if f.id == finding), None)
    return found.message if found else "全文"


def _source(place: Mapping[str, Any]) -> str:
    return "草案" if place.get("side") == "draft" else f"《{place.get('title') or place['document']}》"


def _bare(place: Mapping[str, Any]) -> str:
    return str(place["quote"]).strip().rstrip("。；，：")
