"""What money is for: by the names of the wording lists (取暖, 租房), else by the words of the use that a text gives it.

No list has every need that some place pays for (配方奶粉, 助听器电池). Two texts that say what their money is used for
in the same words pay for one need, whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from checks.compare.ground.wording import pieces
from checks.fingerprint import REMEMBERED
from ontology.wording import wording_lists, wordings

_USE = re.compile(
    r"(?:专项|专门|主要|统一|全部)?用(?:于|以|来)(?P<use>[^。；：\n]{2,40})"
    r"|(?:补助|补贴|资助|支付|承担|分担|弥补|缓解)(?P<cost>[^，。；：\n]{3,24}?)(?:费用?|支出|开支)(?=[，。；等（的0-9]|$)"
    r"|(?P<bought>(?:购买|购置|配置|适配|更换|安装|佩戴|装配)[^，。；：\n]{2,20}?)(?:等[^，。；]{0,8})?的?，?(?:按照?|每|给予)"
    r"|(?<=[，。；：\n])(?P<named>[^，。；：、\n]{3,24}?)(?:费用|支出|开支)，[^。；\n]{0,12}(?:给予|补助|补贴|救助|资助)"
)
_COST = re.compile(
    r"(?:补助|补贴|资助|给予|发给|支付|报销|承担|减免|免除|解决|缴纳|购买)"
    r"(?P<cost>(?:[^，。；、0-9元]{0,10}?(?:费用?|车票|机票|租金)[、和及与]?)+)"
)
_NOBODY = re.compile(r"(?:无|没有|缺乏|缺少)[^，。；、]{0,8}(?:照料|照护|看护|照顾)")  # who is helped, not with what
_ANY_USE = re.compile(  # words that say nothing of what is bought
    r"支付|购买|购置|补助|补贴|资助|救助|帮扶|费用|支出|开支|发放|对象|本人|家庭|个人|自付|自负|承担|资金|基金|专款|专用|标准"
    r"|(?:日常|基本|家庭)?生活|困难|儿童|孩子|老年人|残疾人|患者|学生|人员|群众|职工|期间|方面|所需|发生|必要|合理|相关|等$"
)
_LEAST, _SHARE = 3, 0.6  # pieces that two uses share, and their part of the shorter one's


@lru_cache(maxsize=REMEMBERED)
def says(text: str, wording: str) -> bool:
    """Whether a text has one of the words of a list."""
    return any(word in text for word in wordings()[wording])


@lru_cache(maxsize=REMEMBERED)
def purposes_in(text: str) -> frozenset[str]:
    """What money a text speaks of: 取暖, 岗位, 护理 …, by the names of the wording lists."""
    text = _NOBODY.sub("", text)
    return frozenset(name for name in wordings() if name.startswith("purpose-") and says(text, name))


@lru_cache(maxsize=REMEMBERED)
def uses_in(text: str) -> tuple[str, ...]:
    """What a text says its money is used for, in its own words (购买婴儿配方奶粉和辅食)."""
    return tuple(next(filter(None, m.groups())).strip() for m in _USE.finditer(text))


def shared_uses(mine: Iterable[str], theirs: Iterable[str]) -> frozenset[str]:
    """The uses of the first that the second pays for too, told by most of their words."""
    others = [_content(use) for use in theirs]
    return frozenset(use for use in mine if any(_alike(_content(use), other) for other in others))


def of_other_sorts(purpose: str, mine: str, theirs: str) -> bool:
    """Whether two texts name sorts of what a purpose is for, and none in common (助听器, 轮椅)."""
    listed = wording_lists().get(purpose.replace("purpose-", "sorts-"))
    families = [family.split("|") for family in listed.ordered] if listed else []
    named = [{names[0] for names in families if any(n in text for n in names)} for text in (mine, theirs)]
    return all(named) and not named[0] & named[1]


@lru_cache(maxsize=REMEMBERED)
def costs_in(text: str) -> frozenset[str]:
    """What the costs are that a clause has paid in so many words (补助住院伙食费: meals, whatever the case is)."""
    return purposes_in("，".join(m["cost"] for m in _COST.finditer(text)))


def purpose_name(purpose: str) -> str:
    """A purpose in Chinese: the label of its list, or the words of the use."""
    known = wording_lists().get(purpose)
    return known.label if known else purpose


def is_use(purpose: str) -> bool:
    """Whether a purpose is known by the words of a text alone."""
    return not purpose.startswith("purpose-")


@lru_cache(maxsize=REMEMBERED)
def _content(use: str) -> frozenset[str]:
    return pieces(_ANY_USE.sub("，", use))


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    shared = len(a & b)
    return shared >= _LEAST and shared >= _SHARE * min(len(a), len(b))
