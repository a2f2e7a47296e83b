"""联席会议 and liaison meetings over the API: from the proposal to the end of follow-up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request, Response

from api.consulting import meeting_letter, recheck_decided
from api.page.files import WORD
from api.paging import Limit, Offset, paged
from api.problems import Problem
from api.routes.office.given import ReasonIn
from api.routes.office.given_meetings import (
    AgendaIn,
    HoldIn,
    LeaveIn,
    MeetingDecisionIn,
    MeetingIn,
    PostponeIn,
    ProgressIn,
)
from api.routes.office.shown import EventOut, MeetingOut, event_out, meeting_out
from api.routes.office.work import (
    STALE,
    Changed,
    MemberWork,
    Number,
    OfficeWork,
    Work,
    file_answer,
    refuse_stale,
    tagged,
)
from consultation import meetings
from consultation.events import events_of
from consultation.meeting import MEETING, MEETINGS, Meeting
from consultation.people import Permission

router = APIRouter(tags=["联席会议"])


@dataclass(frozen=True, slots=True)
class Sitting:
    """A step on one meeting: the meeting, the records, and the answer that it becomes."""

    meeting: Meeting
    work: Work
    response: Response

    @property
    def number(self) -> int:
        """Of the meeting."""
        return self.meeting.number

    def done(self, meeting: Meeting) -> MeetingOut:
        """The answer."""
        tagged(self.response, meeting.version)
        return meeting_out(meeting)


def _sitting(number: int, work: Work, response: Response, if_match: str) -> Sitting:
    found = MEETINGS.load(work.session, str(number))
    refuse_stale(found.version, if_match)
    return Sitting(found, work, response)


def _office(number: Number, work: OfficeWork, response: Response, if_match: Changed = "") -> Sitting:
    return _sitting(number, work, response, if_match)


def _member(number: Number, work: MemberWork, response: Response, if_match: Changed = "") -> Sitting:
    return _sitting(number, work, response, if_match)


Office = Annotated[Sitting, Depends(_office)]
Member = Annotated[Sitting, Depends(_member)]


@router.get("/meetings", summary="会议")
def listed(
    work: MemberWork, request: Request, response: Response, limit: Limit = 100, offset: Offset = 0
) -> list[MeetingOut]:
    """All meetings, the latest first."""
    found = sorted(MEETINGS.all(work.session), key=lambda m: -m.number)
    return [meeting_out(m) for m in paged(found, request, response, limit, offset)]


@router.post("/meetings", summary="提出召开会议", status_code=201)
def propose(new: MeetingIn, work: OfficeWork, response: Response) -> MeetingOut:
    """A regular or ad-hoc conference, or a liaison meeting."""
    made = meetings.propose(work.session, **new.model_dump(), **work.acting)
    response.headers["Location"] = f"/api/v1/meetings/{made.number}"
    return Sitting(made, work, response).done(made)


@router.get("/meetings/{number}", summary="一次会议", responses=STALE)
def one(act: Member) -> MeetingOut:
    """A meeting with the steps that are possible now."""
    return act.done(act.meeting)


@router.get("/meetings/{number}/events", summary="一次会议的全部记录", responses=STALE)
def events(act: Member) -> list[EventOut]:
    """Who did what, when, and why."""
    return [event_out(MEETING, e) for e in events_of(act.work.session, f"meeting/{act.number}")]


@router.post("/meetings/{number}/agenda", summary="确定议题", responses=STALE)
def agenda(new: AgendaIn, act: Office) -> MeetingOut:
    """Cases submitted to the conference, all or those chosen."""
    session, office = act.work.session, act.work.settings.office_agency
    able = [case.number for _, found in meetings.agenda_of(session, act.meeting.kind) for case in found]
    what = {"case_numbers": able if new.cases is None else new.cases, "office_agency": office, **act.work.acting}
    return act.done(meetings.set_agenda(session, act.number, **what))


@router.post("/meetings/{number}/notify", summary="通知成员单位", responses=STALE)
def notify(act: Office) -> MeetingOut:
    """Notice to the members."""
    return act.done(meetings.notify(act.work.session, act.number, invited=act.work.members, **act.work.acting))


@router.post("/meetings/{number}/postpone", summary="改期", responses=STALE)
def postpone(new: PostponeIn, act: Office) -> MeetingOut:
    """Another time or place; leave asked for the former time lapses, and members with notice are to be told."""
    return act.done(meetings.postpone(act.work.session, act.number, **new.model_dump(), **act.work.acting))


@router.post("/meetings/{number}/leaves", summary="请假", responses=STALE)
def leave(new: LeaveIn, act: Member) -> MeetingOut:
    """Before the meeting, with a reason; a liaison officer asks for his own unit."""
    agency = act.work.own(new.agency)
    made = meetings.ask_leave(act.work.session, act.number, agency=agency, reason=new.reason, **act.work.acting)
    return act.done(made)


@router.post("/meetings/{number}/hold", summary="召开会议", responses=STALE)
def hold(new: HoldIn, act: Office) -> MeetingOut:
    """Who was there; cases on the agenda of a conference count as deliberated."""
    excused = {x.agency for x in act.meeting.leaves}
    there = [a for a in act.meeting.invited if a not in excused]
    if new.present is not None:
        there = act.work.agencies(new.present)
    return act.done(meetings.hold(act.work.session, act.number, present=there, **act.work.acting))


@router.post("/meetings/{number}/decisions", summary="记录议定事项", responses=STALE)
def decide(new: MeetingDecisionIn, act: Office) -> MeetingOut:
    """A decision with a responsible unit and a date; one on a case settles it, its decided text is checked again."""
    made = new.model_dump() | {"responsible": act.work.agency(new.responsible)}
    after = meetings.decide(act.work.session, act.number, **made, **act.work.acting)
    if new.case is not None:
        recheck_decided(act.work.session, new.case, act.work.library, **act.work.acting)
    return act.done(after)


@router.post("/meetings/{number}/minutes", summary="印发纪要", responses=STALE)
def minute(act: Office) -> MeetingOut:
    """Once every case of the agenda is settled, sent back or reported to the government."""
    return act.done(meetings.minute(act.work.session, act.number, **act.work.acting))


@router.post("/meetings/{number}/progress", summary="登记办理情况", responses=STALE)
def progress(new: ProgressIn, act: Member) -> MeetingOut:
    """A decision reported done, by the responsible unit or the office."""
    responsible = next((d.responsible for d in act.meeting.decisions if d.number == new.decision), "")
    if not act.work.user.may(Permission.CASE) and responsible != act.work.user.agency:
        raise Problem(403, "联络员只能登记本单位负责的议定事项。")
    return act.done(meetings.report_progress(act.work.session, act.number, **new.model_dump(), **act.work.acting))


@router.post("/meetings/{number}/finish", summary="办结议定事项", responses=STALE)
def finish(act: Office) -> MeetingOut:
    """Follow-up ends when every decision is done."""
    return act.done(meetings.finish(act.work.session, act.number, **act.work.acting))


@router.post("/meetings/{number}/cancel", summary="取消会议", responses=STALE)
def cancel(new: ReasonIn, act: Office) -> MeetingOut:
    """Called off."""
    return act.done(meetings.cancel(act.work.session, act.number, reason=new.reason, **act.work.acting))


@router.get(
    "/meetings/{number}/letters/{kind}",
    summary="一次会议的函件",
    response_class=Response,
    responses=file_answer(WORD, "会议通知、改期通知、取消通知、议题清单或者会议纪要（.docx）") | STALE,
)
def letter(kind: Literal["notice", "change", "cancellation", "agenda", "minutes"], act: Office) -> Response:
    """会议通知, 会议改期通知, 会议取消通知, 议题清单 or 会议纪要 as of today."""
    work = act.work
    data = meeting_letter(work.session, act.meeting, kind, work.words, work.library.vocabulary, work.today)
    return Response(data, media_type=WORD)
