"""Whose institution a body is: a government before its department, a department before what it has set up.

The one before only says whose body the one behind it is; where both are listed side by side, both stay.
"""

from __future__ import annotations

import re

from ingest.extract.bodies.addresses import PLACE
from ingest.extract.bodies.chains import Body

OWNED = re.compile(  # 民政部门设立的 儿童福利机构, 民政部门所属 救助管理机构
    rf"(?:(?:自行|依法)?(?:设立|设置|举办|主办|开办|兴办|管理|主管|批准|认定|指定|确定)的|直属的|(?:所属|下属|下设|内设)的?){PLACE}*"
)
_LINKED = re.compile(r"[、和及与或（(]")
_LEVELS_OF = ("街道、社区", "街道、乡镇", "乡镇、街道")  # levels of one institution, no bodies
LEVELS = frozenset(("township", "village"))
ABOVE = frozenset(("government", "state-council", "township"))


def owner_of(text: str, bodies: list[Body], first: Body) -> Body:
    """The body before `first` whose institution that is (民政部门设立的福利机构, 街道、社区的服务站), else `first`."""
    at = bodies.index(first)
    while at and (LEVELS.issuperset(bodies[at - 1].ids) or OWNED.fullmatch(text, bodies[at - 1].end, bodies[at].start)):
        at -= 1
    return bodies[at]


def without_parents(text: str, bodies: list[Body]) -> list[Body]:
    """A government directly before its department, and a department before its institution, is only an address."""
    kept = bodies[:1]
    for body in bodies[1:]:
        if _only_places(text, kept[-1], body):
            owner = kept.pop()
            while text[body.start - 1] == "的" and kept and _level_beside(text, kept[-1], owner):
                owner = kept.pop()  # 街道、社区、乡镇的就业服务机构
            if "bingtuan" in owner.ids and kept and _LINKED.fullmatch(text, kept[-1].end, owner.start):
                kept.pop()  # 各省、自治区、直辖市和新疆生产建设兵团民政厅
        kept.append(body)
    return kept


def _level_beside(text: str, left: Body, right: Body) -> bool:
    """Whether two levels below the county are listed side by side."""
    return text[left.end : right.start] == "、" and LEVELS.issuperset((*left.ids, *right.ids))


def _only_places(text: str, owner: Body, body: Body) -> bool:
    """Whether `owner` only says whose body the one behind it is."""
    gap = text[owner.end : body.start]
    if not gap or OWNED.fullmatch(gap) or text[owner.start : body.start] in _LEVELS_OF:
        return True
    return not ABOVE.isdisjoint(owner.ids) and not _LINKED.search(gap)
