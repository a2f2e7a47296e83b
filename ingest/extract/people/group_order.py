"""Facets of groups and their order from narrow to broad, as questions about sets of ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ingest.extract.people.person_words import NEUTRAL, Alternatives
from kg.model import Groups
from ontology.terms import TOWN_AND_COUNTRY
from ontology.vocabulary import Vocabulary

ANY_HEALTH = "incapacitated"  # may be said of people of any other state of health
PUPILS = {"preschool": "student"}  # 学前教育阶段学生: children, whatever they are called


def _apart(ids: frozenset[str]) -> Iterator[frozenset[str]]:
    """Those of town and those of country are two kinds of people, however near one another they are named."""
    if ids >= TOWN_AND_COUNTRY:
        yield from (ids - {other} for other in sorted(TOWN_AND_COUNTRY))
    else:
        yield ids


class Order:
    """The vocabulary's facets and its order from narrow to broad, as questions about sets of ids."""

    def __init__(self, vocabulary: Vocabulary):
        self._terms = vocabulary.of("group")
        self._known: dict[Alternatives, Groups] = {(): Groups()}
        self.above = {id_: frozenset(self._above(id_)) for id_ in self._terms}  # every broader id of an id
        self.facets: Mapping[str, str] = {id_: term.facet for id_, term in self._terms.items()}

    def _above(self, id_: str) -> Iterator[str]:
        for broader in self._terms[id_].broader:
            yield broader
            yield from self._above(broader)

    def narrow(self, ids: frozenset[str]) -> frozenset[str]:
        """Only the most specific of `ids`."""
        broader = frozenset().union(*(self.above.get(i, frozenset()) for i in ids)) if ids else ids
        return ids - broader - {PUPILS[i] for i in ids if i in PUPILS}

    def repeats(self, ids: frozenset[str], named: Alternatives) -> bool:
        """Whether `ids` only says again, or more broadly, what one of `named` says."""
        return any(all(i in a or any(i in self.above.get(b, ()) for b in a) for i in ids) for a in named)

    def repeats_all(self, alternatives: Alternatives, named: Alternatives) -> bool:
        """Whether each of `alternatives` only repeats one of `named`."""
        return all(self.repeats(a, named) for a in alternatives)

    def facets_of(self, alternatives: Alternatives) -> set[str]:
        """Facets that `alternatives` speak of."""
        return {self.facets.get(i, "") for ids in alternatives for i in ids}

    def unlike(self, alternatives: Alternatives, other: Alternatives) -> Alternatives:
        """`alternatives` without the ids that speak of a facet `other` speaks of, unless more closely."""
        ids = {i for a in other for i in a}
        kept = tuple(dict.fromkeys(frozenset(i for i in a if not self._taken(i, ids)) for a in alternatives))
        return kept or NEUTRAL

    def beside(self, alternatives: Alternatives, other: Alternatives) -> Alternatives:
        """`alternatives` without the ids of a facet that `other` speaks of, more closely or not."""
        facets = self.facets_of(other) & {"economic"}
        told = (frozenset(i for i in a if self.facets.get(i) not in facets) for a in alternatives)
        return tuple(dict.fromkeys(told)) or NEUTRAL

    def _taken(self, id_: str, ids: set[str]) -> bool:
        if id_ == ANY_HEALTH:
            return id_ in ids
        facet, closer = self.facets.get(id_), (frozenset((id_,)),)
        return any(self.facets.get(i) == facet and not self.repeats(frozenset((i,)), closer) for i in ids)

    def groups(self, alternatives: Alternatives) -> Groups:
        """Canonical form, worked out once for each set of alternatives."""
        if alternatives not in self._known:
            apart = (ids for a in alternatives for ids in _apart(a))
            self._known[alternatives] = Groups.of(self.narrow(a) for a in apart if a)
        return self._known[alternatives]
