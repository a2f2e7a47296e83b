"""What people may do as they please above, and need somebody's leave for below: 可以随时要求出院, 出院应当经派出所同意.

A rule leaves an act to those whom it concerns (随时, 自主, 自行), or bars anybody from hindering it; a text that lets
it happen only with the consent of a body takes that back. Quiet for the consent of those concerned or of who speaks
for them, and where the rule itself asks for leave.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import bag, on_one_matter, share
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_LEAVE = Setting("leave")
_CONSENT = re.compile(r"同意|批准|许可|准许|审批")
_LEAST, _ALIKE = 2, 0.6  # pieces of the act that both name, and their part of the shorter


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Acts for which `mine` asks leave and which `theirs` leaves free."""
    free = [
        (n, m, bag(_act(m)))
        for n in theirs
        for m in _LEAVE.all("free", n.text)
        if not _CONSENT.search(n.text[: m.start()])
    ]
    for a in mine if free else ():
        asked = next(_LEAVE.all("asked", a.text), None)
        act = bag(_act(asked)) if asked and not _LEAVE.has("aside", asked.group()) else frozenset()
        for b, said, freed in free if act else ():
            if len(act & freed) >= _LEAST and share(act, freed) >= _ALIKE and on_one_matter(index, a, b):
                told = (
                    f"须经批准或者同意（“{clip(asked.group(), 30)}”）" if asked else "",
                    f"“{clip(said.group(), 30)}”",
                )
                yield Departure(Label.CONDITION, "leave", "当事人可以自行决定的事项", *told, (a,), (b,))
                break


def _act(match: re.Match[str]) -> str:
    """The words for what is done."""
    return next((x for x in match.groupdict().values() if x), "")
