"""Agencies named in a stretch, also where the reading gives them no role (a body whose list is waited for).

The reading's actors come first; a name in a condition is found by the labels of the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checks.compare.norms import Norm
from kg.model import Role
from ontology.vocabulary import load_vocabulary

_ENDING = re.compile(r"(?:主管部门|行政部门|部门|机关|委员会|厅|局|委)$")
_ENDINGS = ("行政主管部门", "主管部门", "行政部门", "部门", "委员会", "局", "厅", "委", "部", "办公室")


def agencies_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, agency id) of every name in `text`, longest names first, none inside another."""
    pattern, ids = _names()
    return tuple((m.start(), m.end(), ids[m.group()]) for m in pattern.finditer(text))


def agencies_of(norm: Norm) -> tuple[str, ...]:
    """Agencies the reading gives to the norm, then those its words name; once each."""
    read = [a.agency for p in norm.provisions for a in p.actors]
    return tuple(dict.fromkeys([*read, *(a for _, _, a in agencies_in(norm.words))]))


def leads_of(norm: Norm) -> tuple[str, ...]:
    """Agencies that lead something in the norm."""
    return tuple(dict.fromkeys(a for p in norm.provisions for a in sorted(p.agencies(Role.LEAD))))


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    ids = {name: agency for label, agency in load_vocabulary().surfaces("agency") for name in _forms(label)}
    ids |= dict(load_vocabulary().surfaces("agency"))
    names = sorted(ids, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names))), ids


def _forms(label: str) -> Iterator[str]:
    """The label with the endings that the levels of government use (部门, 厅, 局 …)."""
    root = _ENDING.sub("", label)
    if root != label and len(root) > 1:
        yield from (root + ending for ending in _ENDINGS)
