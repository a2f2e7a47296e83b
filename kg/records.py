"""Which triples each value of the model becomes: one table a class, field by field.

Terms follow ELI (acts and their parts), Web Annotation (where a quote stands), CPSV-AP and CCCEV (participation,
constraints) and PROV-O; what these do not have is in the project's own namespace (ontology/schema.ttl).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Triple

from kg.codec import (
    Facts,
    Parts,
    Plain,
    Shape,
    Slot,
    day,
    flag,
    iri,
    link,
    number,
    numbers,
    one_of,
    real,
    some_of,
    text,
    texts,
)
from kg.enums import Level, Modality, Rank, Role
from kg.ids import document_iri
from kg.model import (
    Actor,
    Citation,
    Clause,
    Definition,
    Document,
    Groups,
    Limit,
    Parameter,
    Period,
    Provision,
    Quote,
    Repeal,
)
from ontology.terms import CV, DCT, ELI, HS, OA, PROV, RDFS, SKOS


@dataclass(frozen=True)
class Owner:
    """The document a value stands in: its name as the document's IRI (told by the document's own node)."""

    predicate: str

    def write(self, subject: str, value: Any) -> Iterator[Triple]:
        """One triple."""
        yield Triple(iri(subject), iri(self.predicate), iri(document_iri(value)))

    def read(self, subject: str, facts: Facts) -> Any:
        """The document's name."""
        return facts[facts[subject][self.predicate][0].value][HS + "fileName"][0].value


@dataclass(frozen=True)
class Self:
    """The value's own IRI."""

    def write(self, subject: str, value: Any) -> Iterator[Triple]:
        """Nothing: the subject says it."""
        return iter(())

    def read(self, subject: str, facts: Facts) -> Any:
        """The subject."""
        return subject


@dataclass(frozen=True)
class Selected:
    """Evidence as Web Annotation has it: a target with its source and a selector of position and words."""

    predicate: str

    def write(self, subject: str, value: Any) -> Iterator[Triple]:
        """Target and selector."""
        target, selector = f"{subject}/target", f"{subject}/selector"
        yield Triple(iri(subject), iri(self.predicate), iri(target))
        yield Triple(iri(target), iri(OA + "hasSelector"), iri(selector))
        yield from TARGET.write(target, value)
        yield from SELECTOR.write(selector, value)

    def read(self, subject: str, facts: Facts) -> Any:
        """The quote."""
        target = facts[subject][self.predicate][0].value
        selector = facts[target][OA + "hasSelector"][0].value
        start, end, words = (slot.read(selector, facts) for slot in SELECTOR.slots.values())
        return Quote(TARGET.slots["document"].read(target, facts), start, end, words)


@dataclass(frozen=True)
class Span:
    """A half-open period of days."""

    start: Plain
    end: Plain

    def write(self, subject: str, value: Any) -> Iterator[Triple]:
        """The days that are set."""
        yield from self.start.write(subject, value.start)
        yield from self.end.write(subject, value.end)

    def read(self, subject: str, facts: Facts) -> Any:
        """The period."""
        return Period(self.start.read(subject, facts), self.end.read(subject, facts))


@dataclass(frozen=True)
class Said:
    """A flat enumeration of group conjunctions: `Groups` as its alternatives."""

    parts: Parts

    def write(self, subject: str, value: Any) -> Iterator[Triple]:
        """One node for each alternative."""
        return self.parts.write(subject, [_Alternative(a) for a in value.alternatives])

    def read(self, subject: str, facts: Facts) -> Any:
        """The groups."""
        return Groups(tuple(a.groups for a in self.parts.read(subject, facts)))


@dataclass(frozen=True)
class _Alternative:
    groups: tuple[str, ...]


