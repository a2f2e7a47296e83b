"""The grade that another text has for what falls between two grades here, or into both: shown beside the finding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from checks.base import Evidence
from checks.compare.ground.norms import norms_of
from checks.compare.outcome.hits import places
from checks.places import beside
from checks.speech import owner
from kg.coverage import CoverageIndex
from kg.model import Reading
from kg.scales import Scale, Step
from kg.standing import Standing
from kg.stretches import stretches
from kg.tiers import scales_of

SHOWN = 3  # clauses of other texts beside a finding


def held_above(index: CoverageIndex, reading: Reading, scale: Scale, witness: float) -> tuple[Evidence, ...]:
    """The first grades of other texts' scales of the same measure, none of a lower text, that hold the witness."""
    return tuple(islice(_held(index, reading, scale, witness), SHOWN))


def _held(index: CoverageIndex, reading: Reading, scale: Scale, witness: float) -> Iterator[Evidence]:
    for other in beside(index, reading):
        if index.relation(other.document, reading.document) is Standing.LOWER:
            continue
        scales = (s for s in scales_of(other) if (s.kind, s.unit) == (scale.kind, scale.unit))
        yield from (owner(index, other, step.quote) for s in scales for step in s.steps if _holds(step, witness))
        yield from _meant_above(index, reading, other, scale.unit, witness)


def _holds(step: Step, witness: float) -> bool:
    bounded = step.interval is not None and None not in (step.interval.low, step.interval.high)
    return step.interval is not None and bounded and step.interval.holds(witness)


def _meant_above(
    index: CoverageIndex, reading: Reading, other: Reading, unit: str, witness: float
) -> Iterator[Evidence]:
    """Norms of another text that are for a stretch in which it lies (0—14岁残疾儿童, 不足3000元的由乡镇确认)."""
    aids = {a for p in reading.provisions for a in p.aid}
    for norm in norms_of(other):
        found = (s for s in stretches(norm.text) if s.unit == unit and s.interval.low != s.interval.high)
        if (not norm.aid or aids & norm.aid) and any(s.interval.holds(witness) for s in found):
            yield from places(index, (norm,))
