"""Sets of persons as ORs of conjunctions, a conjunction as two bit masks: traits that hold, traits that do not.

Exact under three kinds of law: narrower implies broader, two traits exclude each other, exactly one of a
partition holds (no law may tie the parts of one partition to those of another). Two-literal laws propagate from
single literals, so closing a conjunction decides whether anybody fits it; the masks stay plain integers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A conjunction over traits: bits of `holds` are true of everybody in it, bits of `lacks` of nobody."""

    holds: int = 0
    lacks: int = 0

    def __and__(self, other: Term) -> Term:
        return Term(self.holds | other.holds, self.lacks | other.lacks)


def bits(mask: int) -> Iterator[int]:
    """Positions of the set bits of `mask`, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _union(table: Sequence[int], mask: int) -> int:
    found = 0
    for i in bits(mask):
        found |= table[i]
    return found


class Logic:
    """The laws over a fixed list of trait names; an unknown name is a KeyError of `bit`."""

    def __init__(
        self,
        names: Sequence[str],
        broader: Iterable[tuple[str, str]] = (),
        exclusive: Iterable[tuple[str, str]] = (),
        partitions: Iterable[Sequence[str]] = (),
    ):
        self.names = tuple(names)
        self.bit = {name: i for i, name in enumerate(self.names)}
        self.partitions = tuple(sum(1 << self.bit[n] for n in part) for part in partitions)
        self.up = self._ancestors((self.bit[a], self.bit[b]) for a, b in broader)
        self.down = [sum(1 << j for j in range(len(self.names)) if self.up[j] >> i & 1) for i in range(len(self.names))]
        self.apart = self._apart((self.bit[a], self.bit[b]) for a, b in exclusive)
        self.never = 0
        self._closed: dict[Term, Term | None] = {}
        while more := self._contradictory():
            self.never |= more

    def _ancestors(self, broader: Iterable[tuple[int, int]]) -> list[int]:
        up = [1 << i for i in range(len(self.names))]
        edges = list(broader)
        changed = True
        while changed:
            changed = False
            for narrow, broad in edges:
                if up[narrow] | up[broad] != up[narrow]:
                    up[narrow] |= up[broad]
                    changed = True
        return up

    def _apart(self, exclusive: Iterable[tuple[int, int]]) -> list[int]:
        direct = [0] * len(self.names)
        for a, b in exclusive:
            direct[a] |= 1 << b
            direct[b] |= 1 << a
        for part in self.partitions:
            for i in bits(part):
                direct[i] |= part & ~(1 << i)
        return [_union(self.down, _union(direct, self.up[i])) for i in range(len(self.names))]

    def _contradictory(self) -> int:
        """Traits that nobody can have, beyond those already found."""
        return sum(
            1 << i for i in range(len(self.names)) if not self.never >> i & 1 and self.close(Term(1 << i)) is None
        )

    def term(self, names: Iterable[str]) -> Term:
        """The conjunction of `names`."""
        return Term(sum({1 << self.bit[n] for n in names}))

    def close(self, term: Term) -> Term | None:
        """`term` with all that follows from it by the laws; None where nobody fits it."""
        holds = _union(self.up, term.holds)
        lacks = _union(self.down, term.lacks) | _union(self.apart, term.holds) | self.never
        if holds & lacks:
            return None
        for part in self.partitions:
            left = part & ~lacks
            if not left:
                return None
            if not left & (left - 1) and not holds & left:
                return self.close(Term(holds | left, lacks))
        return Term(holds, lacks)

    def closed(self, term: Term) -> Term | None:
        """`close`, remembered."""
        if term not in self._closed:
            self._closed[term] = self.close(term)
        return self._closed[term]

    def share(self, a: Term, b: Term) -> bool:
        """Whether somebody is in two closed conjunctions.

        Closing has drawn every consequence of single literals, and what excludes a part of a partition stands among
        what is lacking; so they share nobody only by a plain contradiction or by lacking a whole partition together.
        """
        if a.holds & b.lacks or b.holds & a.lacks:
            return False
        lacks = a.lacks | b.lacks
        return all(lacks & part != part for part in self.partitions)

    def meet(self, a: Iterable[Term], b: Iterable[Term]) -> bool:
        """Whether somebody is in one of `a` and one of `b`."""
        theirs = [t for t in map(self.closed, b) if t is not None]
        return any(self.share(t, other) for t in map(self.closed, a) if t is not None for other in theirs)

    def fits(self, term: Term) -> bool:
        """Whether anybody is in `term`."""
        return self.closed(term) is not None

    def minus(self, whole: Iterable[Term], parts: Iterable[Term]) -> tuple[Term, ...]:
        """Disjoint-from-`parts` conjunctions that together hold everybody of `whole` outside `parts`."""
        left = tuple(t for t in whole if self.fits(t))
        for part in parts:
            left = tuple(piece for term in left for piece in self._without(term, part))
        return left

    def _without(self, term: Term, part: Term) -> Iterator[Term]:
        """`term` less `part`, as disjoint pieces: one literal of `part` fails after the earlier ones held."""
        if not self.fits(term & part):
            yield term
            return
        literals = [Term(1 << i) for i in bits(part.holds)] + [Term(0, 1 << i) for i in bits(part.lacks)]
        for literal in literals:
            piece = term & Term(literal.lacks, literal.holds)
            if self.fits(piece):
                yield piece
            term = term & literal
