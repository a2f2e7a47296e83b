"""Exemptions of a higher rule that the lower text does not carry over: 不受经济困难条件的限制.

The higher rule frees certain cases of a condition; the lower text lists the same case, sets the condition for all, and
frees nobody of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.departures import Departure, Label
from checks.compare.norms import Norm
from checks.compare.topics import aid_meets
from checks.compare.wording import pieces
from kg.coverage import CoverageIndex
from kg.enums import Verdict

_FREES = re.compile(
    r"不受(?P<a>[^，。；]{2,12}?)(?:条件)?的?限制|(?:免予|免于|无需|不需|不再)(?:审查|核查|提交|提供)(?P<b>[^，。；]{2,12}?)(?:状况|条件|证明|$|，|。|：)"
)
_BY_INCOME = re.compile(r"收入[^，。；]{0,4}(?:低于|不超过|不高于|未达到|未超过)")
_LEAST, _SHARED = 4, 0.6  # pieces of the freed case that the lower text has to repeat


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Cases that `theirs` frees of a condition and `mine` lists under it."""
    for b in theirs:
        match = _FREES.search(b.stem)
        if not match or "其他情形" in b.text:
            continue
        condition = match["a"] or match["b"]
        freed = any(_FREES.search(n.words) and _same_case(n, b) for n in mine)
        if freed or not any(_requires(n, condition) for n in mine):
            continue
        for a in mine:
            if (a.stem or _measured(a, condition)) and _same_case(a, b) and aid_meets(index, a, b) is Verdict.YES:
                said = f"同样要求符合{condition}条件"
                yield Departure(
                    Label.CONDITION,
                    "waiver",
                    f"{condition}条件",
                    said,
                    f"不受{condition}条件限制",
                    (a,),
                    (b,),
                    Severity.WARNING,
                )
                break


def _requires(norm: Norm, condition: str) -> bool:
    return (condition in norm.words or _measured(norm, condition)) and "申请" in norm.words


def _measured(norm: Norm, condition: str) -> bool:
    """Whether it sets the condition in figures of its own (人均收入低于最低工资标准)."""
    return "经济" in condition and _BY_INCOME.search(norm.text) is not None


def _same_case(a: Norm, b: Norm) -> bool:
    mine, theirs = pieces(a.text), pieces(b.text)
    return len(mine & theirs) >= max(_LEAST, _SHARED * len(theirs))
