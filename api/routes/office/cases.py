"""政策会商 over the API: opening, reading, letters, the record, export (the steps: `case_steps`)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from api import drafts
from api.consulting import open_from_report
from api.page.files import WORD
from api.paging import Limit, Offset, link
from api.routes.office.given_cases import CaseIn
from api.routes.office.shown import CaseOut, CaseRowOut, EventOut, case_out, event_out
from api.routes.office.work import MemberWork, Number, OfficeWork, Work, file_answer, tagged
from checks.waivers import waivers_toml
from consultation import caselog, cases
from consultation.case import Case
from consultation.case_steps import CASE
from consultation.decided import waivers_of_decisions
from consultation.events import events_of
from consultation.graph import cases_turtle
from consultation.letters.case_letters import request_for_opinion, summary_of_opinions
from consultation.liaison import officers_on

router = APIRouter(tags=["政策会商"])
TURTLE, TOML = "text/turtle", "application/toml"
State = StrEnum("State", {s: s for s in CASE.states if s})  # type: ignore[misc]
States = Annotated[list[State] | None, Query(description="只列这些状态")]


@router.get("/cases", summary="会商事项")
def listed(
    work: MemberWork, request: Request, response: Response, state: States = None, limit: Limit = 100, offset: Offset = 0
) -> list[CaseRowOut]:
    """Cases, those with the earliest reply date first."""
    wanted = [s.value for s in state or ()]
    rows = caselog.list_cases(work.session, wanted, limit, offset)
    link(request, response, caselog.count_cases(work.session, wanted), limit, offset)
    names = ("number", "state", "title", "topic", "severity", "opened", "changed", "reply_by")
    return [CaseRowOut(**{n: getattr(r, n) for n in names}, label=CASE.states[r.state]) for r in rows]


@router.post("/cases", summary="立项", status_code=201)
def opened(new: CaseIn, work: OfficeWork, response: Response) -> CaseOut:
    """A case from findings, from a draft that was checked here, or from a draft alone."""
    what: dict[str, Any] = {"title": new.title, "initiator": work.agency(new.initiator), **work.acting}
    if new.draft_id is not None or new.findings:
        case = open_from_report(work.session, _report(new, work), new.chosen, **what)
    else:
        asked = work.agencies(new.participants)
        case = cases.open_case(work.session, draft=new.draft, participants=asked, **what)
    response.headers["Location"] = f"/api/v1/cases/{case.number}"
    return shown(case, work, response)


def _report(new: CaseIn, work: Work) -> dict[str, Any]:
    if new.draft_id is not None:
        return dict(drafts.load(work.session, work.user, new.draft_id).report)
    found = [f.model_dump(mode="json", exclude_unset=True) for f in new.findings]
    return {"findings": [{"aid": [], "agencies": []} | f for f in found], "document": {"title": new.draft}}


@router.get(
    "/cases/export", summary="全部事项（RDF）", response_class=Response, responses=file_answer(TURTLE, "Turtle")
)
def exported(work: MemberWork) -> Response:
    """Cases and decisions as PROV-O, linked to provisions."""
    return Response(cases_turtle(caselog.all_cases(work.session)), media_type=TURTLE)


@router.get(
    "/cases/waivers", summary="议定事项的豁免文件", response_class=Response, responses=file_answer(TOML, "豁免文件")
)
def waived(work: OfficeWork) -> Response:
    """What was decided to stay, with the decision as the reason, for `huishang check --waivers`."""
    return Response(waivers_toml(waivers_of_decisions(caselog.all_cases(work.session))), media_type=TOML)


class CasesInGraph(BaseModel):
    """How many cases the graph now holds."""

    cases: int


@router.post("/cases/graph", summary="把全部事项写入图谱")
def written(work: OfficeWork) -> CasesInGraph:
    """For SPARQL, in the place of those written before."""
    return CasesInGraph(cases=work.library.put_cases())


@router.get("/cases/{number}", summary="一个事项")
def one(number: Number, work: MemberWork, response: Response) -> CaseOut:
    """A case in full, with the steps that are possible now."""
    return shown(caselog.load(work.session, number), work, response)


@router.get("/cases/{number}/events", summary="一个事项的全部记录")
def events(number: Number, work: MemberWork) -> list[EventOut]:
    """Who did what, when, from which state to which, and why."""
    caselog.load(work.session, number)
    return [event_out(CASE, e) for e in events_of(work.session, caselog.stream(number))]


@router.get(
    "/cases/{number}/letters/{kind}",
    summary="一个事项的函件",
    response_class=Response,
    responses=file_answer(WORD, "征求意见函或者意见汇总表（.docx）"),
)
def letter(number: Number, kind: Literal["request", "summary"], work: OfficeWork) -> Response:
    """征求意见函 as of the day it was sent, or 意见汇总表 as of now."""
    case = caselog.load(work.session, number)
    if kind == "summary":
        return Response(summary_of_opinions(case, work.words, work.today), media_type=WORD)
    day = case.circulated or work.today
    officers = officers_on(work.session, case.circulated_to, day)
    return Response(request_for_opinion(case, work.words, day, officers), media_type=WORD)


def shown(case: Case, work: Work, response: Response) -> CaseOut:
    """The case as an answer with its version as the ETag."""
    tagged(response, case.version)
    return case_out(case, work.gates, work.settings.office_agency)
