"""What a body pays, where the clause that has it pay only follows the one that grants it.

每人每月发给康复补助500元，由县民政局按月发给监护人: the second clause alone says nothing of what is paid.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.compare.ground.marks import FULL_STOP, around
from kg.coverage import CoverageIndex, Duty
from kg.model import Provision

_PAY, _SUMS = "pay", ("元", "%", "倍")


def granted(index: CoverageIndex, duty: Duty) -> Iterator[Provision]:
    """The clauses with a sum that stand before a duty to pay in its sentence, where it names none itself."""
    quote, reading = duty.provision.quote, index.reading(duty.document.name)
    if duty.function != _PAY or _has_sum(duty.provision):
        return
    start = quote.start - len(around(reading.document.text, quote.start, quote.end, FULL_STOP)[0])
    for provision in reading.provisions:
        if start <= provision.quote.start < quote.start and _has_sum(provision):
            yield provision


def _has_sum(provision: Provision) -> bool:
    return any(x.unit.startswith(_SUMS) for x in provision.parameters)
