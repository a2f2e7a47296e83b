"""What the rule above has set up in any case (应当设立法律援助机构), and a text only as needed (根据需要确定).

The thing is the one that ends the clause behind the verb of setting up. Quiet where the rule above leaves it to need or
means itself, where the text has the same thing set up outright elsewhere, and for towns and villages of which the rule
above says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.agencies import names_in
from checks.compare.ground.alignment import on_one_matter
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_NEED = Setting("if-needed")
_AND = re.compile(r"、|和|以及|及|或者|或")
_SHORT = 4  # characters of a thing


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Things that `mine` has set up as needed and `theirs` in any case."""
    owed = [(n, m) for n in theirs if not _NEED.has("soft", n.text) for m in _NEED.all("owed", n.text)]
    for a in mine if owed else ():
        for left in _NEED.all("left", a.text):
            above = [(b, m) for b, m in owed if _one_thing(left["thing"], m["thing"]) and _one_doer(a, left, b, m)]
            above = [(b, m) for b, m in above if on_one_matter(index, a, b)]
            if above and not _outright(left["thing"], mine):
                b, said = above[0]
                told = (f"规定“{clip(left.group(), 30)}”", f"规定“{clip(said.group(), 30)}”，没有这一前提")
                yield Departure(Label.CONDITION, "if-needed", "是否应当设立", *told, (a,), (b,), Severity.WARNING)
                break


def _one_thing(mine: str, theirs: str) -> bool:
    """Whether a thing of the rule above is the one that ends the words below."""
    things = [x for x in _AND.split(theirs) if len(x) >= _SHORT]
    return any(mine.endswith(x) or (len(mine) >= _SHORT and x.endswith(mine)) for x in things)


def _one_doer(a: Norm, left: re.Match[str], b: Norm, owed: re.Match[str]) -> bool:
    """Whether whoever sets it up below may be whom the rule above binds."""
    below, above = a.text[: left.start()], b.text[: owed.start()]
    if _NEED.has("local", below) != _NEED.has("local", above):
        return False
    mine, theirs = names_in(below), names_in(above)
    return not mine or not theirs or bool(mine & theirs)


def _outright(thing: str, norms: tuple[Norm, ...]) -> bool:
    return any(_one_thing(thing, m["thing"]) for n in norms for m in _NEED.all("owed", n.text))
