"""A departure: one point where a text leaves what a higher one orders, with both places and what each says.

Labels are those of legality review: what kind of inconsistency an official would write down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from checks.base import Revision, Severity
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex


class Label(StrEnum):
    """Kinds of inconsistency with a higher rule."""

    COMPETENCE = "职权或责任划分不符"
    NOTION = "概念或定义范围不符"
    SANCTION = "处罚幅度或范围不符"
    CONDITION = "增设或变更适用条件"
    BENEFIT = "待遇低于上位规定"
    LONGER = "时限更长"
    BEYOND = "突破上位限额"


@dataclass(frozen=True, slots=True)
class Departure:
    """`mine` says `a`, `theirs` says `b`, about `matter`; `slot` names the point for machines."""

    label: Label
    slot: str
    matter: str
    a: str
    b: str
    mine: tuple[Norm, ...]
    theirs: tuple[Norm, ...]
    severity: Severity = Severity.ERROR
    revision: Revision | None = None


Comparer = Callable[[CoverageIndex, tuple[Norm, ...], tuple[Norm, ...]], Iterator[Departure]]
