"""What hangs on a case beside its course: legality review, the 机构编制 track, gates before issue, the decided text
checked again; and closing, which waits for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from consultation.calendar import Count, add_days, china_day
from consultation.case import Case
from consultation.case_steps import CASE
from consultation.caselog import act, load, stated
from consultation.errors import Refused
from ontology.gates import Gate

GATE_WORDS = {"none": "未开始", "asked": "已提请", "passed": "已通过", "failed": "未通过"}
GATE_MOVES = {"none": ("asked",), "asked": ("passed", "failed", "none"), "failed": ("asked",), "passed": ()}


def record_review(session: Session, number: int, *, finding: str, outcome: str, by: str, at: datetime) -> Case:
    """The outcome of legality review of one finding; no agreement can replace it."""
    return _track(session, number, "review", "legality", finding, outcome, by, at)


def record_staffing(session: Session, number: int, *, finding: str, outcome: str, by: str, at: datetime) -> Case:
    """The outcome of the 机构编制 track of one finding."""
    return _track(session, number, "staffing", "staffing", finding, outcome, by, at)


def gate_status(case: Case, gate: Gate) -> str:
    """none, asked, passed or failed; 征求意见 is told by the steps of the case."""
    if gate.by_step:
        if case.circulated is None or case.state == "returned":
            return "none"
        return "asked" if case.state == "circulated" else "passed"
    found = case.gates.get(gate.id)
    return found.status if found else "none"


def set_gate(
    session: Session,
    number: int,
    *,
    gate: str,
    status: str,
    gates: Sequence[Gate],
    by: str,
    at: datetime,
    reason: str = "",
) -> Case:
    """Move one of the `gates` in use (its id or name): asked in their order, then passed, or failed with a reason."""
    case = load(session, number)
    CASE.step(case.state, "gate")
    found = _in_use(gates, gate)
    now = gate_status(case, found)
    if status not in GATE_MOVES[now]:
        able = "、".join(GATE_WORDS[s] for s in GATE_MOVES[now]) or "无"
        raise Refused(
            f"{found.name}现为“{GATE_WORDS[now]}”，不能改为“{GATE_WORDS.get(status, status)}”。可以改为：{able}。"
        )
    day = china_day(at)
    if status == "asked":
        _refuse_out_of_order(case, gates, found)
    if status == "passed":
        _refuse_too_soon(case, found, day)
    why = stated(reason, "未通过的原因") if status == "failed" else reason
    due = _due(found, day) if status == "asked" else None
    data = {"gate": found.id, "status": status, "due": due.isoformat() if due else None}
    return act(session, case, "gate", by, at, f"{found.name}：{GATE_WORDS[status]}{f'，{why}' if why else ''}", data)


def record_recheck(
    session: Session,
    number: int,
    *,
    settled: Sequence[str],
    standing: Sequence[Mapping[str, Any]],
    new: Sequence[Mapping[str, Any]],
    by: str,
    at: datetime,
) -> Case:
    """What the check says of the decided text; findings are given as `id` and `message`."""
    case = load(session, number)
    CASE.step(case.state, "recheck")
    said = f"已消除 {len(settled)} 条，仍然存在 {len(standing)} 条，新增 {len(new)} 条"
    kept = [[{"id": f["id"], "message": f["message"]} for f in found] for found in (standing, new)]
    data = {"settled": list(settled), "standing": kept[0], "new": kept[1]}
    return act(session, case, "recheck", by, at, said, data)


def close(session: Session, number: int, *, by: str, at: datetime, gates: Sequence[Gate] = ()) -> Case:
    """办结: not while legality review or the 机构编制 track is open, nor before the gates in use are passed."""
    case = load(session, number)
    CASE.step(case.state, "close")
    if case.unresolved("legality"):
        raise Refused("还有与上位规定不一致的问题未取得合法性审核结论；这类问题不能通过协商一致办结。")
    if case.unresolved("staffing"):
        raise Refused("还有职责权限问题未经机构编制程序办理，不能办结。")
    if waiting := [g.name for g in gates if gate_status(case, g) != "passed"]:
        raise Refused(f"以下程序尚未通过，不能办结：{'、'.join(waiting)}。")
    return act(session, case, "close", by, at, "", {})


def _track(
    session: Session, number: int, action: str, route: str, finding: str, outcome: str, by: str, at: datetime
) -> Case:
    case = load(session, number)
    CASE.step(case.state, action)
    if finding not in {f.id for f in case.unresolved(route)}:
        raise Refused(f"本事项没有编号为 {finding} 的待办问题。")
    data = {"finding": finding, "outcome": stated(outcome, "办理结论")}
    return act(session, case, action, by, at, outcome, data)


def _in_use(gates: Sequence[Gate], wanted: str) -> Gate:
    found = next((g for g in gates if wanted in (g.id, g.name)), None)
    if found is None:
        used = "、".join(g.name for g in gates) or "无"
        raise Refused(f"没有启用“{wanted}”程序。已经启用的程序：{used}。")
    if found.by_step:
        raise Refused(f"“{found.name}”的状态由事项的办理步骤确定，不单独登记。")
    return found


def _refuse_out_of_order(case: Case, gates: Sequence[Gate], gate: Gate) -> None:
    before = gates[: gates.index(gate)]
    if waiting := [g.name for g in before if gate_status(case, g) != "passed"]:
        raise Refused(f"应当先通过{'、'.join(waiting)}，再提请{gate.name}。")


def _refuse_too_soon(case: Case, gate: Gate, day: date) -> None:
    earliest = case.gates[gate.id].since + timedelta(days=gate.at_least)
    if gate.at_least and day < earliest:
        raise Refused(f"{gate.name}不少于 {gate.at_least} 日，{earliest.isoformat()} 以后才能登记通过。")


def _due(gate: Gate, day: date) -> date | None:
    if gate.within:
        return add_days(day, gate.within, Count.WORKING)
    return day + timedelta(days=gate.at_least) if gate.at_least else None
