"""Lists of people or cases, in a sentence (重残、重病、失联情形之一) or as items, and what a shorter list leaves out.

Two lists are one where most of the items of the draft's are the other's too and the words around them are alike. Only
lists that open a door count: not papers to hand in, bodies, grounds for ending an aid, or a list that ends in 等, 其他.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.alignment import bag, share
from checks.compare.ground.items import people_of, split, trimmed
from checks.compare.ground.marks import ADDED
from checks.compare.ground.norms import Norm
from checks.compare.ground.pairing import SAID, paired
from checks.compare.ground.windows import groups_in
from ontology.cues import Setting
from ontology.wording import wordings

_LISTING = Setting("listing")
_PIECE = re.compile(r"(?:[^，。；：（）()\n等]|（[^（）]{1,6}）|等(?=[级次待候额]))+")
_POINTS = re.compile(r"上述|下列|以下|前[款条项]")  # to another list
_FORM = re.compile(r"(?:救助|补助|补贴|津贴|慰问|服务|救治|供养|安葬|抚慰)$")
AMONG = re.compile(r"(?P<whole>[一-龥]{2,14}(?:家庭|户|对象|人员|人口))中的")
_DRAWN = re.compile(r"对象(?:范围)?(?:仅?限于|仅限|为|是|包括)$")
_VISITS = re.compile(r"探访|巡访|走访|访视|探视|探望|巡视")
_CASES = re.compile(
    r"(?:情形|情况|条件|事由)?之一|(?:情形|情况)的|(?:[两二三四五六七八九几种类]|下列|以下)(?:情形|情况|事由)[：:]"
)
PRIORITY = re.compile(r"优先|重点(?!救助对象|优抚|保障对象|对象)|特别是|尤其是?")
_SHARED, _MOST = 0.6, 0.6  # of the draft's items, that are in the higher list; of the higher list, left out
_CONTEXT = 0.3  # likeness of the words around, of the shorter
_NAMED = 5  # characters of an aid's name that is told wherever it stands


@dataclass(frozen=True, slots=True)
class Listing:
    """Items of one list; `norms` hold it (stem first), `around` are the pieces of the words beside the items."""

    norms: tuple[Norm, ...]
    items: tuple[Norm, ...]
    around: frozenset[str]
    cases: bool  # a list of conditions (…情形之一), else of people
    last: bool  # whether it ends with its last item, not in 等 or 其他
    drawn: bool = False  # whether it says whom the text is for (对象为…)

    @property
    def told(self) -> bool:
        """Whether its items stand one by one under a stem."""
        return len(self.norms) > 1


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
    lists = tuple(_with_items(theirs))
    whole = tuple(flat for x in lists if (flat := _flat(x)) is not x and not x.cases)
    inside = {norm.start for x in whole for norm in x.norms}
    runs = (*whole, *(x for x in _in_sentences(theirs) if x.norms[0].start not in inside))
    for own in (*_in_sentences(mine), *(_flat(x) for x in _with_items(mine))):
        if own.last and not _stands_in_open_list(own.norms[0], mine):
            rows = (x for x in runs if is_same(own, x) and not _comes_first(own, x))
            yield from _fewest([_against(own, x, mine) for x in rows if alike(own.norms[0], x.norms[0])])
    for own in (x for x in _with_items(mine) if x.last and x.cases):
        over = (x for x in lists if _says_over(own, x) and is_same(own, x) and alike(own.norms[0], x.norms[0]))
        yield from _fewest([_against(own, x, mine) for x in over])
    for norm in mine:
        if not norm.stem and _opens(norm) and not _LISTING.has("open", norm.text):
            found = [_against_items(norm, x, mine) for x in lists if _is_said(norm, x) and alike(norm, x.norms[0])]
            yield from _fewest(found)


def _stands_in_open_list(norm: Norm, norms: tuple[Norm, ...]) -> bool:
    """Whether a norm is an item of a list of which another item has the others (规定的其他人员)."""
    beside = (n for n in norms if norm.stem and n.stem and n.lead.start == norm.lead.start and n is not norm)
    return any(_LISTING.has("open", n.text) for n in beside)


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
        i for i in other.items if not _LISTING.has("open", i.text) and not any(says(n.words, i.text) for n in norms)
    )
    return Shorter((norm,), other.norms[:1], tuple(missing))


def _is_said(norm: Norm, other: Listing) -> bool:
    """Whether a sentence says most of the items of a list, and what the list's stem says of them."""
    said = [i for i in other.items if says(norm.text, i.text)]
    about = share(bag(norm.text), other.around)
    return len(said) >= max(2, (1 - _MOST) * len(other.items)) and about >= _CONTEXT


def _opens(norm: Norm) -> bool:
    return _LISTING.has("opens", norm.words + norm.headed) and not _LISTING.has("aside", norm.words)


