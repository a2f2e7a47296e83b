"""Run the checks over an index and say what was found, and how much was looked at.

A zero means something only with its denominator: cells and pairs gone through, what was skipped and why, and the
checks that had no material to fire on. Left out: waivers, topics and earlier runs (`waivers`, `topics`, `baseline`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from checks.base import Check, Finding, Hit, Looked, Material, Severity, Skip
from checks.fingerprint import fingerprint
from checks.routing import participants, route_of
from kg.coverage import CoverageIndex
from kg.enums import Modality, Verdict

ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class CheckRun:
    """Findings (gravest first, then in the order of the text) and how much was looked at."""

    findings: tuple[Finding, ...] = ()
    cells: int = 0
    pairs: int = 0
    skipped: Mapping[str, int] = field(default_factory=dict)  # reason → count
    idle: Mapping[str, str] = field(default_factory=dict)  # code of a check that could not fire → what was missing
    ran: tuple[str, ...] = ()  # codes of the checks that did run

    def worst(self) -> Severity | None:
        """The gravest severity found."""
        return self.findings[0].severity if self.findings else None


@dataclass(frozen=True, slots=True)
class Selection:
    """Which checks run and which findings are kept; `select` and `ignore` match codes, names and their beginnings."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    threshold: Severity = Severity.INFO

    def takes(self, check: Check) -> bool:
        """Whether `check` runs."""
        wanted = not self.select or any(map(check_matches(check), self.select))
        return wanted and not any(map(check_matches(check), self.ignore))

    def keeps(self, finding: Finding) -> bool:
        """Whether a finding is grave enough."""
        return ORDER.index(finding.severity) <= ORDER.index(self.threshold)


EVERYTHING = Selection()


def check_matches(check: Check) -> Callable[[str], bool]:
    """Whether a pattern such as OV, OV01, overlap or overlap.lead names `check`."""
    return lambda pattern: check.code.startswith(pattern.upper()) or f"{check.name}.".startswith(f"{pattern}.")


def _unwatched(done: int, total: int, step: str) -> None:
    """Nobody follows the run."""


def run_checks(
    index: CoverageIndex,
    checks: Iterable[Check],
    selection: Selection = EVERYTHING,
    watch: Callable[[int, int, str], None] = _unwatched,
) -> CheckRun:
    """Every finding of the selected checks, one per fingerprint; `watch` is told of each check before it runs."""
    found: dict[str, Finding] = {}
    skipped: Counter[str] = Counter()
    looked: Counter[str] = Counter()
    idle: dict[str, str] = {}
    ran: list[str] = []
    present = material(index)
    compared, apart = index.compared, index.skipped.copy()
    chosen = [c for c in checks if selection.takes(c)]
    for number, check in enumerate(chosen):
        watch(number, len(chosen), check.title)
        if missing := [m for m in check.needs if m not in present]:
            idle[check.code] = "、".join(missing)
            continue
        ran.append(check.code)
        for outcome in check.find(index):
            if isinstance(outcome, Skip):
                skipped[outcome.reason] += outcome.count
            elif isinstance(outcome, Looked):
                looked.update(cells=outcome.cells, pairs=outcome.pairs)
            else:
                finding = finding_of(check, outcome, index)
                if selection.keeps(finding):
                    found.setdefault(finding.id, finding)
    findings = tuple(sorted(found.values(), key=_position))
    skipped.update(index.skipped - apart)
    pairs = looked["pairs"] + index.compared - compared
    return CheckRun(findings, looked["cells"], pairs, dict(skipped), idle, tuple(ran))


def finding_of(check: Check, hit: Hit, index: CoverageIndex) -> Finding:
    """A hit with fingerprint, severity, route and the agencies to invite."""
    route = route_of(check, hit)
    invited = participants(route, hit, index.vocabulary)
    return Finding(fingerprint(check.code, hit), check, hit, severity_of(check, hit), route, invited)


def severity_of(check: Check, hit: Hit) -> Severity:
    """The hit's own severity or the check's, one step milder where the match is not certain, and then never `error`."""
    if hit.certain is Verdict.YES:
        return hit.severity or check.severity
    milder = ORDER[min(ORDER.index(check.severity) + 1, len(ORDER) - 1)]
    return max(hit.severity or milder, Severity.WARNING, key=ORDER.index)


def material(index: CoverageIndex) -> frozenset[Material]:
    """What there is to work on."""
    provisions = index.provisions
    facts = {
        Material.DRAFT: index.draft is not None,
        Material.BASE: len(index.readings) > (index.draft is not None),
        Material.DUTIES: bool(index.duties),
        Material.GRANTS: any(p.aid and p.modality is Modality.ENTITLEMENT for p in provisions),
        Material.PARAMETERS: any(p.parameters for p in provisions),
        Material.CITATIONS: any(p.citations for p in provisions) or any(d.repeals for d in index.documents.values()),
    }
    return frozenset(m for m, there in facts.items() if there)


def _position(finding: Finding) -> tuple[int, bool, str, int, str, str]:
    first = finding.hit.evidence[0]
    rank = ORDER.index(finding.severity)
    return (rank, first.side != "draft", first.quote.document, first.quote.start, finding.check.code, finding.id)
