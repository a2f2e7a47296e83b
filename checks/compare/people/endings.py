"""Grounds for ending, refusing or leaving out that a higher text's closed list does not have.

A text that says the list over again and adds a ground of its own takes a right away which the higher rule gives. Quiet
where the higher list goes on (其他情形; for a local text not where only laws may add to it), says the ground elsewhere,
or where the two lists have little in common. An item of the higher list that the list has is spoken for: what else has
a few of its words is another ground. A ground may also be put beside one of the higher list: 年满六十周岁或者领取
养老金的, where only 领取养老金的 ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checks.base import Severity
from checks.compare.ground.alignment import bag, on_one_matter, share
from checks.compare.ground.listings import said_above, says
from checks.compare.ground.lists import items_of, stems_of
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.opponents import binding_on
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from kg.enums import Level
from ontology.cues import Cue, Setting, load_cues

_ENDING = Setting("ending")
_SAME, _TOUCH = 0.5, 0.25  # shared pieces of two items that are one, and above which they may be
_BOTH = 0.5  # of the higher list's items, that the lower list has
_LEAST = 2
_SURE = 0.75  # shared pieces of two items that are one beyond doubt
_OTHERWISE = re.compile(r"或者|或(?!许)")
_SHORTEST = 2  # pieces of a ground put beside another
_NATIONAL = frozenset({Level.CENTRAL, None})
_LOCAL = re.compile(r"地方|省|规章|市|县")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Items that `mine` adds to a list of `theirs` by which people lose an aid or do not get it."""
    above = closed_lists(index, mine, theirs)
    for cue, stem, items in _lists(mine) if above else ():
        for _, b, others in (x for x in above if x[0] is cue and _one_list(index, stem, items, x[1], x[2])):
            added = [i for i in items if _is_new(i, others, items) and not said_above(index, i)]
            if added := [*added, *(x for i in items for x in _put_beside(i, others) if not _ends_above(index, x))]:
                said = "、".join(f"“{clip(i.text.rstrip('；。'), 24)}”" for i in added)
                told = ("增加" + said, "没有这一情形")
                yield Departure(
                    Label.CONDITION, "ending", cue.label, *told, (*added, stem), (b, *others), Severity.WARNING
                )
                break


def closed_lists(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> list[tuple[Cue, Norm, list[Norm]]]:
    """Lists of `theirs` by which people lose an aid or do not get it, and to which `mine` may add nothing."""
    return [x for x in _lists(theirs) if not any(_is_open(index, i, mine) for i in x[2])]


def _is_open(index: CoverageIndex, item: Norm, mine: tuple[Norm, ...]) -> bool:
    """Whether an item lets others be added; where it names only laws (法律、法规规定的其他情形), by no local text."""
    if not _ENDING.has("open", item.text):
        return False
    local = bool(mine) and index.documents[mine[0].document].level not in _NATIONAL
    return not (local and _ENDING.has("lawOnly", item.text) and not _LOCAL.search(item.text))


def _lists(norms: tuple[Norm, ...]) -> Iterator[tuple[Cue, Norm, list[Norm]]]:
    """Stems by which people lose or do not get something, with their items."""
    for stem in stems_of(norms):
        cue = next((c for c in load_cues()["closing"] if c.find("named", stem.text)), None)
        items = items_of(norms, stem)
        if cue and len(items) >= _LEAST and not _ENDING.has("aside", stem.text):
            yield cue, stem, items


def _one_list(index: CoverageIndex, a: Norm, items: list[Norm], b: Norm, others: list[Norm]) -> bool:
    kept = sum(any(_alike(o, i) >= _SAME for i in items) for o in others)
    if kept < max(_LEAST, _BOTH * min(len(items), len(others))):
        return False
    return on_one_matter(index, a, b)


def _is_new(item: Norm, others: list[Norm], items: list[Norm]) -> bool:
    if _ENDING.has("open", item.text) or _ENDING.has("plain", item.text):
        return False
    near = [(o, alike) for o in others if (alike := _alike(item, o)) >= _TOUCH]
    rest = [i for i in items if i is not item]
    return all(alike < _SAME and any(_alike(i, o) >= _SURE for i in rest) for o, alike in near)


def _put_beside(item: Norm, others: list[Norm]) -> Iterator[Norm]:
    """Grounds that an item has beside the one of it that is in the higher list."""
    parts = _OTHERWISE.split(item.text)
    if len(parts) < 2 or _ENDING.has("open", item.text) or _ENDING.has("plain", item.text):
        return
    if not any(_is_one(part, o.text) for part in parts for o in others):
        return
    for part in parts:
        apart = all(share(_pieces(part), _pieces(o.text)) < _TOUCH for o in others)
        if apart and len(_pieces(part)) >= _SHORTEST:
            start = item.start + item.text.index(part)
            yield replace(item, start=start, end=start + len(part), text=part)


def _is_one(part: str, other: str) -> bool:
    """Whether a ground is the whole of one of the higher list."""
    mine, theirs = _pieces(part), _pieces(other)
    return bool(theirs) and len(mine & theirs) >= _SURE * max(len(mine), len(theirs))


def _ends_above(index: CoverageIndex, ground: Norm) -> bool:
    """Whether a text that binds the ground's document ends or refuses something on it."""
    above = binding_on(index, ground.document)
    norms = (n for r in above for n in norms_of(r) if says(n.words, ground.text))
    return any(c.find("named", n.words) for n in norms for c in load_cues()["closing"])


def _alike(a: Norm, b: Norm) -> float:
    return share(_pieces(a.text), _pieces(b.text))


def _pieces(text: str) -> frozenset[str]:
    return bag(_ENDING.without("subject", text))
