"""Comparers of what a text makes harder for people, or by which it lets those go who answer for them, in one list."""

from __future__ import annotations

from checks.compare.acts import faultless, graver, provable
from checks.compare.outcome.departures import Comparer
from checks.compare.people import beyond, criteria, destitute, disability, endings

HARDER: tuple[Comparer, ...] = (
    disability.compare,
    endings.compare,
    criteria.compare,
    destitute.compare,
    faultless.compare,
    provable.compare,
    graver.compare,
    beyond.compare,
)
