"""Ages for which a higher text sets a sum of its own, and that the lower one gives nothing for.

A text that graded 0至6周岁 and 7至14周岁 has two classes of people; one below that serves the first alone leaves the
second out. Asked where the lower text gives by ages at all. Quiet where any range of its own touches the grade, where
it sends others to another rule, and where a text beside serves them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from checks.compare.ground.alignment import one_subject
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, aid_of
from checks.compare.ground.windows import numbers_of
from checks.compare.people.by_rule import rest_by_rule
from checks.places import same_tier
from kg.coverage import CoverageIndex
from kg.enums import Verdict

_GIVEN = re.compile(
    r"供养|保障|发放|发给|享受|享有|领取|救助|补贴|补助|资助|津贴|待遇|给予|申请|每[人户名]每?[月年日次]?"
)
_STOPS = re.compile(r"终止|停止|停发|不再|退出|取消|为止")
_ELSEWHERE = re.compile(r"《[^》]+》|转入|按照[^，。；]{2,30}规定")
_MARGIN = 1  # 满7周岁 and 6周岁 touch


@dataclass(frozen=True, slots=True)
class Grade:
    """Whoever is from `low` to `high` years old has a sum in `theirs`; `mine` are the ranges of the lower text."""

    mine: tuple[Norm, ...]
    theirs: Norm
    low: float
    high: float

    @property
    def people(self) -> str:
        """Those of the grade, as a finding names them."""
        return f"{self.low:g}周岁以上的对象" if self.high == inf else f"{self.low:g}至{self.high:g}周岁的对象"


def grades_left_out(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Grade]:
    """Grades by age of `theirs` that lie outside all ranges of `mine`, the first of each norm."""
    for norm in theirs:
        paid = any(x.unit.startswith("元") for p in norm.provisions for x in p.parameters)
        ranges = ranges_of(norm) if paid and _GIVEN.search(norm.words) and not _STOPS.search(norm.text) else []
        near = [n for n in mine if ranges and _one_aid(index, n, norm)]
        own = [n for n in near if ranges_of(n) and _GIVEN.search(n.words) and not _STOPS.search(n.text)]
        taken = [r for n in own for r in ranges_of(n)]
        if not taken or any(_ELSEWHERE.search(n.text) or rest_by_rule(mine, n) for n in near if numbers_of(n)):
            continue
        lost = [r for r in ranges if not any(_touch(r, x) for x in taken)]
        if lost and not _served_beside(index, norm, lost[0]):
            yield Grade(tuple(own), norm, *lost[0])


def ranges_of(norm: Norm) -> list[tuple[float, float]]:
    """The ranges of age that a norm names: 0至6周岁, 80周岁以上, 未满16周岁."""
    found: list[tuple[float, float]] = []
    low: float | None = None
    for number in (p for p in numbers_of(norm) if p.kind == "age"):
        if number.op in (">", ">="):
            found += [(low, inf)] if low is not None else []
            low = number.value
        elif number.op in ("<", "<="):
            found.append((low or 0.0, number.value))
            low = None
    return [*found, *([(low, inf)] if low is not None else [])]


def _touch(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _one_aid(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    apart = bool(a.people and b.people) and index.groups_meet(a.people, b.people) is Verdict.NO
    return bool((aid_of(index, a) & aid_of(index, b)) - LOOSE) and not apart and one_subject(index, a, b)


def _served_beside(index: CoverageIndex, above: Norm, lost: tuple[float, float]) -> bool:
    """Whether another text of the lower tier gives to those ages with the aid."""
    reviewed = index.draft.document if index.draft else None
    for other in index.readings if reviewed else ():
        document = other.document
        own = reviewed is None or document.name in (reviewed.name, above.document)
        if own or same_tier(index, reviewed, document) is Verdict.NO:
            continue
        kin = (p for p in other.provisions if above.aid & set(p.aid))
        ages = (x.value for p in kin for x in p.parameters if x.kind == "age")
        if any(lost[0] - _MARGIN <= age <= lost[1] + _MARGIN for age in ages):
            return True
    return False
