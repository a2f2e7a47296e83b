"""Figures that a norm repeats from another article of its text: 在前条每户1200元搬迁费的基础上, where 前条 says 1500元.

The article is told by 前条, 前款 or its number right before the figure, the thing by the words around the figure. Quiet
where the article has the figure too, or has none of that kind for what is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import bag
from checks.compare.ground.amounts import amount, order
from checks.compare.ground.clauses import clause_of, words_before
from checks.compare.ground.norms import Norm
from checks.compare.ground.references import REFERENCE, referred
from checks.compare.ground.windows import INCREMENT, numbers_of
from checks.compare.outcome.doubles import Double
from kg.model import Parameter

_BETWEEN = re.compile(r"(?:第[^，。；]{1,6}[款项])?(?:规定|确定|所列|所述|标准)?的?[^，。；0-9外另除]{0,10}")
_WHAT = re.compile(r"^[^，。；的]{0,8}")  # what the figure is of, behind it


def doubles(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Figures quoted from an article that has another one."""
    for norm in norms:
        for parameter in numbers_of(norm):
            before = words_before(norm, parameter)
            reference = next((m for m in REFERENCE.finditer(before) if _BETWEEN.fullmatch(before, m.end())), None)
            said = _said(norms, norm, reference, parameter) if reference and not INCREMENT.search(before) else None
            if said:
                yield Double("quoted", "引用的数值", parameter.quote, said[1].quote, (norm, said[0]))


def _said(
    norms: tuple[Norm, ...], norm: Norm, reference: re.Match[str], parameter: Parameter
) -> tuple[Norm, Parameter] | None:
    """The one figure for the same thing in the article referred to, where it is another."""
    behind = _WHAT.match(norm.text[parameter.end - norm.start :])
    what = bag(behind.group() if behind else "") | bag(norm.text[reference.end() : parameter.start - norm.start])
    same = [
        (n, p)
        for n in referred(norms, norm, reference)
        for p in numbers_of(n)
        if p.kind == parameter.kind and p.unit == parameter.unit and what & bag(clause_of(n, p))
    ]
    return same[0] if len(same) == 1 and order(amount(same[0][1]), amount(parameter)) else None
