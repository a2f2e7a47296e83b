"""A top in a heading that its own paragraphs go beyond: 三、每户补贴不超过5000元, and below it 单户以6500元为限.

A heading is a clause without a mark at its end, or the first sentence of a paragraph, with one sum of money. Quiet
where the paragraphs have the heading's sum too, count by another time or unit, or are for a special case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.figures.figures import Figure
from checks.compare.ground.alignment import article_of
from checks.compare.ground.clauses import clause_of
from checks.compare.ground.norms import Norm
from checks.compare.outcome.doubles import Double
from kg.stretches import worth

_TOP = re.compile(
    r"(?:不(?:得|能)?(?:超过|高于|突破|多于)|最[高多]|至多|上限|封顶|限额)[^，。；0-9]{0,8}(?P<sum>[0-9０-９]+(?:[.．][0-9]+)?)(?P<ten>万|千)?元"
    r"|(?P<sum2>[0-9０-９]+(?:[.．][0-9]+)?)(?P<ten2>万|千)?元(?:封顶|为限|以内|以下)"
)
_SUM = re.compile(r"[0-9０-９][万千]?元")
_BY_TIME = re.compile(r"[年月季日次]|平方米|[件床张学]")
_SPECIAL = re.compile(
    r"特殊|特别|重大|确有|确需|突出|经[^，。；]{0,12}(?:批准|研究|审议|同意)|一事一议|可以?(?:适当)?(?:提高|放宽|上浮)|叠加|另行?|总额|累计|合计|预算|资金"
)
_LONG = 24  # characters that a heading has at most


def beyond(figures: tuple[Figure, ...], norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Tops of headings with a sum below that is more."""
    for norm in norms:
        top = _top(norm)
        under = [f for f in figures if top and _under(f, norm)]
        if top and under and all(f.parameter.value != top for f in under):
            more = [f for f in under if f.parameter.value > top and f.parameter.op in ("=", "<=", "<")]
            if more and not _SPECIAL.search(more[0].norm.text):
                said = clause_of(more[0].norm, more[0].parameter)
                yield Double("heading", "标题与正文的限额", norm.text.strip(), said, (norm, more[0].norm))


def _top(norm: Norm) -> float:
    """The one sum that a heading sets as the most, 0 where it sets none."""
    found = _TOP.search(norm.text)
    titled = len(norm.text) <= _LONG and not norm.text.rstrip().endswith(("；", "，")) and not norm.headed
    if not found or not titled or norm.prior or len(_SUM.findall(norm.text)) > 1:
        return 0
    number, tens = (found["sum"], found["ten"]) if found["sum"] else (found["sum2"], found["ten2"])
    return worth(number, tens)


def _under(figure: Figure, heading: Norm) -> bool:
    """Whether a sum stands under a heading, in its unit, for nobody that the heading is not for."""
    below = figure.norm.start > heading.start and article_of(figure.norm) == article_of(heading)
    inside = below and figure.norm.locator.startswith(heading.locator)
    by = [frozenset(_BY_TIME.findall(x)) for x in (heading.text, figure.parameter.unit)]
    household = ["户" in x for x in (heading.text, figure.parameter.unit)]
    counted = by[0] - {"次"} == by[1] - {"次"} and (household[0] == household[1] or not any(household))
    return inside and figure.amount.dimension.startswith("元") and counted
