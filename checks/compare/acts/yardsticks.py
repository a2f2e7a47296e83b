"""By what somebody's interest counts: what is best for him above, what does not harm him below.

在最有利于未成年子女的条件下 above, 对子女成长无不利影响的 below: a decision that is only harmless may be far from the
best. Quiet where the text has the best interest as its rule anywhere, and where the rule above is content with no harm
in that matter too.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.norms import Norm
from checks.compare.ground.pairing import near
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_YARDSTICK = Setting("yardstick")
_SURE = 0.4  # likeness of two norms that are not each other's best


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Decisions that `mine` takes where nobody is harmed, and `theirs` as is best for somebody."""
    if not any(_YARDSTICK.has("harmless", n.text) for n in mine) or any(_YARDSTICK.has("best", n.text) for n in mine):
        return
    for match in near(index, mine, theirs, _SURE):
        a, b = match.a, match.b
        weak = next(_YARDSTICK.all("harmless", a.text), None)
        best = next(_YARDSTICK.all("best", b.text), None)
        if weak and best and not _YARDSTICK.has("harmless", b.words):
            said = (f"为“{clip(weak.group(), 24)}”", f"为“{clip(best.group(), 24)}”")
            yield Departure(Label.CONDITION, "yardstick", "利益衡量的标准", *said, (a,), (b,), Severity.WARNING)
