"""What befell people, where a norm says it (因火灾、交通事故等意外事件造成…): norms for unlike events share no case."""

from __future__ import annotations

import re

from checks.compare.ground.alignment import bag
from checks.compare.ground.norms import Norm
from ontology.cues import named_in

_NOT_SUCH = re.compile(r"非(?![法常营但经本洲])([一-龥]{2})")
_INSIDE, _OUTSIDE = (
    re.compile(rf"(?:目录|政策|范围|名录|规定){side}(?!包|括)")
    for side in ("(?:范围)?之?内|范围内", "(?:范围)?之?外|以外")
)
_DONE = re.compile(r"已经?(?P<deed>[一-龥]{2})")
_BEFELL = re.compile(
    r"(?:因|由于|遭遇|遭受|受)(?!此|故)(?P<what>[^。；：]{2,60}?)"
    r"(?:造成|导致|致使|引起|引发|影响|陷入|致困|致贫|返贫|而(?=陷|致|生|基本)|等(?:原因|情形|情况|因素))"
)


def of_what_is_not_such(one: str, other: str) -> bool:
    """Whether one text is on what the other is not (非工伤, 工伤; 目录内, 目录外)."""
    inside, outside = ({s for s in (one, other) if p.search(s)} for p in (_INSIDE, _OUTSIDE))
    if inside and outside and inside != outside:
        return True
    pairs = ((x, y) for x, y in ((one, other), (other, one)))
    return any(k in y and f"非{k}" not in y for x, y in pairs for k in _NOT_SUCH.findall(x))


def of_what_is_not_done(one: str, other: str) -> bool:
    """Whether one text is on those who have done something (已委托律师), and the other on those who have not."""
    pairs = ((m["deed"], y) for x, y in ((one, other), (other, one)) for m in _DONE.finditer(x))
    return any(re.search(f"(?:没有|未|尚未){deed}", y) for deed, y in pairs)


def befell(norm: Norm) -> frozenset[str]:
    """Pieces of the events that a norm names, none where it names none."""
    return frozenset(p for m in _BEFELL.finditer(norm.words) for p in bag(m["what"]))


def events_apart(a: Norm, b: Norm) -> bool:
    """Whether both norms name events, and none of one is an event of the other (失火 is 火灾, and no 地震)."""
    kinds = [named_in("mishap", n.text) for n in (a, b)]
    if all(kinds):
        return not kinds[0] & kinds[1]
    mine, theirs = befell(a), befell(b)
    return bool(mine and theirs) and not mine & theirs
