"""Choices that a higher rule leaves open and the lower text narrows: who may be entrusted, where people apply.

A list with an open end (其他, 等) is not narrower; a soft wish of the higher rule (有条件的地方) opens nothing yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from checks.compare.agencies import agencies_in
from checks.compare.departures import Departure, Label
from checks.compare.norms import Norm
from checks.compare.topics import aid_meets
from kg.coverage import CoverageIndex
from kg.model import Verdict
from ontology.cues import Cue, load_cues

_JOINT = re.compile(r"、|或者|或|和|以及|及")
_TO = re.compile(r"向([^，。；]{2,60}?)(?:提出|申请)")
_SOFT = re.compile(r"有条件的|有序推进|逐步|探索|鼓励")
_SAME = (("村（居）民委员会", "村民委员会、居民委员会"), ("居（村）民委员会", "村民委员会、居民委员会"))


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Narrowed lists and narrowed places of application."""
    for cue in load_cues()["option"]:
        yield from _lists(index, cue, mine, theirs)
    yield from _places(index, mine, theirs)
    yield from _desks(index, mine, theirs)


def _lists(index: CoverageIndex, cue: Cue, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    above = [(n, m[1]) for n in theirs if (m := cue.find("frame", n.text)) and not _SOFT.search(n.text)]
    narrow = []
    for norm in mine:
        if match := cue.find("frame", norm.text):
            found = [(b, said) for b, said in above if _narrower(cue, match[1], said)]
            narrow += [(norm, match[1], *x) for x in found if aid_meets(index, norm, x[0]) is Verdict.YES][:1]
    if narrow:
        first = narrow[0]
        yield Departure(
            Label.NOTION,
            cue.id,
            cue.label,
            f"限于{first[1]}",
            first[3],
            tuple(n[0] for n in narrow),
            (first[2],),
        )


def _narrower(cue: Cue, mine: str, theirs: str) -> bool:
    if "narrow" in cue.patterns:
        return cue.find("narrow", mine) is not None and not cue.find("narrow", theirs)
    ours, above = _members(mine), _members(theirs)
    return ours < above and not cue.find("open", mine)


def _members(said: str) -> frozenset[str]:
    for short, full in _SAME:
        said = said.replace(short, full)
    return frozenset(x.strip() for x in _JOINT.split(said) if x.strip())


def _places(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """The lower text knows only where people are registered or live; the higher opens the door where they need help."""
    above = [(n, where) for n in theirs if (where := _where(n)) and not _SOFT.search(n.text)]
    for a, (b, open_) in product([n for n in mine if _where(n)], above):
        said = _where(a)
        if said.keys() <= {"hukou", "residence"} and not said.keys() & open_.keys() and _exactly(index, a, b):
            ours, their = "、".join(said.values()), "、".join(open_.values())
            yield Departure(Label.CONDITION, "place", "申请地点", f"向{ours}申请", f"向{their}申请", (a,), (b,))
            return


def _desks(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """People are sent to the village committee with an application that the higher rule sends to the township."""
    above = [n for n in theirs if "township" in _accepting(n)]
    for a in [n for n in mine if _accepting(n) == {"village"}]:
        for b in (n for n in above if _exactly(index, a, n)):
            yield Departure(
                Label.COMPETENCE, "desk", "受理申请的机构", "向村（居）民委员会提出", "向乡镇、街道提出", (a,), (b,)
            )
            return


def _accepting(norm: Norm) -> frozenset[str]:
    """Bodies that the norm has people apply to."""
    said = _TO.search(norm.text)
    return frozenset(agency for _, _, agency in agencies_in(said[1])) if said else frozenset()


def _where(norm: Norm) -> dict[str, str]:
    said = _TO.search(norm.text)
    return {c.id: c.label for c in load_cues()["place"] if c.find("named", said[1])} if said else {}


def _exactly(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Both name one aid in their own words, in texts about the same."""
    return bool(a.aid & b.aid - {"social-assistance"}) and aid_meets(index, a, b) is Verdict.YES