PLACE: dict[str, Slot] = {"start": number(OA + "start"), "end": number(OA + "end")}
TARGET = Shape(Quote, (OA + "SpecificResource",), {"document": Owner(OA + "hasSource")})
SELECTOR = Shape(
    Quote, (OA + "TextPositionSelector", OA + "TextQuoteSelector"), {**PLACE, "text": text(OA + "exact", "")}
)
REPEAL = Shape(
    Repeal,
    (HS + "Repeal",),
    {"title": text(ELI + "title", ""), "number": text(ELI + "number"), "day": day(HS + "day"), **PLACE},
)
DOCUMENT = Shape(
    Document,
    (ELI + "LegalResource", HS + "Document"),
    {
        "name": text(HS + "fileName"),
        "text": text(HS + "text", ""),
        "sha256": text(HS + "sha256"),
        "title": text(ELI + "title", ""),
        "number": text(ELI + "number"),
        "issuers": texts(HS + "issuerName"),
        "issuer_ids": some_of(ELI + "passed_by", "agency"),
        "level": one_of(HS + "level", "level", Level),
        "region": one_of(ELI + "jurisdiction", "region"),
        "rank": one_of(HS + "rank", "rank", Rank),
        "made": day(ELI + "date_document"),
        "published": day(ELI + "date_publication"),
        "period": Span(day(ELI + "first_date_entry_in_force"), day(ELI + "date_no_longer_in_force")),
        "repeals": Parts(HS + "repeal", "repeal", REPEAL),
        "notes": texts(SKOS + "note"),
        "pages": numbers(HS + "pageStart"),
    },
)
CLAUSE = Shape(
    Clause,
    (ELI + "LegalResourceSubdivision", HS + "Clause"),
    {
        "id": Self(),
        "document": Owner(ELI + "is_part_of"),
        "kind": text(HS + "clauseKind"),
        "number": text(ELI + "number", ""),
        "locator": text(ELI + "id_local", ""),
        "parent": link(HS + "parent"),
        **PLACE,
        "label": text(RDFS + "label", ""),
        "instrument": number(HS + "instrument", 0),
    },
)
DEFINITION = Shape(
    Definition, (HS + "Definition",), {"term": text(HS + "term", ""), "meaning": text(HS + "meaning", ""), **PLACE}
)
ACTOR = Shape(
    Actor,
    (CV + "Participation",),
    {
        "agency": one_of(HS + "agency", "agency"),
        "role": one_of(CV + "role", "role", Role),
        "surface": text(OA + "exact", ""),
        **PLACE,
        "level": one_of(HS + "level", "level", Level),
    },
)
PARAMETER = Shape(
    Parameter,
    (CV + "Constraint",),
    {
        "kind": one_of(CV + "constrains", "parameter"),
        "op": text(HS + "comparator"),
        "value": real(HS + "value"),
        "unit": text(HS + "unit", ""),
        "basis": text(HS + "basis"),
        **PLACE,
        "quote": text(OA + "exact", ""),
        "soft": flag(HS + "soft"),
    },
)
CITATION = Shape(
    Citation,
    (HS + "Citation",),
    {"title": text(ELI + "title", ""), "number": text(ELI + "number"), "articles": texts(HS + "article"), **PLACE},
)
LIMIT = Shape(
    Limit,
    (HS + "Limit",),
    {"kind": text(HS + "limitKind"), "value": text(HS + "limitValue", ""), **PLACE, "quote": text(OA + "exact", "")},
)
ALTERNATIVE = Shape(_Alternative, (CV + "Requirement",), {"groups": some_of(HS + "group", "group")})
PROVISION = Shape(
    Provision,
    (HS + "Provision",),
    {
        "id": Self(),
        "document": Owner(DCT + "isPartOf"),
        "clause": link(PROV + "wasDerivedFrom"),
        "locator": text(ELI + "id_local", ""),
        "quote": Selected(OA + "hasTarget"),
        "modality": one_of(HS + "modality", "modality", Modality),
        "actors": Parts(CV + "hasParticipation", "actor", ACTOR),
        "functions": some_of(HS + "function", "function"),
        "aid": some_of(HS + "aid", "aid"),
        "groups": Said(Parts(HS + "beneficiary", "group", ALTERNATIVE)),
        "excluded": Said(Parts(HS + "excluded", "excluded", ALTERNATIVE)),
        "parameters": Parts(HS + "parameter", "parameter", PARAMETER),
        "citations": Parts(HS + "citation", "citation", CITATION),
        "limits": Parts(HS + "limit", "limit", LIMIT),
    },
)
SILENT = Shape(Quote, (HS + "Silent",), {"document": Owner(OA + "hasSource"), **PLACE, "text": text(OA + "exact", "")})
