"""An aid that a list of duties gives to the body that the nation has do it, and once more to another for its people.

医保局负责医疗救助 beside 卫健委制定特困人员、低保对象医疗费用救助办法并组织实施: to name people deals work out, but not
where they are the very people whom the scheme gives the aid to. Quiet where the other is a partner in the scheme.
"""

from __future__ import annotations

from checks.matter import matter
from checks.places import is_duty_list
from kg.coverage import CoverageIndex, Duty
from kg.enums import Level, Verdict
from kg.model import Groups
from ontology.scheme import Cell, cells_at


def given_twice(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether one has the whole of an aid as the scheme wants it, and the other has it for people of the scheme."""
    whole, part = (a, b) if not a.groups else (b, a)
    if whole.document is not part.document or whole.aid != part.aid or whole.groups or not part.groups:
        return False
    if matter(whole) or not is_duty_list(index.reading(whole.document.name)):
        return False
    level = whole.document.level or Level.COUNTY
    cells = (c for c in cells_at(index.effective, level) if whole.aid in c.aid and not c.functions)
    return any(c.lead_at(index.effective, level) == whole.agency and _takes_in(index, c, part) for c in cells)


def _takes_in(index: CoverageIndex, cell: Cell, part: Duty) -> bool:
    people = Groups.of(cell.groups)
    own = part.agency not in cell.partners and bool(people) and part.aid not in part.groups.ids()
    return own and index.groups.contains(people, part.groups) is Verdict.YES
