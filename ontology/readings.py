"""Surface forms and what they say: a reading maps words of a text to ids of the vocabulary, or to none on purpose.

A label names one concept; a reading may name several at once (贫困农牧民 = hardship and farmer-herder), say how the
words stand in a sentence (`manner`), or keep words from being read (残疾人联合会 is no beneficiary). They live in
`readings/*.ttl`, apart from the concepts, because they describe language and grow with every text that is read.

A surface is written with alternatives in parentheses, and a question mark after what may be missing:
`(低保|最低生活保障)(对象|家庭)?` stands for six forms. Where forms are too many to write out, `hs:pattern` is a regular
expression instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontology.terms import HS

HERE = Path(__file__).parent / "readings"


@dataclass(frozen=True, slots=True)
class Entry:
    """Some surface forms that are read alike.

    `ids` hold together (AND); `either` are alternatives beside one another (妇女儿童); with neither the words are
    kept from being read. `manner` is a word of the kind's own grammar. `within` are words one of which has to stand
    in the title or the same stretch for the reading to count; empty: always.
    """

    kind: str
    manner: str
    surfaces: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


def expand(pattern: str) -> tuple[str, ...]:
    """Every form of a pattern; raises ValueError where its parentheses do not balance."""
    forms, rest = _alternatives(pattern, 0)
    if rest != len(pattern):
        raise ValueError(f"unbalanced parentheses in {pattern!r}")
    return tuple(dict.fromkeys(form for form in forms if form))


def _alternatives(pattern: str, at: int) -> tuple[list[str], int]:
    """Forms of the alternatives from `at` to a closing parenthesis or the end, and where that is."""
    done: list[str] = []
    current = [""]
    while at < len(pattern) and pattern[at] != ")":
        if pattern[at] == "|":
            done, current = done + current, [""]
            at += 1
        else:
            forms, at = _element(pattern, at)
            current = [a + b for a in current for b in forms]
    return done + current, at


def _element(pattern: str, at: int) -> tuple[list[str], int]:
    """Forms of one character or one parenthesis at `at`, optional where a question mark follows, and what is next."""
    if pattern[at] == "(":
        forms, at = _alternatives(pattern, at + 1)
        if at >= len(pattern):
            raise ValueError(f"unbalanced parentheses in {pattern!r}")
    else:
        forms = [pattern[at]]
    at += 1
    return ([*forms, ""], at + 1) if pattern[at : at + 1] == "?" else (forms, at)


@cache
def load_readings(kind: str, folder: Path = HERE) -> tuple[Entry, ...]:
    """All readings of one kind (`group`, `aid`), in the order of their names."""
    return tuple(entry for entry in _entries(folder) if entry.kind == kind)


@cache
def _entries(folder: Path) -> tuple[Entry, ...]:
    facts: dict[str, dict[str, list[str]]] = {}
    for predicate, subject, value in _triples(folder):
        facts.setdefault(subject, {}).setdefault(predicate, []).append(value)
    return tuple(_entry(facts[subject]) for subject in sorted(facts))


def _triples(folder: Path) -> Iterator[tuple[str, str, str]]:
    for path in sorted(folder.glob("*.ttl")):
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            subject, predicate, value = quad.subject, quad.predicate, quad.object
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
                yield predicate.value.removeprefix(HS), subject.value, value.value


def _entry(facts: dict[str, list[str]]) -> Entry:
    return Entry(
        facts["kind"][0],
        facts["manner"][0],
        tuple(form for pattern in facts.get("surface", ()) for form in expand(pattern)),
        tuple(facts.get("pattern", ())),
        _ids(facts.get("reads", ())),
        _ids(facts.get("either", ())),
        tuple(facts.get("within", ())),
    )


def _ids(iris: list[str] | tuple[()]) -> tuple[str, ...]:
    return tuple(iri.rsplit("/", 1)[-1] for iri in iris)
