"""Steps on a case as its page offers them: the fields that each asks for, and the functions of the other edges."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.datastructures import FormData

from api.routes.office.work import Work
from consultation import cases, tracks
from consultation.calendar import Count, add_days
from consultation.case import Case, Stance
from consultation.errors import Refused
from consultation.people import Permission

Words = Mapping[str, str]
Act = Callable[[Work, int, Words], Case]
OF_MEMBERS = frozenset({"opine"})
DECIDING = frozenset({"agree", "settle"})  # after these a decided text is checked again
DECIDED_TEXT = ("decided_text", "议定文本全文（可不填；填写后重新审查）")
FORMS: dict[str, tuple[tuple[str, str], ...]] = {
    "circulate": (("reply_by", "反馈期限（不填则按设定工作日）"),),
    "opine": (("agency", "单位"), ("finding", "针对的问题"), ("stance", "意见"), ("text", "理由或者修改意见")),
    "consult": (),
    "agree": (("decision", "协商一致的内容"), DECIDED_TEXT),
    "disagree": (("reason", "分歧内容"),),
    "resume": (("reason", "说明"),),
    "coordinate": (("large", "分歧大的理由"), ("overall", "涉及大局的理由")),
    "submit": (("reason", "提请审议的必要性"),),
    "settle": (("decision", "议定内容"), ("responsible", "责任单位"), ("due", "完成期限"), DECIDED_TEXT),
    "return": (("reason", "退回的理由"),),
    "escalate": (("reason", "报请政府决定的理由"),),
    "review": (("finding", "所涉问题"), ("outcome", "审核结论")),
    "staffing": (("finding", "所涉问题"), ("outcome", "办理结果")),
    "close": (),
    "withdraw": (("reason", "撤回理由"),),
}


async def _posted(request: Request) -> FormData:
    return await request.form()


PostedForm = Annotated[FormData, Depends(_posted)]


def words_in(form: FormData) -> Words:
    """The fields of a form as text."""
    return {key: str(value).strip() for key, value in form.items()}


def day_in(text: str) -> date | None:
    """The day, None where none is written; raises Refused for what is no date."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused(f"“{text}”不是日期，应写作 2026-03-12 的形式。") from None


def _circulate(work: Work, number: int, form: Words) -> Case:
    until = day_in(form.get("reply_by", "")) or add_days(work.today, work.settings.reply_days, Count.WORKING)
    return cases.circulate(work.session, number, to=work.members, reply_by=until, **work.acting)


def _opine(work: Work, number: int, form: Words) -> Case:
    agency = form.get("agency", "") if work.user.may(Permission.CASE) else work.user.agency
    if form.get("stance") not in {s.value for s in Stance}:
        raise Refused("请选择意见。")
    said: dict[str, Any] = {"agency": agency, "stance": Stance(form["stance"])}
    said |= {name: form.get(name, "") for name in ("text", "finding")}
    return cases.opine(work.session, number, **said, **work.acting)


def _settle(work: Work, number: int, form: Words) -> Case:
    made: dict[str, Any] = {n: form.get(n, "") for n in ("decision", "responsible", "decided_text")}
    return cases.settle(work.session, number, **made, due=day_in(form.get("due", "")), **work.acting)


def _consult(work: Work, number: int, _: Words) -> Case:
    return cases.consult(work.session, number, silence_days=work.settings.silence_days, **work.acting)


def _coordinate(work: Work, number: int, form: Words) -> Case:
    why: dict[str, Any] = {name: form.get(name, "") for name in ("large", "overall")}
    return cases.coordinate(work.session, number, **why, office_agency=work.settings.office_agency, **work.acting)


def _gate(work: Work, number: int, form: Words) -> Case:
    moved: dict[str, Any] = {name: form.get(name, "") for name in ("gate", "status", "reason")}
    return tracks.set_gate(work.session, number, **moved, gates=work.gates, **work.acting)


def _close(work: Work, number: int, _: Words) -> Case:
    return tracks.close(work.session, number, gates=work.gates, **work.acting)


def _plain(function: Callable[..., Case], *names: str) -> Act:
    def act(work: Work, number: int, form: Words) -> Case:
        return function(work.session, number, **{n: form.get(n, "") for n in names}, **work.acting)

    return act


ACTS: dict[str, Act] = {
    "circulate": _circulate,
    "opine": _opine,
    "settle": _settle,
    "close": _close,
    "consult": _consult,
    "agree": _plain(cases.agree, "decision", "decided_text"),
    "disagree": _plain(cases.disagree, "reason"),
    "resume": _plain(cases.resume, "reason"),
    "coordinate": _coordinate,
    "submit": _plain(cases.submit, "reason"),
    "return": _plain(cases.send_back, "reason"),
    "escalate": _plain(cases.escalate, "reason"),
    "review": _plain(tracks.record_review, "finding", "outcome"),
    "staffing": _plain(tracks.record_staffing, "finding", "outcome"),
    "gate": _gate,
    "withdraw": _plain(cases.withdraw, "reason"),
}
