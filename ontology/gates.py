"""Gates before issue (later practice): consultation.ttl as values, in the order in which they are passed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.terms import SKOS
from ontology.turtle import About, facts, first, ids, kind_of, local, texts


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate: its Chinese name, who keeps it, how long it takes.

    `by_step`: the steps of a case tell its state; `at_least` calendar days pass between asking and passing; `within`
    working days it is due. 0 means no such period.
    """

    id: str
    name: str
    keepers: tuple[str, ...] = ()
    by_step: bool = False
    at_least: int = 0
    within: int = 0


@cache
def load_gates() -> tuple[Gate, ...]:
    """Every gate, the first first; read once per process."""
    found = [(int(first(about, "position")), _gate(s, about)) for s, about in facts().items() if kind_of(s) == "gate"]
    return tuple(gate for _, gate in sorted(found, key=lambda pair: pair[0]))


def _gate(subject: str, about: About) -> Gate:
    return Gate(
        local(subject),
        texts(about, SKOS + "prefLabel", "zh")[0],
        ids(about, "keeper"),
        first(about, "byStep") == "yes",
        int(first(about, "atLeastDays") or 0),
        int(first(about, "withinWorkingDays") or 0),
    )
