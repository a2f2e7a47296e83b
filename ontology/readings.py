"""Surface forms and what they say: a reading maps words of a text to ids of the vocabulary, or to none on purpose.

A label names one concept; a reading may name several at once (贫困农牧民 = hardship and farmer-herder), say how the
words stand in a sentence (`manner`), or keep words from being read (残疾人联合会 is no beneficiary). They live in
`readings/*.ttl`, apart from the concepts, because they describe language and grow with every text that is read.

A surface is written with alternatives in parentheses, and a question mark after what may be missing:
`(低保|最低生活保障)(对象|家庭)?` stands for six forms. Where forms are too many to write out, `hs:pattern` is a regular
expression instead; where it has a group, the group is the form and the rest its surroundings.
`hs:anchor` are words one of which every match has in it: the pattern is tried around them only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.turtle import HERE, Value, facts, local, own

FOLDER = HERE / "readings"


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
    anchors: tuple[str, ...] = ()
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
def load_readings(kind: str, folder: Path = FOLDER) -> tuple[Entry, ...]:
    """All readings of one kind (`group`, `aid`), in the order of their names."""
    return tuple(entry for entry in _entries(folder) if entry.kind == kind)


@cache
def _entries(folder: Path) -> tuple[Entry, ...]:
    found = facts(folder)
    return tuple(_entry(found[subject]) for subject in sorted(found))


def _entry(about: Mapping[str, tuple[Value, ...]]) -> Entry:
    return Entry(
        own(about, "kind")[0],
        own(about, "manner")[0],
        tuple(form for pattern in own(about, "surface") for form in expand(pattern)),
        own(about, "pattern"),
        own(about, "anchor"),
        tuple(local(iri) for iri in own(about, "reads")),
        tuple(local(iri) for iri in own(about, "either")),
        own(about, "within"),
    )
