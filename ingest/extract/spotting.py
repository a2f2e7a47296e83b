"""Places in a text where readings of the ontology hold: found once a document, none overlapping another.

Forms are looked up all at once; patterns are tried only around their anchors. Of two places that overlap the earlier
wins, then the longer; what stands in a title 《…》 is not read. Some forms have several readings: those that name words
which have to stand near (应急救助 in a sentence on disasters) come before the one that holds everywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.lexicon import Finder
from ontology.readings import Entry

Spot = tuple[int, int, Entry]
TITLE = re.compile(r"《[^》\n]{1,80}》")
REACH = 60  # characters to each side of an anchor that a pattern may use
WIDE = 200  # characters to each side in which the rest of a sentence is looked for
HEAD = 80  # characters from the start of the text that its title surely lies in
STOPS = "。；\n"
OTHER = Entry("", "none")  # words that are not to be read


class Spotter:
    """Finds where some readings hold."""

    def __init__(self, entries: Iterable[Entry]):
        kept = tuple(entries)
        self._forms = Finder(by_form(kept))
        self._patterns = tuple((re.compile(p), e) for e in kept for p in e.patterns)
        anchors: dict[str, tuple[int, ...]] = {}
        for index, (_, entry) in enumerate(self._patterns):
            if not entry.anchors:
                raise ValueError(f"a pattern of {entry.ids} has no anchor")
            for anchor in entry.anchors:
                anchors[anchor] = (*anchors.get(anchor, ()), index)
        self._anchors = Finder(anchors)

    def spots(self, text: str, more: Iterable[Spot] = ()) -> Iterator[Spot]:
        """Places in order; those in `more` win over others of the same stretch."""
        found = [*more, *((m.start(), m.end(), OTHER) for m in TITLE.finditer(text)), *self._matches(text)]
        for start, end, entries in self._forms.find(text):
            found.append((start, end, entries[0] if len(entries) == 1 else choose(entries, text, start, end)))
        found.sort(key=_order)
        reached = 0
        for spot in found:
            if spot[0] >= reached:
                reached = spot[1]
                if spot[2].manner != "none":
                    yield spot

    def _matches(self, text: str) -> Iterator[Spot]:
        """Matches of the patterns around their anchors, each once."""
        floors = [0] * len(self._patterns)
        for start, end, indexes in self._anchors.find(text):
            for index in indexes:
                pattern, entry = self._patterns[index]
                for match in pattern.finditer(text, max(floors[index], start - REACH), end + REACH):
                    floors[index] = match.end()
                    yield (*match.span(pattern.groups), entry)


def _order(spot: Spot) -> tuple[int, int]:
    return spot[0], -spot[1]


def by_form(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Entries of each form; those that hold only near certain words come first, and always one that holds anywhere."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in sorted(entries, key=lambda e: not e.within):
        for form in entry.surfaces:
            found[form] = (*found.get(form, ()), entry)
    return {form: e if not e[-1].within else (*e, OTHER) for form, e in found.items()}


def choose(entries: tuple[Entry, ...], text: str, start: int, end: int) -> Entry:
    """The first entry that holds at `start:end`; the last one always does."""
    return next(e for e in entries if not e.within or _near(text, start, end, e.within))


def _near(text: str, start: int, end: int, words: tuple[str, ...]) -> bool:
    """Whether one of `words` stands in the title or in the part of the sentence around `start:end`."""
    left = max(max(text.rfind(stop, max(0, start - WIDE), start) for stop in STOPS) + 1, start - WIDE, 0)
    right = min((at for at in (text.find(stop, end, end + WIDE) for stop in STOPS) if at >= 0), default=end + WIDE)
    return any(text.find(word, left, right) >= 0 or text.find(word, 0, HEAD) >= 0 for word in words)
