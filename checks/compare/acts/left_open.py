"""A safeguard that a higher rule orders, left to choice below: 可以听取意见, 可根据急难情形直接予以救助.

Families of wording (`safeguard` in `conflict.ttl`) say how the safeguard is ordered and how it is left open. Quiet
where the text orders it elsewhere, where the rule above leaves it open too, and on other aid.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.norms import Norm
from checks.compare.ground.pairing import one_aid
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import load_cues


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Safeguards of `theirs` that `mine` leaves to choice."""
    for cue in load_cues()["safeguard"]:
        soft = [(a, said) for a in mine if (said := cue.find("optional", a.text)) and not cue.find("also", a.text)]
        if not soft or any(cue.find("bound", n.text) for n in mine):
            continue
        ordered = [n for n in theirs if cue.find("bound", n.text) and not cue.find("optional", n.text)]
        for a, said in soft:
            for b in [b for b in ordered if one_aid(index, a, b)][:1]:
                told = (f"规定“{clip(said.group(), 40)}”", f"“{clip(b.text, 40)}”")
                yield Departure(Label.CONDITION, cue.id, cue.label, *told, (a,), (b,), Severity.WARNING)
