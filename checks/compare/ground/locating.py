"""Where an offset of a text stands: the locator of its clause, and the provisions that share it."""

from __future__ import annotations

from bisect import bisect_right

from kg.model import Provision, Reading


class Places:
    """Locators and provisions by offset."""

    def __init__(self, reading: Reading) -> None:
        self._clauses = sorted(reading.clauses, key=lambda c: (c.start, -c.end))
        self._starts = [c.start for c in self._clauses]
        self._provisions = sorted(reading.provisions, key=lambda p: p.quote.start)
        self._firsts = [p.quote.start for p in self._provisions]
        self._longest = max((p.quote.end - p.quote.start for p in self._provisions), default=0)

    def locator(self, at: int) -> str:
        """Locator of the innermost clause around `at`."""
        for clause in reversed(self._clauses[: bisect_right(self._starts, at)]):
            if clause.end > at:
                return clause.locator
        return ""

    def provisions(self, start: int, end: int) -> tuple[Provision, ...]:
        """Provisions that share a character with `start:end`."""
        low = bisect_right(self._firsts, start - self._longest - 1)
        high = bisect_right(self._firsts, end - 1)
        return tuple(p for p in self._provisions[low:high] if p.quote.end > start and p.quote.start < end)
