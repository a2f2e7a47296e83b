"""Frozen dataclasses ⇄ triples by table: one slot a field, read and written side by side, nothing lost.

Every node has an IRI, no blank nodes. Parts of a value live under its IRI (`…/actor/1`) with their position.
A tuple of plain values is one triple a value; its order, where it is not the sorted one, stands beside it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Protocol
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode, Quad, Triple

from ontology.terms import HS, PLACES, RDF, XSD

Node = NamedNode | Literal
Facts = Mapping[str, Mapping[str, list[Node]]]
ORDER = HS + "order/"


@cache
def iri(text: str) -> NamedNode:
    """An interned IRI."""
    return NamedNode(text)


def concept(kind: str, id_: str) -> str:
    """IRI of the vocabulary term or enumerated value `id_` of `kind`."""
    return f"{PLACES}{kind}/{quote(id_, safe='')}"


def id_of(term: Node) -> str:
    """The id in a concept's IRI."""
    return unquote(term.value.rsplit("/", 1)[-1])


def facts_of(triples: Iterable[Triple] | Iterable[Quad]) -> Facts:
    """Subject → predicate → objects."""
    found: dict[str, dict[str, list[Node]]] = {}
    for t in triples:
        if isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode | Literal):
            found.setdefault(t.subject.value, {}).setdefault(t.predicate.value, []).append(t.object)
    return found


class Slot(Protocol):
    """One field of a value as triples about `subject`."""

    def write(self, subject: str, value: Any) -> Iterator[Triple]:
        """Triples that say `value`."""
        ...

    def read(self, subject: str, facts: Facts) -> Any:
        """The value that the triples say."""
        ...


@dataclass(frozen=True)
class Plain:
    """A literal or an IRI, by two functions; absent where the value is `default`."""

    predicate: str
    to: Callable[[Any], Node]
    back: Callable[[Node], Any]
    default: Any = None

    def write(self, subject: str, value: Any) -> Iterator[Triple]:
        """One triple, or none for the default."""
        if value != self.default:
            yield Triple(iri(subject), iri(self.predicate), self.to(value))

    def read(self, subject: str, facts: Facts) -> Any:
        """The value, or the default."""
        found = facts.get(subject, {}).get(self.predicate)
        return self.back(found[0]) if found else self.default


@dataclass(frozen=True)
class Several:
    """A tuple of plain values: a triple each, and their order where it is not the sorted one."""

    predicate: str
    to: Callable[[Any], Node]
    back: Callable[[Node], Any]

    def write(self, subject: str, value: Any) -> Iterator[Triple]:
        """A triple for every value."""
        for item in dict.fromkeys(value):
            yield Triple(iri(subject), iri(self.predicate), self.to(item))
        if list(value) != sorted(set(value)):
            order = json.dumps(value, ensure_ascii=False)
            yield Triple(iri(subject), iri(ORDER + _local(self.predicate)), Literal(order))

    def read(self, subject: str, facts: Facts) -> Any:
        """The values in their order."""
        mine = facts.get(subject, {})
        if ordered := mine.get(ORDER + _local(self.predicate)):
            return tuple(json.loads(ordered[0].value))
        return tuple(sorted(self.back(t) for t in mine.get(self.predicate, [])))


@dataclass(frozen=True)
class Parts:
    """A tuple of values that have slots of their own, as nodes under the subject with their position from 1."""

    predicate: str
    path: str
    shape: Shape

    def write(self, subject: str, value: Any) -> Iterator[Triple]:
        """The link to each part, its position, and the part."""
        for position, part in enumerate(value, 1):
            node = f"{subject}/{self.path}/{position}"
            yield Triple(iri(subject), iri(self.predicate), iri(node))
            yield Triple(iri(node), iri(HS + "position"), integer(position))
            yield from self.shape.write(node, part)

    def read(self, subject: str, facts: Facts) -> Any:
        """The parts by position."""
        nodes = [t.value for t in facts.get(subject, {}).get(self.predicate, [])]
        nodes.sort(key=lambda n: int(facts[n][HS + "position"][0].value))
        return tuple(self.shape.read(n, facts) for n in nodes)


@dataclass(frozen=True)
class Shape:
    """A class, the RDF types of its nodes, and a slot for each field."""

    of: Callable[..., Any]
    types: tuple[str, ...]
    slots: Mapping[str, Slot]

    def write(self, subject: str, value: Any) -> Iterator[Triple]:
        """All triples of a value."""
        for type_ in self.types:
            yield Triple(iri(subject), iri(RDF + "type"), iri(type_))
        for field, slot in self.slots.items():
            yield from slot.write(subject, getattr(value, field))

    def read(self, subject: str, facts: Facts) -> Any:
        """The value back."""
        return self.of(**{field: slot.read(subject, facts) for field, slot in self.slots.items()})


def _local(predicate: str) -> str:
    return predicate.replace("#", "/").rsplit("/", 1)[-1]


# ---- plain slots by name ----


def integer(value: int) -> Literal:
    """xsd:integer."""
    return Literal(str(value), datatype=iri(XSD + "integer"))


def text(predicate: str, default: str | None = None) -> Plain:
    """A string."""
    return Plain(predicate, Literal, lambda t: t.value, default)


def number(predicate: str, default: int | None = None) -> Plain:
    """A whole number."""
    return Plain(predicate, integer, lambda t: int(t.value), default)


def real(predicate: str) -> Plain:
    """A number, exact to the last bit."""
    return Plain(predicate, lambda v: Literal(repr(v), datatype=iri(XSD + "double")), lambda t: float(t.value))


def flag(predicate: str) -> Plain:
    """True, or left out."""
    return Plain(predicate, lambda v: Literal("true", datatype=iri(XSD + "boolean")), lambda t: True, False)


def day(predicate: str) -> Plain:
    """A date or none."""
    return Plain(
        predicate,
        lambda v: Literal(v.isoformat(), datatype=iri(XSD + "date")),
        lambda t: date.fromisoformat(t.value),
    )


def link(predicate: str) -> Plain:
    """An IRI or none."""
    return Plain(predicate, iri, lambda t: t.value)


def one_of(predicate: str, kind: str, enum: Callable[[str], Any] = str) -> Plain:
    """A vocabulary term, or a value of an enumeration, or none."""
    return Plain(predicate, lambda v: iri(concept(kind, str(v))), lambda t: enum(id_of(t)))


def some_of(predicate: str, kind: str) -> Several:
    """Vocabulary terms."""
    return Several(predicate, lambda v: iri(concept(kind, v)), id_of)


def numbers(predicate: str) -> Several:
    """Whole numbers."""
    return Several(predicate, integer, lambda t: int(t.value))


def texts(predicate: str) -> Several:
    """Strings."""
    return Several(predicate, Literal, lambda t: t.value)
