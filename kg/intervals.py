"""Intervals of numbers with exact ends: what a comparator allows, what two rules share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """Values from `low` to `high`; `None` is open-ended, `*_closed` whether the end itself belongs."""

    low: float | None = None
    high: float | None = None
    low_closed: bool = True
    high_closed: bool = True

    def holds(self, value: float) -> bool:
        """Whether `value` lies inside."""
        above = self.low is None or value > self.low or (self.low_closed and value == self.low)
        below = self.high is None or value < self.high or (self.high_closed and value == self.high)
        return above and below

    def empty(self) -> bool:
        """Whether no value lies inside."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.low_closed and self.high_closed))

    def meet(self, other: Interval) -> Interval:
        """Values in both; may be empty."""
        low, low_closed = _stricter((self.low, self.low_closed), (other.low, other.low_closed), 1)
        high, high_closed = _stricter((self.high, self.high_closed), (other.high, other.high_closed), -1)
        return Interval(low, high, low_closed, high_closed)

    def inside(self, other: Interval) -> bool:
        """Whether every value of this one lies in `other`."""
        return self.empty() or self.meet(other) == self


def _stricter(a: tuple[float | None, bool], b: tuple[float | None, bool], sign: int) -> tuple[float | None, bool]:
    """The tighter of two ends; `sign` 1 for lower ends, -1 for upper ones."""
    if a[0] is None or b[0] is None:
        return b if a[0] is None else a
    if a[0] == b[0]:
        return a[0], a[1] and b[1]
    return a if (a[0] - b[0]) * sign > 0 else b


def interval_of(op: str, value: float) -> Interval:
    """What `op value` allows."""
    if op == "=":
        return Interval(value, value)
    if op in ("<", "<="):
        return Interval(None, value, high_closed=op == "<=")
    return Interval(value, None, low_closed=op == ">=")
