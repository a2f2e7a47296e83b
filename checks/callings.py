"""What two grants are called, and whether they are two by that: 护理补贴 and 照护补贴, 出行补贴 and 公共交通补助."""

from __future__ import annotations

import re

from checks.compare.ground.alignment import plain
from checks.compare.ground.deeds import sum_names
from checks.compare.money.precedence import called_in
from checks.grants import Grant

_MONEY = re.compile(r"(?:费用?|生活)?(?:补贴|补助|津贴|金|费)+$")


def two_by_name(a: Grant, b: Grant) -> bool:
    """Whether both titles, or both clauses, name what is given, and not by one name (护理补贴, 照护补贴)."""
    mine, theirs = (called_in(g.reading.document.title or "") for g in (a, b))
    return (bool(mine and theirs) and not mine & theirs) or _named_apart(a, b)


def _named_apart(a: Grant, b: Grant) -> bool:
    """Whether two clauses call their sums by names of their own, down to the last word (出行补贴, 公共交通补助)."""
    cores = [{_core(n) for n in sum_names(g.provision.quote.text)} - {""} for g in (a, b)]
    sums = [{x.value for x in g.provision.parameters if x.unit.startswith("元")} for g in (a, b)]
    return all(cores) and all(sums) and sums[0] != sums[1] and not cores[0] & cores[1]


def _core(name: str) -> str:
    """The last word of a name before that for money, near-synonyms as one."""
    return plain(_MONEY.sub("", name))[-2:]
