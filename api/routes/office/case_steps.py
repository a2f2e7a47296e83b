"""政策会商 over the API: one route for each step; a refusal is a problem of status 409, a stale version of 412."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response

from api.consulting import recheck_decided
from api.routes.office.cases import shown
from api.routes.office.given import NoteIn, ReasonIn
from api.routes.office.given_cases import AgreeIn, CirculateIn, CoordinateIn, GateIn, OpinionIn, OutcomeIn, SettleIn
from api.routes.office.shown import CaseOut
from api.routes.office.work import STALE, Changed, MemberWork, Number, OfficeWork, Work, refuse_stale
from api.steps import DECIDING, take
from consultation import caselog

router = APIRouter(tags=["政策会商"], responses=STALE)


@dataclass(frozen=True, slots=True)
class Acting:
    """A step on one case: its number, the records, and the answer that it becomes."""

    number: int
    work: Work
    response: Response

    def take(self, action: str, values: Mapping[str, Any] = MappingProxyType({})) -> CaseOut:
        """The answer after the step; a decided text, if there is one, is checked again."""
        case = take(self.work, self.number, action, values)
        if action in DECIDING:
            recheck_decided(self.work.session, self.number, self.work.library, **self.work.acting)
            case = caselog.load(self.work.session, self.number)
        return shown(case, self.work, self.response)


def _acting(number: int, work: Work, response: Response, if_match: str) -> Acting:
    refuse_stale(caselog.load(work.session, number).version, if_match)
    return Acting(number, work, response)


def _office(number: Number, work: OfficeWork, response: Response, if_match: Changed = "") -> Acting:
    return _acting(number, work, response, if_match)


def _member(number: Number, work: MemberWork, response: Response, if_match: Changed = "") -> Acting:
    return _acting(number, work, response, if_match)


Office = Annotated[Acting, Depends(_office)]
Member = Annotated[Acting, Depends(_member)]


@router.post("/cases/{number}/circulate", summary="通报各成员单位")
def circulate(new: CirculateIn, act: Office) -> CaseOut:
    """To all members, those concerned marked."""
    return act.take("circulate", new.model_dump())


@router.post("/cases/{number}/opinions", summary="提出意见")
def opine(new: OpinionIn, act: Member) -> CaseOut:
    """A member's opinion; a liaison officer speaks for his own unit."""
    return act.take("opine", new.model_dump() | {"agency": act.work.own(new.agency)})


@router.post("/cases/{number}/consult", summary="共同协商")
def consult(act: Office) -> CaseOut:
    """When all have replied or the reply date is past."""
    return act.take("consult")


@router.post("/cases/{number}/agree", summary="确认协商一致")
def agree(new: AgreeIn, act: Office) -> CaseOut:
    """Agreement; a decided text is checked again."""
    return act.take("agree", new.model_dump())


@router.post("/cases/{number}/disagree", summary="确认存在分歧")
def disagree(new: ReasonIn, act: Office) -> CaseOut:
    """Disagreement, and on what."""
    return act.take("disagree", new.model_dump())


@router.post("/cases/{number}/resume", summary="继续协商")
def resume(new: NoteIn, act: Office) -> CaseOut:
    """Back to the table."""
    return act.take("resume", new.model_dump())


@router.post("/cases/{number}/coordinate", summary="办公室协调")
def coordinate(new: CoordinateIn, act: Office) -> CaseOut:
    """Only where 分歧大 and 涉及大局, both with a reason."""
    return act.take("coordinate", new.model_dump())


@router.post("/cases/{number}/submit", summary="提请联席会议审议")
def submit(new: ReasonIn, act: Office) -> CaseOut:
    """At the office's discretion."""
    return act.take("submit", new.model_dump())


@router.post("/cases/{number}/settle", summary="议定")
def settle(new: SettleIn, act: Office) -> CaseOut:
    """A decision; a decided text is checked again."""
    return act.take("settle", new.model_dump() | {"responsible": act.work.agency(new.responsible)})


@router.post("/cases/{number}/return", summary="退回重新研究")
def send_back(new: ReasonIn, act: Office) -> CaseOut:
    """The conference returns the matter."""
    return act.take("return", new.model_dump())


@router.post("/cases/{number}/escalate", summary="报请政府决定")
def escalate(new: ReasonIn, act: Office) -> CaseOut:
    """To the government."""
    return act.take("escalate", new.model_dump())


@router.post("/cases/{number}/withdraw", summary="撤回")
def withdraw(new: ReasonIn, act: Office) -> CaseOut:
    """Taken back."""
    return act.take("withdraw", new.model_dump())


@router.post("/cases/{number}/review", summary="登记合法性审核结论")
def review(new: OutcomeIn, act: Office) -> CaseOut:
    """The outcome of legality review of one finding."""
    return act.take("review", new.model_dump())


@router.post("/cases/{number}/staffing", summary="登记机构编制办理结果")
def staffing(new: OutcomeIn, act: Office) -> CaseOut:
    """The outcome of the staffing track of one finding."""
    return act.take("staffing", new.model_dump())


@router.post("/cases/{number}/gates", summary="登记出台前程序")
def gate(new: GateIn, act: Office) -> CaseOut:
    """A gate in use asked, passed, failed or taken back."""
    return act.take("gate", new.model_dump())


@router.post("/cases/{number}/close", summary="办结")
def close(act: Office) -> CaseOut:
    """Closed for good."""
    return act.take("close")
