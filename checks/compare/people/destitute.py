"""People with no work, no means and nobody to support them, whom a text gives 低保 and the rule above 特困人员供养.

Rules of before 2014 give 三无人员 the full 低保; the rule above gives them support with care, treatment and a funeral.
They are told by the three things that they lack, or by their old name. Quiet where the text speaks of their support
anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_DESTITUTE = Setting("destitute")
_OWN, _OTHER = "tekun", "dibao"


def compare(_: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Grants of `mine` to people for whom `theirs` has an aid of their own."""
    given = [n for n in mine if _OTHER in n.aid and _are_meant(n) and _DESTITUTE.has("given", n.text)]
    if not given or any(_OWN in n.aid or _DESTITUTE.has("supported", n.text) for n in mine):
        return
    above = (n for n in theirs if _OWN in n.aid and _are_meant(n) and _DESTITUTE.has("supported", n.text))
    if (b := next(above, None)) is not None:
        said = (f"规定“{clip(given[0].text, 30)}”", f"为“{clip(b.text, 40)}”")
        yield Departure(Label.BENEFIT, "regime", "对象应享受的救助", *said, (given[0],), (b,), Severity.WARNING)


def _are_meant(norm: Norm) -> bool:
    """Whether a norm is for them: by all three that they lack, or by name."""
    lacking = all(_DESTITUTE.has(what, norm.words) for what in ("noWork", "noMeans", "noKin"))
    return lacking or _DESTITUTE.has("named", norm.words)
