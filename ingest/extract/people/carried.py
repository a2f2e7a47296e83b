"""What the last of a list of people takes from all before it.

An age in figures (0—6岁残疾儿童和孤独症儿童: both are small), and the place that every other member names
(城市低保家庭、城市特困人员、城市低保边缘家庭和刚性支出困难家庭; strata of the poor alone: 城镇低保家庭、低保边缘家庭).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extract.people.group_order import Order
from ingest.extract.people.joints import COMMA
from ingest.extract.people.person_words import NEUTRAL, Alternatives, Unit

AND = re.compile("[和与及]")
MANY = 3  # members that name their place, so that the last one shares it


def carried(order: Order, before: Sequence[frozenset[str]], unit: Unit, gap: str, aged: Alternatives) -> Alternatives:
    """Marks of the list `before` that hold for `unit` behind `gap` too; `aged` is the age last said in figures."""
    if not before:
        return NEUTRAL
    common = frozenset.intersection(*before)
    own = {i for a in unit.says for i in a}
    marks: set[str] = set()
    if AND.search(gap):
        marks.update(i for a in aged for i in a if i in common and own & order.above.get(i, frozenset()))
    if _shares_place(order, before, unit, gap):
        marks.update(i for i in common if order.facets.get(i) == "place")
    return (frozenset(marks),)


def _shares_place(order: Order, before: Sequence[frozenset[str]], unit: Unit, gap: str) -> bool:
    """Whether the place said of those before holds for `unit`: every member names one, or all are strata."""
    own = order.facets_of(unit.says)
    if "place" in own:
        return False
    strata = own == {"economic"} and order.facets_of(tuple(before)) <= {"economic", "place"}
    return (len(before) >= MANY and AND.search(gap) is not None) or (strata and not COMMA.search(gap))


def left_behind(alternatives: Alternatives) -> bool:
    """Whether any of these people are left behind: a mark that is said once for a list, or of each."""
    return any("left-behind" in a for a in alternatives)


def stays_with_them(order: Order, shared: Alternatives, unit: Unit) -> bool:
    """Whether 留守, said of those before, ends with them: it goes on to the old, the young and women alone."""
    return left_behind(shared) and not order.facets_of(unit.says) <= {"age", "sex"}
