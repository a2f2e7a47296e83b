"""The words about people in one document, found once: what later steps put together into groups.

A unit is a person word, a trait that needs one, a state people are in, or a bare person word (人员) that gives
traits something to hang on. Words inside titles 《…》 say nothing about people.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from types import MappingProxyType

from ingest.extract.ages import find_ages
from ingest.extract.reading_choice import by_form, choose
from ingest.lexicon import Finder
from ontology.readings import Entry, load_readings

Alternatives = tuple[frozenset[str], ...]  # an OR of ANDs; (frozenset(),) says nothing
NEUTRAL: Alternatives = (frozenset(),)
NO_TERMS: Mapping[str, Alternatives] = MappingProxyType({})
TITLE = re.compile(r"《[^》\n]{1,80}》")
HEADS = ("人员", "家庭", "对象", "户", "群众", "居民", "人口", "成员", "群体", "人群")


@dataclass(frozen=True, slots=True)
class Unit:
    """One stretch `start:end` and the people it speaks of."""

    start: int
    end: int
    manner: str  # person, trait, state, head
    says: Alternatives
    generic: bool = False  # a person word that ends in a bare one (低保对象): words before it may share its end


@dataclass(frozen=True, slots=True)
class _Lexicon:
    forms: Finder[tuple[Entry, ...]]
    patterns: tuple[tuple[re.Pattern[str], Entry], ...]


@cache
def _lexicon() -> _Lexicon:
    entries = load_readings("group")
    return _Lexicon(Finder(by_form(entries)), tuple((re.compile(p), e) for e in entries for p in e.patterns))


def says(entry: Entry) -> Alternatives:
    """What an entry says, as an OR of ANDs."""
    return tuple(frozenset((id_,)) for id_ in entry.either) if entry.either else (frozenset(entry.ids),)


class Units:
    """All units of one text in order; `between` gives those inside a span."""

    def __init__(self, text: str, terms: Mapping[str, Alternatives] = NO_TERMS):
        self.text = text
        found = chain(*(_occurrences(text, term, meaning) for term, meaning in terms.items()), _found(text))
        self._units = list(_longest(sorted(found, key=lambda u: (u.start, -u.end))))
        self._starts = [u.start for u in self._units]

    def between(self, start: int, end: int) -> list[Unit]:
        """Units that lie inside `start:end`."""
        left = bisect_left(self._starts, start)
        right = bisect_left(self._starts, end, left)
        return [u for u in self._units[left:right] if u.end <= end]


def _found(text: str) -> Iterator[Unit]:
    lexicon = _lexicon()
    for start, end, entries in lexicon.forms.find(text):
        entry = choose(entries, text, start, end)
        if entry is None:
            continue
        generic = entry.manner == "person" and text.endswith(HEADS, start, end)
        yield Unit(start, end, "" if entry.manner == "none" else entry.manner, says(entry), generic)
    for pattern, entry in lexicon.patterns:
        for match in pattern.finditer(text):
            yield Unit(match.start(), match.end(), entry.manner, says(entry))
    for start, end, group in find_ages(text):
        yield Unit(start, end, "state", (frozenset((group,)),))
    for match in TITLE.finditer(text):
        yield Unit(match.start(), match.end(), "", NEUTRAL)


def _occurrences(text: str, term: str, meaning: Alternatives) -> Iterator[Unit]:
    """A term of the document's own wherever it stands; it outranks the same words of the vocabulary."""
    at = text.find(term)
    while at >= 0:
        yield Unit(at, at + len(term), "person", meaning, generic=term.endswith(HEADS))
        at = text.find(term, at + len(term))


def _longest(units: list[Unit]) -> Iterator[Unit]:
    """Units that do not overlap, the earlier and longer first; titles and words to be passed over go."""
    reached = 0
    for unit in units:
        if unit.start >= reached:
            reached = unit.end
            if unit.manner:
                yield unit
