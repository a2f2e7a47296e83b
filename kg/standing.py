"""How two documents stand to each other: the order of the Legislation Law (立法法 arts. 98–106), levels and regions.

Higher against lower is a matter of legality, equals a matter of consultation, different regions no matter at
all; what the law itself leaves open (部门规章 against 地方性法规, art. 106) is UNKNOWN. Party documents stand
outside the scale. What is left out: 特别法 and 新法, which people weigh.
"""

from __future__ import annotations

from enum import StrEnum

from kg.enums import Level, Rank
from kg.model import Document
from kg.regions import Place, RegionTree

NATION_CODE = "100000"
NATIONAL = (Rank.LAW, Rank.ADMINISTRATIVE_REGULATION, Rank.DEPARTMENT_RULE)
SCALE = {
    Rank.LAW: 0,
    Rank.ADMINISTRATIVE_REGULATION: 1,
    Rank.LOCAL_REGULATION: 2,
    Rank.DEPARTMENT_RULE: 3,
    Rank.LOCAL_RULE: 3,
    Rank.NORMATIVE: 4,
    Rank.PARTY: 4,
}
GOVERNMENTS = frozenset({"state-council", "government", "people-congress"})


class Standing(StrEnum):
    """How the first of two documents stands to the second."""

    SAME = "same"  # equal rank, region and level
    HIGHER = "higher"
    LOWER = "lower"
    ELSEWHERE = "elsewhere"  # regions apart
    PARTY = "party"  # one of them is a Party document
    UNKNOWN = "unknown"


MIRROR = {Standing.HIGHER: Standing.LOWER, Standing.LOWER: Standing.HIGHER}


def place(document: Document, default: str | None = None) -> str | None:
    """Code of the region a document rules; the nation for central acts; `default` where the text says nothing."""
    if document.level is Level.CENTRAL or document.rank in NATIONAL:
        return NATION_CODE
    return document.region or default


def _ordered(first: int, second: int) -> Standing:
    """Smaller is higher."""
    if first == second:
        return Standing.SAME
    return Standing.HIGHER if first < second else Standing.LOWER


def standing(a: Document, b: Document, regions: RegionTree, default: str | None = None) -> Standing:
    """How `a` stands to `b`; `default` is the region of a document that states none."""
    where = regions.relation(place(a, default), place(b, default))
    if where is Place.APART:
        return Standing.ELSEWHERE
    rank_a, rank_b = a.rank or Rank.NORMATIVE, b.rank or Rank.NORMATIVE
    if Rank.PARTY in (rank_a, rank_b) and rank_a is not rank_b:
        return Standing.PARTY
    if min(SCALE[rank_a], SCALE[rank_b]) < 2:
        return _ordered(SCALE[rank_a], SCALE[rank_b])
    if {rank_a, rank_b} == {Rank.DEPARTMENT_RULE, Rank.LOCAL_REGULATION}:
        return Standing.UNKNOWN
    if {rank_a, rank_b} == {Rank.DEPARTMENT_RULE, Rank.LOCAL_RULE}:
        return Standing.SAME
    if SCALE[rank_a] == SCALE[rank_b]:
        return _peers(a, b, where)
    if SCALE[rank_a] < SCALE[rank_b]:
        return _unequal(b, where)
    return MIRROR.get(_unequal(a, _flip(where)), Standing.UNKNOWN)


def _flip(where: Place) -> Place:
    return {Place.CONTAINS: Place.WITHIN, Place.WITHIN: Place.CONTAINS}.get(where, where)


def _unequal(lower_ranked: Document, where: Place) -> Standing:
    """A document of higher rank in the region `where` of one of lower rank."""
    if where in (Place.SAME, Place.CONTAINS):
        return Standing.HIGHER
    if where is Place.WITHIN and "state-council" in lower_ranked.issuer_ids:
        return Standing.LOWER
    return Standing.UNKNOWN


def _peers(a: Document, b: Document, where: Place) -> Standing:
    """Two documents of one rank: by region, then level, then government above its departments."""
    if where is Place.UNKNOWN:
        return Standing.UNKNOWN
    if where is not Place.SAME:
        return Standing.HIGHER if where is Place.CONTAINS else Standing.LOWER
    if a.level and b.level and a.level is not b.level:
        order = list(Level)
        return _ordered(order.index(a.level), order.index(b.level))
    if not a.issuer_ids or not b.issuer_ids:
        return Standing.SAME
    return _ordered(not GOVERNMENTS & set(a.issuer_ids), not GOVERNMENTS & set(b.issuer_ids))
