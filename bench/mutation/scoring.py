"""Precision and recall a kind: the changed one of a pair has to be found, its twin has to stay quiet.

A finding of error or warning on a twin is a false alarm; so is one on a changed text that is not of the expected kind.
What an act of one article brings with it (no funds, nobody to appeal to) is set aside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from bench.mutation import coverage, figures, prohibitions, rates, times, wording
from bench.mutation.acts import Spec
from bench.mutation.pairs import Pair
from checks.base import Finding, Severity
from checks.registry import all_checks
from checks.runner import run_checks
from kg.coverage import CoverageIndex

KINDS = tuple(kind for module in (figures, rates, times, wording, prohibitions, coverage) for kind in module.KINDS)


@dataclass
class Score:
    """One kind's counts, and what went wrong."""

    found: int = 0
    missed: int = 0
    alarms: int = 0
    quiet: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of findings that are right."""
        return self.found / (self.found + self.alarms) if self.found + self.alarms else 1.0

    @property
    def recall(self) -> float:
        """Share of changes that were found."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0


def pairs(instances: int) -> Iterator[Pair]:
    """Every kind, `instances` times, changed and twin."""
    for kind in KINDS:
        for number in range(instances):
            yield from kind(Spec(number))


def score(made: Iterable[Pair], index_of: Callable[[Pair], CoverageIndex]) -> dict[str, Score]:
    """Scores by kind."""
    scores: dict[str, Score] = {}
    for pair in made:
        _count(scores.setdefault(pair.kind, Score()), pair, findings(index_of(pair)))
    return scores


def findings(index: CoverageIndex) -> list[Finding]:
    """Findings of error or warning."""
    return [f for f in run_checks(index, all_checks()).findings if f.severity is not Severity.INFO]


def name(finding: Finding) -> str:
    """family.kind of the contract."""
    return f"{finding.check.family}.{finding.check.kind}"


def _count(score: Score, pair: Pair, found: list[Finding]) -> None:
    right = [f for f in found if name(f) in pair.expects]
    wrong = [f for f in found if name(f) not in (pair.expects | pair.aside if pair.changed else pair.aside)]
    if pair.changed:
        score.found += bool(right)
        score.missed += not right
        if not right:
            score.errors.append(f"{pair.number} missed: {pair.acts[-1].rules[-1].text}")
    else:
        score.quiet += not wrong
    score.alarms += len(wrong)
    score.errors += [
        f"{pair.number} {'extra' if pair.changed else 'alarm'} {f.check.code}: {f.hit.message}" for f in wrong
    ]


def table(scores: dict[str, Score]) -> str:
    """Kinds with their figures, and the whole."""
    whole = Score(*(sum(getattr(s, f) for s in scores.values()) for f in ("found", "missed", "alarms", "quiet")))
    lines = [f"{'kind':26}{'pairs':>6}{'P':>8}{'R':>8}"]
    for kind, s in {**scores, "all": whole}.items():
        lines.append(f"{kind:26}{s.found + s.missed:>6}{s.precision:>8.3f}{s.recall:>8.3f}")
    return "\n".join(lines)
