"""A loss that the rule above ties to want of good cause (无正当理由拒绝), and a text to the act alone.

无正当理由，拒不接受介绍的工作的，停止领取 becomes 拒绝介绍的工作的，停止领取: who had a reason loses too. Quiet where
the text speaks of a reason anywhere in the paragraph, where nothing is lost, and where the rule has the act without the
proviso too.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import bag, on_one_matter, people_apart, share
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_CAUSE = Setting("without-cause")
_LEAST, _SHARED = 3, 0.5  # pieces of the act that both tell, and their part of the shorter


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Losses that `mine` has for an act, and `theirs` only for the act without good cause."""
    above = [(b, m) for b in theirs if _loses(b) for m in _CAUSE.all("proviso", b.text)]
    for a in mine if above else ():
        act = next(_CAUSE.all("act", a.text), None)
        if not act or not _loses(a) or _CAUSE.has("reason", index.documents[a.document].text[slice(*a.line)]):
            continue
        for b, said in above:
            one, two = bag(act["act"]), bag(said["act"])
            if len(one & two) < _LEAST or share(one, two) < _SHARED or people_apart(index, a, b):
                continue
            if on_one_matter(index, a, b):
                told = (f"“{clip(act.group(), 30)}”即丧失", f"“{clip(said.group(), 36)}”才丧失")
                yield Departure(Label.CONDITION, "without-cause", "丧失待遇的前提", *told, (a,), (b,), Severity.WARNING)
                break


def _loses(norm: Norm) -> bool:
    return _CAUSE.has("loses", norm.words)
