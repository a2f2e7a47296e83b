"""The words about people in one document, found once: what later steps put together into groups.

A unit is a person word, a trait that needs one, a state people are in, or a bare person word (人员) that gives
traits something to hang on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from ingest.extract.people.ages import find_ages
from ingest.extract.spotting import Spot, Spotter
from kg.class_labels import references
from ontology.readings import Entry, load_readings

Alternatives = tuple[frozenset[str], ...]  # an OR of ANDs; (frozenset(),) says nothing
NEUTRAL: Alternatives = (frozenset(),)
NO_TERMS: Mapping[str, Alternatives] = MappingProxyType({})
ON_A_ROLL = ("领取", "领有", "享受", "持有", "申领", "领", "持")  # 领取失业保险金|人员: a class of people by itself
HEADS = ("人员", "家庭", "对象", "户", "群众", "居民", "人口", "成员", "群体", "人群")


class Unit(NamedTuple):
    """One stretch `start:end` and the people it speaks of."""

    start: int
    end: int
    manner: str  # person, trait, state, head
    says: Alternatives
    generic: bool = False  # a person word that ends in a bare one (低保对象): words before it may share its end


@cache
def _spotter() -> Spotter:
    return Spotter(load_readings("group"))


@cache
def _says(entry: Entry) -> Alternatives:
    """What an entry says, as an OR of ANDs."""
    return tuple(frozenset((id_,)) for id_ in entry.either) if entry.either else (frozenset(entry.ids),)


@cache
def _age(group: str) -> Entry:
    return Entry("group", "state", ids=(group,))


class Units:
    """All units of one text in order; `between` gives those inside a span."""

    def __init__(
        self,
        text: str,
        terms: Mapping[str, Alternatives] = NO_TERMS,
        more: Iterable[Spot] = (),
        numbered: Mapping[str, Alternatives] = NO_TERMS,
    ):
        self._text = text
        self._units = list(_units(text, terms, more, numbered))
        self._starts = [u.start for u in self._units]

    def any(self, start: int, end: int) -> bool:
        """Whether a unit begins inside `start:end`."""
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] < end

    def persons(self, start: int, end: int) -> bool:
        """Whether a unit inside `start:end` says who people are, alone or with the bare word right behind it."""
        units = self.between(start, end)
        rolled = (a for a, b in pairwise(units) if a.manner == "state" and b.manner == "head" and a.end == b.start)
        enrolled = (a for a in rolled if self._text.startswith(ON_A_ROLL, a.start) and self._text[a.end] != "的")
        return any(u.manner == "person" for u in units) or any(enrolled)

    def between(self, start: int, end: int) -> list[Unit]:
        """Units that lie inside `start:end`."""
        left = bisect_left(self._starts, start)
        right = bisect_left(self._starts, end, left)
        if right > left and self._units[right - 1].end > end:
            right -= 1
        return self._units[left:right]


def _units(
    text: str, terms: Mapping[str, Alternatives], known: Iterable[Spot], numbered: Mapping[str, Alternatives]
) -> Iterator[Unit]:
    """Units of `text`, those `known` among them; a term of the document's own outranks the ontology's words.

    Classes that it calls by their number (二类对象) mean whom `numbered` says.
    """
    own = {term: Entry("group", "person", (term,)) for term in terms}
    more = [(a, b, _age(group)) for a, b, group in find_ages(text)]
    more.extend(known)
    more.extend(spot for term, entry in own.items() for spot in _occurrences(text, term, entry))
    if numbered:
        more.extend((a, b, Entry("group", "person", (n,))) for a, b, n in references(text) if n in numbered)
    meant = {**terms, **numbered}
    for start, end, entry in _spotter().spots(text, more):
        person = entry.manner == "person"
        meaning = meant.get(entry.surfaces[0]) if person and entry.surfaces and not entry.ids else None
        yield Unit(start, end, entry.manner, meaning or _says(entry), person and text.endswith(HEADS, start, end))


def _occurrences(text: str, term: str, entry: Entry) -> Iterator[Spot]:
    at = text.find(term)
    while at >= 0:
        yield at, at + len(term), entry
        at = text.find(term, at + len(term))
