"""From when on something is given or started: CPI达到3.5%时启动, 刚性支出超过收入60%的认定为….

A threshold is a figure that has to be reached, in a clause that opens something. Which quantity it is of is read from
the words around it. A draft that asks for more than the higher rule keeps people out; a text that asks for two
different figures of one quantity contradicts itself. How often something may happen before a benefit ends is one where
two norms are laid side by side. Left out: the steps of a scale, which stand one beside the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import bag, in_two_places, maybe_one_matter, partners, people_apart, share
from checks.compare.ground.amounts import Amount, amount, order
from checks.compare.ground.clauses import clause_of
from checks.compare.ground.kinds_told import kinds_apart
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.model import Parameter
from ontology.cues import Setting

_THRESHOLD = Setting("threshold")
_KINDS = frozenset({"trigger", "rate", "duration", "amount", "count", "cpi"})
_REACHED = (">", ">=")
_BELOW, _SPACE = ("<", "<="), frozenset({"平方米", "平方米/人"})
_LATIN = re.compile(r"[A-Za-z]{2,}")
_OF = re.compile(r"(?P<what>[^，。；、：等的]{2,12})占")
_SPENT = 0.6  # of its pieces, in two thresholds of one quantity
_AROUND = 14  # characters behind the number that say what it is of
_BEHIND = 0.8  # what a likeness by the words behind the clause is worth
_DEED, _HALF = 4, 0.4  # pieces of a deed told how often it may happen, and their share of the shorter clause
_LEAST, _ALIKE, _SAME = 3, 0.45, 0.45  # shared words, and their share of both for two texts and for one


@dataclass(frozen=True, slots=True)
class Threshold:
    """A figure to be reached and the words of the quantity it is of."""

    norm: Norm
    parameter: Parameter
    words: tuple[frozenset[str], frozenset[str]]  # of its clause, and of what follows too, or of its item
    ends: bool = False  # what is reached ends a benefit
    below: bool = False  # it must not be reached (人均不足15平方米)

    @property
    def way(self) -> tuple[bool, bool]:
        """Whether it ends something, and whether it must not be reached: two are compared of one way alone."""
        return self.ends, self.below

    @property
    def spent(self) -> frozenset[str]:
        """What it is of that a share is told of (必需支出占家庭总收入的比例)."""
        found = _OF.search(clause_of(self.norm, self.parameter))
        return bag(found["what"]) if found else frozenset()

    @property
    def amount(self) -> Amount:
        """The value made comparable."""
        return amount(self.parameter)


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Thresholds of `mine` above those of `theirs` for one quantity."""
    ours, above = (thresholds_of(index, n[0].document) if n else () for n in (mine, theirs))
    paired = dict(partners(index, mine, theirs)) if above else {}
    for a in ours:
        same = (b for b in above if a.way == b.way and (alike(a, b) >= _ALIKE or _one_rule(a, b, paired)))
        near = [b for b in same if maybe_one_matter(index, a.norm, b.norm)]
        b = max(near, key=lambda x: alike(a, x), default=None)
        harder = 1 if a.below == a.ends else -1
        if b and order(a.amount, b.amount) == harder and not any(order(a.amount, x.amount) == 0 for x in near):
            said = (a.parameter.quote, b.parameter.quote)
            matter = "停止待遇的条件" if a.ends else "启动或者认定的条件"
            yield Departure(Label.CONDITION, "threshold", matter, *said, (a.norm,), (b.norm,))
    yield from _at_once(
        index, mine, [b for b in above if b.ends and b.parameter.kind == "count" and b.amount.value > 1]
    )


def apart(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Threshold, Threshold]]:
    """Thresholds of two texts of equal rank for one quantity, whichever is harder, with no equal beside them."""
    ours, others = (thresholds_of(index, n[0].document) if n else () for n in (mine, theirs))
    for a in ours:
        same = [b for b in others if a.way == b.way and alike(a, b) >= _ALIKE]
        near = [b for b in same if maybe_one_matter(index, a.norm, b.norm) and not people_apart(index, a.norm, b.norm)]
        b = max(near, key=lambda x: alike(a, x), default=None)
        again = any(order(a.amount, x.amount) == 0 for x in near)
        if b and order(a.amount, b.amount) and not again and not _stands_elsewhere(a, b, ours):
            yield a, b


