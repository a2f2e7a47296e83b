"""What the vocabulary says of each kind of quantity: the words that betray it, and which direction favours people.

Facts stand in parameters.ttl (`hs:cue`, `hs:polarity`, `hs:line`); this module only reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Literal, RdfFormat, parse

from ontology.terms import HS, SKOS

SOURCE = Path(__file__).with_name("parameters.ttl")


@dataclass(frozen=True, slots=True)
class ParameterTerm:
    """One kind of quantity.

    `cues` are words near a number that make it of this kind; `lines` are published standards that a bare 低于 or
    超过 compares with; `polarity` is the direction that favours the applicant: higher, lower, wider (of a range
    of persons) or neutral.
    """

    id: str
    cues: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    polarity: str = "neutral"


@cache
def load_parameter_terms(source: Path = SOURCE) -> Mapping[str, ParameterTerm]:
    """Every kind of quantity by id, read once per process."""
    facts: dict[str, dict[str, list[str]]] = {}
    for quad in parse(path=str(source), format=RdfFormat.TURTLE):
        if isinstance(quad.object, Literal):
            facts.setdefault(str(quad.subject), {}).setdefault(quad.predicate.value, []).append(quad.object.value)
    terms = {}
    for found in facts.values():
        for id_ in found.get(SKOS + "notation", ()):
            polarity = found.get(HS + "polarity", ["neutral"])[0]
            cues, lines = found.get(HS + "cue", ()), found.get(HS + "line", ())
            terms[id_] = ParameterTerm(id_, tuple(cues), tuple(lines), polarity)
    return MappingProxyType(terms)
