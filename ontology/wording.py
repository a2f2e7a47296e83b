"""Lists of wording kept as data in `wording.ttl`: phrases by the name of their list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ontology.terms import SKOS
from ontology.turtle import facts, kind_of, local, texts


@dataclass(frozen=True, slots=True)
class Wording:
    """A list of phrases with its Chinese label: `phrases` longest first, `ordered` as the file has them."""

    label: str
    phrases: tuple[str, ...]
    ordered: tuple[str, ...]


@cache
def wording_lists() -> Mapping[str, Wording]:
    """Every list by its identifier, the last part of its IRI."""
    found = {
        local(iri): Wording(
            texts(about, SKOS + "prefLabel", "zh")[0],
            tuple(sorted(texts(about, SKOS + "hiddenLabel", "zh"), key=len, reverse=True)),
            texts(about, SKOS + "hiddenLabel", "zh"),
        )
        for iri, about in facts().items()
        if kind_of(iri) == "wording"
    }
    return MappingProxyType(found)


@cache
def wordings() -> Mapping[str, tuple[str, ...]]:
    """The phrases of every list by its identifier."""
    return MappingProxyType({name: found.phrases for name, found in wording_lists().items()})
