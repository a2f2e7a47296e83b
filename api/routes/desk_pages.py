"""会商: the office's desk (what is due, cases, meetings, officers, reports), and a case opened from a draft."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from api import drafts
from api.consulting import members_of, open_from_report
from api.deps import InDatabase, InLibrary, Now
from api.page.render import page
from api.security import Officer, Speaker
from consultation import caselog, liaison
from consultation.calendar import china_day, last_finished_quarter, quarter_deadline
from consultation.case_steps import CASE, UNFINISHED
from consultation.desk import PHASES, due_items, phase
from consultation.meeting import KINDS, MEETING, MEETINGS
from consultation.reports import DUE_WORDS, standing

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
LISTED = 100  # cases on one page
ENDED = tuple(s for s in CASE.states if s and s not in UNFINISHED)


@router.get("/desk")
def desk(
    request: Request,
    library: InLibrary,
    user: Speaker,
    session: InDatabase,
    now: Now,
    ended: bool = False,
    start: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0,
) -> HTMLResponse:
    """What is due, then cases (open, or `ended`; a page of them from `start`), meetings, officers missing, reports."""
    settings = request.app.state.settings
    members, today = members_of(settings), china_day(now)
    year, quarter = last_finished_quarter(today)
    states = ENDED if ended else UNFINISHED
    more: dict[str, Any] = {
        "items": [(phase(i, today), i) for i in due_items(session, members, today)],
        "phases": PHASES,
        "cases": caselog.list_cases(session, states, LISTED, start),
        "open": caselog.count_cases(session, UNFINISHED),
        "over": caselog.count_cases(session, ENDED),
        "listing": (ended, start, LISTED),
        "states": CASE.states,
        "meetings": MEETINGS.all(session),
        "meeting_states": MEETING.states,
        "kinds": KINDS,
        "lacks": liaison.lacking(session, members, today),
        "reports": standing(session, members, year, quarter, today),
        "due_words": DUE_WORDS,
        "quarter": (year, quarter, quarter_deadline(year, quarter)),
    }
    return page(request, "desk", library, **more)


@router.post("/desk/graph")
def cases_written(user: Officer, library: InLibrary) -> Response:
    """The cases into the graph, then the question that asks for them."""
    library.put_cases()
    return RedirectResponse("/search?name=open-cases", status_code=303)


@router.post("/cases")
def open_case(
    user: Officer,
    library: InLibrary,
    session: InDatabase,
    now: Now,
    draft: Annotated[int, Form()],
    title: Annotated[str, Form(max_length=200)],
    initiator: Annotated[str, Form(max_length=60)] = "civil-affairs",
    finding: Annotated[list[str] | None, Form()] = None,
) -> Response:
    """A case from findings of a draft."""
    row = drafts.load(session, user, draft)
    case = open_from_report(
        session, row.report, finding or [], title=title or row.name, initiator=initiator, by=user.name, at=now
    )
    return RedirectResponse(f"/cases/{case.number}", status_code=303)
