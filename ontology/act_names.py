"""How texts name acts without 《》, and what in 《》 is no act: short titles and last words from acts.ttl."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, RdfFormat, parse

from ontology.terms import HS

SOURCE = Path(__file__).with_name("acts.ttl")


@dataclass(frozen=True, slots=True)
class ActNames:
    """`bare`: short titles used without 《》; `not_acts`: last words of things in 《》 that are no acts."""

    bare: frozenset[str]
    not_acts: tuple[str, ...]
    lengths: tuple[int, ...]  # of the short titles, the longest first


@cache
def load_act_names(source: Path = SOURCE) -> ActNames:
    """Read acts.ttl once per process."""
    found: dict[str, list[str]] = {HS + "bareTitle": [], HS + "notAct": []}
    for quad in parse(path=str(source), format=RdfFormat.TURTLE):
        if isinstance(quad.object, Literal) and quad.predicate.value in found:
            found[quad.predicate.value].append(quad.object.value)
    bare = frozenset(found[HS + "bareTitle"])
    return ActNames(bare, tuple(found[HS + "notAct"]), tuple(sorted({*map(len, bare)}, reverse=True)))
