"""Writing a few statements as RDF without naming a library: text in, Turtle out.

For records that only leave the house (findings, cases); what comes back in goes through `kg.rdf`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from kg.codec import iri
from ontology.terms import PREFIXES, XSD

SH = "http://www.w3.org/ns/shacl#"
Value = str | int | bool | date
Statement = tuple[str, str, Value | tuple[str, str]]  # a pair is (text, language); plain text an IRI


def turtle_of(statements: Iterable[Statement]) -> str:
    """Turtle of (subject, predicate, value): a `str` is an IRI, a pair text with its language ("" for none)."""
    return (
        serialize(statement_triples(statements), format=RdfFormat.TURTLE, prefixes=PREFIXES | {"sh": SH}) or b""
    ).decode()


def statement_triples(statements: Iterable[Statement]) -> Iterator[Triple]:
    """The statements as triples of the graph."""
    return (Triple(iri(s), iri(p), _term(v)) for s, p, v in statements)


def _term(value: Value | tuple[str, str]) -> NamedNode | Literal:
    if isinstance(value, tuple):
        text, language = value
        return Literal(text, language=language) if language else Literal(text)
    if isinstance(value, bool | int):
        return Literal(value)
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=NamedNode(XSD + "date"))
    return iri(value)
