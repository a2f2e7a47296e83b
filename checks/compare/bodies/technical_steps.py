"""Technical steps (评估, 鉴定, 验收) of which somebody has to be the doer: to lead the aid is not to take them."""

from __future__ import annotations

import re

from checks.bodies import is_named
from kg.coverage import CoverageIndex, Duty
from kg.enums import Role
from ontology.wording import wordings

_OTHER_STEP = re.compile(r"绩效评估|风险评估|政策评估|效果评估|第三方评估|评估指标|绩效评价")
_NO_KIND = re.compile(
    r"入户|上门|现场|实地|年度|跟踪|开展|进行|组织|定期|接受|实施|做好|负责|参与|协助|配合|经过|重新|综合|集中|统一|专业|机构|人员|[的和与及或等再行由对次经]"
)
_AS_SUCH = (
    r"(?:工作|环节|事宜|事项|人员培训|人员)?(?:[，。；、和及等由并]|$)"  # the step itself, not its data or object
)


def step_of(text: str) -> str:
    """The technical step (评估, 鉴定, 验收) that a helper's clause is about; "" for none.

    To lead the aid is not to do the assessment that it rests on: that needs somebody of its own.
    """
    said = _OTHER_STEP.sub("", text)
    return next((s for s in wordings()["technical-step"] if re.search(s + _AS_SUCH, said)), "")


def is_follow_up(step: str) -> bool:
    """Whether it is looking after those helped (回访), that whoever leads the aid does with it."""
    return step.endswith("访")


def is_done(index: CoverageIndex, helper: Duty, step: str) -> bool:
    """Whether some text says who does the step: a lead, or whoever is charged with it (委托评估, 评估由…)."""
    charged = re.compile(
        rf"(?:委托|聘请|组织|由)[^，。；]{{2,24}}{step}|{step}[^，。；]{{0,10}}由(?![^，。；]*(?:配合|协助|参与))"
    )
    for provision in (p for r in index.beside(helper.document) for p in r.provisions):
        if step not in provision.quote.text or provision is helper.provision:
            continue
        if _other_kind(helper.provision.quote.text, provision.quote.text, step):
            continue
        if charged.search(provision.quote.text) or any(is_named(a) for a in provision.agencies(Role.LEAD)):
            return True
    return False


def _other_kind(mine: str, other: str, step: str) -> bool:
    """Whether each says what kind of step it is, and not the same (心理评估, 监护能力评估)."""
    one, two = _kinds(mine, step), _kinds(other, step)
    return bool(one and two) and not one & two


def _kinds(text: str, step: str) -> frozenset[str]:
    """The two characters before each mention of a step that name its kind; none for 开展评估, 定期评估."""
    found = re.findall(rf"([一-龥]{{2}})(?={step})", text)
    return frozenset(kind for kind in found if not _NO_KIND.search(kind))
