"""Who a provision is for, as an algebra: meets, contains, subtract, and a person as witness.

A group word has a sure reading and a possible one. A loose word (困难群众) has no sure reading; 农村 surely
covers farming villages and possibly herding areas; no groups stated means possibly everybody. Questions are
answered YES or NO only where every reading agrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import product

from kg.enums import Verdict
from kg.logic import Logic, Term, bits
from kg.model import Groups
from ontology.relations import Portrait, Relations, load_relations
from ontology.vocabulary import Vocabulary

NOBODY_EXCLUDED = Groups()
REMAINDERS = 20_000  # remembered


@dataclass(frozen=True, slots=True)
class Extent:
    """The persons a text speaks of: `sure` under every reading, `possible` under some (sure lies inside possible)."""

    sure: tuple[Term, ...]
    possible: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Remainder:
    """Who of one extent stands outside another: `certain` under every reading, `possible` under some."""

    certain: tuple[Term, ...]
    possible: tuple[Term, ...]

    @property
    def verdict(self) -> Verdict:
        """YES: somebody is certainly left over; NO: nobody can be."""
        if self.certain:
            return Verdict.YES
        return Verdict.UNKNOWN if self.possible else Verdict.NO


class GroupAlgebra:
    """The algebra as it stands on the day `at` in `region` (exclusions are dated and regional)."""

    def __init__(self, vocabulary: Vocabulary, at: date, region: str | None, relations: Relations | None = None):
        self.vocabulary = vocabulary
        self.relations = relations or load_relations()
        terms = vocabulary.of("group")
        self.logic = Logic(
            sorted(terms),
            [(t.id, b) for t in terms.values() for b in t.broader if b in terms],
            [(x.a, x.b) for x in self.relations.exclusions if {x.a, x.b} <= terms.keys() and x.holds(at, region)],
            [p for p in self.relations.partitions if terms.keys() >= set(p)],
        )
        self._umbrella = self.relations.umbrella.get("group", frozenset())
        self._extents: dict[tuple[Groups, Groups], Extent] = {}
        self._meetings: dict[tuple[int, int], Verdict] = {}  # by identity of the extents in `_known`
        self._remainder = lru_cache(REMAINDERS)(self._outside)
        self._known: dict[Extent, Extent] = {}

    def extent(self, groups: Groups, excluded: Groups = NOBODY_EXCLUDED) -> Extent:
        """Sure and possible readings of `groups` without `excluded`."""
        key = (groups, excluded)
        if key not in self._extents:
            self._extents[key] = self._kept(self._less(self._stated(groups), excluded))
        return self._extents[key]

    def meets(self, a: Groups | Extent, b: Groups | Extent) -> Verdict:
        """Whether somebody can belong to both."""
        x, y = self._of(a), self._of(b)
        key = (id(x), id(y))
        if key not in self._meetings:
            key = (id(self._kept(x)), id(self._kept(y)))
        if key not in self._meetings:
            sure = self.logic.meet(x.sure, y.sure)
            possible = sure or self.logic.meet(x.possible, y.possible)
            self._meetings[key] = Verdict.YES if sure else Verdict.UNKNOWN if possible else Verdict.NO
        return self._meetings[key]

    def contains(self, a: Groups | Extent, b: Groups | Extent) -> Verdict:
        """Whether everybody of `b` belongs to `a`."""
        left = self.subtract(b, a).verdict
        return {Verdict.YES: Verdict.NO, Verdict.NO: Verdict.YES}.get(left, left)

    def subtract(self, a: Groups | Extent, b: Groups | Extent) -> Remainder:
        """Who of `a` is not in `b`."""
        return self._remainder(self._of(a), self._of(b))

    def union(self, extents: Iterable[Extent]) -> Extent:
        """Everybody of any of `extents`."""
        found = tuple(extents)
        return Extent(
            tuple(dict.fromkeys(t for e in found for t in e.sure)),
            tuple(dict.fromkeys(t for e in found for t in e.possible)),
        )

    def common(self, a: Groups | Extent, b: Groups | Extent) -> tuple[Term, ...]:
        """Persons in both: the sure ones where there are any, else the possible ones."""
        x, y = self._of(a), self._of(b)
        for left, right in ((x.sure, y.sure), (x.possible, y.possible)):
            found = tuple(s & t for s in left for t in right if self.logic.fits(s & t))
            if found:
                return found
        return ()

    def witness(self, terms: Iterable[Term]) -> str:
        """One concrete person of the first of `terms`: 一名65岁、持低保证、重度残疾的农村老人; "" for none."""
        for term in terms:
            closed = self.logic.close(term)
            if closed is not None:
                return self._describe(term, closed)
        return ""

    def _outside(self, x: Extent, y: Extent) -> Remainder:
        return Remainder(self.logic.minus(x.sure, y.possible), self.logic.minus(x.possible, y.sure))

    def _kept(self, extent: Extent) -> Extent:
        """The one object that stands for equal extents for as long as the algebra lives."""
        return self._known.setdefault(extent, extent)

    def _of(self, value: Groups | Extent) -> Extent:
        return value if isinstance(value, Extent) else self.extent(value)

    def _stated(self, groups: Groups) -> Extent:
        if not groups:
            return Extent((), (Term(),))
        sure: list[Term] = []
        possible: list[Term] = []
        for alternative in groups:
            readings = [t for t in self._possible(alternative) if self.logic.fits(t)]
            term = self._sure(alternative)
            if term is not None:
                sure.append(term)
            # a stated combination that the definitions exclude is read as possibly either
            possible += readings or [t for id_ in alternative for t in self._possible((id_,))]
        return Extent(tuple(dict.fromkeys(sure)), tuple(dict.fromkeys(possible)))

    def _less(self, extent: Extent, excluded: Groups) -> Extent:
        if not excluded:
            return extent
        out = self._stated(excluded)
        return Extent(self.logic.minus(extent.sure, out.possible), self.logic.minus(extent.possible, out.sure))

    def _sure(self, alternative: tuple[str, ...]) -> Term | None:
        if any(id_ in self._umbrella or id_ not in self.logic.bit for id_ in alternative):
            return None
        term = self.logic.term(alternative)
        return term if self.logic.fits(term) else None

    def _possible(self, alternative: tuple[str, ...]) -> Iterator[Term]:
        choices = [self._readings(id_) for id_ in alternative if id_ in self.logic.bit]
        for combination in product(*choices):
            yield Term(sum({1 << i for mask in combination for i in bits(mask)}))

    def _readings(self, id_: str) -> list[int]:
        """Masks of traits, one of which must hold, for a word at its widest."""
        own = 1 << self.logic.bit[id_]
        if id_ in self._umbrella:
            return [self.logic.up[self.logic.bit[id_]] & ~own or own]
        more = self.relations.may_include.get("group", {}).get(id_, ())
        return [own, *(1 << self.logic.bit[m] for m in more if m in self.logic.bit)]

    @cached_property
    def _order(self) -> dict[str, int]:
        """Reading order of traits in a description: the order of the vocabulary."""
        return {id_: i for i, id_ in enumerate(self.vocabulary.of("group"))}

    def _describe(self, term: Term, closed: Term) -> str:
        names = [self.logic.names[i] for i in bits(closed.holds) if not self._implied(closed.holds, i)]
        portraits = [self.relations.portraits.get(n, Portrait()) for n in sorted(names, key=self._order.__getitem__)]
        years = next((f"{p.years}岁" for p in portraits if p.years is not None), "")
        traits = "、".join(x for x in (years, *(p.trait for p in portraits)) if x)
        place = next((p.place for p in portraits if p.place), "")
        person = next((p.person for p in reversed(portraits) if p.person), "居民")
        told = self.logic.close(Term(closed.holds)) or closed
        outside = "、".join(self.vocabulary.label("group", self.logic.names[i]) for i in bits(term.lacks & ~told.lacks))
        tail = f"（不属于{outside}）" if outside else ""
        return f"一名{traits}的{place}{person}{tail}" if traits else f"一名{place}{person}{tail}"

    def _implied(self, holds: int, i: int) -> bool:
        """Whether another trait that holds already says trait `i`."""
        return any(j != i and self.logic.up[j] >> i & 1 for j in bits(holds))
