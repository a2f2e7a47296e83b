"""What is levied, and how, where the rule above leaves that to a body higher up than the text under review.

残疾人就业保障金征收、使用、管理的具体办法，由国务院财政部门规定 above, and a city that fixes what the levy is reckoned
by. Quiet where the text only carries on what is laid down (按照国家有关规定), and where it is that body's own level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import on_one_matter
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from kg.enums import Level
from ontology.cues import Setting

_RESERVED = Setting("reserved")
_LEVELS = ((re.compile("国务院|国家"), Level.CENTRAL), (re.compile("省|自治区|直辖市"), Level.PROVINCE))
_ORDER = tuple(Level)


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Levies that `mine` fixes by itself and `theirs` leaves to a higher body."""
    left = [(b, m) for b in theirs for m in _RESERVED.all("left", b.text)]
    level = index.documents[mine[0].document].level if left and mine else None
    for b, m in left if level else ():
        owner = next((found for words, found in _LEVELS if words.search(m["who"])), None)
        if owner is None or level is None or _ORDER.index(owner) >= _ORDER.index(level):
            continue
        fixed = [a for a in mine if m["thing"] in a.text and _fixes(a, m["thing"])]
        if fixed and on_one_matter(index, fixed[0], b):
            said = (f"自行规定“{clip(fixed[0].text, 30)}”", f"由{m['who']}规定")
            yield Departure(
                Label.COMPETENCE, "reserved", f"{m['thing']}的征收办法", *said, tuple(fixed), (b,), Severity.WARNING
            )


def _fixes(norm: Norm, thing: str) -> bool:
    """Whether a norm lays down what the thing is reckoned by."""
    behind = norm.text.partition(thing)[2]
    return _RESERVED.has("fixed", behind) and not _RESERVED.has("aside", norm.text)
