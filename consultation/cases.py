"""The course of a case: each function checks the rules, writes one event, and gives back the case after it.

Left out: reading and listing (`caselog`), review, gates and closing (`tracks`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from consultation.calendar import Count, add_days, china_day
from consultation.case import Case, Stance
from consultation.case_steps import CASE
from consultation.caselog import act, load, stated
from consultation.errors import Refused
from consultation.liaison import officers_on
from consultation.meeting import MEETINGS
from consultation.models import CaseRow

LONGEST_TITLE = 200


def open_case(
    session: Session,
    *,
    title: str,
    initiator: str,
    by: str,
    at: datetime,
    findings: Sequence[Mapping[str, Any]] = (),
    draft: str = "",
    topic: str = "",
    participants: Iterable[str] = (),
) -> Case:
    """A case from one or several findings, or from a draft alone."""
    if not findings and not draft:
        raise Refused("立项需要至少一条发现或一份草案。请选择发现或草案后再立项。")
    if not 0 < len(title.strip()) <= LONGEST_TITLE:
        raise Refused(f"事项名称应为 1 至 {LONGEST_TITLE} 个字符。")
    concerned = (a for f in findings for a in f.get("participants", f.get("agencies", [])))
    invited = list(dict.fromkeys((*participants, *concerned)))
    data: dict[str, Any] = {"title": title, "initiator": initiator, "draft": draft, "topic": topic}
    data |= {"findings": [dict(f) for f in findings], "participants": invited}
    number = (session.scalar(select(func.max(CaseRow.number))) or 0) + 1
    return act(session, Case(number), "open", by, at, "", data)


def circulate(session: Session, number: int, *, to: Iterable[str], reply_by: date, by: str, at: datetime) -> Case:
    """通报各成员单位: to every member and every participant, to the liaison officer in office on that day."""
    members = list(dict.fromkeys(to))
    if not members:
        raise Refused("征求意见须通报各成员单位，名单不能为空。")
    case, day = load(session, number), china_day(at)
    CASE.step(case.state, "circulate")
    if reply_by < day:
        raise Refused(f"反馈期限 {reply_by.isoformat()} 已经过去。请另定期限。")
    asked = list(dict.fromkeys((*members, *case.participants)))
    officers = {agency: officer.name for agency, officer in officers_on(session, asked, day).items()}
    data = {"to": asked, "reply_by": reply_by.isoformat(), "officers": officers}
    return act(session, case, "circulate", by, at, "", data)


def opine(
    session: Session,
    number: int,
    *,
    agency: str,
    stance: Stance,
    text: str = "",
    finding: str = "",
    by: str,
    at: datetime,
) -> Case:
    """A member's opinion; disagreement must say why."""
    case = load(session, number)
    CASE.step(case.state, "opine")
    if agency not in case.circulated_to:
        raise Refused("该单位不在本事项的征求意见范围内，不能提出意见。")
    if stance in (Stance.DISAGREE, Stance.AMEND) and not text.strip():
        raise Refused("不同意或者提修改意见的，应当写明理由或者意见。")
    if finding and finding not in {f.id for f in case.findings}:
        raise Refused(f"本事项没有编号为 {finding} 的发现。")
    data = {"agency": agency, "stance": stance.value, "text": text, "finding": finding}
    return act(session, case, "opine", by, at, text, data)


def consult(session: Session, number: int, *, by: str, at: datetime, silence_days: int = 0) -> Case:
    """共同协商: when every participant has replied, or the reply date is past.

    Where `silence_days` is not 0, silence of that many working days since circulation counts as no objection.
    """
    case, day = load(session, number), china_day(at)
    CASE.step(case.state, "consult")
    waiting = case.silent()
    if waiting and (case.reply_by is None or day <= case.reply_by):
        raise Refused(f"还有 {len(waiting)} 家单位未反馈意见，且未到反馈期限，不能转入协商。")
    over = silence_days and case.circulated and day > add_days(case.circulated, silence_days, Count.WORKING)
    data = {"silent": list(waiting), "deemed": list(case.unheard()) if over else []}
    return act(session, case, "consult", by, at, "", data)


