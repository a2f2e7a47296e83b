"""A case that a text shuts out in words (…的，不纳入), and that the higher text counts in when it says who is meant.

The higher text defines its people by cases (是指…；或者…). A text below that names one of these cases and leaves it out
narrows the circle, whatever class of people the reading knows it as. Quiet where the case as told above is itself an
exception, and where the shut-out case has marks of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import bag, one_subject, plain
from checks.compare.ground.marks import CLAUSE
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_SHUT = Setting("case-out")
_LEADS = re.compile(r"下列|以下")  # into a list: no case by itself
_END = 2  # characters at the end of a case, that say what happens
_LEAST, _SHARED = 3, 0.6  # pieces of the case, and their part that the clause above has


def cases_out(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Norm, Norm]]:
    """Norms of `mine` that shut out a case, each with the norm of `theirs` that counts it in."""
    circles = [n for n in theirs if _SHUT.has("defines", n.prior + n.words) and not _SHUT.has("shut", n.words)]
    for a in mine if circles else ():
        told = _told(a)
        case = frozenset().union(*map(bag, told))
        counted = [b for b in circles if len(case) >= _LEAST and _counts_in(case, told, b)]
        above = [b for b in counted if one_subject(index, a, b)]
        if above:
            yield a, max(above, key=lambda b: len(case & bag(b.text)))


def _told(norm: Norm) -> list[str]:
    """The clauses that tell who is shut out."""
    clauses = CLAUSE.findall(norm.text)
    shut = next((i for i, c in enumerate(clauses) if _SHUT.has("shut", c)), 0)
    return [c for c in clauses[:shut] if c.endswith("的") and not _SHUT.has("denied", c) and not _LEADS.search(c)]


def _counts_in(case: frozenset[str], told: list[str], b: Norm) -> bool:
    """Whether one clause of the norm tells the case, what happens in it too, and denies nothing."""
    ends = {plain(c).rstrip("的")[-_END:] for c in told}
    clauses = (c for c in CLAUSE.findall(b.text) if any(end in plain(c) for end in ends))
    return any(len(case & bag(c)) >= _SHARED * len(case) and not _SHUT.has("denied", c) for c in clauses)
