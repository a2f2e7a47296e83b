"""What follows a case: an end below, and above another chance: 公示有异议的，终止审核 for 公示有异议的，重新调查核实.

The rule above tells a case and has the work go on in it (重新, 补正, 先行, 由…提出申请); a text tells the same case and
turns the people out (终止, 不予受理, 退回申请). Quiet where the text's case has a failing of its own (拒不, 逾期), if
one of the two cases is denied and the other not, where the rule lets it end there too, and where the text has the work
go on in that case in another norm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.base import Severity
from checks.compare.ground.alignment import bag, on_one_matter, people_apart, share
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_TURNED, _STANCE = Setting("turned-out"), Setting("stance")
_CASE = re.compile(
    r"(?P<case>[^，。；：]{3,60}?)的(?:家庭|人员|对象|申请人?|未成年人|残疾人|老年人)?，(?=(?P<then>[^。；]{3,}))"
)
_LATER = re.compile(  # a new start some day is an end
    r"(?:待|满|[之以]?后|方可|才能?)[^，。；]*重新(?:提出|申请)[^，。；]*"
)
_DENIED = re.compile(r"不|无|未|没有|非")
_LEAST, _SHARED = 3, 0.7  # pieces of the case that both have, and their part of the shorter


@dataclass(frozen=True, slots=True)
class _Case:
    """A case and what follows it."""

    norm: Norm
    case: str
    then: str


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Cases that end for people by `mine`, and go on by `theirs`."""
    above = [c for n in theirs for c in _cases(n) if _goes_on(c)]
    for a in (c for n in mine for c in _cases(n) if above and _ends(c)):
        near = [b for b in above if _one_case(a, b) and not _fails(a, b)]
        near = [b for b in near if on_one_matter(index, a.norm, b.norm) and not people_apart(index, a.norm, b.norm)]
        if near and not any(_goes_on(c) and _one_case(a, c) for n in mine for c in _cases(n)):
            b = max(near, key=lambda c: len(bag(a.case) & bag(c.case)))
            said = (f"规定“{clip(a.then, 30)}”", f"规定“{clip(b.then, 40)}”")
            matter = f"“{clip(b.case, 20)}”的处理"
            yield Departure(Label.CONDITION, "turned-out", matter, *said, (a.norm,), (b.norm,), Severity.WARNING)


def _cases(norm: Norm) -> Iterator[_Case]:
    for found in _CASE.finditer(norm.text) if not _TURNED.has("aside", norm.words) else ():
        yield _Case(norm, found["case"], found["then"])


def _ends(case: _Case) -> bool:
    return _TURNED.has("ends", case.then) and not _TURNED.has("goesOn", _LATER.sub("", case.then))


def _goes_on(case: _Case) -> bool:
    return _TURNED.has("goesOn", case.then) and not _TURNED.has("ends", case.then)


def _one_case(a: _Case, b: _Case) -> bool:
    mine, theirs = bag(a.case), bag(b.case)
    denied = [sorted(set(_DENIED.findall(c.case))) for c in (a, b)]
    alike = mine == theirs or (len(mine & theirs) >= _LEAST and share(mine, theirs) >= _SHARED)
    return denied[0] == denied[1] and bool(mine) and alike


def _fails(a: _Case, b: _Case) -> bool:
    """Whether the text's case has a failing that the rule's case has not."""
    return bool(_STANCE.words("fails", a.case) - _STANCE.words("fails", b.case))
