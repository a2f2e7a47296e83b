"""Whether two figures of one thing, in texts of equal rank, can both hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checks.compare.figures.faults import LINES
from checks.compare.figures.figures import Figure
from checks.compare.ground.amounts import DOWN, UP, order
from checks.compare.ground.clauses import words_behind

_DRAWN = re.compile(r"是指|所称|认定为|认定条件|属于|纳入")
_ENTRY = re.compile(r"申请(?:享受|领取|办理)?(?P<what>[一-龥]{5,14}?)(?:的|，|。|；|$)")
_REACHED = re.compile(r"的?[^，。；]{0,10}(?:限额|封顶线|上限)")
_CAPS = frozenset({"subsidy-area", "single-cap", "annual-cap", "total-cap", "benefit-period", "asset-line", "loan"})


def _said_to_be(figure: Figure) -> str:
    """How its value is said to be: a cap that is reached (达到6万元的年度限额) is just so high.

    A time limit that is just said (承诺时限：15个工作日) is the longest one.
    """
    if figure.parameter.kind == "time-limit" and figure.parameter.op == "=":
        return "<="
    return "=" if _REACHED.match(words_behind(figure.norm, figure.parameter)) else figure.parameter.op


def another_grade(a: Figure, b: Figure, ours: Iterable[Figure]) -> bool:
    """Whether the text of `a` answers to `b` by another grade of the scale (年满80周岁 beside 年满90周岁)."""
    same = (x for x in ours if x.item == a.item and x.bands == b.bands and x is not a)
    return a.bands != b.bands and any(order(x.amount, b.amount) == 0 for x in same)


def _one_class(a: Figure, b: Figure) -> bool:
    """Whether both are the line below which people belong to one class (低保边缘家庭是指收入低于1.5倍的家庭)."""
    drawn = a.item in LINES and all(_DRAWN.search(f.norm.text) for f in (a, b))
    return drawn and bool(a.people) and a.people == b.people


def _one_entry(a: Figure, b: Figure) -> bool:
    """Whether both are the line below which one benefit can be applied for, by its name (申请公租房租赁补贴)."""
    mine, theirs = ({m["what"] for m in _ENTRY.finditer(f.norm.text)} for f in (a, b))
    return a.item == b.item and a.item in LINES and bool(mine & theirs)


def at_odds(a: Figure, b: Figure) -> bool:
    """Whether two figures of equal rank cannot both hold, or leave open which of two limits counts."""
    found = order(a.amount, b.amount)
    if not found or a.parameter.soft or b.parameter.soft:
        return False
    first, second = _said_to_be(a), _said_to_be(b)
    if a.item == "delegated-sum":  # 审批限额为800元: up to that
        return first not in DOWN and second not in DOWN
    if a.item == b.item and a.item in _CAPS and {first, second} <= {"=", "<="}:  # 年度限额为3万元, 封顶线不超过5万元
        return True
    if first in UP and second in UP:
        capped = a.item in _CAPS or a.parameter.kind == b.parameter.kind == "benefit-cap"
        return a.stage != "" or capped or _one_class(a, b) or _one_entry(a, b)
    if first in DOWN and second in DOWN:
        return False
    if first == second == "=":
        return True
    if first in UP or second in DOWN:  # a at most (or exactly), b at least (or exactly): odd when a lies below b
        return found < 0
    return found > 0
