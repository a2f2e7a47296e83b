"""Somebody's leave before people may apply: 应当经业务主管单位同意, where the rule above lets them apply.

A rule lets people turn to a body for something; a text has them first get the consent or the recommendation of
somebody who decides nothing by that rule (所在单位, 村民委员会, 家属). Quiet where the rule above asks for anybody's
leave in that matter, and for the consent of those concerned, of who speaks for them, or of the body that decides.
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

_FIRST = Setting("leave-first")
_NEARLY = 0.8  # of these pieces, in a norm of the rule above that has anybody's leave
_FEW, _ALIKE = 2, 0.6  # pieces of what is applied for that both name, and their part of the shorter


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Consent that `mine` asks for before an application that `theirs` opens."""
    opened = [(n, m["what"]) for n in theirs for m in _FIRST.all("opens", n.text)]
    leaves = [n for n in theirs if opened and _FIRST.has("leave", n.text) and "申请" in n.words]
    for a in mine if opened else ():
        asked = next(_FIRST.all("asked", a.text), None)
        if not asked or _FIRST.has("aside", asked.group()):
            continue
        what = [m["what"] for m in _FIRST.all("applied", a.sentence)]
        above = [b for b, y in opened if any(_one_thing(x, y) for x in what)]
        above = [b for b in above if on_one_matter(index, a, b) and not people_apart(index, a, b)]
        if above and not any(on_one_matter(index, a, n) and _says("".join(what), n.text) for n in leaves):
            told = (f"须先“{clip(asked.group(), 30)}”", f"“{clip(above[0].text, 30)}”，没有这一条件")
            yield Departure(Label.CONDITION, "leave-first", "申请的前提", *told, (a,), (above[0],), Severity.WARNING)


def _says(what: str, text: str) -> bool:
    return what in text or len(bag(what) & bag(text)) >= _NEARLY * (len(bag(what)) or 1)


def _one_thing(mine: str, theirs: str) -> bool:
    one, two = bag(mine), bag(theirs)
    return mine == theirs or (len(one & two) >= _FEW and share(one, two) >= _ALIKE)
