"""Which of several readings a surface form has where it stands.

当事人 is a party to a case in a text on legal aid, 应急救助 is disaster aid in a sentence on disasters: such readings
name the words that have to stand near; the reading without them is the one that holds everywhere else.
"""

from __future__ import annotations

from collections.abc import Iterable

from ontology.readings import Entry

STOPS = "。；\n"
TITLE = 80  # characters from the start of the text that its title surely lies in


def by_form(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Entries of each form; those that hold only near certain words come first."""
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in sorted(entries, key=lambda e: not e.within):
        for form in entry.surfaces:
            found[form] = (*found.get(form, ()), entry)
    return found


def choose(entries: tuple[Entry, ...], text: str, start: int, end: int) -> Entry | None:
    """The first entry that holds at `start:end`; `None` where none does."""
    return next((e for e in entries if not e.within or _near(text, start, end, e.within)), None)


def _near(text: str, start: int, end: int, words: tuple[str, ...]) -> bool:
    """Whether one of `words` stands in the title or in the part of the sentence around `start:end`."""
    left = max(text.rfind(stop, 0, start) for stop in STOPS) + 1
    right = min((at for at in (text.find(stop, end) for stop in STOPS) if at >= 0), default=len(text))
    return any(text.find(word, left, right) >= 0 or text.find(word, 0, TITLE) >= 0 for word in words)
