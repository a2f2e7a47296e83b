"""A power handed down by a text that may not do so: 委托乡镇审批, where the rule above leaves that to the province.

The rule above has one body decide, and lets another body by name rule that a lower one does (省级人民政府可以规定由乡镇
作出确认决定); a text of somebody else hands the decision to that lower one by its own word. Quiet where the text is of
the body that may say so, or names it as having said so, where another text above has it handed down, and where the
lower one only takes a step before the decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.competence import levels_in
from checks.compare.ground.handed import handed_above
from checks.compare.ground.norms import Norm
from checks.compare.ground.pairing import one_aid
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from kg.enums import Level
from ontology.cues import Setting

_DOWN = Setting("delegated")
_AS_CASE = re.compile(r"[^，。；]*的，")  # 下放到乡镇的，应当自受理之日起…: a case that others may make


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Powers that `mine` hands down and `theirs` lets only another body hand down."""
    left = [(b, m) for b in theirs for m in _DOWN.all("left", b.text)]
    for b, m in left if mine else ():
        may, lower = levels_in(index, b.document, m["who"]), _is_town(m["whom"])
        own = index.documents[mine[0].document].level
        if not may or own in may or any(_said_so(index, n, may) for n in mine):
            continue
        for a in mine:
            handed = next((m for m in _DOWN.all("handed", a.text) if not _AS_CASE.match(a.text, m.start())), None)
            if not handed or _DOWN.has("aside", a.text) or _is_town(handed.group()) != lower:
                continue
            if one_aid(index, a, b) and not handed_above(index, a):
                said = (f"自行规定“{clip(handed.group(), 40)}”", f"是否如此由{m['who']}规定")
                yield Departure(Label.COMPETENCE, "delegated", "决定权的下放", *said, (a,), (b,), Severity.WARNING)
                break


def _is_town(words: str) -> bool:
    """Whether a few words name townships, and not only counties."""
    return _DOWN.has("town", words)


def _said_so(index: CoverageIndex, norm: Norm, may: tuple[Level, ...]) -> bool:
    """Whether a norm that hands the power down, or what stands before it, names the body that may."""
    said = norm.prior + norm.text
    named = set(levels_in(index, norm.document, said)) & set(may)
    return _DOWN.has("handed", norm.text) and (bool(named) or _DOWN.has("said", said))
