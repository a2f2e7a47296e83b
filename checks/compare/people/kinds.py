"""Kinds that a text divides its subject into (包括城镇公益性岗位和乡村公益性岗位), one of which another is about.

Whom the whole is for is then no measure for the part: each kind may have people of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.model import Document

_DIVIDES = re.compile(
    r"(?<!对象)(?<!范围)(?:包括|分为|包含|划分为)(?P<kinds>[^，。；：]{2,30}(?:、|和|与|以及|及)[^，。；：]{4,16})"
)  # not 对象包括…
_JOINT = re.compile(r"、|以及|和|与|及")
_HEAD = 2  # characters in which the names of the kinds of one thing end alike
_LEAST = 4  # characters of a name


def is_one_kind(document: Document, whole: Document) -> bool:
    """Whether the title of `document` names one of the kinds that `whole` divides its subject into, and no other."""
    title = document.title or ""
    named = ([k in title for k in kinds] for kinds in _kinds_in(whole.text))
    return any(any(said) and not all(said) for said in named)


@lru_cache(maxsize=2_000)
def _kinds_in(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(_divisions(text))


def _divisions(text: str) -> Iterator[tuple[str, ...]]:
    for match in _DIVIDES.finditer(text):
        kinds = tuple(k.removesuffix("两类").removesuffix("等") for k in _JOINT.split(match["kinds"]) if k)
        alike = len({k[-_HEAD:] for k in kinds}) == 1
        if len(kinds) > 1 and alike and min(map(len, kinds)) >= _LEAST:
            yield kinds
