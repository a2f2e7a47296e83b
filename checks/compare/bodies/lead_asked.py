"""Works for which another text asks that a lead be named (应当明确X的牵头部门), and that a draft has only helpers for.

Quiet where anybody, in the draft or beside it, holds the work by its words; a government at large does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.bodies import AT_LARGE, HELPS, is_named
from checks.compare.bodies.tasks import HOLDS, Task
from checks.compare.ground.alignment import bag
from kg.coverage import CoverageIndex
from kg.model import Provision, Reading

_ASKED = re.compile(
    r"(?:明确|确定|指定|落实|写明)(?P<what>[^，。；]{2,24}?)的?(?:牵头|责任|主管|主责|主办|承办)(?:单位|部门|机构)"
)
_SHARED, _PART = 2, 0.5  # pieces of the work that a clause shares, and their part of it


def lead_asked(index: CoverageIndex, reading: Reading) -> Iterator[Task]:
    """Works of a text under review with helpers alone, where a text beside it asks for a lead."""
    beside = [r for r in index.beside(reading.document) if r is not reading]
    for work in dict.fromkeys(m["what"] for r in beside for m in _ASKED.finditer(r.document.text)):
        near = [p for p in reading.provisions if _about(work, p)]
        helpers = tuple(p for p in near if any(a.role in HELPS for a in p.actors))
        held = (p for r in (reading, *beside) for p in r.provisions if _about(work, p))
        if helpers and not any(_holds(p) for p in held):
            yield Task(helpers, helpers, work)


def _about(work: str, provision: Provision) -> bool:
    pieces = bag(work)
    return len(pieces & bag(provision.quote.text)) >= max(_SHARED, _PART * len(pieces))


def _holds(provision: Provision) -> bool:
    return any(a.role in HOLDS and is_named(a.agency) and a.agency not in AT_LARGE for a in provision.actors)
