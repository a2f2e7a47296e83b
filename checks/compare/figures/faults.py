"""How a figure falls behind a higher rule's, by polarity: better for the applicant than a floor or ceiling is lawful.

A ceiling counts only where the higher rule says that nobody may go above it.
"""

from __future__ import annotations

import re
from enum import StrEnum

from checks.compare.figures.figures import Figure, foot_below_top
from checks.compare.figures.rooms import AREA
from checks.compare.ground.amounts import DOWN, UP, order
from checks.compare.ground.clauses import words_behind
from checks.compare.ground.marks import STOP

_STRICT = re.compile(r"不得(?:超过|高于|突破)")
_KEPT = re.compile(r"不[得准应能][^，。；]{0,8}(?:下调|降低|调低|下浮|减少|降标)")  # a top that nobody may lower
_LEFT_OUT = re.compile(r"不(?:予|得|能|可|再)?(?:纳入|享受|认定|受理|批准|确认|给予|符合|列入|救助|审批|申请)|不予")
_DOOR = re.compile(r"是指|对象(?:为|是|包括|范围)|范围(?:为|包括)|申请|给予|享受|认定|纳入|提供|列为|可以|应当")
LINES = ("income-line", "asset-line", "housing-area")


class Fault(StrEnum):
    """How a figure falls behind a higher rule's."""

    BELOW_FLOOR = "低于上位规定的下限"
    ABOVE_CEILING = "高于上位规定的上限"
    LONGER = "长于上位规定的期限"
    SHORTER = "短于上位规定的公示期"
    NARROWER = "窄于上位规定的收入或者财产界限"
    BEYOND_CAP = "突破上位规定不得超过的上限"


def fault(a: Figure, b: Figure) -> tuple[Fault, bool] | None:
    """How `a` falls behind the higher `b`, and whether the breach is beyond doubt; `None` where it does not."""
    found = order(a.amount, b.amount)
    if not found or b.parameter.soft:
        return None
    op = b.parameter.op
    if a.better == "lower" and found > 0 and op not in DOWN:
        if "applicant" in a.phases:  # more time for a person is better
            return None
        return (Fault.LONGER if a.amount.dimension == "time" else Fault.ABOVE_CEILING), True
    foot = foot_below_top(a.norm, a.parameter, b.norm, b.parameter)
    if a.better in ("higher", "floor") and found < 0 and (op not in UP or _KEPT.search(b.norm.text)) and not foot:
        return (Fault.SHORTER if a.better == "floor" else Fault.BELOW_FLOOR), True
    least = a.parameter.op in UP or (a.parameter.op == "=" and a.parameter.unit.startswith(AREA))
    if a.better == "none" and found < 0 and op in DOWN and least and not foot:
        return Fault.BELOW_FLOOR, True
    if (
        a.item in LINES
        and found < 0
        and (op in UP or _shuts(b))
        and (a.parameter.op in UP or _shuts(a))
        and _opens(a, b)
    ):
        return Fault.NARROWER, True
    if a.better in ("higher", "none") and found > 0 and (op in UP or (op == "=" and b.declared)):
        return _beyond(a, b)
    return None


def _shuts(figure: Figure) -> bool:
    """Whether those above the line are left out (存款超过24个月标准的，不予纳入)."""
    behind = STOP.split(words_behind(figure.norm, figure.parameter))[0]
    return figure.parameter.op in DOWN and (_LEFT_OUT.search(behind) or _LEFT_OUT.search(figure.norm.stem)) is not None


def _opens(a: Figure, b: Figure) -> bool:
    """Whether both lines let those below them in, `b` all of them: not where it only says how far others may go."""
    return not _STRICT.search(b.norm.text) and all(_DOOR.search(f.norm.words) for f in (a, b)) and a.basis == b.basis


def _beyond(a: Figure, b: Figure) -> tuple[Fault, bool] | None:
    """A ceiling binds where the rule says so."""
    if a.item == "delegated-sum":
        return Fault.BEYOND_CAP, False
    if b.declared:
        return Fault.BEYOND_CAP, True
    return (Fault.BEYOND_CAP, False) if _STRICT.search(b.norm.text) else None
