"""Leads of one matter read as different kinds of work (牵头评估工作, 组织开展评估), and parts left where they were."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from checks.compare.bodies.leads import binding, leads
from checks.compare.ground.wording import pieces
from checks.matter import matter, same_matter
from kg.boxes import duties_in
from kg.coverage import CoverageIndex, Duty, Pair
from kg.enums import Verdict
from kg.memo import per_reading
from kg.model import Reading

_MOST = 40_000  # pairs looked at one by one
_PART = 3  # pieces that two clauses on one part of the work share


def in_other_words(index: CoverageIndex, vague: frozenset[str]) -> Iterator[Pair]:
    """Leads of the draft beside another body's in what binds it, of one aid that is not `vague`, in another work."""
    mine = [d for d in _with_matter(index.draft) if d.aid not in vague] if index.draft else []
    wanted = {d.aid for d in mine}
    theirs = [d for r in binding(index) for d in _with_matter(r) if d.aid in wanted] if mine else []
    if len(mine) * len(theirs) > _MOST:
        return
    for a, b in product(mine, theirs):
        if a.aid == b.aid and a.function != b.function and a.agency != b.agency:
            yield index.laid_side_by_side(a, b)


@per_reading
def _with_matter(reading: Reading) -> tuple[Duty, ...]:
    """The leads of a text in a matter of its own."""
    return tuple(d for d in duties_in(reading) if leads(d) and matter(d))


def keeps_part(index: CoverageIndex, duty: Duty, above: Duty) -> bool:
    """Whether a duty of the draft leaves to a body the very part that the text in force gives it (审核收入、财产)."""
    if not index.is_draft(duty.document.name) or not matter(above) or same_matter(duty, above) is not Verdict.YES:
        return False
    return len(pieces(duty.provision.quote.text) & pieces(above.provision.quote.text)) >= _PART
