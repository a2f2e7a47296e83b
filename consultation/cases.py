"""Acting on cases: each function checks the rules, writes one event, and gives back the case after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from consultation.case import Case, Stance, apply, fold
from consultation.case_steps import CASE
from consultation.errors import NotFound, Refused
from consultation.events import Event, append, events_of, events_of_many, next_number
from consultation.models import CaseRow

IN_ONE_QUERY = 500
GATE_STATUS = ("none", "asked", "passed", "failed")


def load(session: Session, number: int) -> Case:
    """The case of this number; raises NotFound."""
    case = fold(number, events_of(session, stream(number)))
    if not case.version:
        raise NotFound(f"没有第 {number} 号会商事项。请核对编号。")
    return case


def load_many(session: Session, numbers: Sequence[int]) -> list[Case]:
    """Several cases in the order asked for, in few queries."""
    events: dict[str, list[Event]] = {}
    for start in range(0, len(numbers), IN_ONE_QUERY):
        for event in events_of_many(session, [stream(n) for n in numbers[start : start + IN_ONE_QUERY]]):
            events.setdefault(event.stream, []).append(event)
    return [fold(n, events.get(stream(n), ())) for n in numbers]


def stream(number: int) -> str:
    """Name of a case's stream of events."""
    return f"case/{number}"


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
    concerned = (a for f in findings for a in f.get("participants", f.get("agencies", [])))
    invited = list(dict.fromkeys((*participants, *concerned)))
    data: dict[str, Any] = {"title": title, "initiator": initiator, "draft": draft, "topic": topic}
    data |= {"findings": [dict(f) for f in findings], "participants": invited}
    number = (session.scalar(select(func.max(CaseRow.number))) or 0) + 1
    return _act(session, Case(number), "open", by, at, "", data)


def circulate(
    session: Session, number: int, *, to: Iterable[str], reply_by: date | None, by: str, at: datetime
) -> Case:
    """通报各成员单位: to every member, those concerned marked as participants."""
    members = list(dict.fromkeys(to))
    if not members:
        raise Refused("征求意见须通报各成员单位，名单不能为空。")
    data = {"to": members, "reply_by": reply_by.isoformat() if reply_by else None}
    return _act(session, load(session, number), "circulate", by, at, "", data)


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
    return _act(session, case, "opine", by, at, text, data)


def consult(session: Session, number: int, *, by: str, at: datetime) -> Case:
    """共同协商: when every participant has replied, or the reply date is past."""
    case = load(session, number)
    CASE.step(case.state, "consult")
    waiting = case.silent()
    if waiting and (case.reply_by is None or at.date() <= case.reply_by):
        raise Refused(f"还有 {len(waiting)} 家单位未反馈意见，且未到反馈期限，不能转入协商。")
    return _act(session, case, "consult", by, at, "", {"silent": list(waiting)})


def agree(session: Session, number: int, *, decision: str, decided_text: str = "", by: str, at: datetime) -> Case:
    """协商一致: nobody may still disagree."""
    case = load(session, number)
    CASE.step(case.state, "agree")
    against = [o.agency for o in case.standing() if o.stance is Stance.DISAGREE]
    if against:
        raise Refused(f"仍有 {len(set(against))} 家单位不同意，不能确认协商一致。")
    return _act(session, case, "agree", by, at, "", {"decision": decision, "decided_text": decided_text})


def disagree(session: Session, number: int, *, reason: str, by: str, at: datetime) -> Case:
    """有分歧: somebody disagrees, and the record says on what."""
    case = load(session, number)
    CASE.step(case.state, "disagree")
    if all(o.stance is not Stance.DISAGREE for o in case.standing()):
        raise Refused("没有单位表示不同意，不能确认存在分歧。")
    return _act(session, case, "disagree", by, at, _stated(reason, "分歧内容"), {})


def resume(session: Session, number: int, *, by: str, at: datetime, reason: str = "") -> Case:
    """Back to the table."""
    return _act(session, load(session, number), "resume", by, at, reason, {})


def coordinate(session: Session, number: int, *, large: str, overall: str, by: str, at: datetime) -> Case:
    """办公室协调: only where 分歧大 and 涉及大局, both with a reason."""
    case = load(session, number)
    CASE.step(case.state, "coordinate")
    if not large.strip() or not overall.strip():
        raise Refused("提交办公室协调须同时具备“分歧大”和“涉及大局”两项条件，并分别写明理由。")
    return _act(session, case, "coordinate", by, at, f"{large}；{overall}", {"large": large, "overall": overall})


def submit(session: Session, number: int, *, reason: str, by: str, at: datetime) -> Case:
    """提请联席会议, at the office's discretion (必要时可)."""
    case = load(session, number)
    CASE.step(case.state, "submit")
    return _act(session, case, "submit", by, at, _stated(reason, "提请审议的必要性"), {})


