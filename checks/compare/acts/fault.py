"""Whose fault is enough to answer for it: 故意或者重大过失 above, only 主观故意 below.

The rule above has those punished who acted on purpose or with gross negligence; a text that punishes purpose alone, or
that lets error go by its own word (客观偏差、工作失误的，免于追责), takes the others out. Quiet where the text has
negligence too, by this or another name (失职, 把关不严), where it lets off those who did their duty (已尽职尽责,
按照规定免责), and where the rule above lets error go itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import one_subject
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_FAULT = Setting("fault")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Faults that `theirs` has punished and `mine` lets go."""
    above = [n for n in theirs if _FAULT.has("negligence", n.words) and _FAULT.has("punished", n.words)]
    if not above or any(_FAULT.has("negligence", n.words) for n in mine):
        return
    if any(_FAULT.has("excused", n.words) for n in theirs):
        return
    let_off = [n for n in mine if _FAULT.has("excused", n.text) and not _FAULT.has("diligent", n.prior + n.text)]
    kept = [n for n in mine if _FAULT.has("intent", n.text) and _FAULT.has("punished", n.text)]
    if not let_off and any(_FAULT.has("careless", n.words) and _FAULT.has("punished", n.words) for n in mine):
        return
    for a in (*let_off, *kept)[:1]:
        for b in [b for b in above if one_subject(index, a, b)][:1]:
            said = (f"规定“{clip(a.text, 40)}”", "故意和过失都予追究")
            places = tuple(dict.fromkeys((*let_off[:1], *(n for n in kept if n.line == a.line))))
            yield Departure(Label.SANCTION, "fault", "责任追究的过错要求", *said, places, (b,), Severity.WARNING)