def _stands_elsewhere(a: Threshold, b: Threshold, ours: tuple[Threshold, ...]) -> bool:
    """Whether another threshold of `a`'s document answers to `b` (grades of a scale, set one by one)."""
    return any(x is not a and order(x.amount, b.amount) == 0 and alike(x, b) >= alike(a, b) for x in ours)


def _at_once(index: CoverageIndex, mine: tuple[Norm, ...], above: list[Threshold]) -> Iterator[Departure]:
    """Norms of `mine` that end a benefit for what ends it above only when it has happened several times."""
    for a in mine if above else ():
        counted = any(p.kind == "count" for p in numbers_of(a)) or _THRESHOLD.has("again", a.words)
        if counted or not _THRESHOLD.has("ends", a.words):
            continue
        clauses = [bag(c) for c in PAUSE.split(a.text)]
        for b in above:
            if any(_enough(c, b.words[0]) for c in clauses) and maybe_one_matter(index, a, b.norm):
                said = ("发生一次即适用", b.parameter.quote)
                yield Departure(Label.CONDITION, "threshold", "停止待遇的条件", *said, (a,), (b.norm,))
                break


def doubles(index: CoverageIndex, name: str) -> Iterator[Double]:
    """Two thresholds of one document for one quantity."""
    found = thresholds_of(index, name)
    for i, a in enumerate(found):
        for b in found[i + 1 :]:
            one = a.way == b.way and a.norm.aid == b.norm.aid and alike(a, b) >= _SAME
            if one and in_two_places(a.norm, b.norm) and order(a.amount, b.amount):
                said = (a.parameter.quote, b.parameter.quote)
                yield Double("threshold", "启动或者认定的条件", *said, (a.norm, b.norm))


@per_index
def thresholds_of(index: CoverageIndex, name: str) -> tuple[Threshold, ...]:
    """The thresholds of a document."""
    return tuple(t for n in norms_of(index.reading(name)) for t in _thresholds(n))


def _thresholds(norm: Norm) -> Iterator[Threshold]:
    ends = _THRESHOLD.has("ends", norm.words)
    if not ends and (not _THRESHOLD.has("opens", norm.words) or _THRESHOLD.has("aside", norm.words)):
        return
    for parameter in numbers_of(norm):
        below = parameter.op in _BELOW and parameter.unit in _SPACE
        reached = parameter.op in _REACHED or below or (ends and parameter.kind == "count")
        asked = reached and parameter.kind in _KINDS and not parameter.soft
        if asked and not _THRESHOLD.has("steps" if below else "scale", clause_of(norm, parameter)):
            wide = bag(norm.text) if norm.stem else _words(norm, parameter, _AROUND)
            yield Threshold(norm, parameter, (_words(norm, parameter, 0), wide), ends, below)


def _words(norm: Norm, parameter: Parameter, behind: int) -> frozenset[str]:
    """Pieces of the clause around the number and of some characters behind it, and names in Latin letters."""
    end = parameter.end - norm.start
    said = clause_of(norm, parameter) + norm.text[end : end + behind]
    return bag(said) | frozenset(w.upper() for w in _LATIN.findall(said))


def alike(a: Threshold, b: Threshold) -> float:
    """How much of the words of both is shared; 0 for figures of two dimensions, or too few words."""
    if a.amount.dimension != b.amount.dimension or a.amount.working != b.amount.working:
        return 0.0
    if kinds_apart(a.norm.text, b.norm.text):
        return 0.0
    if a.spent and b.spent and share(a.spent, b.spent) < _SPENT:
        return 0.0
    if a.ends and a.parameter.kind == b.parameter.kind == "count" and _enough(a.words[0], b.words[0]):
        return 1.0
    clause, wide = (_dice(x, y) for x, y in zip(a.words, b.words, strict=True))
    return clause if clause >= _ALIKE else _BEHIND * wide


def _one_rule(a: Threshold, b: Threshold, paired: dict[int, Norm]) -> bool:
    """Whether two norms laid side by side each tell how often something may happen before a benefit ends."""
    counted = a.ends and a.parameter.kind == b.parameter.kind == "count"
    return counted and paired.get(a.norm.start) is b.norm and len(a.words[0] & b.words[0]) > 0


def _enough(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether the shorter of two clauses on what people do is said in good part in the other."""
    return len(x & y) >= _DEED and share(x, y) >= _HALF


def _dice(x: frozenset[str], y: frozenset[str]) -> float:
    shared = len(x & y)
    return 2 * shared / (len(x) + len(y)) if shared >= _LEAST else 0.0
