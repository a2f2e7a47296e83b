"""联席会议: a meeting with its agenda, decisions and the steps that are possible now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.datastructures import FormData

from api.consulting import members_of
from api.deps import InDatabase, InLibrary, Now
from api.page.render import CHINA, page
from api.problems import Problem
from api.routes.record_pages import agencies_of, check_own, read_day
from api.security import Officer, Speaker
from consultation import meetings
from consultation.errors import Refused
from consultation.meeting import KINDS, MEETING, MEETINGS
from consultation.models import CaseRow
from consultation.people import Permission, User

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
OF_MEMBERS = frozenset({"leave", "progress"})
Act = Callable[[Session, int, FormData, dict[str, Any]], object]


@router.post("/meetings")
def proposed(
    user: Officer,
    session: InDatabase,
    now: Now,
    kind: Annotated[str, Form()],
    title: Annotated[str, Form(max_length=200)],
    when: Annotated[str, Form()],
    place: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """A new meeting."""
    try:
        start = datetime.fromisoformat(when).replace(tzinfo=CHINA)
        made = meetings.propose(session, kind=kind, title=title, when=start, place=place, by=user.name, at=now)
    except ValueError:
        raise Problem(422, "请写明会议的日期和时间。") from None
    return RedirectResponse(f"/meetings/{made.number}", status_code=303)


@router.get("/meetings/{number}")
def meeting(
    number: int, request: Request, library: InLibrary, user: Speaker, session: InDatabase, error: str = ""
) -> HTMLResponse:
    """One meeting and what can be done now."""
    found = MEETINGS.load(session, str(number))
    members = members_of(request.app.state.settings)
    more: dict[str, Any] = {
        "meeting": found,
        "when": found.when,
        "steps": [s for s in MEETING.possible(found.state) if s.action in ACTS and _may(user, s.action)],
        "states": MEETING.states,
        "kinds": KINDS,
        "members": members,
        "agencies": agencies_of(user, members),
        "choices": _candidates(session, found.kind),
        "forms": FORMS,
        "error": error,
    }
    return page(request, "meeting", library, **more)


@router.post("/meetings/{number}/{action}")
async def act(number: int, action: str, request: Request, user: Speaker, session: InDatabase, now: Now) -> Response:
    """One step; a refusal comes back to the page as a sentence."""
    if action not in ACTS or not _may(user, action):
        raise Problem(403, "没有进行此项操作的权限。")
    form = await request.form()
    if action == "leave":
        check_own(user, str(form.get("agency", "")))
    if action == "progress":
        check_own(user, _responsible(session, number, form))
    who: dict[str, Any] = {"by": user.name, "at": now}
    if action == "agenda":
        who["office_agency"] = request.app.state.settings.office_agency
    try:
        ACTS[action](session, number, form, who)
    except Refused as error:
        return RedirectResponse(f"/meetings/{number}?error={quote(str(error))}", status_code=303)
    return RedirectResponse(f"/meetings/{number}", status_code=303)


def _may(user: User, action: str) -> bool:
    return user.may(Permission.CASE) or action in OF_MEMBERS


def _candidates(session: Session, kind: str) -> list[CaseRow]:
    """Cases that a meeting of this kind may take up: a conference those submitted to it, a liaison meeting all open."""
    states = ("submitted",) if kind != "liaison" else ("circulated", "consulting", "disagreed", "coordinating")
    return list(session.scalars(select(CaseRow).where(CaseRow.state.in_(states)).order_by(CaseRow.number)))


def _number(form: FormData, name: str) -> int:
    text = str(form.get(name, ""))
    if not text.isdecimal():
        raise Refused("请先选择要办理的事项。")
    return int(text)


def _responsible(session: Session, number: int, form: FormData) -> str:
    decisions = MEETINGS.load(session, str(number)).decisions
    return next((d.responsible for d in decisions if str(d.number) == form.get("decision")), "")


def _words(form: FormData, name: str) -> str:
    return str(form.get(name, "")).strip()


def _many(form: FormData, name: str) -> list[str]:
    return [str(value) for value in form.getlist(name)]


def _agenda(session: Session, number: int, form: FormData, who: dict[str, Any]) -> object:
    chosen = [int(n) for n in _many(form, "case") if n.isdecimal()]
    return meetings.set_agenda(session, number, case_numbers=chosen, **who)


def _notify(session: Session, number: int, form: FormData, who: dict[str, Any]) -> object:
    return meetings.notify(session, number, invited=_many(form, "agencies"), **who)


def _leave(session: Session, number: int, form: FormData, who: dict[str, Any]) -> object:
    said: dict[str, Any] = {"agency": _words(form, "agency"), "reason": _words(form, "reason")}
    return meetings.ask_leave(session, number, **said, **who)


def _hold(session: Session, number: int, form: FormData, who: dict[str, Any]) -> object:
    return meetings.hold(session, number, present=_many(form, "agencies"), **who)


def _decide(session: Session, number: int, form: FormData, who: dict[str, Any]) -> object:
    due: date | None = read_day(_words(form, "due")) if _words(form, "due") else None
    case = _number(form, "case") if _words(form, "case") else None
    made: dict[str, Any] = {"text": _words(form, "text"), "responsible": _words(form, "agency")}
    return meetings.decide(session, number, **made, due=due, case=case, **who)


def _minute(session: Session, number: int, _: FormData, who: dict[str, Any]) -> object:
    return meetings.minute(session, number, **who)


def _progress(session: Session, number: int, form: FormData, who: dict[str, Any]) -> object:
    done = _words(form, "text")
    if not done:
        raise Refused("请写明办理情况。")
    return meetings.report_progress(session, number, decision=_number(form, "decision"), done=done, **who)


def _finish(session: Session, number: int, _: FormData, who: dict[str, Any]) -> object:
    return meetings.finish(session, number, **who)


ACTS: dict[str, Act] = {
    "agenda": _agenda,
    "notify": _notify,
    "leave": _leave,
    "hold": _hold,
    "decide": _decide,
    "minute": _minute,
    "progress": _progress,
    "finish": _finish,
}
FORMS: dict[str, tuple[tuple[str, str], ...]] = {
    "agenda": (("cases", "列入议题的事项"),),
    "notify": (("agencies", "通知的单位"),),
    "leave": (("agency", "请假单位"), ("reason", "原因")),
    "hold": (("agencies", "到会的单位"),),
    "decide": (("text", "议定内容"), ("agency", "责任单位"), ("due", "完成期限"), ("case", "所涉会商事项")),
    "minute": (),
    "progress": (("decision", "议定事项"), ("text", "办理情况")),
    "finish": (),
}
