"""Grants that a guide tells people of (问答, 指南, 明白卡), and that nobody is said to take, to decide on or to pay.

A guide sets up nothing where a rule stands behind it. One that tells what to bring or when the money comes, of a grant
that no text beside it names and for which it names no rule, no desk, no body and no money, leaves people at no door.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.bodies import is_department
from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.norms import Norm, norms_of
from checks.elements import DECIDING, FUNDING, called_in, says
from checks.places import beside, only_tells
from kg.coverage import CoverageIndex
from kg.model import Reading
from ontology.cues import Setting
from ontology.vocabulary import load_vocabulary

_GUIDE = Setting("guide")


@dataclass(frozen=True, slots=True)
class Told:
    """A grant by its `name`, the norms that set its sums, and those that tell how people come by it."""

    name: str
    sums: tuple[Norm, ...]
    steps: tuple[Norm, ...]


def only_told(index: CoverageIndex, reading: Reading) -> Iterator[Told]:
    """The grant of a guide that has nobody behind it."""
    if not (index.is_draft(reading.document.name) and only_tells(reading)):
        return
    norms = norms_of(reading)
    sums = tuple(n for n in norms if _is_sum(n))
    steps = tuple(n for n in norms if _GUIDE.has("papers", n.text) and n not in sums)
    name = max(called_in(reading.document.title or ""), key=len, default="")
    asked_at = _GUIDE.has("desk", reading.document.text)
    if not (sums and steps and name) or asked_at or any(map(_leans_on, norms)) or any(map(_has_body, norms)):
        return
    if (
        says(reading, FUNDING)
        or says(reading, DECIDING)
        or any(name in r.document.text for r in beside(index, reading))
    ):
        return
    yield Told(name, sums, steps)


def _is_sum(norm: Norm) -> bool:
    paid = any(x.kind == "benefit-standard" and x.unit.startswith("元") for p in norm.provisions for x in p.parameters)
    return paid and not _GUIDE.has("rule", norm.text)


def _leans_on(norm: Norm) -> bool:
    """Whether it names a rule for the grant, not one by which others are served."""
    return _GUIDE.has("rule", norm.text) and not _GUIDE.has("elsewhere", norm.text)


def _has_body(norm: Norm) -> bool:
    """Whether anybody is named who could take, decide or pay, or a place to go to."""
    if _GUIDE.has("rule", norm.text):
        return False
    named = (agency for _, _, agency in agencies_in(norm.text))
    desk = any(is_department(load_vocabulary(), a) or a in ("government", "township") for a in named)
    return desk or _GUIDE.has("somebody", norm.text)
