"""联络工作: each member names one office and one division-level officer; who is in office on a day is looked up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from consultation.calendar import china_day
from consultation.errors import Refused
from consultation.events import Event
from consultation.machine import Binding, Machine, Step
from consultation.streams import Streams

LIAISON = Machine(
    "联络员",
    {"": "未指定", "active": "在任"},
    (
        Step("appoint", "指定联络员", ("",), "active", "member", Binding.MUST, "联络员名册"),
        Step("change", "调整联络员", ("active",), "active", "member", Binding.MUST, "联络员变更函"),
    ),
)


@dataclass(frozen=True, slots=True)
class Officer:
    """A liaison officer from a day on; rank is 处级."""

    name: str
    office: str
    post: str
    phone: str
    since: date
    reported: date

    def missing(self) -> tuple[str, ...]:
        """What the entry lacks."""
        fields = {"姓名": self.name, "处（室）": self.office, "职务": self.post, "电话": self.phone}
        return tuple(label for label, value in fields.items() if not value.strip())


@dataclass(frozen=True, slots=True)
class Liaison:
    """All officers of one member, the earliest first."""

    agency: str
    state: str = ""
    officers: tuple[Officer, ...] = ()
    version: int = 0

    def on(self, day: date) -> Officer | None:
        """The officer in office on that day."""
        served = [o for o in self.officers if o.since <= day]
        return served[-1] if served else None


def apply(liaison: Liaison, event: Event) -> Liaison:
    """The entry after one more event."""
    data: dict[str, Any] = dict(event.data)
    data |= {key: date.fromisoformat(data[key]) for key in ("since", "reported")}
    officers = sorted((*liaison.officers, Officer(**data)), key=lambda o: o.since)
    return replace(liaison, officers=tuple(officers), state=event.after, version=event.seq)


LIAISONS = Streams("liaison", LIAISON, Liaison, apply)


def appoint(
    session: Session,
    *,
    agency: str,
    name: str,
    office: str,
    post: str,
    phone: str,
    since: date,
    by: str,
    at: datetime,
) -> Liaison:
    """Appoint or change the officer of a member; the change is reported on the day it is entered."""
    if not name.strip():
        raise Refused("联络员须写明姓名。")
    entry = LIAISONS.find(session, agency)
    if entry.officers and since <= entry.officers[-1].since:
        raise Refused("新任联络员的任职日期须晚于现任联络员的任职日期。")
    data = {"name": name, "office": office, "post": post, "phone": phone}
    data |= {"since": since.isoformat(), "reported": china_day(at).isoformat()}
    return LIAISONS.act(session, agency, entry, "change" if entry.officers else "appoint", by, at, "", data)


def officer_on(session: Session, agency: str, day: date) -> Officer | None:
    """To whom letters of that day go."""
    return LIAISONS.find(session, agency).on(day)


def officers_on(session: Session, agencies: Iterable[str], day: date) -> dict[str, Officer]:
    """The officers of several members; a member without one is left out."""
    entries = {entry.agency: entry.on(day) for entry in LIAISONS.all(session)}
    found = ((agency, entries.get(agency)) for agency in agencies)
    return {agency: officer for agency, officer in found if officer is not None}


@dataclass(frozen=True, slots=True)
class Lack:
    """An incomplete or outdated entry."""

    agency: str
    what: str


def lacking(session: Session, members: Iterable[str], day: date, stale_after_days: int = 730) -> list[Lack]:
    """Members without an officer, with an incomplete entry, or one not confirmed for `stale_after_days` days."""
    entries = {entry.agency: entry for entry in LIAISONS.all(session)}
    found = []
    for agency in members:
        officer = entries[agency].on(day) if agency in entries else None
        if officer is None:
            found.append(Lack(agency, "未指定联络员"))
        elif missing := officer.missing():
            found.append(Lack(agency, f"缺少{'、'.join(missing)}"))
        elif (day - officer.reported).days > stale_after_days:
            found.append(Lack(agency, f"自{officer.reported.isoformat()}以来未更新"))
    return found
