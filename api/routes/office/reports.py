"""信息通报 over the API: quarterly reports, major events, the bulletin, and what is due."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel

from api.coverage_changes import changes_of_quarter
from api.page.files import WORD
from api.routes.office.given_reports import BulletinIn, MajorEventIn, ReportIn
from api.routes.office.work import Day, MemberWork, OfficeWork, file_answer
from consultation import reports
from consultation.bulletin import compile_bulletin
from consultation.calendar import last_finished_quarter, quarter_deadline
from consultation.desk import due_items, ics, phase
from consultation.letters.bulletin_letter import bulletin_letter
from consultation.reports import DUE_WORDS, REPORTS, Report

router = APIRouter(tags=["信息通报"])
CALENDAR = "text/calendar"
Year = Annotated[int | None, Query(ge=2000, le=2100)]
Quarter = Annotated[int | None, Query(ge=1, le=4)]


class ReportOut(BaseModel):
    """A report."""

    key: str
    agency: str
    kind: str
    year: int
    quarter: int
    state: str
    sections: dict[str, str]
    received: datetime | None


class StandingOut(BaseModel):
    """How a member stands with the report of a quarter."""

    agency: str
    label: str
    status: str
    words: str


class QuarterOut(BaseModel):
    """A quarter: when its reports are due and how every member stands."""

    year: int
    quarter: int
    deadline: date
    members: list[StandingOut]


class CoverageChangeOut(BaseModel):
    """Coverage that changed in the quarter."""

    region: str
    aid: str
    groups: list[str]
    before: list[str]
    after: list[str]


class DueOut(BaseModel):
    """One thing that is due."""

    day: date
    phase: str
    kind: str
    title: str
    who: list[str]
    reference: str


@router.get("/reports", summary="季度报送情况")
def standing(work: MemberWork, year: Year = None, quarter: Quarter = None, at: Day = None) -> QuarterOut:
    """Submitted, late, overdue, pending or compiled; the quarter that ended last by default."""
    last = last_finished_quarter(work.today)
    which = (year or last[0], quarter or last[1])
    found = reports.standing(work.session, work.members, *which, at or work.today)
    name = work.words.name
    rows = [StandingOut(agency=a, label=name(a), status=d.value, words=DUE_WORDS[d]) for a, d in found.items()]
    return QuarterOut(year=which[0], quarter=which[1], deadline=quarter_deadline(*which), members=rows)


@router.post("/reports", summary="报送季度情况", status_code=201)
def submit(new: ReportIn, work: MemberWork) -> ReportOut:
    """Under the six headings; a liaison officer reports for his own unit."""
    fields = new.model_dump() | {"agency": work.own(new.agency)}
    return _out(reports.submit(work.session, **fields, **work.acting))


@router.post("/reports/events", summary="报送重大情况", status_code=201)
def event(new: MajorEventIn, work: MemberWork) -> ReportOut:
    """At once."""
    fields = new.model_dump() | {"agency": work.own(new.agency)}
    return _out(reports.report_event(work.session, **fields, **work.acting))


@router.get("/reports/all", summary="全部报送")
def listed(work: OfficeWork, year: Year = None, quarter: Quarter = None) -> list[ReportOut]:
    """Quarterly reports and major events with their text."""
    found = REPORTS.all(work.session)
    return [_out(r) for r in found if year in (None, r.year) and quarter in (None, r.quarter)]


@router.post(
    "/bulletins", summary="编印工作简报", response_class=Response, responses=file_answer(WORD, "工作简报（.docx）")
)
def compiled(new: BulletinIn, work: OfficeWork) -> Response:
    """From the quarter's reports, with the cases and the coverage that changed."""
    changed = changes_of_quarter(work.library, new.year, new.quarter)
    what: dict[str, Any] = {"members": work.members, "year": new.year, "quarter": new.quarter, "coverage": changed}
    issue = compile_bulletin(work.session, **what, **work.acting)
    return Response(bulletin_letter(issue, work.words, work.today, new.number), media_type=WORD)


@router.get("/bulletins/coverage", summary="一个季度的覆盖变化")
def coverage(
    work: MemberWork, year: Annotated[int, Query(ge=2000, le=2100)], quarter: Annotated[int, Query(ge=1, le=4)]
) -> list[CoverageChangeOut]:
    """Which aid for whom is led otherwise than a quarter ago, by region and agency."""
    found = changes_of_quarter(work.library, year, quarter)
    return [CoverageChangeOut.model_validate(c, from_attributes=True) for c in found]


@router.get("/desk", summary="待办事项")
def due(work: MemberWork, at: Day = None) -> list[DueOut]:
    """What is overdue, due today, this week, later."""
    day = at or work.today
    items = due_items(work.session, work.members, day)
    return [
        DueOut(day=i.day, phase=phase(i, day), kind=i.kind, title=i.title, who=list(i.who), reference=i.reference)
        for i in items
    ]


@router.get(
    "/desk/calendar", summary="待办日历（.ics）", response_class=Response, responses=file_answer(CALENDAR, "iCalendar")
)
def calendar(work: MemberWork) -> Response:
    """The same as a calendar file (RFC 5545)."""
    items = due_items(work.session, work.members, work.today)
    return Response(ics(items, work.words.names, work.acting["at"]), media_type=CALENDAR)


def _out(report: Report) -> ReportOut:
    return ReportOut.model_validate(report, from_attributes=True)
