"""What a benefit needs to work: money, somebody who decides, a place to apply, a time limit, a remedy."""

from __future__ import annotations

from dataclasses import dataclass

from checks.base import Severity


@dataclass(frozen=True, slots=True)
class Element:
    """What a benefit needs: the wording list that shows it is there, how it is called, what to write."""

    wording: str
    missing: str
    suggestion: str
    severity: Severity
    invite: tuple[str, ...] = ()


DECIDING = Element("deciding", "由谁作出审批或者确认决定", "写明作出决定的部门", Severity.WARNING)
TIME_LIMIT = Element("time-limit", "办理时限", "写明受理、审核、发放的时限", Severity.INFO)
ELEMENTS = (
    Element("funding", "资金从哪里来、由谁安排", "写明资金来源并征得财政部门同意", Severity.WARNING, ("finance",)),
    DECIDING,
    Element("applying", "向谁申请或者由谁主动发放", "写明受理部门，或者写明不需申请、由谁主动发放", Severity.INFO),
    TIME_LIMIT,
    Element("remedy", "对决定不服的救济途径", "写明复核、行政复议或者行政诉讼的途径", Severity.INFO),
)
