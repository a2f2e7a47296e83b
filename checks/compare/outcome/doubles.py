"""A double: one matter of which a document says two things, with both places and what each says."""

from __future__ import annotations

from dataclasses import dataclass

from checks.compare.ground.norms import Norm


@dataclass(frozen=True, slots=True)
class Double:
    """Two places of one document and what each says about `matter`."""

    slot: str
    matter: str
    a: str
    b: str
    places: tuple[Norm, ...]
