"""Cues: families of wording that a comparison looks for, as data: `conflict.ttl` and the other files of `FILES`.

A cue is a kind (ground, act, safeguard, conduct …) with an id, a Chinese label and named patterns (regular
expressions over the text as it stands, where ～ stands for a few characters inside one clause and ～～ for a longer
stretch inside one sentence). New wording of a known family, or a new family of a known kind, touches no
Python. Left out: anything a pattern cannot say, such as who is above whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontology.terms import HS, SKOS

NEVER = re.compile(r"(?!)")
HERE = Path(__file__).parent
FILES = tuple(HERE / name for name in ("conflict.ttl", "everyday.ttl", "deeds.ttl", "undertakings.ttl"))
"""As measures word it, as notices and answers do, acts by their parts, and what one body has in its hands."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One family of wording; `patterns` by the name of the property that holds them."""

    kind: str
    id: str
    label: str
    patterns: Mapping[str, re.Pattern[str]]
    facts: Mapping[str, tuple[str, ...]]

    def find(self, name: str, text: str) -> re.Match[str] | None:
        """First place in `text` of the pattern called `name`."""
        return self.patterns.get(name, NEVER).search(text)


@dataclass(frozen=True, slots=True)
class Setting:
    """The words that have to stand, or may not stand, around what a comparison looks at."""

    name: str

    def has(self, what: str, *texts: str) -> bool:
        """Whether each of the texts has one of the words for `what`."""
        search = _settings()[self.name].patterns.get(what, NEVER).search
        return all(map(search, texts))

    def all(self, what: str, text: str) -> Iterator[re.Match[str]]:
        """Every place of the words for `what`."""
        return _settings()[self.name].patterns[what].finditer(text)

    def without(self, what: str, text: str) -> str:
        """`text` less the words for `what`."""
        return _settings()[self.name].patterns[what].sub("", text)

    def pattern(self, what: str) -> re.Pattern[str]:
        """The words for `what` as one pattern."""
        return _settings()[self.name].patterns[what]

    def words(self, what: str, text: str) -> frozenset[str]:
        """The words for `what` that stand in a text."""
        return frozenset(_settings()[self.name].patterns[what].findall(text))


@cache
def load_cues(paths: tuple[Path, ...] = FILES) -> Mapping[str, tuple[Cue, ...]]:
    """Cues of the files by kind, in the order of their ids; what several files say of one cue is put together."""
    found: dict[str, dict[str, list[str]]] = {}
    for quad in chain.from_iterable(parse(path=str(path), format=RdfFormat.TURTLE) for path in paths):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            found.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object.value)
    kinds: dict[str, list[Cue]] = {}
    for subject in sorted(found):
        facts = found[subject]
        if SKOS + "notation" in facts:
            kind = subject.rsplit("/", 2)[-2]
            kinds.setdefault(kind, []).append(_cue(kind, facts))
    return MappingProxyType({kind: tuple(cues) for kind, cues in kinds.items()})


def named_in(kind: str, text: str) -> frozenset[str]:
    """Ids of the cues of a kind whose `named` words stand in a text."""
    return frozenset(c.id for c in load_cues()[kind] if c.find("named", text))


@cache
def _settings() -> Mapping[str, Cue]:
    return MappingProxyType({cue.id: cue for cue in load_cues()["setting"]})


def _cue(kind: str, facts: Mapping[str, list[str]]) -> Cue:
    own = {name.removeprefix(HS): tuple(values) for name, values in facts.items() if name.startswith(HS)}
    patterns = {name: pattern(values) for name, values in own.items()}
    label = facts.get(SKOS + "prefLabel", [facts[SKOS + "notation"][0]])[0]
    return Cue(kind, facts[SKOS + "notation"][0], label, MappingProxyType(patterns), MappingProxyType(own))


def pattern(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for several, with the two stretches written out."""
    joined = "|".join(f"(?:{a})" for a in alternatives)
    return re.compile(joined.replace("～～", "[^。；]{0,60}?").replace("～", "[^，。；]{0,20}?"))
