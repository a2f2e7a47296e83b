"""信息通报: the bulletin compiled from the quarter's reports, with how the cases stand and what coverage changed.

What it looks like as a letter: `letters.bulletin_letter`; how coverage is compared: `api.coverage_changes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from consultation import caselog
from consultation.calendar import china_day, quarter_of
from consultation.case_steps import CASE
from consultation.errors import Refused
from consultation.models import CaseRow
from consultation.reports import REPORTS, Due, Report, of_quarter, punctuality

ENDED = ("closed", "withdrawn")
MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class CoverageChange:
    """An aid for some groups in a region that is led otherwise than a quarter ago; agencies by id, the rest in Chinese.

    `region` "" is a rule of the central level.
    """

    region: str
    aid: str
    groups: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Cases of the quarter and in all; `open` and `closed` name them with their state."""

    opened: int  # in the quarter
    ended: int  # in the quarter
    total: int
    closed: tuple[tuple[int, str, str], ...]  # number, title, state; ended in the quarter
    open: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One issue: what was reported, what is missing, how the cases stand, what coverage changed."""

    year: int
    quarter: int
    reports: tuple[Report, ...]
    events: tuple[Report, ...]
    due: dict[str, Due]
    cases: Overview
    coverage: tuple[CoverageChange, ...] = ()

    def waiting(self) -> int:
        """Reports and events that are not yet marked as compiled."""
        return sum(r.state == "submitted" for r in (*self.reports, *self.events))


def assemble(
    session: Session,
    *,
    members: Sequence[str],
    year: int,
    quarter: int,
    day: date,
    coverage: Iterable[CoverageChange] = (),
) -> Bulletin:
    """The issue as it would be on `day`, nothing marked; raises Refused where nothing was reported."""
    found = of_quarter(session, year, quarter)
    if not found:
        raise Refused(f"{year} 年第 {quarter} 季度没有任何报送，不能编印简报。")
    found.sort(key=lambda r: (members.index(r.agency) if r.agency in members else len(members), r.key))
    reports = tuple(r for r in found if r.kind == "quarterly")
    events = tuple(r for r in found if r.kind == "event")
    due = punctuality(session, members, year, quarter, day)
    return Bulletin(year, quarter, reports, events, due, overview(session, year, quarter), tuple(coverage))


def compile_bulletin(
    session: Session,
    *,
    members: Sequence[str],
    year: int,
    quarter: int,
    by: str,
    at: datetime,
    coverage: Iterable[CoverageChange] = (),
) -> Bulletin:
    """Mark the quarter's reports as compiled and give the issue; raises Refused where nothing was reported."""
    what: dict[str, Any] = {"members": members, "year": year, "quarter": quarter, "coverage": coverage}
    issue = assemble(session, **what, day=china_day(at))

    def compiled(found: Iterable[Report]) -> tuple[Report, ...]:
        return tuple(REPORTS.act(session, r.key, r, "compile", by, at) if r.state == "submitted" else r for r in found)

    return replace(issue, reports=compiled(issue.reports), events=compiled(issue.events))


def overview(session: Session, year: int, quarter: int) -> Overview:
    """How the cases stand, seen from one quarter; cases opened later are left out."""
    rows = [r for r in caselog.list_cases(session, limit=MOST) if _quarter(r.opened) <= (year, quarter)]
    ended = [r for r in rows if r.state in ENDED]
    now = [r for r in ended if _quarter(r.changed) == (year, quarter)]
    opened = sum(_quarter(r.opened) == (year, quarter) for r in rows)
    still = [r for r in rows if r.state not in ENDED]
    return Overview(opened, len(now), len(rows), tuple(map(_named, now)), tuple(map(_named, still)))


def quarter_days(year: int, quarter: int) -> tuple[date, date]:
    """First and last day of a quarter."""
    first = date(year, quarter * 3 - 2, 1)
    after = date(year + quarter // 4, quarter % 4 * 3 + 1, 1)
    return first, date.fromordinal(after.toordinal() - 1)


def _named(row: CaseRow) -> tuple[int, str, str]:
    return row.number, row.title, CASE.states[row.state]


def _quarter(moment: datetime) -> tuple[int, int]:
    return quarter_of(china_day(moment))
