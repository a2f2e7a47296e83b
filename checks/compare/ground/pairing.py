"""Norms laid side by side surely enough, and items of two lists paired one to one, the same words first."""

from __future__ import annotations

from collections.abc import Iterator

from checks.compare.ground.alignment import Match, bag, matches, one_matter, one_subject, plain
from checks.compare.ground.marks import ADDED
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.topics import aid_meets
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Verdict

SAID = 0.75
"""Of an item's pieces in a stretch that says it."""

Edges = tuple[bool, bool]  # whether an item is the first, and the last, of its list: there other words stand with it


def near(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...], least: float) -> Iterator[Match]:
    """Norms on one matter that are each other's best, or at least so like one another."""
    found = (m for m in matches(index, mine, theirs) if m.mutual or m.likeness >= least)
    return (m for m in found if one_matter(index, m))


def laid_beside(index: CoverageIndex, a: Norm, b: Norm) -> float:
    """How like two norms are that are each other's best in their documents, 0 where they are not."""
    return _mutual(index, a.document, b.document).get((a.start, b.start), 0.0)


@per_index
def _mutual(index: CoverageIndex, mine: str, theirs: str) -> dict[tuple[int, int], float]:
    ours, above = (norms_of(index.reading(name)) for name in (mine, theirs))
    return {(m.a.start, m.b.start): m.likeness for m in matches(index, ours, above) if m.mutual}


def paired(mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> dict[int, int]:
    """Items of `mine` that are items of `theirs`, one to one, the same words first."""
    found: dict[int, int] = {}
    for alike in (_same, _akin):
        for i, a in enumerate(mine):
            if i in found:
                continue
            edges = (i == 0, i == len(mine) - 1)
            hit = (
                j
                for j, b in enumerate(theirs)
                if j not in found.values() and alike(a.text, b.text, edges, (j == 0, j == len(theirs) - 1))
            )
            if (j := next(hit, None)) is not None:
                found[i] = j
    return found


def _same(a: str, b: str, mine: Edges, theirs: Edges) -> bool:
    a, b = (ADDED.sub("", plain(x)) for x in (a, b))
    if a == b or _closes(a, b) or _closes(b, a):
        return True
    first = (mine[0] and a.endswith(b)) or (theirs[0] and b.endswith(a))
    last = (mine[1] and a.startswith(b)) or (theirs[1] and b.startswith(a))
    return first or last


def _closes(a: str, b: str) -> bool:
    """Whether `a` is `b` with more said of it (失联且未履行抚养义务的, 患有目录内的重病)."""
    return a.startswith((f"{b}且", f"{b}并", f"{b}，")) or (a.endswith(b) and a.startswith(("患", "有", "因")))


def _akin(a: str, b: str, mine: Edges, theirs: Edges) -> bool:
    del mine, theirs
    one, two = bag(a), bag(b)
    return min(len(one), len(two)) >= 2 and len(one & two) >= SAID * min(len(one), len(two))


def one_aid(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether two norms are on one aid, or may be and have one subject by their titles."""
    verdict = aid_meets(index, a, b)
    return verdict is Verdict.YES or (verdict is Verdict.UNKNOWN and one_subject(index, a, b))
