"""Things that one body has in its hands: relief goods dealt out, a fund or a platform run, whatever the aid is.

What a clause handles is a thing by its name (救灾物资, 疾病应急救助基金) and the deed done to it (调拨, 管理); two
bodies that do one deed to one thing lead it both. A bare 基金 or 平台 is the aid's own. Left out: oversight, planning
and money in general, which many bodies share by law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from checks.compare.ground.marks import PAUSE
from checks.fingerprint import REMEMBERED
from kg.coverage import Duty
from ontology.cues import Setting
from ontology.wording import wording_lists

_HANDLED = Setting("handled")
_OWN_NAME = 4  # characters of a name that tells a thing from others


@lru_cache(maxsize=REMEMBERED)
def handled_in(text: str) -> frozenset[tuple[str, str]]:
    """Deeds of a clause with the things that they are done to."""
    return frozenset(found for clause in PAUSE.split(text) for found in _handled(clause))


def _handled(clause: str) -> Iterator[tuple[str, str]]:
    if not _HANDLED.has("things", clause) or _HANDLED.has("aside", clause):
        return
    names = {_before().sub("", m.group()) for m in _HANDLED.all("things", clause)}
    for deed in _HANDLED.words("deeds", clause):
        yield from ((_kinds().get(deed, deed), name) for name in names)


def one_handled(a: Duty, b: Duty) -> bool:
    """Whether two bodies do one deed to one thing; by its bare kind only inside one aid."""
    return bool(handled_by_both(a, b))


def handled_by_both(a: Duty, b: Duty) -> str:
    """What both do to what (救灾物资的调拨、分配); "" where there is nothing."""
    mine, theirs = (handled_in(d.provision.quote.text) for d in (a, b))
    one_aid = bool(a.aid) and a.aid == b.aid
    shared = [
        (max(one, two, key=len), x)
        for x, one in sorted(mine)
        for y, two in theirs
        if x == y and (one.endswith(two) or two.endswith(one)) and (one_aid or min(len(one), len(two)) >= _OWN_NAME)
    ]
    return f"{shared[0][0]}的{'、'.join(dict.fromkeys(deed for _, deed in shared))}" if shared else ""


@cache
def _kinds() -> dict[str, str]:
    """Words for one deed (编制、拟定, 调度、调派) with the one that stands for them."""
    families = (v.ordered for name, v in wording_lists().items() if name.startswith("deed-"))
    return {word: family[0] for family in families for word in family}


@cache
def _before() -> re.Pattern[str]:
    """What stands before a thing's name in its clause."""
    deeds = _HANDLED.pattern("deeds").pattern
    return re.compile(rf"^.*(?:{deeds}|负责|承担|统一|组织|做好|按照?|依照|由|以|将|把|的|和|与|及|对|向|、)")
