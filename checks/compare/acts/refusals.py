"""Desks that may turn nobody away (救助站应当提供救助，不得拒绝), and a text by which they do in a case of its own.

Both have to speak of one desk and of one thing that is refused. Quiet where those refused fail (不符合条件, 拒不提供)
or are served by somebody else (转送, 由…收治), and where the higher text leaves grounds open (无正当理由不得拒绝).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import aids_apart, one_subject
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from ontology.cues import Setting, named_in

_REFUSAL = Setting("refusal")
_PRETEXT = Setting("pretext")
_STANCE = Setting("stance")
_NOT_FAILING = frozenset({"同一"})  # 同一人员再次求助 is no failing of hers

_ENTRY = frozenset({"accept", "admit", "include"})


@dataclass(frozen=True, slots=True)
class Bound:
    """A norm by which a desk may refuse nobody what `outcomes` name."""

    norm: Norm
    desks: frozenset[str]
    outcomes: frozenset[str]


def refused(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Norm, Bound]]:
    """Norms of `mine` that have a desk refuse people what `theirs` does not let it refuse."""
    bounds = [b for n in theirs if (b := _bound(n))]
    for norm in mine if bounds else ():
        desks = named_in("desk", norm.words)
        for outcome in _denied(norm) if desks else ():
            found = next((b for b in bounds if desks & b.desks and _one_outcome(outcome, b.outcomes)), None)
            if found and _one_matter(index, norm, found.norm):
                yield norm, found
                break


def _one_outcome(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both name one thing; who is not let in, or not heard, is not helped either."""
    return bool(mine & theirs or (mine & _ENTRY and theirs & _ENTRY))


def _one_matter(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether the texts have one subject, and the norms one aid or the same people."""
    same = a.people.ids() & b.people.ids() or not aids_apart(index, a, b)
    return bool(same) and one_subject(index, a, b)


def _bound(norm: Norm) -> Bound | None:
    said = _REFUSAL.has("bound", norm.text) and not _REFUSAL.has("aside", norm.words)
    desks, outcomes = named_in("desk", norm.words), named_in("outcome", norm.text)
    return Bound(norm, desks, outcomes) if said and desks and outcomes and norm.provisions else None


def _denied(norm: Norm) -> Iterator[frozenset[str]]:
    """What a norm denies to people who do not fail and are not served elsewhere, clause by clause."""
    if _PRETEXT.has("aside", norm.words) or _REFUSAL.has("elsewhere", norm.words) or not norm.provisions:
        return
    if _STANCE.words("fails", norm.words) - _NOT_FAILING:
        return
    for match in _PRETEXT.all("denies", norm.text):
        yield named_in("outcome", PAUSE.split(norm.text[match.start() :])[0])
