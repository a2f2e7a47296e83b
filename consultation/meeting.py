"""联席会议 and liaison meetings: what a meeting is, folded from its events, and its table of steps.

Leave must state a reason before the meeting; nobody may be absent without one (不得无故缺席). A conference has no seal:
its product is minutes, not a policy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from consultation.events import Event
from consultation.machine import Binding, Machine, Step
from consultation.streams import Streams

MEETING = Machine(
    "会议",
    {
        "": "未提出",
        "proposed": "拟召开",
        "notified": "已通知",
        "held": "已召开",
        "minuted": "已印发纪要",
        "followed": "议定事项已办结",
        "cancelled": "已取消",
    },
    (
        Step("propose", "提出召开", ("",), "proposed", "leading-group", Binding.MAY),
        Step("agenda", "确定议题", ("proposed",), "", "office", Binding.PRACTICE, "议题清单"),
        Step("notify", "通知成员单位", ("proposed",), "notified", "office", Binding.PRACTICE, "会议通知"),
        Step("postpone", "改期", ("proposed", "notified"), "", "office", Binding.PRACTICE, "会议改期通知"),
        Step("leave", "请假", ("notified",), "", "member", Binding.MUST, "请假说明"),
        Step("hold", "召开会议", ("notified",), "held", "leading-group", Binding.MUST, "签到表"),
        Step("decide", "记录议定事项", ("held",), "", "leading-group", Binding.MUST),
        Step("minute", "印发纪要", ("held",), "minuted", "office", Binding.PRACTICE, "会议纪要"),
        Step("progress", "登记办理情况", ("minuted",), "", "member", Binding.PRACTICE, "督办单"),
        Step("finish", "办结议定事项", ("minuted",), "followed", "office", Binding.PRACTICE),
        Step("cancel", "取消会议", ("proposed", "notified"), "cancelled", "office", Binding.MAY, "会议取消通知"),
    ),
)
KINDS = {"regular": "定期联席会议", "ad-hoc": "临时联席会议", "liaison": "联络员会议"}


@dataclass(frozen=True, slots=True)
class Leave:
    """A member that cannot come, and why."""

    agency: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Former:
    """A time and place that the members had notice of, and why the meeting was moved from there."""

    when: datetime | None
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class MeetingDecision:
    """A decision with who sees to it, by when, and whether it is done."""

    number: int
    text: str
    responsible: str
    due: date | None
    case: int | None = None
    done: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting."""

    number: int
    state: str = ""
    kind: str = ""
    title: str = ""
    when: datetime | None = None
    place: str = ""
    agenda: tuple[int, ...] = ()  # case numbers
    invited: tuple[str, ...] = ()
    former: tuple[Former, ...] = ()
    leaves: tuple[Leave, ...] = ()
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()  # without leave
    decisions: tuple[MeetingDecision, ...] = ()
    called_off: str = ""  # why, where the members had notice
    version: int = 0

    def open_decisions(self) -> tuple[MeetingDecision, ...]:
        """Decisions not reported done."""
        return tuple(d for d in self.decisions if not d.done)


def apply(meeting: Meeting, event: Event) -> Meeting:
    """The meeting after one more event."""
    change = _CHANGES.get(event.action)
    changed = replace(meeting, **change(meeting, event)) if change else meeting
    return replace(changed, state=event.after, version=event.seq)


def _proposed(_: Meeting, event: Event) -> dict[str, Any]:
    data = event.data
    return {"kind": data["kind"], "title": data["title"], "when": _time(data["when"]), "place": data["place"]}


def _notified(_: Meeting, event: Event) -> dict[str, Any]:
    return {"invited": tuple(event.data["invited"])}


def _agenda(_: Meeting, event: Event) -> dict[str, Any]:
    return {"agenda": tuple(event.data["cases"])}


def _postponed(meeting: Meeting, event: Event) -> dict[str, Any]:
    """Leave was asked for the former time and lapses with it."""
    told = (Former(meeting.when, meeting.place, event.reason),) if event.before == "notified" else ()
    moved = {"when": _time(event.data["when"]), "place": event.data["place"]}
    return {**moved, "former": (*meeting.former, *told), "leaves": ()}


def _cancelled(_: Meeting, event: Event) -> dict[str, Any]:
    return {"called_off": event.reason if event.before == "notified" else ""}


def _left(meeting: Meeting, event: Event) -> dict[str, Any]:
    return {"leaves": (*meeting.leaves, Leave(event.data["agency"], event.reason, event.at))}


def _held(meeting: Meeting, event: Event) -> dict[str, Any]:
    present = tuple(event.data["present"])
    excused = {x.agency for x in meeting.leaves}
    return {"present": present, "absent": tuple(a for a in meeting.invited if a not in present and a not in excused)}


def _decided(meeting: Meeting, event: Event) -> dict[str, Any]:
    return {"decisions": (*meeting.decisions, _decision(len(meeting.decisions) + 1, event.data))}


def _decision(number: int, data: Mapping[str, Any]) -> MeetingDecision:
    due = date.fromisoformat(data["due"]) if data.get("due") else None
    return MeetingDecision(number, data["text"], data["responsible"], due, data.get("case"))


def _progressed(meeting: Meeting, event: Event) -> dict[str, Any]:
    wanted, done = event.data["decision"], event.data["done"]
    return {"decisions": tuple(replace(d, done=done) if d.number == wanted else d for d in meeting.decisions)}


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


_CHANGES = {
    "propose": _proposed,
    "agenda": _agenda,
    "notify": _notified,
    "postpone": _postponed,
    "cancel": _cancelled,
    "leave": _left,
    "hold": _held,
    "decide": _decided,
    "progress": _progressed,
}
MEETINGS = Streams("meeting", MEETING, lambda key: Meeting(int(key)), apply)
