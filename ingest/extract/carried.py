"""What the last of a list of people takes from all before it.

An age in figures (0—6岁残疾儿童和孤独症儿童: both are small), and the place that every other member names
(城市低保家庭、城市特困人员、城市低保边缘家庭和刚性支出困难家庭).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extract.group_order import Order
from ingest.extract.person_words import NEUTRAL, Alternatives, Unit

AND = re.compile("[和与及]")
MANY = 3  # members that name their place, so that the last one shares it


def carried(order: Order, before: Sequence[frozenset[str]], unit: Unit, gap: str, aged: Alternatives) -> Alternatives:
    """Marks of the list `before` that hold for `unit` behind `gap` too; `aged` is the age last said in figures."""
    if not before or not AND.search(gap):
        return NEUTRAL
    common = frozenset.intersection(*before)
    own = {i for a in unit.says for i in a}
    ages = (i for a in aged for i in a if i in common and own & order.above.get(i, frozenset()))
    if len(before) < MANY or "place" in order.facets_of(unit.says):
        return (frozenset(ages),)
    return (frozenset(ages) | {i for i in common if order.facets.get(i) == "place"},)
