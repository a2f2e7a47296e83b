"""Comparers of what the rule above bars or orders in full, and a text more loosely or for fewer, in one list."""

from __future__ import annotations

from checks.compare.acts import bases, diluted, if_needed, leave_first, left_open, ways
from checks.compare.money import own_hands
from checks.compare.outcome.departures import Comparer
from checks.compare.people import halves, poorer

LOOSER: tuple[Comparer, ...] = (
    left_open.compare,
    poorer.compare,
    ways.compare,
    if_needed.compare,
    diluted.compare,
    bases.compare,
    leave_first.compare,
    halves.compare,
    own_hands.compare,
)
