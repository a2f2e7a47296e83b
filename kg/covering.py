"""Who covers a group with an aid in a region: the leads that certainly or possibly do, and who is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.boxes import DELIVERY, PREPARING, Boxes, Duty
from kg.enums import Role, Verdict
from kg.groups import Extent, Remainder
from kg.model import Groups
from kg.regions import Place
from kg.standing import place

_THERE = {Place.APART: Verdict.NO, Place.SAME: Verdict.YES, Place.CONTAINS: Verdict.YES}


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who covers a group with an aid in a region: leads that certainly do, leads that may, and who is left out."""

    certain: tuple[Duty, ...]
    possible: tuple[Duty, ...]
    uncovered: Remainder
    witness: str  # one person left out, in Chinese; "" where nobody is


def covering(duties: Iterable[Duty], boxes: Boxes, groups: Groups, aid: str, region: str | None) -> Coverage:
    """Those of `duties` that serve `groups` with `aid` in `region`, and who of the groups is left over."""
    certain: list[Duty] = []
    possible: list[Duty] = []
    sure: list[Extent] = []
    maybe: list[Extent] = []
    for duty in duties:
        serves = _serves(duty, boxes, aid, region)
        extent = boxes.extent(duty.provision)
        verdict = serves & _same_words(duty.groups, groups, boxes.groups.meets(extent, groups))
        if verdict is not Verdict.NO:
            (certain if verdict is Verdict.YES else possible).append(duty)
            (sure if serves is Verdict.YES else maybe).append(extent)
    whole = boxes.groups.union((*sure, *(Extent((), e.possible) for e in maybe)))
    left = boxes.groups.subtract(groups, whole)
    witness = boxes.groups.witness(left.certain or left.possible)
    return Coverage(tuple(certain), tuple(possible), left, witness)


def _serves(duty: Duty, boxes: Boxes, aid: str, region: str | None) -> Verdict:
    """Whether a lead duty delivers `aid` in `region`, whoever it is for."""
    if duty.role is not Role.LEAD or duty.function not in DELIVERY | PREPARING:
        return Verdict.NO
    work = Verdict.YES if duty.function in DELIVERY else Verdict.UNKNOWN
    kind = boxes.aids.contains(duty.aid, aid)
    if kind is Verdict.NO:
        kind = Verdict.NO if boxes.aids.meets(duty.aid, aid) is Verdict.NO else Verdict.UNKNOWN
    where = boxes.regions.relation(place(duty.document, boxes.region), region)
    return work & kind & _THERE.get(where, Verdict.UNKNOWN)


def _same_words(a: Groups, b: Groups, otherwise: Verdict) -> Verdict:
    """YES where both use the very same words, be they loose."""
    return Verdict.YES if a and set(a) & set(b) else otherwise
