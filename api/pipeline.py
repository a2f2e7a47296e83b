"""The main flow: readings → index → findings. Every edge (command line, API, page) calls these functions."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from api.reading import Progress, unwatched
from checks.base import Finding
from checks.baseline import Former, compare
from checks.registry import all_checks
from checks.runner import EVERYTHING, CheckRun, Selection, run_checks
from checks.waivers import Waiver
from kg.coverage import CoverageIndex, build_index
from kg.model import Corpus, Reading
from ontology.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class Aside:
    """What is known of a run beside the findings still open: waived, had by an earlier run, had by it alone."""

    waived: tuple[tuple[Finding, Waiver], ...] = ()
    known: tuple[Finding, ...] = ()
    gone: tuple[Former, ...] = ()
    compared: bool = False  # with an earlier run


@dataclass(frozen=True, slots=True)
class Report:
    """One check or audit, for every renderer."""

    draft: Reading | None
    base: Corpus
    index: CoverageIndex
    run: CheckRun
    aside: Aside = Aside()

    def since(self, earlier: Iterable[Former]) -> Report:
        """The report less the findings that an earlier run had, which stand beside it with those that are gone."""
        change = compare(self.run.findings, earlier)
        aside = replace(self.aside, known=change.known, gone=change.gone, compared=True)
        return replace(self, run=replace(self.run, findings=change.new), aside=aside)

    def without(self, aside: Collection[str]) -> Report:
        """The report less the findings of these fingerprints."""
        kept = tuple(f for f in self.run.findings if f.id not in aside)
        return replace(self, run=replace(self.run, findings=kept))


def check(
    draft: Reading,
    base: Corpus,
    at: date | None = None,
    region: str | None = None,
    selection: Selection = EVERYTHING,
    progress: Progress = unwatched,
) -> Report:
    """Findings on a draft against what is in force at `at` (today by default).

    A copy of the draft among the base documents is left out: nothing is compared with itself.
    """
    others = tuple(r for r in base.readings if r.document.sha256 != draft.document.sha256)
    return _report(draft, Corpus(others, base.failures), at, region or draft.document.region, selection, progress)


def audit(
    base: Corpus,
    at: date | None = None,
    region: str | None = None,
    selection: Selection = EVERYTHING,
    progress: Progress = unwatched,
) -> Report:
    """Findings among all that is in force at `at`."""
    return _report(None, base, at, region, selection, progress)


def _report(
    draft: Reading | None,
    base: Corpus,
    at: date | None,
    region: str | None,
    selection: Selection,
    progress: Progress = unwatched,
) -> Report:
    index = build_index(base, draft, load_vocabulary(), at or date.today(), region)
    return Report(draft, base, index, run_checks(index, all_checks(), selection, progress))