def agree(session: Session, number: int, *, decision: str, decided_text: str = "", by: str, at: datetime) -> Case:
    """协商一致: nobody may still disagree."""
    case = load(session, number)
    CASE.step(case.state, "agree")
    against = [o.agency for o in case.standing() if o.stance is Stance.DISAGREE]
    if against:
        raise Refused(f"仍有 {len(set(against))} 家单位不同意，不能确认协商一致。")
    return act(session, case, "agree", by, at, "", {"decision": decision, "decided_text": decided_text})


def disagree(session: Session, number: int, *, reason: str, by: str, at: datetime) -> Case:
    """有分歧: somebody disagrees, and the record says on what."""
    case = load(session, number)
    CASE.step(case.state, "disagree")
    if all(o.stance is not Stance.DISAGREE for o in case.standing()):
        raise Refused("没有单位表示不同意，不能确认存在分歧。")
    return act(session, case, "disagree", by, at, stated(reason, "分歧内容"), {})


def resume(session: Session, number: int, *, by: str, at: datetime, reason: str = "") -> Case:
    """Back to the table."""
    return act(session, load(session, number), "resume", by, at, reason, {})


def coordinate(
    session: Session, number: int, *, large: str, overall: str, by: str, at: datetime, office_agency: str = ""
) -> Case:
    """办公室协调: only where 分歧大 and 涉及大局, both with a reason.

    Where the office's own department (`office_agency`) is a party to the dispute, the record says so.
    """
    case = load(session, number)
    CASE.step(case.state, "coordinate")
    if not large.strip() or not overall.strip():
        raise Refused("提交办公室协调须同时具备“分歧大”和“涉及大局”两项条件，并分别写明理由。")
    interested = office_agency in case.participants
    why = f"{large}；{overall}" + ("（领导小组办公室所在部门为当事一方）" if interested else "")
    return act(session, case, "coordinate", by, at, why, {"large": large, "overall": overall, "interested": interested})


def submit(session: Session, number: int, *, reason: str, by: str, at: datetime) -> Case:
    """提请联席会议, at the office's discretion (必要时可)."""
    case = load(session, number)
    CASE.step(case.state, "submit")
    return act(session, case, "submit", by, at, stated(reason, "提请审议的必要性"), {})


def deliberate(session: Session, number: int, *, meeting: int, by: str, at: datetime) -> Case:
    """The conference that is being held took the matter up; it stands on its agenda."""
    case = load(session, number)
    CASE.step(case.state, "deliberate")
    held = MEETINGS.load(session, str(meeting))
    if held.state != "held" or number not in held.agenda:
        raise Refused(f"第 {number} 号事项不在已召开的第 {meeting} 次会议的议题中，不能登记审议。")
    return act(session, case, "deliberate", by, at, "", {"meeting": meeting})


def settle(
    session: Session,
    number: int,
    *,
    decision: str,
    responsible: str,
    due: date | None,
    decided_text: str = "",
    by: str,
    at: datetime,
) -> Case:
    """议定, with a responsible unit and a date; after deliberation the decision is the conference's."""
    case = load(session, number)
    CASE.step(case.state, "settle")
    data: dict[str, Any] = {
        "decision": stated(decision, "议定事项"),
        "responsible": responsible,
        "decided_text": decided_text,
    }
    data |= {"due": due.isoformat() if due else None, "meeting": case.meeting if case.state == "deliberated" else None}
    return act(session, case, "settle", by, at, "", data)


def send_back(session: Session, number: int, *, reason: str, by: str, at: datetime) -> Case:
    """The conference returns the matter."""
    case = load(session, number)
    CASE.step(case.state, "return")
    return act(session, case, "return", by, at, stated(reason, "退回理由"), {})


def escalate(session: Session, number: int, *, reason: str, by: str, at: datetime) -> Case:
    """报请政府决定 (practice)."""
    case = load(session, number)
    CASE.step(case.state, "escalate")
    return act(session, case, "escalate", by, at, stated(reason, "报请理由"), {})


def withdraw(session: Session, number: int, *, reason: str, by: str, at: datetime) -> Case:
    """The initiator takes the matter back."""
    case = load(session, number)
    CASE.step(case.state, "withdraw")
    return act(session, case, "withdraw", by, at, stated(reason, "撤回理由"), {})
