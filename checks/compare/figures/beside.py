"""Figures of two equal texts in norms that are laid side by side: one step's time, or one thing's sum, by any words."""

from __future__ import annotations

from collections.abc import Iterator

from checks.compare.figures.figures import Figure, figures_of
from checks.compare.figures.owners import alike
from checks.compare.figures.quantities import figure_pairs
from checks.compare.figures.rounds import for_other_years
from checks.compare.ground.alignment import bag, subject_words
from checks.compare.ground.norms import norms_of
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.model import Reading

_SUMS = frozenset({"amount", "benefit-standard"})
_ALIKE = 0.4  # of two norms, where nothing but their words says that they are one step


def side_by_side(index: CoverageIndex, mine: Reading, other: Reading) -> Iterator[tuple[Figure, Figure]]:
    """Time limits of one step, or sums of one name, in norms on one matter, whatever the words for the step."""
    ours, theirs = ({f.parameter.start: f for f in figures_of(index, r.document.name)} for r in (mine, other))
    for match, a, b in figure_pairs(index, norms_of(mine), norms_of(other)):
        one, two = ours.get(a.parameter.start), theirs.get(b.parameter.start)
        if not (match.mutual and match.likeness >= _ALIKE and one and two) or for_other_years(index, a.norm, b.norm):
            continue
        if one.people and two.people and index.groups_meet(one.people, two.people) is Verdict.NO:
            continue
        if _one_sum(one, two):
            yield one, two
        elif a.parameter.kind == b.parameter.kind == "time-limit":
            step = one.stage == two.stage or (not (one.stage and two.stage) and alike(a, b) >= _ALIKE)
            if step and _one_subject(index, one, two) and one.phases == two.phases and one.agency == two.agency:
                yield one, two


def _one_subject(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether the titles of both texts say what they are about, and not in unlike words: a programme has its steps."""
    mine, theirs = (subject_words(index.documents[f.norm.document]) for f in (a, b))
    return not (mine and theirs) or bool(mine & theirs)


def _one_sum(a: Figure, b: Figure) -> bool:
    """Whether both say how much the same thing is: sums of one name, or without any, in the same case."""
    money = a.amount.dimension.startswith("元") and {f.parameter.kind for f in (a, b)} <= _SUMS
    if not money or a.parameter.op != b.parameter.op:
        return False
    names = [f.label if f.item else "" for f in (a, b)]
    named = not all(names) or any(_longer(x, y, f) for (x, y), f in ((names, b), (names[::-1], a)))
    cases = (a.phases, a.variants, a.bands) == (b.phases, b.variants, b.bands)
    return named and cases


def _longer(name: str, short: str, other: Figure) -> bool:
    """Whether a name ends in the short one, and the norm of the other figure has what it says more."""
    more = bag(name.removesuffix(short))
    return name.endswith(short) and len(more & bag(other.norm.words)) >= _ALIKE * len(more)