def deliberate(session: Session, number: int, *, meeting: int, by: str, at: datetime) -> Case:
    """The conference took the matter up at `meeting`."""
    return _act(session, load(session, number), "deliberate", by, at, "", {"meeting": meeting})


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
        "decision": _stated(decision, "议定事项"),
        "responsible": responsible,
        "decided_text": decided_text,
    }
    data |= {"due": due.isoformat() if due else None, "meeting": case.meeting if case.state == "deliberated" else None}
    return _act(session, case, "settle", by, at, "", data)


def send_back(session: Session, number: int, *, reason: str, by: str, at: datetime) -> Case:
    """The conference returns the matter."""
    case = load(session, number)
    CASE.step(case.state, "return")
    return _act(session, case, "return", by, at, _stated(reason, "退回理由"), {})


def escalate(session: Session, number: int, *, reason: str, by: str, at: datetime) -> Case:
    """报请政府决定 (practice)."""
    case = load(session, number)
    CASE.step(case.state, "escalate")
    return _act(session, case, "escalate", by, at, _stated(reason, "报请理由"), {})


def record_review(session: Session, number: int, *, finding: str, outcome: str, by: str, at: datetime) -> Case:
    """The outcome of legality review of one finding; no agreement can replace it."""
    return _track(session, number, "review", "legality", finding, outcome, by, at)


def record_staffing(session: Session, number: int, *, finding: str, outcome: str, by: str, at: datetime) -> Case:
    """The outcome of the 机构编制 track of one finding."""
    return _track(session, number, "staffing", "staffing", finding, outcome, by, at)


def set_gate(session: Session, number: int, *, gate: str, status: str, by: str, at: datetime) -> Case:
    """A gate before issue: none, asked, passed or failed."""
    if status not in GATE_STATUS:
        raise Refused(f"程序关口的状态只能是 {'、'.join(GATE_STATUS)}。")
    return _act(session, load(session, number), "gate", by, at, "", {"gate": gate, "status": status})


def close(session: Session, number: int, *, by: str, at: datetime, gates: Iterable[str] = ()) -> Case:
    """办结: not while legality review or the 机构编制 track is open, nor before the gates in use are passed."""
    case = load(session, number)
    CASE.step(case.state, "close")
    if case.unresolved("legality"):
        raise Refused("还有与上位规定不一致的问题未取得合法性审核结论；这类问题不能通过协商一致办结。")
    if case.unresolved("staffing"):
        raise Refused("还有职责权限问题未经机构编制程序办理，不能办结。")
    waiting = [g for g in gates if case.gates.get(g) != "passed"]
    if waiting:
        raise Refused(f"以下程序尚未通过，不能办结：{'、'.join(waiting)}。")
    return _act(session, case, "close", by, at, "", {})


def withdraw(session: Session, number: int, *, reason: str, by: str, at: datetime) -> Case:
    """The initiator takes the matter back."""
    case = load(session, number)
    CASE.step(case.state, "withdraw")
    return _act(session, case, "withdraw", by, at, _stated(reason, "撤回理由"), {})


def _track(
    session: Session, number: int, action: str, route: str, finding: str, outcome: str, by: str, at: datetime
) -> Case:
    case = load(session, number)
    CASE.step(case.state, action)
    if finding not in {f.id for f in case.unresolved(route)}:
        raise Refused(f"本事项没有编号为 {finding} 的待办问题。")
    data = {"finding": finding, "outcome": _stated(outcome, "办理结论")}
    return _act(session, case, action, by, at, outcome, data)


def _stated(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"请写明{what}。")
    return text


def _act(
    session: Session, case: Case, action: str, by: str, at: datetime, reason: str, data: Mapping[str, Any]
) -> Case:
    step = CASE.step(case.state, action)
    after = step.target or case.state
    event = Event(stream(case.number), case.version + 1, at, by, action, case.state, after, reason, data)
    append(session, event)
    changed = apply(case, event)
    _project(session, changed)
    return changed


def _project(session: Session, case: Case) -> None:
    row = session.get(CaseRow, case.number) or CaseRow(number=case.number)
    row.state, row.title, row.topic, row.severity = case.state, case.title, case.topic, case.severity()
    row.opened, row.changed, row.reply_by = case.opened, case.changed, case.reply_by  # type: ignore[assignment]
    session.add(row)
    session.flush()


def rebuild(session: Session) -> int:
    """Write every row again from the log; returns how many."""
    session.query(CaseRow).delete()
    top = next_number(session, "case")
    for number in range(1, top):
        _project(session, load(session, number))
    return top - 1


def list_cases(session: Session, states: Iterable[str] = (), limit: int = 100, offset: int = 0) -> list[CaseRow]:
    """Rows, those with the earliest reply date first."""
    query = select(CaseRow)
    if wanted := tuple(states):
        query = query.where(CaseRow.state.in_(wanted))
    order = (CaseRow.reply_by.is_(None), CaseRow.reply_by, CaseRow.number)
    return list(session.scalars(query.order_by(*order).limit(limit).offset(offset)))
