"""联席会议: a meeting with its agenda, decisions and the steps that are possible now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy.orm import Session
from starlette.datastructures import FormData

from api.consulting import MEETING_LETTERS, meeting_letter, members_of, recheck_decided
from api.deps import InDatabase, InLibrary, Now
from api.page.files import attachment
from api.page.refusal import refused
from api.page.render import CHINA, page
from api.problems import Problem
from api.routes.forms import PostedForm, day_in
from api.routes.office.work import MemberWork, OfficeWork, Work
from api.routes.record_pages import agencies_of, check_own
from api.security import Officer, Speaker
from api.steps import DECIDED_TEXT
from consultation import caselog, meetings
from consultation.errors import Refused
from consultation.events import events_of
from consultation.meeting import KINDS, MEETING, MEETINGS, Meeting
from consultation.people import Permission, User

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
OF_MEMBERS = frozenset({"leave", "progress"})
Act = Callable[[Work, int, FormData], object]


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
    start = moment_in(when)
    made = meetings.propose(session, kind=kind, title=title, when=start, place=place, by=user.name, at=now)
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
        "taken_up": caselog.load_many(session, found.agenda),
        "choices": [case for _, listed in meetings.agenda_of(session, found.kind) for case in listed],
        "forms": FORMS,
        "letters": _letters(found) if user.may(Permission.CASE) else {},
        "events": events_of(session, f"meeting/{number}"),
        "labels": {s.action: s.label for s in MEETING.steps},
        "error": error,
    }
    return page(request, "meeting", library, **more)


@router.post("/meetings/{number}/{action}")
def act(number: int, action: str, work: MemberWork, form: PostedForm) -> Response:
    """One step; a refusal comes back to the page as a sentence, with nothing of the step kept."""
    if action not in ACTS or not _may(work.user, action):
        raise Problem(403, "没有进行此项操作的权限。")
    if action == "leave":
        check_own(work.user, str(form.get("agency", "")))
    if action == "progress":
        check_own(work.user, _responsible(work.session, number, form))
    try:
        ACTS[action](work, number, form)
    except Refused as error:
        work.session.rollback()
        return refused(f"/meetings/{number}", error)
    return RedirectResponse(f"/meetings/{number}", status_code=303)


@router.get("/meetings/{number}/{letter}.docx")
def letter(number: int, letter: str, work: OfficeWork) -> Response:
    """会议通知, 会议改期通知, 会议取消通知, 议题清单 or 会议纪要 as of today."""
    if letter not in MEETING_LETTERS:
        raise Problem(404, "没有这种函件。")
    found = MEETINGS.load(work.session, str(number))
    data = meeting_letter(work.session, found, letter, work.words, work.library.vocabulary, work.today)
    return attachment(data, "docx", f"{MEETING_LETTERS[letter]}-{number}")


def _letters(meeting: Meeting) -> dict[str, str]:
    """The letters that this meeting has by now."""
    due = {
        "notice": meeting.invited,
        "change": meeting.former,
        "cancellation": meeting.called_off,
        "agenda": meeting.agenda,
        "minutes": meeting.decisions,
    }
    return {kind: name for kind, name in MEETING_LETTERS.items() if due[kind]}


def _may(user: User, action: str) -> bool:
    return user.may(Permission.CASE) or action in OF_MEMBERS


def _number(form: FormData, name: str) -> int:
    text = str(form.get(name, ""))
    if not text.isdecimal():
        raise Refused("请先选择要办理的事项。")
    return int(text)


def _responsible(session: Session, number: int, form: FormData) -> str:
    decisions = MEETINGS.load(session, str(number)).decisions
    return next((d.responsible for d in decisions if str(d.number) == form.get("decision")), "")


def moment_in(text: str) -> datetime:
    """The time in China that a form gives. Raises Problem 422."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=CHINA)
    except ValueError:
        raise Problem(422, "请写明会议的日期和时间。") from None


def _words(form: FormData, name: str) -> str:
    return str(form.get(name, "")).strip()


def _many(form: FormData, name: str) -> list[str]:
    return [str(value) for value in form.getlist(name)]


def _agenda(work: Work, number: int, form: FormData) -> object:
    chosen = [int(n) for n in _many(form, "case") if n.isdecimal()]
    office = work.settings.office_agency
    return meetings.set_agenda(work.session, number, case_numbers=chosen, office_agency=office, **work.acting)


def _notify(work: Work, number: int, form: FormData) -> object:
    return meetings.notify(work.session, number, invited=_many(form, "agencies"), **work.acting)


def _postpone(work: Work, number: int, form: FormData) -> object:
    said: dict[str, Any] = {"when": moment_in(_words(form, "when")), "place": _words(form, "place")}
    return meetings.postpone(work.session, number, **said, reason=_words(form, "reason"), **work.acting)


def _leave(work: Work, number: int, form: FormData) -> object:
    said: dict[str, Any] = {"agency": _words(form, "agency"), "reason": _words(form, "reason")}
    return meetings.ask_leave(work.session, number, **said, **work.acting)


def _hold(work: Work, number: int, form: FormData) -> object:
    return meetings.hold(work.session, number, present=_many(form, "agencies"), **work.acting)


def _decide(work: Work, number: int, form: FormData) -> object:
    case = _number(form, "case") if _words(form, "case") else None
    made: dict[str, Any] = {"text": _words(form, "text"), "responsible": _words(form, "agency"), "case": case}
    made |= {"due": day_in(_words(form, "due")), "decided_text": _words(form, "decided_text")}
    after = meetings.decide(work.session, number, **made, **work.acting)
    if case is not None:
        recheck_decided(work.session, case, work.library, **work.acting)
    return after


def _progress(work: Work, number: int, form: FormData) -> object:
    done = _words(form, "text")
    if not done:
        raise Refused("请写明办理情况。")
    made: dict[str, Any] = {"decision": _number(form, "decision"), "done": done}
    return meetings.report_progress(work.session, number, **made, **work.acting)


def _cancel(work: Work, number: int, form: FormData) -> object:
    return meetings.cancel(work.session, number, reason=_words(form, "reason"), **work.acting)


def _plain(function: Callable[..., object]) -> Act:
    return lambda work, number, _: function(work.session, number, **work.acting)


ACTS: dict[str, Act] = {
    "agenda": _agenda,
    "notify": _notify,
    "postpone": _postpone,
    "leave": _leave,
    "hold": _hold,
    "decide": _decide,
    "minute": _plain(meetings.minute),
    "progress": _progress,
    "finish": _plain(meetings.finish),
    "cancel": _cancel,
}
FORMS: dict[str, tuple[tuple[str, str], ...]] = {
    "agenda": (("cases", "列入议题的事项"),),
    "notify": (("agencies", "通知的单位"),),
    "postpone": (("when", "新的时间"), ("place", "新的地点（不变可不填）"), ("reason", "改期的原因")),
    "leave": (("agency", "请假单位"), ("reason", "原因")),
    "hold": (("agencies", "到会的单位"),),
    "decide": (
        ("text", "议定内容"),
        ("agency", "责任单位"),
        ("due", "完成期限"),
        ("case", "所涉会商事项"),
        (DECIDED_TEXT.name, DECIDED_TEXT.word),
    ),
    "minute": (),
    "progress": (("decision", "议定事项"), ("text", "办理情况")),
    "finish": (),
    "cancel": (("reason", "取消的原因"),),
}
