"""Steps of a procedure that together take longer than the whole is said to take.

A text that says how long everything takes from receipt to decision, and deals out days to the steps one after another,
contradicts itself where the steps are more than the whole. Only steps of one list, or of one line, up to the decision
count, in the unit of the whole; quiet where the notice is not counted in, and for steps in special circumstances.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from checks.compare.ground.amounts import amount
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.doubles import Double
from kg.model import Parameter
from ontology.cues import Setting

_WHOLE = Setting("whole")
_TIMES = frozenset({"time-limit", "publicity-period", "duration"})
_LEAST = 2  # steps


def sums(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """A whole that is shorter than its steps, one for each text."""
    for total in norms:
        whole = _whole(total)
        if whole is None:
            continue
        for steps in _runs(norms):
            days = [(n, p) for n, p in steps if p is not whole and _counts(n, p, total, whole)]
            apart = all(n.line != total.line for n, _ in days)
            added = sum(amount(p).value for _, p in days)
            if len(days) >= _LEAST and apart and added > amount(whole).value:
                said = "＋".join(p.quote for _, p in days)
                yield Double("sum", "全程时限与各环节时限之和", total.text, said, (total, *(n for n, _ in days)))
                return


def _whole(norm: Norm) -> Parameter | None:
    """The only time of a norm that says how long everything takes."""
    times = [p for p in numbers_of(norm) if p.kind in _TIMES]
    if len(times) != 1 or times[0].op in (">", ">=") or not _WHOLE.has("opens", norm.text):
        return None
    return None if _WHOLE.has("aside", norm.text) else times[0]


def _runs(norms: tuple[Norm, ...]) -> Iterator[list[tuple[Norm, Parameter]]]:
    """Times of the steps of each list, and of each line."""
    for _, run in groupby((n for n in norms if n.stem), key=lambda n: n.lead.start):
        yield [(n, p) for n in run for p in numbers_of(n)]
    for _, run in groupby(norms, key=lambda n: n.line):
        yield [(n, p) for n in run for p in numbers_of(n)]


def _counts(norm: Norm, parameter: Parameter, total: Norm, whole: Parameter) -> bool:
    """Whether a time is that of a step on the way to the decision, in the unit of the whole."""
    alike = parameter.kind in _TIMES and parameter.op not in (">", ">=")
    same = amount(parameter).dimension == amount(whole).dimension and amount(parameter).working == amount(whole).working
    after = _WHOLE.has("ends", norm.text) and not _WHOLE.has("ends", total.text)
    return alike and same and not after and not _WHOLE.has("optional", norm.words)
