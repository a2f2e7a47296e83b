"""Surface forms in raw text, on characters (Aho-Corasick), whatever a segmenter would make of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

import ahocorasick_rs

T = TypeVar("T")


class Finder(Generic[T]):
    """Leftmost-longest matches of surface forms; a form whose value is `None` only keeps others from matching in it."""

    def __init__(self, forms: Mapping[str, T | None]):
        kept = [form for form in forms if form]
        self._values = [forms[form] for form in kept]
        self._automaton = ahocorasick_rs.AhoCorasick(kept, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """(number of the form in `values`, start, end) of every match: for loops that cannot afford a generator."""
        found: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(text)
        return found

    @property
    def values(self) -> list[T | None]:
        """Values of the forms by number."""
        return self._values

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """(start, end, value) of every match in the order of the text."""
        values = self._values
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            value = values[index]
            if value is not None:
                yield start, end, value
