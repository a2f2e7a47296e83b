"""What a deed is done to, one by one, those whom the clauses of a norm single out, and who has the other form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import bag
from checks.matter import bare
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
_SHOWN = re.compile(r"公[布示开]|张榜")
_PRIVATE = re.compile(r"姓名|住址|地址|病情|病史|身份证|电话|联系方式|账号|账户|隐私|照片|影像|肖像|个人信息|存款|原因")
_ACT = 0.5  # part of the words of a denied act that the grant has to pass
_VERB, _END = 2, 4  # characters: of a verb, and of the end of an act
_OR = re.compile(r"、|或者?|和(?!解)|以及")
_PREPOSITIONS = frozenset("向对将把在以就因从为由与同跟给")


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


def keeps_private(denied: str, granted: str) -> bool:
    """Whether it is private things that are not shown (姓名和住址不予公布), of which the other text says nothing."""
    shown = _SHOWN.search(denied) is not None
    return shown and bool(frozenset(_PRIVATE.findall(denied)) - frozenset(_PRIVATE.findall(granted)))


def does(denied: str, words: frozenset[str]) -> bool:
    """Whether the words of a grant have the verb behind a denial, where one stands there, and most of what follows."""
    return not denied or any(_has_act(act, words) for act in _acts(denied))


def _has_act(act: str, words: frozenset[str]) -> bool:
    led = act[:1] in _PREPOSITIONS  # 与其他人员同室居住: the verb stands at the end
    verb = frozenset() if led else bag(act[:_VERB])
    end = bag(act[-_END:]) if led else frozenset()
    if len(end & words) < _ACT * len(end):
        return False
    work, rest = bag(bare(act)), bag(act)  # more than the names of the aid and its people; and with them
    done = not work or len(work & words) > _ACT * len(work)
    return verb <= words and done and (not rest or len(rest & words) > _ACT * len(rest))


def _acts(said: str) -> Iterator[str]:
    """The act as it is told, and each of several verbs with what the last one is done to (转租、转借公租房)."""
    yield said
    *verbs, last = _OR.split(said)
    yield from (f"{verb} {last[_VERB:]}" for verb in verbs if len(verb) == _VERB)
