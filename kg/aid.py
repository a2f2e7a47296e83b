"""Aid types as a tree with pre-order intervals: a type meets itself, what it holds and what holds it.

A concept with two broader ones stands under each of them, so it has an interval for every path. Loose words
(社会救助, 基本生活救助) meet what they may include only possibly.
"""

from __future__ import annotations

from kg.enums import Verdict
from ontology.relations import Relations, load_relations
from ontology.vocabulary import Vocabulary

Interval = tuple[int, int]


class AidTree:
    """Intervals and verdicts over the vocabulary's aid types; the id "" stands for none stated."""

    def __init__(self, vocabulary: Vocabulary, relations: Relations | None = None):
        self.relations = relations or load_relations()
        self._narrower: dict[str, list[str]] = {}
        terms = vocabulary.of("aid")
        for term in terms.values():
            for parent in [b for b in term.broader if b in terms] or [""]:
                self._narrower.setdefault(parent, []).append(term.id)
        self.intervals: dict[str, list[Interval]] = {}
        self._next = 0
        self._meetings: dict[tuple[str, str], Verdict] = {}
        for root in self._narrower.get("", []):
            self._walk(root, frozenset())
        self._umbrella = self.relations.umbrella.get("aid", frozenset())
        self._may = self.relations.may_include.get("aid", {})

    def _walk(self, id_: str, above: frozenset[str]) -> None:
        """Number `id_` and all below it; a cycle in the data is cut where it closes."""
        start = self._next
        self._next += 1
        for child in self._narrower.get(id_, []):
            if child not in above:
                self._walk(child, above | {id_})
        self.intervals.setdefault(id_, []).append((start, self._next))

    def inside(self, narrow: str, broad: str) -> bool:
        """Whether `narrow` is `broad` or one of its kinds."""
        mine = self.intervals.get(narrow, [])
        return narrow == broad or any(s <= a and b <= e for a, b in mine for s, e in self.intervals.get(broad, []))

    def meets(self, a: str, b: str) -> Verdict:
        """Whether one measure can be both: YES for the same type or one inside the other, UNKNOWN by a loose word."""
        if (a, b) not in self._meetings:
            self._meetings[a, b] = self._meets(a, b)
        return self._meetings[a, b]

    def _meets(self, a: str, b: str) -> Verdict:
        if not a or not b:
            return Verdict.UNKNOWN
        if a == b:
            return Verdict.UNKNOWN if a in self._umbrella else Verdict.YES
        if self.inside(a, b) or self.inside(b, a):
            return Verdict.UNKNOWN if {a, b} & self._umbrella else Verdict.YES
        return Verdict.UNKNOWN if self._may_be(a, b) or self._may_be(b, a) else Verdict.NO

    def contains(self, a: str, b: str) -> Verdict:
        """Whether all of `b` is a kind of `a`; a loose word contains only possibly."""
        if not a or not b:
            return Verdict.UNKNOWN
        if self.inside(b, a):
            return Verdict.UNKNOWN if a in self._umbrella else Verdict.YES
        return Verdict.UNKNOWN if self._may_be(b, a) or self.meets(a, b) is Verdict.UNKNOWN else Verdict.NO

    def related(self, id_: str) -> tuple[str, ...]:
        """Every aid type that `id_` can meet, itself among them, in pre-order; all of them for ""."""
        return tuple(other for other in ("", *self.intervals) if self.meets(id_, other) is not Verdict.NO)

    def ancestors(self, id_: str) -> tuple[str, ...]:
        """`id_` and everything it is a kind of."""
        return tuple(other for other in self.intervals if self.inside(id_, other))

    def descendants(self, id_: str) -> tuple[str, ...]:
        """`id_` and all its kinds."""
        return tuple(other for other in self.intervals if self.inside(other, id_))

    def _may_be(self, narrow: str, loose: str) -> bool:
        return any(self.inside(narrow, m) for m in self._may.get(loose, ()))
