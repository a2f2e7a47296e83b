"""What the vocabulary's terms have to do with each other beyond skos:broader: loose words, exclusions, partitions.

Read from the Turtle beside this file; an exclusion carries the days and the region it holds in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ontology.terms import HS, RDF
from ontology.turtle import facts as facts_of

HERE = Path(__file__).parent
NONE: Mapping[str, Any] = MappingProxyType({})
Facts = dict[str, dict[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Nobody is both `a` and `b`, in `region` (GB/T 2260; "" everywhere), on days of `[start, end)`."""

    a: str
    b: str
    region: str = ""
    start: date | None = None
    end: date | None = None

    def holds(self, at: date, region: str | None) -> bool:
        """Whether the exclusion applies on the day `at` in `region`."""
        dated = (self.start is None or self.start <= at) and (self.end is None or at < self.end)
        return dated and (region or "").startswith(self.region.rstrip("0"))


@dataclass(frozen=True, slots=True)
class Portrait:
    """How a person of a group is described: a trait (持低保证), a noun (老人), a place (农村), an age in years."""

    trait: str = ""
    person: str = ""
    place: str = ""
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Relations:
    """Loose words and borders per kind (`group`, `aid`), exclusions and partitions of groups, portraits of groups."""

    umbrella: Mapping[str, frozenset[str]] = field(default_factory=lambda: NONE)
    may_include: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=lambda: NONE)
    exclusions: tuple[Exclusion, ...] = ()
    partitions: tuple[tuple[str, ...], ...] = ()
    portraits: Mapping[str, Portrait] = field(default_factory=lambda: NONE)


def _facts(folder: Path) -> Facts:
    """Subject → predicate → values without their languages."""
    return {s: {p: [v for v, _ in values] for p, values in about.items()} for s, about in facts_of(folder).items()}


def _id(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def _kind(iri: str) -> str:
    return iri.rsplit("/", 2)[-2]


def _first(found: Mapping[str, list[str]], name: str) -> str:
    return next(iter(found.get(HS + name, [])), "")


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _exclusions(facts: Facts) -> tuple[Exclusion, ...]:
    found = []
    for iri in sorted(facts):
        about = facts[iri]
        if HS + "Exclusion" in about.get(RDF + "type", []):
            a, b = sorted(_id(v) for v in about[HS + "excludes"])
            found.append(
                Exclusion(a, b, _first(about, "region"), _day(_first(about, "from")), _day(_first(about, "until")))
            )
    return tuple(found)


def _portrait(about: Mapping[str, list[str]]) -> Portrait:
    years = _first(about, "years")
    return Portrait(
        _first(about, "trait"), _first(about, "person"), _first(about, "place"), int(years) if years else None
    )


@cache
def load_relations(folder: Path = HERE) -> Relations:
    """Read every Turtle file of `folder` once per process."""
    facts = _facts(folder)
    umbrella: dict[str, set[str]] = {"group": set(), "aid": set()}
    may_include: dict[str, dict[str, tuple[str, ...]]] = {"group": {}, "aid": {}}
    portraits = {}
    for iri, about in facts.items():
        if _first(about, "umbrella") == "true":
            umbrella.setdefault(_kind(iri), set()).add(_id(iri))
        if HS + "mayInclude" in about:
            may_include.setdefault(_kind(iri), {})[_id(iri)] = tuple(sorted(map(_id, about[HS + "mayInclude"])))
        if _kind(iri) == "group":
            portraits[_id(iri)] = _portrait(about)
    partitions = [
        tuple(sorted(map(_id, a[HS + "part"]))) for a in facts.values() if HS + "Partition" in a.get(RDF + "type", [])
    ]
    return Relations(
        MappingProxyType({k: frozenset(v) for k, v in umbrella.items()}),
        MappingProxyType({k: MappingProxyType(v) for k, v in may_include.items()}),
        _exclusions(facts),
        tuple(sorted(partitions)),
        MappingProxyType(portraits),
    )