def lists_in(norm: Norm) -> tuple[Listing, ...]:
    """The lists inside one sentence that opens a door."""
    return tuple(_in_sentences((norm,)))


def _in_sentences(norms: tuple[Norm, ...]) -> Iterator[Listing]:
    """Every list inside a sentence that opens a door."""
    for norm in norms:
        if _opens(norm):
            yield from _runs(norm)


def _with_items(norms: tuple[Norm, ...]) -> Iterator[Listing]:
    """Every list whose items stand under a stem that opens a door."""
    under: dict[int, list[Norm]] = {}
    for norm in norms:
        if norm.stem:
            under.setdefault(norm.lead.start, []).append(norm)
    stems = (*norms, *(stem_of_item(items[0]) for items in under.values()))
    for stem in {n.start: n for n in reversed(stems) if n.start in under and _opens(n)}.values():
        items = tuple(
            replace(n, text=n.text.rstrip("；。 "), end=n.start + len(n.text.rstrip("；。 ")))
            for n in under[stem.start]
        )
        closed = not any(_LISTING.has("open", i.text) for i in items)
        if len(items) > 1:
            yield Listing((stem, *items), items, bag(stem.text), bool(_after(stem.text)), closed)


def stem_of_item(item: Norm) -> Norm:
    """The words that lead into the list of an item, as a norm (不受限制的，仅限以下三类情形：甲；乙；丙)."""
    lead = item.lead
    end = lead.start + len(lead.said)
    stem = replace(item, lead=type(lead)(), prior="", locator=item.stem_locator)
    return replace(stem, start=lead.start, end=end, text=lead.said)


def _flat(listing: Listing) -> Listing:
    """A list whose items hold several cases each (重度残疾或者患有重病), case by case; so for people."""
    parts = tuple(
        part for i in listing.items for m in (_PIECE.match(i.text),) if m for part in _parts_of(i, m, listing.cases)
    )
    return replace(listing, items=parts) if len(parts) > len(listing.items) else listing


def _parts_of(item: Norm, piece: re.Match[str], cases: bool) -> tuple[Norm, ...]:
    """The parts of an item: its cases, or the people it names one by one, each by a whole name."""
    parts = tuple(split(item, piece))
    names = "、" in item.text and all(_LISTING.has("person", p.text) and "的" not in p.text for p in parts)
    return parts if cases or names else (item,)


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
    missing = [item for i, item in enumerate(theirs.items) if i not in pairs.values() and _counts(item, theirs, cases)]
    if len(missing) > _MOST * len(theirs.items) or len(mine.items) >= len(theirs.items):
        return ()
    own = frozenset(g for n in mine.norms for g in groups_in(n.words).ids())
    missing = [m for m in missing if not _is_class_of(m, own)]
    return tuple(m for m in missing if not any(says(n.words, m.text) for n in norms))


def _is_class_of(item: Norm, own: frozenset[str]) -> bool:
    """Whether an item is one recognised class that the other list has under whatever name (低保边缘户)."""
    named = groups_in(item.text).ids()
    return bool(named) and named <= frozenset(wordings()["recognised"]) & own


def says(text: str, item: str) -> bool:
    """Whether a stretch says what an item says."""
    item, text = (ADDED.sub("", x.rstrip("；。")) for x in (item, text))
    pieces = bag(item)
    return item in text or (bool(pieces) and len(pieces & bag(text)) >= SAID * len(pieces))


def _runs(norm: Norm) -> Iterator[Listing]:
    for piece in _PIECE.finditer(norm.text):
        if "、" not in piece.group():
            continue
        items = people_of(tuple(split(norm, piece)))
        if len(items) < 2 or any(agencies_in(i.text) for i in items[1:-1]):
            continue
        head, tail = items[0].text, items[-1].text
        items = (trimmed(items[0], before=True), *items[1:-1], trimmed(items[-1], before=False))
        around = (
            norm.headed
            + norm.words.replace(piece.group(), " ")
            + head.replace(items[0].text, "")
            + tail.replace(items[-1].text, "")
        )
        closed = not _LISTING.has("open", tail) and norm.text[piece.end() : piece.end() + 1] != "等"
        drawn = bool(_DRAWN.search(head[: len(head) - len(items[0].text)]))
        yield Listing((norm,), items, bag(around), bool(_after(tail)), closed, drawn)


@lru_cache(maxsize=20_000)
def _after(tail: str) -> str:
    """The words of the last item from 情形, 之一 … on."""
    found = _CASES.search(tail)
    return tail[found.start() :] if found else ""


def _counts(item: Norm, listing: Listing, cases: bool) -> bool:
    """Whether an item is a case, or somebody."""
    if _LISTING.has("open", item.text) or _POINTS.search(item.text) or agencies_in(item.text):
        return False
    form = _FORM.search(item.text) and len(listing.norms[0].aid) == 1  # of several aids they are no forms of one
    return cases or bool(_LISTING.has("person", item.text) or form)
