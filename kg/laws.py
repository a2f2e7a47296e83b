"""What comparisons go by, as of one day and place: the group algebra, the aid tree, the region tree.

Made once and shared: only the exclusions of groups change with the day and the region.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.aid import AidTree
from kg.groups import GroupAlgebra
from kg.regions import RegionTree
from ontology.relations import Exclusion, load_relations
from ontology.vocabulary import Vocabulary


@dataclass(frozen=True)
class Laws:
    """The three, for one day and region."""

    groups: GroupAlgebra
    aids: AidTree
    regions: RegionTree


class LawBook:
    """Laws by day and region, remembered by the exclusions that hold then and there."""

    def __init__(self, vocabulary: Vocabulary):
        self.vocabulary = vocabulary
        self.aids = AidTree(vocabulary)
        self.regions = RegionTree()
        self._known: dict[tuple[Exclusion, ...], GroupAlgebra] = {}

    def at(self, day: date, region: str | None) -> Laws:
        """The laws on `day` in `region`."""
        holding = tuple(x for x in load_relations().exclusions if x.holds(day, region))
        if holding not in self._known:
            self._known[holding] = GroupAlgebra(self.vocabulary, day, region)
        return Laws(self._known[holding], self.aids, self.regions)
