"""Lists of people or cases, in a sentence (重残、重病、失联情形之一) or as items, and what a shorter list leaves out.

Two lists are one where most of the items of the draft's are the other's too and the words around them are alike. Only
lists that open a door count: not papers to hand in, bodies, grounds for ending an aid, or a list that ends in 等, 其他.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import bag, share
from checks.compare.ground.lists import Listing, counts, flattened, in_sentences, items_beside, opens, with_items
from checks.compare.ground.marks import ADDED
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.opponents import binding_on
from checks.compare.ground.pairing import SAID, paired
from checks.compare.ground.windows import groups_in
from kg.coverage import CoverageIndex
from ontology.cues import Setting
from ontology.wording import wordings

_LISTING = Setting("listing")
_FORM = re.compile(r"(?:救助|补助|补贴|津贴|慰问|服务|救治|供养|安葬|抚慰)$")
AMONG = re.compile(r"(?P<whole>[一-龥]{2,14}(?:家庭|户|对象|人员|人口))中的")
_VISITS = re.compile(r"探访|巡访|走访|访视|探视|探望|巡视")
PRIORITY = re.compile(r"优先|重点(?!救助对象|优抚|保障对象|对象)|特别是|尤其是?")
_SHARED, _MOST = 0.6, 0.6  # of the draft's items, that are in the higher list; of the higher list, left out
_CONTEXT = 0.3  # likeness of the words around, of the shorter
_NAMED = 5  # characters of an aid's name that is told wherever it stands


@dataclass(frozen=True, slots=True)
class Shorter:
    """A list of the draft's, the list of the higher text that it is, and what it lacks of that."""

    mine: tuple[Norm, ...]
    theirs: tuple[Norm, ...]
    cases: tuple[Norm, ...]


def shorter(mine: tuple[Norm, ...], theirs: tuple[Norm, ...], alike: Callable[[Norm, Norm], bool]) -> Iterator[Shorter]:
    """Lists that `mine` closes without items that the same list of `theirs` has; `alike`: whether of one subject.

    Quiet where any list of `theirs` that it can be has no more than it has.
    """
    lists = tuple(with_items(theirs))
    whole = tuple(flat for x in lists if (flat := flattened(x)) is not x and not x.cases)
    inside = {norm.start for x in whole for norm in x.norms}
    runs = (*whole, *(x for x in in_sentences(theirs) if x.norms[0].start not in inside))
    for own in (*in_sentences(mine), *(flattened(x) for x in with_items(mine))):
        if own.last and not _stands_in_open_list(own.norms[0], mine):
            rows = (x for x in runs if is_same(own, x) and not _comes_first(own, x))
            yield from _fewest([_against(own, x, mine) for x in rows if alike(own.norms[0], x.norms[0])])
    for own in (x for x in with_items(mine) if x.last and x.cases):
        over = (x for x in lists if _says_over(own, x) and is_same(own, x) and alike(own.norms[0], x.norms[0]))
        yield from _fewest([_against(own, x, mine) for x in over])
    for norm in mine:
        if not norm.stem and opens(norm) and not _LISTING.has("open", norm.text):
            found = [_against_items(norm, x, mine) for x in lists if _is_said(norm, x) and alike(norm, x.norms[0])]
            yield from _fewest(found)


def _stands_in_open_list(norm: Norm, norms: tuple[Norm, ...]) -> bool:
    """Whether a norm is an item of a list of which another item has the others (规定的其他人员)."""
    return any(_LISTING.has("open", n.text) for n in items_beside(norms, norm))


def _comes_first(mine: Listing, theirs: Listing) -> bool:
    """Whether the draft only says who of them comes first (优先安置…), the other list whom there are."""
    ours, above = (PRIORITY.search(x.norms[0].words) for x in (mine, theirs))
    return bool(ours) and not above


