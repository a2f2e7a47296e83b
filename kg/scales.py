"""Graded rules as one object: steps of one measure with what each step gives, their holes and their clashes.

1万元以上不满3万元的，救助30%；4万元以上的，救助50% is a scale of money with a hole at [30000, 40000) 元. Ends are
exact, and half-open where the text says so; counts, ages and grades are whole numbers: 3项以下 and 4项以上 leave no
hole. Thresholds open to the same side (80周岁以上100元，90周岁以上200元) are read as nested, not as clashing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kg.intervals import Interval
from kg.model import Parameter, Quote

_SMALL = 4  # up to which a whole unit is a grade of its own: 1公里以内, 2公里以上
WHOLE = frozenset("项个人名次户件类种岁级日月年分张套辆处所份间") | {
    "工作日",
    "周岁",
    "人户",
    "星级",
}  # units counted in whole numbers


@dataclass(frozen=True, slots=True)
class Step:
    """One grade: the stretch of the measure it is for, what it gives, and the words it stands in.

    `label` names a grade without numbers (具备生活自理能力的); `interval` is then `None`.
    """

    quote: Quote
    interval: Interval | None = None
    label: str = ""
    results: tuple[Parameter, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """Grades of one measure (`kind` and `unit` of the measured parameter; "" for grades by name) in text order."""

    kind: str
    unit: str
    steps: tuple[Step, ...]

    @property
    def quote(self) -> tuple[Quote, ...]:
        """Evidence, a quote a step."""
        return tuple(s.quote for s in self.steps)


@dataclass(frozen=True, slots=True)
class Hole:
    """A stretch between two grades that no grade is for, and one value in it."""

    interval: Interval
    below: Step
    above: Step
    witness: float


@dataclass(frozen=True, slots=True)
class Clash:
    """A stretch (or a single value) that two grades are for, with different results."""

    interval: Interval
    a: Step
    b: Step
    witness: float


def holes(scale: Scale) -> tuple[Hole, ...]:
    """Stretches between the grades that no grade is for, from the lowest up."""
    ordered = sorted(_measured(scale), key=lambda pair: (_floor(pair[1]), not pair[1].low_closed))
    found: list[Hole] = []
    reach: tuple[Step, Interval] | None = None
    for step, interval in ordered:
        if reach is not None:
            gap = _between(reach[1], interval)
            if gap is not None and not _no_value(gap, scale.unit):
                found.append(Hole(gap, reach[0], step, _witness(gap, scale.unit)))
        if reach is None or _reaches_further(interval, reach[1]):
            reach = (step, interval)
    return tuple(found)


def clashes(scale: Scale) -> tuple[Clash, ...]:
    """Pairs of grades that share values and give different things for them."""
    found = []
    measured = _measured(scale)
    for i, (step, interval) in enumerate(measured):
        for other, its in measured[i + 1 :]:
            shared = interval.meet(its)
            if _nested(interval, its):
                continue
            if not _no_value(shared, scale.unit) and given(step) != given(other):
                found.append(Clash(shared, step, other, _witness(shared, scale.unit)))
    return tuple(found)


def given(step: Step) -> frozenset[tuple[str, str, float, str]]:
    """What a step gives, without place in the text; grades that give no number give their words."""
    results = frozenset((p.kind, p.op, p.value, p.unit) for p in step.results)
    return results or frozenset({("words", "=", 0.0, step.quote.text)})


def inversions(scale: Scale) -> tuple[tuple[Step, Step], ...]:
    """Neighbouring grades where the result turns against the run of the others (30%, 50%, 40%)."""
    ordered = [s for s, _ in sorted(_measured(scale), key=lambda pair: _floor(pair[1])) if len(s.results) == 1]
    if len(ordered) < 3:
        return ()
    run = ordered[-1].results[0].value - ordered[0].results[0].value
    return tuple((a, b) for a, b in pairwise(ordered) if (b.results[0].value - a.results[0].value) * run < 0)


def in_words(interval: Interval, unit: str) -> str:
    """`[30000, 40000)` 元 as an official writes it: 3万元以上不满4万元."""
    if interval.low is not None and interval.low == interval.high:
        return _amount(interval.low, unit)
    low = "" if interval.low is None else ("" if interval.low_closed else "超过") + _amount(interval.low, unit)
    if interval.low is not None and interval.low_closed:
        low += "以上"
    if interval.high is None:
        return low
    high = _amount(interval.high, unit)
    return low + (f"{high}以下" if interval.high_closed else f"不满{high}")


def _amount(value: float, unit: str) -> str:
    if unit.startswith("元") and value >= 10000 and (value / 1000).is_integer():
        return f"{value / 10000:g}万{unit}"
    return f"{value:.10g}{unit}"


def _nested(a: Interval, b: Interval) -> bool:
    """Thresholds open to one side: the higher one is meant to take over."""
    return (a.high is None and b.high is None) or (a.low is None and b.low is None)


def _measured(scale: Scale) -> list[tuple[Step, Interval]]:
    return [(s, s.interval) for s in scale.steps if s.interval is not None]


def _floor(interval: Interval) -> float:
    return float("-inf") if interval.low is None else interval.low


def _reaches_further(a: Interval, b: Interval) -> bool:
    if a.high is None or b.high is None:
        return b.high is not None
    return (a.high, a.high_closed) > (b.high, b.high_closed)


def _between(below: Interval, above: Interval) -> Interval | None:
    """What lies after the end of `below` and before the start of `above`."""
    if below.high is None or above.low is None:
        return None
    gap = Interval(below.high, above.low, not below.high_closed, not above.low_closed)
    return None if gap.empty() else gap


def _no_value(interval: Interval, unit: str) -> bool:
    """Whether no value of the measure lies inside: for counts, and between 60 and 61 as people write, no whole one."""
    return interval.empty() or ((unit in WHOLE or _is_next(interval)) and next(_wholes(interval), None) is None)


def _is_next(interval: Interval) -> bool:
    """Whether it lies between two whole numbers, neighbours, that belong to the grades beside: 60以内, 61至90."""
    low, high = interval.low, interval.high
    if low is None or high is None or interval.low_closed or interval.high_closed:
        return False
    return low.is_integer() and high - low == 1 and low > _SMALL


def _wholes(interval: Interval) -> Iterator[int]:
    """The first whole number inside, if any."""
    if interval.low is None:
        yield int(interval.high or 0) - (0 if interval.high_closed else 1)
        return
    first = int(interval.low // 1)
    yield from (n for n in range(first, first + 3) if interval.holds(n))


def _witness(interval: Interval, unit: str) -> float:
    """One value inside: a whole one where the measure is whole, else the closed end or the middle."""
    if unit in WHOLE:
        return float(next(_wholes(interval), 0))
    if interval.low is None:
        return (interval.high or 0.0) if interval.high_closed else (interval.high or 0.0) / 2
    if interval.high is None:
        return interval.low if interval.low_closed else interval.low + 1
    return interval.low if interval.low_closed else (interval.low + interval.high) / 2
