"""Findings that a drafter or the office decided to live with: who, why, until when, and taken back, in the log.

A waiver belongs to the owner of the draft, so that nobody sets a finding aside for somebody else's draft. Whether it
still has effect (the clauses unchanged, the day not passed) is the business of `checks.waivers`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from checks.waivers import Waiver
from consultation.calendar import china_day
from consultation.errors import Refused
from consultation.events import Event
from consultation.machine import Binding, Machine, Step
from consultation.models import EventRow
from consultation.streams import Streams

LONGEST = 366 * 2  # days that a waiver may last
WAIVER = Machine(
    "豁免",
    {"": "未豁免", "standing": "豁免中", "lifted": "已撤销"},
    (
        Step("waive", "豁免", ("", "lifted", "standing"), "standing", "drafter", Binding.PRACTICE),
        Step("lift", "撤销豁免", ("standing",), "lifted", "drafter", Binding.PRACTICE),
    ),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """One finding of one owner's drafts: set aside (`state` standing) or not."""

    key: str
    state: str = ""
    finding: str = ""
    reason: str = ""
    who: str = ""
    until: date = date.min
    version: int = 0

    def waiver(self) -> Waiver:
        """For `checks.waivers.apply_waivers`."""
        return Waiver(self.finding, self.reason, self.who, self.until)


def apply(standing: Standing, event: Event) -> Standing:
    """The waiver after one more event."""
    data: Mapping[str, Any] = event.data
    changed = replace(standing, state=event.after, finding=data["finding"], version=event.seq)
    if event.action == "waive":
        changed = replace(changed, reason=event.reason, who=event.by, until=date.fromisoformat(data["until"]))
    return changed


WAIVERS = Streams("waiver", WAIVER, Standing, apply)


def waive(session: Session, *, owner: str, finding: str, reason: str, until: date, by: str, at: datetime) -> Standing:
    """Set a finding aside up to and including `until`. Raises Refused without a reason or for a day out of range."""
    today = china_day(at)
    if not reason.strip():
        raise Refused("豁免须写明理由。")
    if not today <= until or (until - today).days > LONGEST:
        raise Refused("豁免的截止日期须在今天之后、两年以内。")
    data = {"owner": owner, "finding": finding, "until": until.isoformat()}
    key = _key(owner, finding)
    return WAIVERS.act(session, key, WAIVERS.find(session, key), "waive", by, at, reason.strip(), data)


def lift(session: Session, *, owner: str, finding: str, by: str, at: datetime) -> Standing:
    """Take a waiver back."""
    key = _key(owner, finding)
    data = {"owner": owner, "finding": finding}
    return WAIVERS.act(session, key, WAIVERS.find(session, key), "lift", by, at, "", data)


def waivers_of(session: Session, owner: str) -> tuple[Waiver, ...]:
    """What stands for the drafts of this owner."""
    prefix = f"waiver/{_owner(owner)}-"
    streams = session.scalars(select(EventRow.stream).where(EventRow.stream.startswith(prefix)).distinct())
    found = (WAIVERS.find(session, stream.removeprefix("waiver/")) for stream in sorted(streams))
    return tuple(standing.waiver() for standing in found if standing.state == "standing")


def _key(owner: str, finding: str) -> str:
    return f"{_owner(owner)}-{finding}"


def _owner(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:16]
