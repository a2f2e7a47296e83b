"""A right that the rule above gives to all of a class, and a text only to those of it who keep to something.

对依法实行计划生育的女职工，用人单位不得…辞退 against 用人单位不得因…辞退女职工: who does not keep to it loses what the
law gives her. What is kept to are the families of `condition` that have `hs:keepers`. Quiet where the rule above asks
for it as well, and where keeping to it is what the text rewards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import Match
from checks.compare.ground.norms import Norm
from checks.compare.ground.pairing import near
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from ontology.cues import Cue, load_cues

_WHO = re.compile(r"的?(?P<who>[一-龥]{2,10}?)(?=[，、。；（]|应当|可以|不得|由|给予|有权|享受|按|及其|和|$)")
_RIGHT = re.compile(r"不得|给予|享受|提供|有权|可以|应当|发放|减免|免费|保障")
_REWARD = re.compile(r"奖励|表彰|优先|扶助金|特别扶助|奖扶|表扬|荣誉")
_HEAD = 2  # characters that end the name of a class (女职工 is 职工)
_LIKE = 0.35  # likeness of two norms that are not each other's best


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Rights of `mine` for those who keep to something, and of `theirs` for all of the class."""
    asked = [cue for cue in load_cues()["condition"] if "keepers" in cue.patterns]
    asked = [cue for cue in asked if not any(cue.find("keepers", n.words) for n in theirs)]
    told: set[int] = set()
    for match in near(index, mine, theirs, _LIKE) if asked else ():
        a, b = match.a, match.b
        if a.start in told:
            continue
        for cue, kept in ((cue, _kept(cue, match)) for cue in asked):
            if kept:
                told.add(a.start)
                said = (f"只适用于“{kept}”的人", "没有这一条件")
                yield Departure(Label.CONDITION, cue.id, cue.label, *said, (a,), (b,), Severity.WARNING)
                break


def _kept(cue: Cue, match: Match) -> str:
    """What people have to keep to by the first norm, to have what the second gives to all of their class."""
    said = cue.find("keepers", match.a.text)
    who = _WHO.match(match.a.text, said.end()) if said else None
    if (
        not said
        or not who
        or _REWARD.search(match.a.text)
        or not all(_RIGHT.search(n.text) for n in (match.a, match.b))
    ):
        return ""
    return said.group() if who["who"][-_HEAD:] in match.b.text else ""
