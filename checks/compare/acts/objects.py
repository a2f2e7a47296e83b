"""What a deed is done to, one by one, those whom the clauses of a norm single out, and who has the other form."""

from __future__ import annotations

import re

from checks.compare.ground.alignment import bag
from ontology.cues import Cue

_OF = re.compile(
    r"[^。；：]{4,40}的(?=，)|[^，。；：]{4,40}的(?=人员|家庭|对象|儿童|老年人|残疾人|学生|(?:医疗)?费用|患者)|(?<=有)[^，。；：]{4,20}的(?=，)"
)
_ITEM = re.compile(r"、|和|以及|及|与|或者|，|；|。|：|按照?|一并|不?(?:全额|据实)?(?:计入|算入|核入|纳入)")
_SAID = re.compile(r"^(?:下列|其|领取的|取得的|家庭成员的?|收入包括|包括|(?:其|申请人)?收入(?:为|是))+|等$")
_HAS = re.compile(r"(?:已经?|正在|选择|通过)(?P<has>[^，。；]{2,24})的(?=，)")
_EITHER = re.compile(r"或者?")
_MEANT = 0.5  # of the pieces of what somebody has already, in the rule on both forms
_LEAST_ITEM = 3  # characters of an item


def cases_of(deed: Cue, text: str) -> str:
    """The clauses that single out whom it is for; only their last words for a deed told by its whole norm."""
    said = _OF.findall(text)
    return "，".join(x.rpartition("，")[2] for x in said) if "around" in deed.facts else "，".join(said)


def items_of(deed: Cue, text: str) -> frozenset[str]:
    """What a deed is done to, one by one (高龄津贴、奖学金), where the deed is of that kind."""
    if "listed" not in deed.facts:
        return frozenset()
    kept = (_SAID.sub("", part) for part in _ITEM.split(text))
    return frozenset(part for part in kept if len(part) >= _LEAST_ITEM)


def has_the_other(denied: str, granted: str) -> bool:
    """Whether a text denies one of two forms to those who have the other (已经配租公租房的，不再发放租赁补贴)."""
    had = [bag(m["has"]) for m in _HAS.finditer(denied)] if _EITHER.search(granted) else []
    said = bag(granted)
    return any(pieces and len(pieces & said) >= _MEANT * len(pieces) for pieces in had)
