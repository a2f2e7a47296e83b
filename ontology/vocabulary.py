"""The vocabulary as frozen Python values, loaded from the Turtle beside this file.

Facts live in Turtle; this module only reads them. Loading is one pass with Oxigraph's parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontology.terms import HS, KINDS, SKOS

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Term:
    """One concept of the vocabulary: `id` is its notation, `labels` are surface forms to be found in text."""

    kind: str
    id: str
    label: str
    alternatives: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    facet: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """Preferred label first, then the alternatives."""
        return (self.label, *self.alternatives)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All terms by kind and id."""

    terms: Mapping[str, Mapping[str, Term]]

    def of(self, kind: str) -> Mapping[str, Term]:
        """Terms of one kind (agency, role, function, aid, group, modality, parameter) by id."""
        return self.terms[kind]

    def label(self, kind: str, id_: str) -> str:
        """Chinese preferred label of a term; the id itself where it is unknown."""
        term = self.terms[kind].get(id_)
        return term.label if term else id_

    def surfaces(self, kind: str) -> Iterator[tuple[str, str]]:
        """(surface form, id) pairs of one kind."""
        for term in self.terms[kind].values():
            for label in term.labels:
                yield label, term.id


def _triples(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """(subject, predicate, value, language) of every triple in the folder's Turtle files."""
    for path in sorted(folder.glob("*.ttl")):
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
                language = value.language or "" if isinstance(value, Literal) else ""
                yield subject.value, quad.predicate.value, value.value, language


@cache
def load_vocabulary(folder: Path = HERE) -> Vocabulary:
    """Read every Turtle file of `folder` once per process."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for subject, predicate, value, language in _triples(folder):
        found.setdefault(subject, {}).setdefault(predicate, []).append((value, language))
    terms: dict[str, dict[str, Term]] = {kind: {} for kind in KINDS}
    for subject, facts in found.items():
        kind = subject.rsplit("/", 2)[-2]
        if SKOS + "notation" not in facts or kind not in terms:
            continue
        id_ = facts[SKOS + "notation"][0][0]
        zh = [v for v, lang in facts.get(SKOS + "prefLabel", []) if lang == "zh"]
        terms[kind][id_] = Term(
            kind,
            id_,
            zh[0] if zh else id_,
            tuple(v for v, lang in facts.get(SKOS + "altLabel", []) if lang == "zh"),
            tuple(v.rsplit("/", 1)[-1] for v, _ in facts.get(SKOS + "broader", [])),
            next((v for v, _ in facts.get(HS + "facet", [])), ""),
        )
    return Vocabulary(MappingProxyType({k: MappingProxyType(v) for k, v in terms.items()}))
