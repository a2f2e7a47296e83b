"""How two documents stand to each other: which binds which, and which pairs are worth a look at all.

Order of the Legislation Law (立法法 arts. 98–106): a text binds another where its territory contains the other's and
its rank is higher; department rules and local regulations are not ranked against each other (art. 106), which gives
OPEN: said, but mildly. Equal rank in different territories is APART. Within one territory a government's text stands
above that of its departments.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from kg.coverage import CoverageIndex
from kg.model import Document, Level, Rank, Reading

_NATIONAL = (Rank.LAW, Rank.ADMINISTRATIVE_REGULATION)
_LOCAL_ACTS = (Rank.LOCAL_REGULATION, Rank.LOCAL_RULE)
_GOVERNMENT = frozenset({"government", "state-council", "people-congress", "leading-group", "party-org", "township"})


class Standing(StrEnum):
    """What the second document is to the first."""

    ABOVE = "above"
    EQUAL = "equal"
    BELOW = "below"
    OPEN = "open"
    APART = "apart"


def standing(a: Document, b: Document) -> Standing:
    """What `b` is to `a`."""
    if a.rank in _NATIONAL or b.rank in _NATIONAL:
        return _by_number(_national(a), _national(b))
    up, down = _within(a, b), _within(b, a)
    if up and down:
        return _by_number(_local(a), _local(b))
    if up:
        return _vertical(a, b)
    if down:
        return Standing.OPEN if _vertical(b, a) is Standing.OPEN else Standing.BELOW
    return Standing.APART


def opponents(index: CoverageIndex, reading: Reading) -> Iterator[tuple[Reading, Standing]]:
    """Documents that bind `reading` or stand beside it, in force together with it."""
    mine = reading.document
    for other in index.readings:
        theirs = other.document
        if other is reading or theirs.name == mine.name or not _together(mine, theirs):
            continue
        found = standing(mine, theirs)
        if found in (Standing.ABOVE, Standing.EQUAL, Standing.OPEN):
            yield other, found


def subjects(index: CoverageIndex) -> tuple[Reading, ...]:
    """The documents under review: the draft, or in an audit everything in force."""
    return (index.draft,) if index.draft else index.readings


def _together(a: Document, b: Document) -> bool:
    repealed = {r.title for r in a.repeals} | {r.title for r in b.repeals}
    return a.period.meets(b.period) and not repealed & {a.title, b.title, _short(a.title), _short(b.title)}


def _short(title: str) -> str:
    return title.removeprefix("中华人民共和国")


def _national(document: Document) -> int:
    return _NATIONAL.index(document.rank) if document.rank in _NATIONAL else 2


def _local(document: Document) -> int:
    if document.rank in _LOCAL_ACTS:
        return _LOCAL_ACTS.index(document.rank)
    return 2 if _GOVERNMENT & set(document.issuer_ids) else 3


def _by_number(a: int, b: int) -> Standing:
    return Standing.ABOVE if b < a else Standing.BELOW if a < b else Standing.EQUAL


def _vertical(a: Document, b: Document) -> Standing:
    """`b`'s territory is larger than `a`'s."""
    if a.rank is Rank.LOCAL_REGULATION and b.rank is not Rank.LOCAL_REGULATION:
        return Standing.OPEN
    if a.rank is Rank.LOCAL_RULE and b.rank not in _LOCAL_ACTS and not _GOVERNMENT & set(b.issuer_ids):
        return Standing.OPEN
    return Standing.ABOVE


def _within(a: Document, b: Document) -> bool:
    """Whether `b`'s territory contains `a`'s."""
    return _stem(b) is not None and (_stem(a) or "?").startswith(_stem(b) or "")


def _stem(document: Document) -> str | None:
    """The leading pairs of the region's code: "" for the nation, `None` where nothing is known."""
    if document.region is None:
        return "" if document.level is Level.CENTRAL else None
    code = document.region
    while code.endswith("00"):
        code = code[:-2]
    return code
