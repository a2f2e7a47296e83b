"""A closed list of classes where the higher text serves everybody: 对下列流浪乞讨人员提供救助：老年人；未成年人.

The higher norm gives the same thing to the same people without any list, or has the same desk give it to whoever comes
within its scope. Quiet where the list goes on (其他, 等), where the class is only served first or in a special manner
(重点, 优先, 护送), and where the text serves the others in a norm of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import bag, on_one_matter
from checks.compare.ground.lists import items_of, stems_of
from checks.compare.ground.marks import ETC
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from ontology.cues import named_in

_LIST = re.compile(
    r"(?P<before>[^，。；：]{0,16}?)(?:对|为|向|给)(?:下列|以下)(?P<who>[一-龥]{2,14}?)，?"
    r"(?:应当?|可以|依法|按照规定)*(?:给予|提供|发放|实施|予以|进行|开展)(?P<act>[一-龥]{2,14})[：:]?$"
)
_FIRST = re.compile(r"重点|优先|主动|特别|特殊|上门|护送|引导|另外|增发|加发|额外|还应|同时|免费")
_OPEN = re.compile(rf"其他|其它|{ETC}|另有规定|全部|所有|各类")
_ALL = re.compile(r"属于(?:救助|服务|保障)对象的|符合(?:规定)?条件的?|前来求助的?|求助人员|申请人")
_GIVES = re.compile(r"(?:应当|可以|一律|均|都)[^，。；]{0,20}(?:给予|提供|发放|实施|予以|进行|开展)|享受|有权")
_NARROWED = re.compile(r"(?:[的中]|年满[^，。；]{0,8}|重度|困难|贫困|失能|高龄|特殊)$")
_DENIED = re.compile(r"不得(?!拒绝|推诿)|不予|不再|停止|终止|取消|下列|以下|其中")
_LONGEST = 24  # characters of an item that names a class


@dataclass(frozen=True, slots=True)
class Listed:
    """`mine` is the stem with its items, `theirs` the norm that serves all called `who`."""

    mine: tuple[Norm, ...]
    theirs: Norm
    who: str


def closed_lists(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Listed]:
    """Closed lists of classes in `mine` of people whom `theirs` serves without a list."""
    for stem in stems_of(mine):
        said = _LIST.search(stem.text.strip())
        items = items_of(mine, stem) if said and not _FIRST.search(stem.text) else []
        if not said or len(items) < 2 or any(_OPEN.search(i.text) or len(i.text) > _LONGEST for i in items):
            continue
        who, act = said["who"], bag(said["act"])
        if not act or any(_serves(n, who, act, frozenset()) for n in mine if n not in items):
            continue
        for norm in theirs:
            one = _serves(norm, who, act, named_in("desk", stem.text))
            if one and on_one_matter(index, stem, norm):
                yield Listed((stem, *items), norm, who)
                break


def _serves(norm: Norm, who: str, act: frozenset[str], desks: frozenset[str]) -> bool:
    """Whether a norm gives the act to all of the class: named bare, or by the same desk to whoever is in scope."""
    if norm.stem or not _GIVES.search(norm.text) or _DENIED.search(norm.text) or not act <= bag(norm.text):
        return False
    if desks & named_in("desk", norm.text) and _ALL.search(norm.text):
        return True
    at = norm.text.find(who)
    return at >= 0 and not _NARROWED.search(norm.text[:at]) and "的，" not in norm.text[:at]
