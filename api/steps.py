"""The steps of 政策会商 as every edge takes them: what each asks for, and what the settings add to it.

The command line makes an option of a field, a page an input of a form; the API gives the same values by its own types.
Left out: when a step is possible (`consultation.case_steps`), and checking a decided text again (`api.consulting`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from api.consulting import gates_of, members_of
from api.settings import Settings
from consultation import cases, tracks
from consultation.calendar import Count, add_days, china_day
from consultation.case import Case
from ontology.gates import Gate


@dataclass(frozen=True, slots=True)
class Desk:
    """Where somebody acts: the transaction, the settings, who he is and when."""

    session: Session
    settings: Settings
    acting: Mapping[str, Any]  # `by` and `at`, as every step takes them

    @property
    def today(self) -> date:
        """The day in China."""
        return china_day(self.acting["at"])

    @property
    def members(self) -> tuple[str, ...]:
        """Member agencies."""
        return members_of(self.settings)

    @property
    def gates(self) -> tuple[Gate, ...]:
        """Gates before issue in use."""
        return gates_of(self.settings)


@dataclass(frozen=True, slots=True)
class Field:
    """One value that a step asks for; `option` is its name on the command line where that is another.

    `kind` is words, day, agency, stance, finding, or text (of a whole document).
    """

    name: str
    word: str
    kind: str = "words"
    needed: bool = True
    option: str = ""


@dataclass(frozen=True, slots=True)
class CaseStep:
    """A step: the function that takes it, its fields, and what the desk adds."""

    take: Callable[..., Case]
    fields: tuple[Field, ...] = ()
    adds: Callable[[Desk], Mapping[str, Any]] = lambda _: {}


def _circulate(session: Session, number: int, *, reply_by: date | None, usual: date, **more: Any) -> Case:
    return cases.circulate(session, number, reply_by=reply_by or usual, **more)


def _to_members(desk: Desk) -> Mapping[str, Any]:
    return {"to": desk.members, "usual": add_days(desk.today, desk.settings.reply_days, Count.WORKING)}


def _office_agency(desk: Desk) -> Mapping[str, Any]:
    return {"office_agency": desk.settings.office_agency}


def _silence(desk: Desk) -> Mapping[str, Any]:
    return {"silence_days": desk.settings.silence_days}


def _gates(desk: Desk) -> Mapping[str, Any]:
    return {"gates": desk.gates}


def _because(word: str) -> tuple[Field, ...]:
    return (Field("reason", word),)


def _concluded(word: str) -> tuple[Field, ...]:
    return Field("finding", "所涉问题", "finding"), Field("outcome", word)


DECIDED_TEXT = Field("decided_text", "议定文本全文（可不填；填写后重新审查）", "text", needed=False, option="text")
OPINION = (
    Field("agency", "单位", "agency"),
    Field("finding", "针对的问题", "finding", needed=False),
    Field("stance", "意见", "stance"),
    Field("text", "理由或者修改意见", needed=False),
)
DECISION = (
    Field("decision", "议定内容"),
    Field("responsible", "责任单位", "agency"),
    Field("due", "完成期限", "day", needed=False),
    DECIDED_TEXT,
)
STEPS: Mapping[str, CaseStep] = {
    "circulate": CaseStep(
        _circulate, (Field("reply_by", "反馈期限（不填则按设定工作日）", "day", needed=False),), _to_members
    ),
    "opine": CaseStep(cases.opine, OPINION),
    "consult": CaseStep(cases.consult, adds=_silence),
    "agree": CaseStep(cases.agree, (Field("decision", "协商一致的内容"), DECIDED_TEXT)),
    "disagree": CaseStep(cases.disagree, _because("分歧内容")),
    "resume": CaseStep(cases.resume, (Field("reason", "说明", needed=False),)),
    "coordinate": CaseStep(
        cases.coordinate, (Field("large", "分歧大的理由"), Field("overall", "涉及大局的理由")), _office_agency
    ),
    "submit": CaseStep(cases.submit, _because("提请审议的必要性")),
    "settle": CaseStep(cases.settle, DECISION),
    "return": CaseStep(cases.send_back, _because("退回的理由")),
    "escalate": CaseStep(cases.escalate, _because("报请政府决定的理由")),
    "review": CaseStep(tracks.record_review, _concluded("审核结论")),
    "staffing": CaseStep(tracks.record_staffing, _concluded("办理结果")),
    "gate": CaseStep(
        tracks.set_gate, (Field("gate", "程序"), Field("status", "状态"), Field("reason", "说明", needed=False)), _gates
    ),
    "close": CaseStep(tracks.close, adds=_gates),
    "withdraw": CaseStep(cases.withdraw, _because("撤回的理由")),
}
OF_MEMBERS = frozenset({"opine"})
DECIDING = frozenset({"agree", "settle"})  # after these a decided text is checked again


def take(desk: Desk, number: int, action: str, values: Mapping[str, Any]) -> Case:
    """Take a step on a case with the values of its fields. Raises Refused."""
    step = STEPS[action]
    return step.take(desk.session, number, **values, **step.adds(desk), **desk.acting)
