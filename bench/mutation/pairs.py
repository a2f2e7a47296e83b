"""A pair: a set of acts with one point changed, or its near-miss twin, and what has to be found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.mutation.acts import Act, Spec

ASIDE = frozenset({"gap.missing-element", "gap.uncovered"})
# What a change may be found as.
PARAMETER = ("conflict.parameter",)
WORSE_FIGURE = ("conflict.superior", "conflict.parameter")
INTERNAL = ("conflict.internal",)
DEONTIC = ("conflict.deontic", "conflict.superior")


@dataclass(frozen=True)
class Pair:
    """`expects` names the findings that would be right (family.kind); the twin (`changed` false) must give none.

    `aside` are findings that an act of one article brings with it, whatever is changed.
    """

    kind: str
    number: int
    acts: tuple[Act, ...]
    expects: frozenset[str]
    changed: bool
    aside: frozenset[str] = ASIDE


def pair(
    spec: Spec, kind: str, expects: tuple[str, ...], changed: bool, *acts: Act, aside: tuple[str, ...] = ()
) -> Pair:
    """The pair of one instance."""
    return Pair(kind, spec.number, acts, frozenset(expects), changed, (ASIDE | frozenset(aside)) - frozenset(expects))


def twins(
    spec: Spec, kind: str, expects: tuple[str, ...], old: Act, news: Iterable[Act], *, aside: tuple[str, ...] = ()
) -> Iterator[Pair]:
    """The changed draft and its near-miss twin, the two of `news` in this order, against the same act in force."""
    for new, changed in zip(news, (True, False), strict=True):
        yield pair(spec, kind, expects, changed, old, new, aside=aside)
