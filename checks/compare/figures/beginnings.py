"""From what cost on help begins, by class of need: 特困人员达到2000元的, 低保对象达到6000元的, 边缘家庭达到4000元的.

Nobody in deeper need may have to bear more first than those in lesser need, in one list or one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from checks.compare.figures.tiers import tier_of
from checks.compare.ground.clauses import words_before, words_behind
from checks.compare.ground.marks import STOP
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in, numbers_of
from checks.compare.outcome.doubles import Double
from kg.model import Parameter

_BORNE = re.compile(r"自[付负费]|负担|费用|支出|医疗|医药")
_BEGINS = re.compile(r"(?:以上)?的(?:部分|费用|，)|以上部分|以上，")


def beginnings(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Two classes of one list of which the needier has to bear more before it is helped."""
    found = [(n, p, t) for n in norms if _BORNE.search(n.words) for p in numbers_of(n) if (t := _tier(n, p))]
    for (norm, first, tier), (other, second, its) in combinations(found, 2):
        one_list = norm.line == other.line or (norm.stem and norm.lead.start == other.lead.start)
        if not one_list or tier == its or first.unit != second.unit:
            continue
        needier, lesser = ((norm, first), (other, second)) if tier < its else ((other, second), (norm, first))
        if needier[1].value > lesser[1].value:
            said, beside = (_clause(*x) for x in (needier, lesser))
            yield Double("inversion", "救助起点待遇倒挂，困难程度更深的对象", said, beside, (needier[0], lesser[0]))
            return


def _tier(norm: Norm, parameter: Parameter) -> int:
    """The place in the order of need of those for whom a cost opens help, 0 where it does not or nobody is named."""
    opens = parameter.unit.startswith("元") and parameter.op in (">", ">=")
    if not opens or not _BEGINS.match(words_behind(norm, parameter)):
        return 0
    return tier_of(groups_in(_before(norm, parameter)))


def _clause(norm: Norm, parameter: Parameter) -> str:
    return f"{_before(norm, parameter)}{parameter.quote}"


def _before(norm: Norm, parameter: Parameter) -> str:
    """The words of its own part of the norm up to a number."""
    return STOP.split(words_before(norm, parameter))[-1]
