"""An aid that a list of duties gives to the body that the nation has do it, and once more to another for its people.

医保局负责医疗救助 beside 卫健委制定特困人员、低保对象医疗费用救助办法并组织实施: to name people deals work out, but not
where they are the very people whom the scheme gives the aid to. Quiet where the other is a partner in the scheme.
"""

from __future__ import annotations

from checks.matter import matter
from checks.places import is_duty_list
from kg.coverage import CoverageIndex, Duty
from kg.enums import Level
from ontology.scheme import Cell, cells_at
from ontology.wording import wordings

_OWN = frozenset({"special", "legal", "employment"})  # facets of people who have bodies of their own


def given_twice(index: CoverageIndex, a: Duty, b: Duty) -> bool:
    """Whether one has the whole of an aid as the scheme wants it, and the other has it for people of the scheme."""
    whole, part = (a, b) if not a.groups else (b, a)
    if whole.document is not part.document or whole.aid != part.aid or whole.groups or not part.groups:
        return False
    if matter(whole) or not is_duty_list(index.reading(whole.document.name)):
        return False
    level = whole.document.level or Level.COUNTY
    cells = [c for c in cells_at(index.effective, level) if whole.aid in c.aid and not c.functions]
    own = [c for c in cells if c.lead_at(index.effective, level) == whole.agency and part.agency not in c.partners]
    return bool(own) and whole.aid not in part.groups.ids() and _of_scheme(index, own, part)


def _of_scheme(index: CoverageIndex, cells: list[Cell], part: Duty) -> bool:
    """Whether all of whom a duty is for are strata of need that the cells name, with no status of their own."""
    strata, terms = frozenset(wordings()["strata"]), index.vocabulary.of("group")
    named = {g for c in cells for alternative in c.groups for g in alternative}
    return all(
        bool(set(alternative) & strata & named) and not any(terms[g].facet in _OWN for g in alternative)
        for alternative in part.groups
    )
