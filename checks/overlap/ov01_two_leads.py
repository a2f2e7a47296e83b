"""同一职责由两个部门牵头。

Two agencies that lead one function for meeting groups leave the applicant between two doors.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from checks.base import Check, Hit, Looked, Material, Outcome, Route, Severity, Slot, evidence
from kg.coverage import CoverageIndex
from kg.model import Role, Verdict


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Pairs of leads of two agencies in one cell whose groups meet."""
    for cell in index.cells():
        leads = [d for d in cell.duties if d.role is Role.LEAD]
        for a, b in combinations(leads, 2):
            yield Looked(pairs=1)
            if a.agency == b.agency or b.agency in a.partners or a.agency in b.partners:
                continue
            meeting = index.groups_meet(a.groups, b.groups)
            if meeting is Verdict.NO:
                continue
            name = index.vocabulary.label
            yield Hit(
                (a.provision.id, b.provision.id),
                f"{name('agency', a.agency)}与{name('agency', b.agency)}都负责{name('aid', cell.aid)}。",
                (evidence(index, a.provision), evidence(index, b.provision)),
                differs=(Slot("agency", a=a.agency, b=b.agency),),
                agencies=(a.agency, b.agency),
                certain=meeting,
            )


CHECK = Check(
    "OV01",
    "overlap.lead",
    "overlap",
    "lead",
    "两个部门牵头同一职责",
    Severity.ERROR,
    "同一职责只能有一个牵头部门。",
    "明确一个牵头部门，其余改为配合。",
    Route.CONSULTATION,
    find,
    (Material.DUTIES,),
)