def _says_over(mine: Listing, theirs: Listing) -> bool:
    """Whether every item under a stem of `mine`, a list of cases, stands under one of `theirs` that names people."""
    both = mine.told and theirs.told and mine.cases and not theirs.cases
    return both and len(paired(mine.items, theirs.items)) == len(mine.items)


def _fewest(found: list[Shorter]) -> Iterator[Shorter]:
    if found and all(s.cases for s in found):
        yield min(found, key=lambda s: len(s.cases))


def _against(own: Listing, other: Listing, norms: tuple[Norm, ...]) -> Shorter:
    return Shorter(own.norms, other.norms, left_out(own, other, norms))


def _against_items(norm: Norm, other: Listing, norms: tuple[Norm, ...]) -> Shorter:
    missing = (
        i for i in other.items if counts(i, other, other.cases) and not any(says(n.words, i.text) for n in norms)
    )
    return Shorter((norm,), other.norms[:1], tuple(missing))


def _is_said(norm: Norm, other: Listing) -> bool:
    """Whether a sentence says most of the items of a list, and what the list's stem says of them."""
    said = [i for i in other.items if says(norm.text, i.text)]
    about = share(bag(norm.text), other.around)
    return len(said) >= max(2, (1 - _MOST) * len(other.items)) and about >= _CONTEXT


def is_same(mine: Listing, theirs: Listing) -> bool:
    """Whether two lists are of one thing: nearly all items of `mine` are items of `theirs`, in words alike."""
    pairs = paired(mine.items, theirs.items)
    enough = len(pairs) >= max(2, len(mine.items) - 1) and len(pairs) >= _SHARED * len(mine.items)
    if not enough or _is_among(mine, theirs):
        return False
    if mine.cases != theirs.cases and not _says_over(mine, theirs):
        return False
    forms = [i for i, j in pairs.items() if _FORM.search(theirs.items[j].text) and len(theirs.items[j].text) >= _NAMED]
    if mine.drawn and theirs.drawn:
        return True
    visited = all(_VISITS.search(x.norms[0].text) for x in (mine, theirs))
    return len(forms) > 1 or visited or share(mine.around, theirs.around) >= _CONTEXT


def _is_among(mine: Listing, theirs: Listing) -> bool:
    """Whether the draft's people are some of a class that the other list does not name (低保边缘家庭中的重病患者)."""
    among = AMONG.search(mine.norms[0].words)
    return among is not None and among["whole"] not in theirs.norms[0].words


def left_out(mine: Listing, theirs: Listing, norms: tuple[Norm, ...]) -> tuple[Norm, ...]:
    """Items of the higher list that the draft's shorter one does not have and no other norm of the draft says."""
    pairs = paired(mine.items, theirs.items)
    cases = mine.cases or theirs.cases
    missing = [item for i, item in enumerate(theirs.items) if i not in pairs.values() and counts(item, theirs, cases)]
    if len(missing) > _MOST * len(theirs.items) or len(mine.items) >= len(theirs.items):
        return ()
    own = frozenset(g for n in mine.norms for g in groups_in(n.words).ids())
    missing = [m for m in missing if not _is_class_of(m, own)]
    return tuple(m for m in missing if not any(says(n.words, m.text) for n in norms))


def _is_class_of(item: Norm, own: frozenset[str]) -> bool:
    """Whether an item is one recognised class that the other list has under whatever name (低保边缘户)."""
    named = groups_in(item.text).ids()
    return bool(named) and named <= frozenset(wordings()["recognised"]) & own


def said_above(index: CoverageIndex, item: Norm) -> bool:
    """Whether a text that binds the item's document says the item anywhere."""
    return any(says(n.words, item.text) for r in binding_on(index, item.document) for n in norms_of(r))


def says(text: str, item: str) -> bool:
    """Whether a stretch says what an item says."""
    item, text = (ADDED.sub("", x.rstrip("；。")) for x in (item, text))
    pieces = bag(item)
    return item in text or (bool(pieces) and len(pieces & bag(text)) >= SAID * len(pieces))
