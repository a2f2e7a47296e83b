"""What a check worked out about an index, kept for as long as that lives.

An index is read-only, so an answer about it never changes; several checks ask the same of the same documents. What
depends on one text alone is kept with its reading (`kg.memo`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, TypeVar

from kg.coverage import CoverageIndex
from kg.model import Document, Reading

T = TypeVar("T")


def per_index(find: Callable[..., T]) -> Callable[..., T]:
    """Remember the answers of `find(index, *key)` by the key's values; readings and documents count by their names."""

    @wraps(find)
    def remembered(index: CoverageIndex, *asked: Any) -> T:
        answers = index.memory.get(find)
        if answers is None:
            answers = index.memory[find] = {}
        key = tuple(map(_name, asked))
        if key not in answers:
            answers[key] = find(index, *asked)
        return answers[key]  # type: ignore[no-any-return]

    return remembered


def _name(asked: Any) -> Hashable:
    kind = type(asked)
    if kind is Reading:
        return asked.document.name  # type: ignore[no-any-return]
    return asked.name if kind is Document else asked  # type: ignore[no-any-return]
