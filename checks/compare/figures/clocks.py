"""From when one time limit runs: 自受理之日起30日 above, 自公示期满之日起30日 below.

The same days counted from a later event are more days. Events are cues in their order (受理, 调查, 公示); two limits
are of one step where both are of the whole procedure, or of one step of one body, in norms that are laid side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.figures.figures import Figure, figures_of
from checks.compare.ground.alignment import matches, maybe_one_matter
from checks.compare.ground.amounts import order
from checks.compare.ground.clauses import words_before
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from ontology.cues import Cue, load_cues

_FROM = re.compile(
    r"(?:自|从|于|在|以|，|^)(?P<event>[^，。；自从]{2,30}?)(?:之日|次日|当日|之后|后|起|开始)(?:的?次日)?(?:起)?"
    r"(?:开始)?(?:计算|算起|计)?[，,]?(?:的)?[^，。；]{0,10}$"
)
_WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class _Limit:
    figure: Figure
    event: Cue

    @property
    def norm(self) -> Norm:
        return self.figure.norm

    @property
    def said(self) -> str:
        return f"自{self.event.label}起{self.figure.parameter.quote}"

    @property
    def rank(self) -> int:
        return int(self.event.facts["rank"][0])


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Time limits of `mine` that are no shorter than those of `theirs`, and run from a later event."""
    ours, above = (_limits(index, norms) for norms in (mine, theirs))
    beside = {(m.a.start, m.b.start) for m in matches(index, mine, theirs)} if ours and above else frozenset()
    for a in ours:
        later = (b for b in above if a.rank > b.rank and _is_no_less(a, b))
        for b in (b for b in later if _one_step(a.figure, b.figure)):
            laid = a.figure.stage == _WHOLE or (a.norm.start, b.norm.start) in beside
            if laid and maybe_one_matter(index, a.norm, b.norm):
                yield Departure(Label.LONGER, "start", "期限的起算", a.said, b.said, (a.norm,), (b.norm,))
                break


def _is_no_less(a: _Limit, b: _Limit) -> bool:
    found = order(a.figure.amount, b.figure.amount)
    return found is not None and found >= 0


def _limits(index: CoverageIndex, norms: tuple[Norm, ...]) -> list[_Limit]:
    """Time limits that say from what they run."""
    times = (f for f in figures_of(index, norms[0].document) if f.parameter.kind == "time-limit") if norms else ()
    return [_Limit(f, event) for f in times if (event := _event(f))]


def _event(figure: Figure) -> Cue | None:
    """The event named in the words before the figure, in its clause or the one before."""
    before = words_before(figure.norm, figure.parameter)
    near = PAUSE.split(before)[-2:]
    said = _FROM.search("，".join(near)) or _FROM.search(near[-1])
    named = [c for c in load_cues()["event"] if said and c.find("named", said["event"] + "之日")]
    return max(named, key=lambda c: c.facts["rank"][0], default=None)


def _one_step(a: Figure, b: Figure) -> bool:
    if a.phases != b.phases or a.stage != b.stage:
        return False
    return a.stage == _WHOLE or bool(a.agency and a.agency == b.agency)
