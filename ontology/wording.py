"""Lists of wording kept as data in `wording.ttl`: phrases by the name of their list."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Literal, RdfFormat, parse

from ontology.terms import SKOS

_IDENTIFIER = "http://purl.org/dc/terms/identifier"


@cache
def wordings() -> Mapping[str, tuple[str, ...]]:
    """Phrases of every list, longest first, by the list's identifier."""
    names: dict[str, str] = {}
    phrases: dict[str, list[str]] = {}
    for quad in parse(path=str(Path(__file__).with_name("wording.ttl")), format=RdfFormat.TURTLE):
        if not isinstance(quad.object, Literal):
            continue
        subject = str(quad.subject)
        if quad.predicate.value == _IDENTIFIER:
            names[subject] = quad.object.value
        elif quad.predicate.value == SKOS + "hiddenLabel":
            phrases.setdefault(subject, []).append(quad.object.value)
    return MappingProxyType({names[s]: tuple(sorted(p, key=len, reverse=True)) for s, p in phrases.items()})
