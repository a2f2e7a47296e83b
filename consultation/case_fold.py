"""From the events of a case to the case: one function for each action that changes more than the state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from consultation.calendar import china_day
from consultation.case import Case, CaseFinding, Decision, GateState, Opinion, Recheck, Stance
from consultation.events import Event

DEEMED = "逾期未反馈，视为无意见"
BLANK = Case(0)
OF_ONE_ROUND = ("opinions", "large", "overall", "interested", "meeting", "decision", "recheck")


def fold(number: int, events: Iterable[Event]) -> Case:
    """The case that its events describe; built once, however many they are."""
    told = SimpleNamespace(**{f.name: getattr(BLANK, f.name) for f in fields(Case)})
    told.number = number
    for event in events:
        vars(told).update(_changed(told, event))
    return Case(**vars(told))


def apply(case: Case, event: Event) -> Case:
    """The case after one more event."""
    return replace(case, **_changed(case, event))


def _changed(case: Any, event: Event) -> dict[str, Any]:
    change = _CHANGES.get(event.action)
    always = {"state": event.after, "changed": event.at, "version": event.seq}
    return {**change(case, event), **always} if change else always


def _opened(case: Case, event: Event) -> dict[str, Any]:
    data = event.data
    return {
        "title": data["title"],
        "topic": data.get("topic", ""),
        "initiator": data["initiator"],
        "draft": data.get("draft", ""),
        "findings": tuple(_finding(f) for f in data.get("findings", [])),
        "participants": tuple(data.get("participants", [])),
        "opened": event.at,
    }


def _finding(data: Mapping[str, Any]) -> CaseFinding:
    made: dict[str, Any] = {key: tuple(data.get(key, [])) for key in ("agencies", "aid", "evidence")}
    for key in ("id", "code", "message", "severity", "route", "suggestion", "outcome"):
        made[key] = data.get(key, "")
    return CaseFinding(**made)


def _circulated(case: Case, event: Event) -> dict[str, Any]:
    day = event.data.get("reply_by")
    to = tuple(event.data["to"])
    fresh = {name: getattr(BLANK, name) for name in OF_ONE_ROUND}
    until = date.fromisoformat(day) if day else None
    return {**fresh, "circulated_to": to, "circulated": china_day(event.at), "reply_by": until}


def _opined(case: Case, event: Event) -> dict[str, Any]:
    data = event.data
    opinion = Opinion(data["agency"], Stance(data["stance"]), data.get("text", ""), data.get("finding", ""), event.at)
    return {"opinions": (*case.opinions, opinion)}


def _consulted(case: Case, event: Event) -> dict[str, Any]:
    deemed = event.data.get("deemed", ())
    silent = tuple(Opinion(agency, Stance.NONE, DEEMED, "", event.at, deemed=True) for agency in deemed)
    return {"opinions": (*case.opinions, *silent)}


def _coordinated(case: Case, event: Event) -> dict[str, Any]:
    data = event.data
    return {"large": data["large"], "overall": data["overall"], "interested": data.get("interested", False)}


def _returned(case: Case, event: Event) -> dict[str, Any]:
    return {"returned": event.reason}


def _deliberated(case: Case, event: Event) -> dict[str, Any]:
    return {"meeting": event.data["meeting"]}


def _decided(case: Case, event: Event) -> dict[str, Any]:
    data = event.data
    due = date.fromisoformat(data["due"]) if data.get("due") else None
    texts = (data["decision"], data.get("decided_text", ""), data.get("responsible", ""))
    return {"decision": Decision(*texts, due, data.get("meeting"), event.at)}


def _tracked(case: Case, event: Event) -> dict[str, Any]:
    found = event.data["finding"]
    outcome = event.data["outcome"]
    return {"findings": tuple(replace(f, outcome=outcome) if f.id == found else f for f in case.findings)}


def _rechecked(case: Case, event: Event) -> dict[str, Any]:
    data = event.data
    still, new = (tuple((f["id"], f["message"]) for f in data[key]) for key in ("standing", "new"))
    return {"recheck": Recheck(tuple(data["settled"]), still, new, event.at)}


def _gated(case: Case, event: Event) -> dict[str, Any]:
    due = event.data.get("due")
    mark = GateState(event.data["status"], china_day(event.at), date.fromisoformat(due) if due else None)
    return {"gates": {**case.gates, event.data["gate"]: mark}}


_CHANGES = {
    "open": _opened,
    "circulate": _circulated,
    "opine": _opined,
    "consult": _consulted,
    "coordinate": _coordinated,
    "deliberate": _deliberated,
    "settle": _decided,
    "agree": _decided,
    "review": _tracked,
    "staffing": _tracked,
    "gate": _gated,
    "return": _returned,
    "recheck": _rechecked,
}
