"""What the page of one draft shows: its text marked, its findings by topic, what changed since the version before."""

from __future__ import annotations

from typing import Any

from api.export.report import summary_line
from api.marking import GRAVITY, marked
from api.review import Review, progressed
from checks.base import Finding
from consultation.models import DraftRow
from kg.naming import called, cited


def draft_context(seen: Review, before: DraftRow | None) -> dict[str, Any]:
    """For the template `draft`."""
    report, findings = seen.report, seen.waived.open
    assert report.draft is not None
    change = progressed(report, before) if before else None
    return {
        "draft": seen.row,
        "report": report,
        "findings": findings,
        "waived": seen.waived,
        "topics": seen.topics,
        "numbers": seen.numbers,
        "counts": {s: sum(f.severity.value == s for f in findings) for s in GRAVITY},
        "stretches": list(marked(report.draft.document, findings)),
        "title": lambda name: cited(report.index.documents[name]),
        "sides": lambda finding: sides(finding, report.index.documents),
        "summary": summary_line(report),
        "subject": called(report.draft.document),
        "progressed": change,
        "fresh": {f.id for f in change.new} if change else set(),
    }


def sides(finding: Finding, documents: Any) -> tuple[str, str]:
    """What the two columns of a comparison are called: the draft and the document, or two clauses of one."""
    places = finding.hit.evidence
    first, second = places[0], next((e for e in places if e.quote.document != places[0].quote.document), places[-1])
    words = [("草案" if e.side == "draft" else cited(documents[e.quote.document])) for e in (first, second)]
    if words[0] == words[1]:
        words = [f"{w}{e.locator}" for w, e in zip(words, (first, second), strict=True)]
    return words[0], words[1]
