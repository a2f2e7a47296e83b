"""联络 and 通报: the register of liaison officers, the quarterly reports, with what each member still owes."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, File, Form, Query, Request, Response, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from api.consulting import members_of
from api.deps import InDatabase, InLibrary, Now
from api.page.refusal import refused
from api.page.render import page
from api.problems import Problem
from api.routes.checking import upload_bytes
from api.security import Officer, Speaker
from consultation import liaison, reports
from consultation.calendar import china_day, last_finished_quarter, quarter_deadline, quarter_of
from consultation.errors import Refused
from consultation.people import Permission, User
from consultation.reports import DUE_WORDS, HEADINGS
from consultation.roster import import_roster

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Words = Annotated[str, Form(max_length=200)]


@router.get("/liaison")
def register(
    request: Request,
    library: InLibrary,
    user: Speaker,
    session: InDatabase,
    now: Now,
    error: str = "",
    done: str = "",
) -> HTMLResponse:
    """Every member with the officer in office today, what is missing, and the form to name one."""
    members, today = members_of(request.app.state.settings), china_day(now)
    more: dict[str, Any] = {
        "officers": [(a, liaison.officer_on(session, a, today)) for a in members],
        "lacks": {lack.agency: lack.what for lack in liaison.lacking(session, members, today)},
        "agencies": agencies_of(user, members),
        "today": today,
        "error": error,
        "done": done,
    }
    return page(request, "liaison", library, **more)


@router.post("/liaison")
def appointed(
    user: Speaker,
    session: InDatabase,
    now: Now,
    agency: Words,
    name: Words,
    since: Words,
    office: Words = "",
    post: Words = "",
    phone: Words = "",
) -> Response:
    """Name or change the officer of a member; a liaison officer only for his own."""
    check_own(user, agency)
    try:
        day = read_day(since)
        details = {"name": name, "office": office, "post": post, "phone": phone}
        liaison.appoint(session, agency=agency, **details, since=day, by=user.name, at=now)
    except Refused as error:
        return refused("/liaison", error)
    return RedirectResponse("/liaison", status_code=303)


@router.post("/liaison/roster")
def roster_imported(
    request: Request, user: Officer, session: InDatabase, now: Now, file: Annotated[UploadFile, File()]
) -> Response:
    """The officers of a spreadsheet, all rows or none."""
    members = members_of(request.app.state.settings)
    try:
        changed = import_roster(session, upload_bytes(file), members, by=user.name, at=now)
    except Refused as error:
        session.rollback()
        return refused("/liaison", error)
    return RedirectResponse(f"/liaison?done={quote(f'已登记 {len(changed)} 个单位的联络员。')}", status_code=303)


@router.get("/reports")
def reported(
    request: Request,
    library: InLibrary,
    user: Speaker,
    session: InDatabase,
    now: Now,
    year: Annotated[int, Query(ge=2000, le=2100)] = 0,
    quarter: Annotated[int, Query(ge=0, le=4)] = 0,
    error: str = "",
) -> HTMLResponse:
    """How the members' reports of one quarter stand, what they say, and the form to send one."""
    members, today = members_of(request.app.state.settings), china_day(now)
    if not year or not quarter:
        year, quarter = last_finished_quarter(today)
    agencies = agencies_of(user, members)
    seen = [r for r in reports.of_quarter(session, year, quarter) if user.may(Permission.CASE) or r.agency in agencies]
    more: dict[str, Any] = {
        "standing": reports.standing(session, members, year, quarter, today),
        "due_words": DUE_WORDS,
        "received": [r for r in seen if r.kind == "quarterly"],
        "events": [r for r in seen if r.kind == "event"],
        "year": year,
        "quarter": quarter,
        "deadline": quarter_deadline(year, quarter),
        "headings": HEADINGS,
        "agencies": agencies,
        "error": error,
    }
    return page(request, "reports", library, **more)


@router.post("/reports")
async def report_sent(request: Request, user: Speaker, session: InDatabase, now: Now) -> Response:
    """A quarterly report under its six headings."""
    form = {key: str(value) for key, value in (await request.form()).items()}
    agency, year, quarter = form.get("agency", ""), form.get("year", ""), form.get("quarter", "")
    check_own(user, agency)
    if not (year.isdecimal() and quarter in ("1", "2", "3", "4")):
        raise Problem(422, "请写明报告的年度和季度。")
    sections = {h: form[h] for h in HEADINGS if form.get(h, "").strip()}
    back = f"/reports?year={year}&quarter={quarter}"
    try:
        which: dict[str, Any] = {"agency": agency, "year": int(year), "quarter": int(quarter)}
        reports.submit(session, **which, sections=sections, by=user.name, at=now)
    except Refused as error:
        return refused(back, error)
    return RedirectResponse(back, status_code=303)


@router.post("/reports/events")
def event_reported(
    user: Speaker,
    session: InDatabase,
    now: Now,
    agency: Words,
    title: Words = "",
    text: Annotated[str, Form(max_length=5000)] = "",
) -> Response:
    """A major event, at once; a liaison officer only for his own."""
    check_own(user, agency)
    year, quarter = quarter_of(china_day(now))
    back = f"/reports?year={year}&quarter={quarter}"
    try:
        reports.report_event(session, agency=agency, title=title, text=text, by=user.name, at=now)
    except Refused as error:
        return refused(back, error)
    return RedirectResponse(f"{back}#events", status_code=303)


def agencies_of(user: User, members: tuple[str, ...]) -> tuple[str, ...]:
    """For whom somebody may speak: the office for every member, a liaison officer for his own."""
    return members if user.may(Permission.CASE) else (user.agency,)


def check_own(user: User, agency: str) -> None:
    """Raises Problem 403 for somebody else's agency."""
    if not user.may(Permission.CASE) and agency != user.agency:
        raise Problem(403, "只能代表本单位填报。")


def read_day(text: str) -> date:
    """Raises Refused for what is no date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"“{text}”不是日期，应写作 2026-03-12 的形式。") from None
