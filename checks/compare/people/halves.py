"""One of two that an item of a list opens a door to: 请求确认劳动关系或者支付劳动报酬 above, 请求支付劳动报酬 below.

The items of two lists on one matter are laid side by side; the other half may stand nowhere in the text. Quiet where
its list goes on (其他), where the item above has more than two halves or names cases that come to one, and where the
rule above only says how something is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from checks.base import Severity
from checks.compare.ground.alignment import bag, on_one_matter, share
from checks.compare.ground.lists import items_of, stems_of
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_LISTING = Setting("listing")
_HALVES = re.compile(r"^(?P<one>[^，。；：、]{4,20})(?:或者|或)(?P<two>[^，。；：、]{3,20}?)的?[；。]?$")
_OPEN = re.compile(r"其他|其它|等情形|另有规定")
_STEM, _HELD = 0.4, 0.75  # shared pieces of two stems; of a half's pieces that an item has
_ELSEWHERE = 0.5  # of the other half's own pieces, in any norm of the text
_FEW = 2


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Items of `mine` with one half of an item of `theirs`."""
    closed = [(s, i) for s, i in _lists(mine) if not any(_OPEN.search(x.text) for x in i)]
    pairs = product(closed, _lists(theirs))
    for (stem, ours), (other, above) in pairs:
        if share(bag(stem.text), bag(other.text)) < _STEM or not on_one_matter(index, stem, other):
            continue
        for a, b in product(ours, above):
            if half := _lost(a, b, mine):
                said, owed = (clip(n.text.rstrip("；。"), 30) for n in (a, b))
                told = (f"只写“{said}”", f"“{owed}”，包括“{half}”")
                yield Departure(Label.NOTION, "halves", "适用的情形", *told, (a, stem), (b, other), Severity.WARNING)


def _lists(norms: tuple[Norm, ...]) -> list[tuple[Norm, list[Norm]]]:
    """Lists that open a door."""
    found = [(s, items_of(norms, s)) for s in stems_of(norms) if _LISTING.has("opens", s.text)]
    return [(s, i) for s, i in found if not _LISTING.has("aside", s.text)]


def _lost(a: Norm, b: Norm, mine: tuple[Norm, ...]) -> str:
    """The half of `b` that neither `a`, which has the other one, nor any norm of the text names."""
    halves = _HALVES.match(b.text)
    if not halves or "，" in a.text:
        return ""
    own = bag(a.text)
    for kept, lost in ((halves["one"], halves["two"]), (halves["two"], halves["one"])):
        alone = bag(lost) - bag(kept)
        held = bag(kept)
        has = min(len(held), len(alone)) >= _FEW and len(held & own) >= _HELD * len(held)
        if has and not any(len(alone & bag(n.text)) >= _ELSEWHERE * len(alone) for n in mine):
            return lost
    return ""
