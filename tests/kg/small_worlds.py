"""Small universes in which every question of the algebra is answered by listing everybody.

A person is a set of traits that obeys the laws. A text is read with every admissible meaning of its loose words
and unsettled borders, each mention on its own; a verdict is YES or NO where all meanings agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from types import MappingProxyType

from kg.enums import Verdict
from kg.groups import GroupAlgebra
from kg.model import Groups
from ontology.relations import Exclusion, Relations
from ontology.vocabulary import Term, Vocabulary

Person = frozenset[str]
People = frozenset[Person]


@dataclass(frozen=True)
class World:
    """Traits with their laws."""

    names: tuple[str, ...]
    broader: tuple[tuple[str, str], ...] = ()
    exclusive: tuple[tuple[str, str], ...] = ()
    partitions: tuple[tuple[str, ...], ...] = ()
    umbrella: frozenset[str] = frozenset()
    may_include: tuple[tuple[str, str], ...] = ()

    def algebra(self) -> GroupAlgebra:
        terms = {n: Term("group", n, n, (), tuple(b for a, b in self.broader if a == n), "") for n in self.names}
        wide: dict[str, tuple[str, ...]] = {}
        for a, b in self.may_include:
            wide[a] = (*wide.get(a, ()), b)
        relations = Relations(
            umbrella={"group": self.umbrella},
            may_include={"group": wide},
            exclusions=tuple(Exclusion(a, b) for a, b in self.exclusive),
            partitions=self.partitions,
        )
        vocabulary = Vocabulary(MappingProxyType({"group": MappingProxyType(terms)}))
        return GroupAlgebra(vocabulary, date(2025, 1, 1), None, relations)

    def people(self) -> People:
        """Everybody who obeys the laws."""
        every = (frozenset(c) for n in range(len(self.names) + 1) for c in combinations(self.names, n))
        return frozenset(p for p in every if self.lawful(p))

    def lawful(self, person: Person) -> bool:
        return (
            all(b in person for a, b in self.broader if a in person)
            and not any(a in person and b in person for a, b in self.exclusive)
            and all(sum(n in person for n in part) == 1 for part in self.partitions)
        )

    def bounds(self, groups: Groups, everybody: People) -> tuple[People, People]:
        """The smallest and the largest set of people that `groups` can mean."""
        if not groups:
            return frozenset(), everybody
        least: set[Person] = set()
        most: set[Person] = set()
        for alternative in groups:
            low, high = everybody, everybody
            for name in alternative:
                least_of, most_of = self._word(name, everybody)
                low, high = low & least_of, high & most_of
            if not high:  # the laws exclude what the text combines: read as possibly either
                high = frozenset().union(*(self._word(n, everybody)[1] for n in alternative))
            least |= low
            most |= high
        return frozenset(least), frozenset(most)

    def _word(self, name: str, everybody: People) -> tuple[People, People]:
        if name in self.umbrella:
            above = self._above(name) or {name}
            return frozenset(), frozenset(p for p in everybody if above <= p)
        own = frozenset(p for p in everybody if name in p)
        more = {b for a, b in self.may_include if a == name}
        return own, own | frozenset(p for p in everybody if p & more)

    def _above(self, name: str) -> set[str]:
        direct = {b for a, b in self.broader if a == name}
        return direct | {x for b in direct for x in self._above(b)}


def between(low: People, high: People) -> Iterator[People]:
    """Every set between two bounds (keep the universe small)."""
    open_ = sorted(high - low, key=sorted)
    for chosen in product((False, True), repeat=len(open_)):
        yield low | frozenset(p for p, take in zip(open_, chosen, strict=True) if take)


def verdict(answers: Iterable[bool]) -> Verdict:
    """YES or NO where all agree."""
    found = set(answers)
    if len(found) > 1:
        return Verdict.UNKNOWN
    return Verdict.YES if found == {True} else Verdict.NO


def by_bounds(low: bool, high: bool) -> Verdict:
    """The verdict on a statement that is monotone: true at its least means YES, false at its most means NO."""
    return Verdict.YES if low else Verdict.UNKNOWN if high else Verdict.NO


Question = Callable[[People, People], bool]
