"""Readings ⇄ triples, both directions; one named graph a document, no blank nodes.

Labels, hierarchy and reforms are not repeated here: they stand in the ontology's graph. Clause and provision ids are
the IRIs of their nodes, so two clauses of one id would be one node.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.codec import Facts, Parts, Shape, facts_of, integer, iri
from kg.enums import Modality
from kg.ids import document_iri
from kg.model import Provision, Reading
from kg.records import CLAUSE, DEFINITION, DOCUMENT, PROVISION, SILENT
from ontology.terms import CPSV, HS, ODRL, PREFIXES, RDF

MODALITY_TYPES = {
    Modality.OBLIGATION: ODRL + "Duty",
    Modality.PROHIBITION: ODRL + "Prohibition",
    Modality.PERMISSION: ODRL + "Permission",
    Modality.RIGHT: ODRL + "Permission",
    Modality.ENTITLEMENT: CPSV + "Rule",
}
DEFINITIONS = Parts(HS + "definition", "definition", DEFINITION)
SILENCES = Parts(HS + "silent", "silent", SILENT)


def triples_of(reading: Reading) -> Iterator[Triple]:
    """Everything that was read."""
    here = document_iri(reading.document.name)
    yield from DOCUMENT.write(here, reading.document)
    for position, clause in enumerate(reading.clauses, 1):
        yield from _placed(clause.id, position, CLAUSE.write(clause.id, clause))
    for position, provision in enumerate(reading.provisions, 1):
        yield from _placed(provision.id, position, provision_triples(provision))
    yield from DEFINITIONS.write(here, reading.definitions)
    yield from SILENCES.write(here, reading.silent)


def provision_triples(provision: Provision) -> Iterator[Triple]:
    """One provision, typed by its modality as well."""
    yield from PROVISION.write(provision.id, provision)
    if provision.modality in MODALITY_TYPES:
        yield Triple(iri(provision.id), iri(RDF + "type"), iri(MODALITY_TYPES[provision.modality]))


def quads_of(reading: Reading) -> Iterator[Quad]:
    """The triples in the document's named graph."""
    graph = iri(document_iri(reading.document.name))
    return (Quad(t.subject, t.predicate, t.object, graph) for t in triples_of(reading))


def reading_of(triples: Iterable[Triple] | Iterable[Quad]) -> Reading | None:
    """The reading that one document's triples say; None where they hold no document."""
    facts = facts_of(triples)
    kinds = {HS + "Document": [], HS + "Clause": [], HS + "Provision": []}  # type: dict[str, list[str]]
    for subject, about in facts.items():
        for type_ in about.get(RDF + "type", []):
            if type_.value in kinds:
                kinds[type_.value].append(subject)
    if not kinds[HS + "Document"]:
        return None
    here = kinds[HS + "Document"][0]
    return Reading(
        DOCUMENT.read(here, facts),
        _in_order(CLAUSE, kinds[HS + "Clause"], facts),
        DEFINITIONS.read(here, facts),
        _in_order(PROVISION, kinds[HS + "Provision"], facts),
        SILENCES.read(here, facts),
    )


def turtle(triples: Iterable[Triple]) -> str:
    """Turtle with the project's prefixes."""
    return (serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()


def _placed(subject: str, position: int, triples: Iterator[Triple]) -> Iterator[Triple]:
    return chain(triples, [Triple(iri(subject), iri(HS + "position"), integer(position))])


def _in_order(shape: Shape, subjects: list[str], facts: Facts) -> tuple[Any, ...]:
    subjects.sort(key=lambda s: int(facts[s][HS + "position"][0].value))
    return tuple(shape.read(s, facts) for s in subjects)
