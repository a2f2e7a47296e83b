"""What depends on one text alone, kept with its reading for as long as that lives.

A reading is read-only, so an answer about it never changes and serves every index that holds that very reading.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

from kg.model import Reading

T = TypeVar("T")


def per_reading(find: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """Remember the answer of `find(reading)` for as long as that very reading lives."""
    known: dict[int, tuple[ref[Reading], T]] = {}

    @wraps(find)
    def remembered(reading: Reading) -> T:
        at = id(reading)
        held = known.get(at)
        if held is None:
            held = known[at] = ref(reading, lambda _: known.pop(at, None)), find(reading)
        return held[1]

    return remembered
