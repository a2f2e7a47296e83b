"""Who a duty or a document's aid is for, where the clause itself does not repeat it.

A rule names its beneficiaries once and then speaks of 补贴, 申请人, 名单; a duty list does not: there a clause without
groups means whoever the aid is for.
"""

from __future__ import annotations

from checks.places import is_duty_list
from checks.remember import per_index
from kg.coverage import CoverageIndex, Duty
from kg.enums import Verdict
from kg.model import Groups, Reading


@per_index
def aid_groups(index: CoverageIndex, reading: Reading, aid: str) -> Groups:
    """Every group that the document names with `aid` or a kind of it."""
    related = [p for p in reading.provisions if any(_kin(index, aid, x) for x in p.aid)]
    return Groups.of(a for p in related for a in p.groups)


def groups_of(index: CoverageIndex, duty: Duty) -> Groups:
    """The duty's own groups, or those its document names for the aid; empty where neither says."""
    if duty.groups or not duty.aid:
        return duty.groups
    reading = index.reading(duty.document.name)
    return Groups() if is_duty_list(reading) else aid_groups(index, reading, duty.aid)


def meeting(index: CoverageIndex, a: Duty, b: Duty) -> Verdict:
    """Whether the two serve the same people; two duties that name nobody serve whoever the aid is for."""
    mine, theirs = groups_of(index, a), groups_of(index, b)
    if not mine and not theirs:
        return Verdict.YES
    if not mine or not theirs:
        return Verdict.UNKNOWN
    if a.groups and b.groups:
        return index.groups.meets(index.extent(a.provision), index.extent(b.provision))
    return index.groups.meets(mine, theirs)


def _kin(index: CoverageIndex, a: str, b: str) -> bool:
    return index.aids.inside(a, b) or index.aids.inside(b, a)


def recognises(duty: Duty, aid: str) -> bool:
    """Whether the work is to recognise those whom the aid is named after (低保对象、特困人员的认定): who gets it."""
    return duty.function == "decide" and aid in duty.groups.ids()


def crosses(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether some of those that one is for are all surely among those of the other (农村低保家庭 among 低保家庭)."""
    pairs = ((one, y) for x, y in ((a, b), (b, a)) for one in x.groups if y.groups)
    return any(index.groups.contains(y.groups, Groups.of([one])) is Verdict.YES for one, y in pairs)


def takes_in(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether some of those that `a` is for are all among those of `b`, or either names nobody."""
    if not a.groups or not b.groups:
        return True
    return any(index.groups.contains(b.groups, Groups.of([one])) is not Verdict.NO for one in a.groups)
