"""会商: the office's desk, cases with the steps that are possible now, meetings, liaison officers, reports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy.orm import Session

from api import drafts
from api.consulting import gates_of, members_of, open_from_report, words_of
from api.deps import InDatabase, InLibrary, Now
from api.page.files import attachment
from api.page.render import page
from api.problems import Problem
from api.security import Officer, Speaker
from consultation import caselog, cases, liaison, tracks
from consultation.calendar import Count, add_days, china_day, last_finished_quarter, quarter_deadline
from consultation.case import STANCES, Case, Stance
from consultation.case_steps import CASE
from consultation.desk import due_items, phase
from consultation.errors import Refused
from consultation.events import events_of
from consultation.letters.case_letters import request_for_opinion, summary_of_opinions
from consultation.meeting import KINDS, MEETING, MEETINGS
from consultation.people import Permission, User
from consultation.reports import DUE_WORDS, standing

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
PHASES = {"overdue": "已逾期", "today": "今天", "week": "本周", "later": "以后"}
LETTERS = {"request": "征求意见函", "summary": "意见汇总表"}


@router.get("/desk")
def desk(request: Request, library: InLibrary, user: Speaker, session: InDatabase, now: Now) -> HTMLResponse:
    """What is due, then cases, meetings, officers missing, reports."""
    settings = request.app.state.settings
    members, today = members_of(settings), china_day(now)
    year, quarter = last_finished_quarter(today)
    more: dict[str, Any] = {
        "items": [(phase(i, today), i) for i in due_items(session, members, today)],
        "phases": PHASES,
        "cases": caselog.list_cases(session, limit=200),
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


@router.get("/cases/{number}")
def shown(
    number: int, request: Request, library: InLibrary, user: Speaker, session: InDatabase, error: str = ""
) -> HTMLResponse:
    """One case, its record, and the steps that are possible now."""
    case = caselog.load(session, number)
    steps = [s for s in CASE.possible(case.state) if s.action in FORMS and _may(user, s.action)]
    more: dict[str, Any] = {
        "case": case,
        "events": events_of(session, caselog.stream(number)),
        "steps": steps,
        "states": CASE.states,
    }
    labels: dict[str, Any] = {
        "labels": {s.action: s.label for s in CASE.steps},
        "stances": STANCES,
        "forms": FORMS,
        "error": error,
    }
    interested = request.app.state.settings.office_agency in case.participants
    return page(request, "case", library, **more, **labels, interested=interested)


@router.post("/cases/{number}/{action}")
async def act(number: int, action: str, request: Request, user: Speaker, session: InDatabase, now: Now) -> Response:
    """One step; a refusal comes back to the page as a sentence."""
    if action not in FORMS or not _may(user, action):
        raise Problem(403, "没有进行此项操作的权限。")
    form = {k: str(v) for k, v in (await request.form()).items()}
    try:
        ACTS[action](session, number, form, request, {"by": user.name, "at": now}, user)
    except Refused as error:
        return RedirectResponse(f"/cases/{number}?error={quote(str(error))}", status_code=303)
    return RedirectResponse(f"/cases/{number}", status_code=303)


@router.get("/cases/{number}/{letter}.docx")
def letter(
    number: int, letter: str, request: Request, library: InLibrary, user: Speaker, session: InDatabase, now: Now
) -> Response:
    """A letter of the case."""
    if letter not in LETTERS:
        raise Problem(404, "没有这种函件。")
    words = words_of(library.vocabulary, request.app.state.settings)
    case, day = caselog.load(session, number), china_day(now)
    if letter == "request":
        day = case.circulated or day
        data = request_for_opinion(case, words, day, liaison.officers_on(session, case.circulated_to, day))
    else:
        data = summary_of_opinions(case, words, day)
    return attachment(data, "docx", f"{LETTERS[letter]}-{number}")


Act = Callable[[Session, int, dict[str, str], Request, dict[str, Any], User], Case]
FORMS: dict[str, tuple[tuple[str, str], ...]] = {
    "circulate": (("reply_by", "反馈期限（不填则按设定工作日）"),),
    "opine": (("agency", "单位编号"), ("stance", "意见"), ("text", "理由或者修改意见")),
    "consult": (),
    "agree": (("decision", "协商一致的内容"),),
    "disagree": (("reason", "分歧内容"),),
    "resume": (("reason", "说明"),),
    "coordinate": (("large", "分歧大的理由"), ("overall", "涉及大局的理由")),
    "submit": (("reason", "提请审议的必要性"),),
    "settle": (("decision", "议定内容"), ("responsible", "责任单位编号"), ("due", "完成期限")),
    "review": (("finding", "发现的指纹"), ("outcome", "审核结论")),
    "staffing": (("finding", "发现的指纹"), ("outcome", "办理结果")),
    "close": (),
    "withdraw": (("reason", "撤回理由"),),
}


def _may(user: User, action: str) -> bool:
    return user.may(Permission.CASE) or action == "opine"


def _circulate(
    session: Session, number: int, form: dict[str, str], request: Request, who: dict[str, Any], _: User
) -> Case:
    settings = request.app.state.settings
    until = _day(form.get("reply_by", "")) or add_days(china_day(who["at"]), settings.reply_days, Count.WORKING)
    return cases.circulate(session, number, to=members_of(settings), reply_by=until, **who)


def _opine(session: Session, number: int, form: dict[str, str], _: Request, who: dict[str, Any], user: User) -> Case:
    agency = form.get("agency", "") if user.may(Permission.CASE) else user.agency
    if form.get("stance") not in {s.value for s in Stance}:
        raise Refused("请选择意见。")
    said: dict[str, Any] = {"agency": agency, "stance": Stance(form["stance"]), "text": form.get("text", "")}
    return cases.opine(session, number, **said, **who)


def _settle(session: Session, number: int, form: dict[str, str], _: Request, who: dict[str, Any], __: User) -> Case:
    made: dict[str, Any] = {"decision": form.get("decision", ""), "responsible": form.get("responsible", "")}
    return cases.settle(session, number, **made, due=_day(form.get("due", "")), **who)


def _consult(session: Session, number: int, _: dict[str, str], request: Request, who: dict[str, Any], __: User) -> Case:
    return cases.consult(session, number, silence_days=request.app.state.settings.silence_days, **who)


def _coordinate(
    session: Session, number: int, form: dict[str, str], request: Request, who: dict[str, Any], _: User
) -> Case:
    why: dict[str, Any] = {name: form.get(name, "") for name in ("large", "overall")}
    return cases.coordinate(session, number, **why, office_agency=request.app.state.settings.office_agency, **who)


def _close(session: Session, number: int, _: dict[str, str], request: Request, who: dict[str, Any], __: User) -> Case:
    return tracks.close(session, number, gates=gates_of(request.app.state.settings), **who)


def _plain(function: Callable[..., Case], *names: str) -> Act:
    def act(session: Session, number: int, form: dict[str, str], _: Request, who: dict[str, Any], __: User) -> Case:
        return function(session, number, **{n: form.get(n, "") for n in names}, **who)

    return act


ACTS: dict[str, Act] = {
    "circulate": _circulate,
    "opine": _opine,
    "settle": _settle,
    "close": _close,
    "consult": _consult,
    "agree": _plain(cases.agree, "decision"),
    "disagree": _plain(cases.disagree, "reason"),
    "resume": _plain(cases.resume, "reason"),
    "coordinate": _coordinate,
    "submit": _plain(cases.submit, "reason"),
    "review": _plain(tracks.record_review, "finding", "outcome"),
    "staffing": _plain(tracks.record_staffing, "finding", "outcome"),
    "withdraw": _plain(cases.withdraw, "reason"),
}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text.strip() else None
    except ValueError:
        raise Refused(f"“{text}”不是日期，应写作 2026-03-12 的形式。") from None
