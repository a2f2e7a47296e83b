"""What a heading says for all that stands under it: whom it is about, and that only aims and principles follow.

（一）特困人员。每人每月发放1000元: the people stand in the heading alone. A heading that names people only as part of
something (残疾人康复) hands nobody down: what stands under it says itself whom it means. Nor does 救助对象.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.context import Context
from ingest.extract.people.groups import GroupReader, GroupReading, order_of
from ingest.extract.people.narrowing import UMBRELLAS
from ingest.numbering import DIVISIONS
from ingest.stems import Stem
from kg.model import Clause, Groups

WITHOUT = (*DIVISIONS, "article", "duty", "row")  # kinds whose heading is no name for people
BESIDE = re.compile(r"[（(].*?[）)]|[、，：:\s]|[和与及等]|以及|其他|符合条件的?|城乡")
AIMS = re.compile(
    r"^(?:[^，。；]{4,30}的|明确|准确把握|把握)?(?:(?:重要|重大|现实)?意义[和与及、])?(?:总体要求|指导思想|(?:基本|工作|总体|主要)?原则"
    r"|(?:总体|工作|主要|发展|基本|任务)*目标|(?:总体|工作|基本|发展)思路)(?:[和与及、][^，。]{2,8})?$"
    r"|(?:重要|重大|现实|的|^)意义(?:和必要性)?$|重要意义|^(?:充分|进一步)?认识[^，。]{4,30}重要性|^充分认识|^(?:工作)?背景$|^(?:编制)?目的$"
)

WHOM = re.compile(
    r"(?:[^，。；（）]{0,8})(?:对象|人员范围)(?:(?:及|和|与|、)(?:其?(?:范围|条件|标准|补贴标准|救助标准)))*"
)


def told_by_heading(context: Context, clause: Clause, stem: Stem) -> Stem:
    """`stem` with what the heading of the clause says for all that stands under it."""
    heading, aims, whom = heading_groups(context, clause), only_aims(clause), WHOM.fullmatch(clause.label) is not None
    if not (heading or aims or whom):
        return stem
    return replace(stem, heading=heading or stem.heading, aims=aims or stem.aims, whom=whom or stem.whom)


def heading_groups(context: Context, clause: Clause) -> Groups:
    """People that the clause's heading consists of; empty where it says more than that."""
    if not clause.label or clause.kind in WITHOUT:
        return Groups()
    reader = context.once(GroupReader)
    start = context.text.index(clause.label, clause.start)
    end = start + len(clause.label)
    units = reader.units.between(start, end)
    rest = clause.label
    for unit in units:
        rest = rest.replace(context.text[unit.start : unit.end], "", 1)
    order = order_of(context)
    named = any(u.manner == "person" or order.facets_of(u.says) == {"study"} for u in units)
    if not named or BESIDE.sub("", rest):
        return Groups()
    found = reader.read(clause, start, end).groups or order.groups(units[0].says)
    return Groups() if all(UMBRELLAS.issuperset(a) for a in found) else found


def under_heading(context: Context, people: GroupReading, heading: Groups) -> GroupReading:
    """`people` among those of the heading; where they are of another kind, they stand alone."""
    if not heading:
        return people
    order = order_of(context)
    own = tuple(frozenset(a) for a in people.groups)
    return people.merge(order.groups(order.unlike(tuple(frozenset(a) for a in heading), own)), order)


def only_aims(clause: Clause) -> bool:
    """Whether the clause has a heading of aims or principles, or stands before the first heading of all."""
    return AIMS.search(clause.label) is not None or clause.locator.rpartition("/")[2].startswith("导语")
