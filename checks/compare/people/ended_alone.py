"""A ground on which one sentence takes an aid away, and that the rule's closed list of such grounds does not have.

外出务工三个月的，终止救助供养, where the rule says in a list when support ends and has no other case. `endings` holds
list against list; this reads a ground that stands by itself. Quiet where the list goes on, where a text above says the
ground anywhere, for people who fail, die, leave the place or wish it themselves, and for another aid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.base import Severity
from checks.compare.ground.alignment import bag, on_one_matter, people_apart, share
from checks.compare.ground.listings import said_above
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from checks.compare.people.endings import closed_lists
from kg.coverage import CoverageIndex
from ontology.cues import Setting, load_cues

_ALONE, _ENDING = Setting("ended-alone"), Setting("ending")
_GROUND = re.compile(r"(?P<ground>[^。；：]{4,60}?)的(?:家庭|人员|对象)?，(?P<then>[^，。；]{2,30})")
_TOUCH, _LEAST = 0.25, 2  # of a ground's pieces in an item; pieces


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Grounds of `mine` that no closed list of `theirs` has."""
    above = [x for x in closed_lists(index, mine, theirs) if x[0].id == "end"]
    for a in mine if above else ():
        found = _GROUND.search(a.text) if not a.stem else None
        if not found or not _ends(found["then"]) or _ALONE.has("aside", a.text):
            continue
        ground = _ENDING.without("subject", found["ground"])
        said = bag(ground)
        for _, stem, items in above:
            known = any(share(said, bag(i.text)) >= _TOUCH for i in items) or len(said) < _LEAST
            alone = replace(a, end=a.start + len(found["ground"]), text=found["ground"])
            if not known and _one(index, a, stem) and not said_above(index, alone):
                told = (f"规定“{clip(found['ground'], 24)}”也停止", "没有这一情形")
                yield Departure(
                    Label.CONDITION, "ended-alone", "停止待遇的情形", *told, (a,), (stem, *items), Severity.WARNING
                )
                break


def _ends(then: str) -> bool:
    return next(c for c in load_cues()["closing"] if c.id == "end").find("named", then) is not None


def _one(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether the sentence and the list end one aid for people who may be the same."""
    return bool(a.aid & b.aid) and on_one_matter(index, a, b) and not people_apart(index, a, b)
