"""Two norms that leave something to each other: a matter handed on, costs laid on the other's purse, the first step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.bodies.declined_both_ways import declined_both_ways
from checks.compare.bodies.handovers import handed_back
from checks.compare.bodies.mutual import each_first
from checks.compare.bodies.sends import sent_back
from checks.compare.bodies.waits import wait_for_each_other
from checks.compare.ground.norms import Norm
from checks.compare.money.passed_on import passed_back
from checks.places import document_pairs, under_review
from kg.coverage import CoverageIndex

_EACH_FIRST = "互相以对方的结果为前提，没有一方先行办理"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two norms, and others beside them, that in this `manner` leave something to each other; `key` names the kind."""

    key: str
    manner: str
    norms: tuple[Norm, ...]
    bodies: tuple[str, ...] = ()


def back_and_forth(index: CoverageIndex) -> Iterator[Pair]:
    """Every such pair, in two documents or in one."""
    for given, returned in handed_back(index):
        norms, bodies = (given.norm, returned.norm), (given.source, given.target)
        yield Pair("handover", "互相移交，没有一方最终办理", norms, bodies)
    for norms in passed_back(index):
        yield Pair("payer", "互相把同一费用推给对方支付，没有一方支付", norms)
    for two in (*((r, r) for r in under_review(index)), *document_pairs(index)):
        for norms in each_first(*two):
            yield Pair("mutual", _EACH_FIRST, norms)


def there_and_back_again(index: CoverageIndex) -> Iterator[Pair]:
    """The pairs that the general readings find: waits for what the other gives, and sends to where it came from."""
    for two in (*((r, r) for r in under_review(index)), *document_pairs(index)):
        for a, b in wait_for_each_other(*two):
            yield Pair("mutual", _EACH_FIRST, (a.norms[0], b.norms[0], *a.norms[1:], *b.norms[1:]))
        for out, back in sent_back(*two):
            yield Pair("sent", "互相让对方办理，没有一方最终办理", (out.norm, back.norm), (back.target, out.target))
    for norms in declined_both_ways(index):
        yield Pair("declined", "互相推给对方，自己都不办理", norms)
