"""Lists as they stand in a text: in a sentence (重残、重病、失联情形之一), or as items under a stem.

Only lists that open a door count: not papers to hand in, bodies, or grounds for ending an aid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.alignment import bag
from checks.compare.ground.items import people_of, split, trimmed
from checks.compare.ground.marks import ETC
from checks.compare.ground.norms import Norm
from ontology.cues import Setting

_LISTING = Setting("listing")
_PIECE = re.compile(rf"(?:[^，。；：（）()\n等]|（[^（）]{{1,6}}）|(?!{ETC})等)+")
_POINTS = re.compile(r"上述|下列|以下|前[款条项]")  # to another list
_FORM = re.compile(r"(?:救助|补助|补贴|津贴|慰问|服务|救治|供养|安葬|抚慰)$")
_DRAWN = re.compile(r"对象(?:范围)?(?:仅?限于|仅限|为|是|包括)$")
_CASES = re.compile(
    r"(?:情形|情况|条件|事由)?之一|(?:情形|情况)的|的(?:法律援助)?(?:案件|事项)(?=，|的|$)|(?:[两二三四五六七八九几种类]|下列|以下)(?:情形|情况|事由)[：:]"
)


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


def lists_in(norm: Norm) -> tuple[Listing, ...]:
    """The lists inside one sentence that opens a door."""
    return tuple(in_sentences((norm,)))


def in_sentences(norms: tuple[Norm, ...]) -> Iterator[Listing]:
    """Every list inside a sentence that opens a door."""
    for norm in norms:
        if opens(norm):
            yield from _runs(norm)


def with_items(norms: tuple[Norm, ...]) -> Iterator[Listing]:
    """Every list whose items stand under a stem that opens a door."""
    under: dict[int, list[Norm]] = {}
    for norm in norms:
        if norm.stem:
            under.setdefault(norm.lead.start, []).append(norm)
    stems = (*norms, *(stem_of_item(items[0]) for items in under.values()))
    for stem in {n.start: n for n in reversed(stems) if n.start in under and opens(n)}.values():
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


def items_of(norms: tuple[Norm, ...], stem: Norm) -> list[Norm]:
    """The items of the list that a stem leads into."""
    return [n for n in norms if n.stem and n.lead.start == stem.start]


def items_beside(norms: tuple[Norm, ...], item: Norm) -> list[Norm]:
    """The other items of the list that an item stands in."""
    return [n for n in norms if item.stem and n.stem and n.lead.start == item.lead.start and n is not item]


def stems_of(norms: tuple[Norm, ...]) -> list[Norm]:
    """The lead-ins of lists, each as a norm of its own."""
    found = (s for n in norms if n.stem and (s := stem_of(n)))
    return list({s.start: s for s in found}.values())


def stem_of(norm: Norm) -> Norm | None:
    """The lead-in that governs a norm as a norm of its own, or the norm itself where it is one."""
    if is_stem(norm):
        return norm
    return stem_of_item(norm) if norm.lead.said else None


def is_stem(norm: Norm) -> bool:
    """Whether a norm leads into a list."""
    return norm.text.rstrip().endswith("：")


def flattened(listing: Listing) -> Listing:
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


def counts(item: Norm, listing: Listing, cases: bool) -> bool:
    """Whether an item is a case, or somebody."""
    if _LISTING.has("open", item.text) or _POINTS.search(item.text) or agencies_in(item.text):
        return False
    form = _FORM.search(item.text) and len(listing.norms[0].aid) == 1  # of several aids they are no forms of one
    return cases or bool(_LISTING.has("person", item.text) or form)


def opens(norm: Norm) -> bool:
    """Whether a norm says whom or what case it lets in."""
    return _LISTING.has("opens", norm.words + norm.headed) and not _LISTING.has("aside", norm.words)
