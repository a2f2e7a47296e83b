"""Routes of findings, the tracks that join them, and who can sit at the table: consultation.ttl as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ontology.terms import SKOS
from ontology.turtle import About, facts, first, ids, kind_of, local, texts


@dataclass(frozen=True, slots=True)
class Channel:
    """A route, or a track that runs over another route (`via`): its Chinese name, who keeps it, what it is for.

    `asks`: whether the bodies that the finding is about are asked at all.
    """

    id: str
    label: str
    keepers: tuple[str, ...]
    purpose: str
    asks: bool = True
    via: str = ""


@dataclass(frozen=True, slots=True)
class Channels:
    """Routes and tracks by id, and the agency lines that no invitation can reach."""

    routes: Mapping[str, Channel]
    tracks: Mapping[str, Channel]
    not_seated: frozenset[str]


@cache
def load_channels() -> Channels:
    """Read once per process."""
    found = facts()
    kinds: dict[str, dict[str, Channel]] = {"route": {}, "track": {}}
    for subject, about in found.items():
        if kind_of(subject) in kinds:
            kinds[kind_of(subject)][local(subject)] = _channel(local(subject), about)
    seats = ids(found["https://huishang.example/scheme/agency"], "notSeated")
    return Channels(MappingProxyType(kinds["route"]), MappingProxyType(kinds["track"]), frozenset(seats))


def _channel(id_: str, about: About) -> Channel:
    label, purpose = (texts(about, SKOS + name, "zh")[0] for name in ("prefLabel", "scopeNote"))
    return Channel(
        id_, label, ids(about, "keeper"), purpose, first(about, "asksThose") != "no", local(first(about, "viaRoute"))
    )
