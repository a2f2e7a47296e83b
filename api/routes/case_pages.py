"""政策会商: one case with its record, the gates before issue, and the steps that are possible now."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from api.consulting import recheck_decided
from api.page.files import attachment
from api.page.refusal import refused
from api.page.render import page
from api.problems import Problem
from api.routes.forms import PostedForm, values_in
from api.routes.office.shown import gate_out
from api.routes.office.work import MemberWork, OfficeWork, Work
from api.steps import DECIDING, OF_MEMBERS, STEPS, take
from consultation import caselog, liaison
from consultation.case import STANCES, Case
from consultation.case_steps import CASE
from consultation.errors import Refused
from consultation.events import events_of
from consultation.letters.case_letters import request_for_opinion, summary_of_opinions
from consultation.people import Permission
from consultation.tracks import GATE_MOVES, GATE_WORDS

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
LETTERS = {"request": "征求意见函", "summary": "意见汇总表"}


@router.get("/cases/{number}")
def shown(number: int, request: Request, work: MemberWork, error: str = "") -> HTMLResponse:
    """One case, its record, and the steps that are possible now."""
    case = caselog.load(work.session, number)
    tracks = {"review": case.unresolved("legality"), "staffing": case.unresolved("staffing")}
    steps = [s for s in CASE.possible(case.state) if _may(work, s.action) and tracks.get(s.action) != ()]
    more: dict[str, Any] = {
        "case": case,
        "events": events_of(work.session, caselog.stream(number)),
        "steps": [s for s in steps if s.action in STEPS and s.action != "gate"],
        "states": CASE.states,
        "labels": {s.action: s.label for s in CASE.steps},
        "stances": STANCES,
        "forms": STEPS,
        "about": tracks | {"opine": case.findings},
        "agencies": {
            "agency": sorted(case.circulated_to, key=lambda a: a not in case.participants),
            "responsible": dict.fromkeys((*case.participants, *work.members)),
        },
        "messages": {f.id: f.message for f in case.findings},
        "gates": [gate_out(case, g) for g in work.gates],
        "moves": _moves(case, work) if "gate" in {s.action for s in steps} else {},
        "gate_words": GATE_WORDS,
        "interested": case.interested or work.settings.office_agency in case.participants,
        "error": error,
    }
    return page(request, "case", work.library, **more)


def _moves(case: Case, work: Work) -> dict[str, tuple[str, ...]]:
    """Where each gate that is not told by the steps of the case can go from here."""
    return {g.id: GATE_MOVES[gate_out(case, g).status] for g in work.gates if not g.by_step}


@router.post("/cases/{number}/{action}")
def act(number: int, action: str, work: MemberWork, form: PostedForm) -> Response:
    """One step; a refusal comes back to the page as a sentence, with nothing of the step kept."""
    if action not in STEPS or not _may(work, action):
        raise Problem(403, "没有进行此项操作的权限。")
    try:
        values = dict(values_in(form, STEPS[action].fields))
        if action in OF_MEMBERS and not work.user.may(Permission.CASE):
            values["agency"] = work.user.agency
        take(work, number, action, values)
        if action in DECIDING:
            recheck_decided(work.session, number, work.library, **work.acting)
    except Refused as error:
        work.session.rollback()
        return refused(f"/cases/{number}", error)
    return RedirectResponse(f"/cases/{number}", status_code=303)


@router.get("/cases/{number}/{letter}.docx")
def letter(number: int, letter: str, work: OfficeWork) -> Response:
    """A letter of the case."""
    if letter not in LETTERS:
        raise Problem(404, "没有这种函件。")
    case, day = caselog.load(work.session, number), work.today
    if letter == "request":
        day = case.circulated or day
        officers = liaison.officers_on(work.session, case.circulated_to, day)
        data = request_for_opinion(case, work.words, day, officers)
    else:
        data = summary_of_opinions(case, work.words, day)
    return attachment(data, "docx", f"{LETTERS[letter]}-{number}")


def _may(work: Work, action: str) -> bool:
    return work.user.may(Permission.CASE) or action in OF_MEMBERS
