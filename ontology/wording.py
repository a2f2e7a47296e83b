"""Lists of wording kept as data in `wording.ttl`: phrases by the name of their list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Literal, RdfFormat, parse

from ontology.terms import SKOS

_IDENTIFIER = "http://purl.org/dc/terms/identifier"


@dataclass(frozen=True, slots=True)
class Wording:
    """A list of phrases, longest first, with its Chinese label."""

    label: str
    phrases: tuple[str, ...]


@cache
def wording_lists() -> Mapping[str, Wording]:
    """Every list by its identifier."""
    names: dict[str, str] = {}
    labels: dict[str, str] = {}
    phrases: dict[str, list[str]] = {}
    for quad in parse(path=str(Path(__file__).with_name("wording.ttl")), format=RdfFormat.TURTLE):
        if not isinstance(quad.object, Literal):
            continue
        subject, value = str(quad.subject), quad.object.value
        if quad.predicate.value == _IDENTIFIER:
            names[subject] = value
        elif quad.predicate.value == SKOS + "prefLabel":
            labels[subject] = value
        elif quad.predicate.value == SKOS + "hiddenLabel":
            phrases.setdefault(subject, []).append(value)
    found = {names[s]: Wording(labels[s], tuple(sorted(p, key=len, reverse=True))) for s, p in phrases.items()}
    return MappingProxyType(found)


@cache
def wordings() -> Mapping[str, tuple[str, ...]]:
    """The phrases of every list by its identifier."""
    return MappingProxyType({name: found.phrases for name, found in wording_lists().items()})
