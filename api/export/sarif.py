"""Findings as SARIF 2.1.0 (OASIS, 2020), for code-review tools and editors.

Regions count Unicode code points (`columnKind`). Waived findings carry a suppression; against an earlier run each
result says new, unchanged or absent (`Report.aside`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from api.pipeline import Report
from checks.base import Check, Evidence, Finding, Severity
from checks.baseline import Former
from checks.waivers import Waiver
from kg.naming import cited

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif(report: Report, checks: Iterable[Check]) -> dict[str, Any]:
    """The log of one run: findings still open, those an earlier run had, those waived, those gone."""
    aside = report.aside
    results = [_result(f, report) | _state(report, "new") for f in report.run.findings]
    results += [_result(f, report) | _state(report, "unchanged") for f in aside.known]
    results += [_result(f, report) | _suppressed(w) for f, w in aside.waived]
    results += [_absent(f) for f in aside.gone]
    driver = {"name": "huishang", "fullName": "会商", "rules": [_rule(c) for c in checks]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(check: Check) -> dict[str, Any]:
    return {
        "id": check.code,
        "name": check.name,
        "shortDescription": {"text": check.title},
        "fullDescription": {"text": check.rationale or check.title},
        "help": {"text": check.suggestion or check.title},
        "defaultConfiguration": {"level": LEVELS[check.severity]},
    }


def _state(report: Report, state: str) -> dict[str, Any]:
    """How a result stands to the earlier run, where there was one."""
    return {"baselineState": state} if report.aside.compared else {}


def _suppressed(waiver: Waiver) -> dict[str, Any]:
    said = f"{waiver.reason}（{waiver.who}，至{waiver.until.isoformat()}）"
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": said}]}


def _absent(former: Former) -> dict[str, Any]:
    return {
        "ruleId": former.code or "unknown",
        "message": {"text": former.message or "上次检查有、本次已经消除的发现。"},
        "partialFingerprints": {"huishang/v1": former.id},
        "baselineState": "absent",
    }


def _result(finding: Finding, report: Report) -> dict[str, Any]:
    own = [e for e in finding.hit.evidence if e.side == "draft"] or list(finding.hit.evidence)
    others = [e for e in finding.hit.evidence if e not in own]
    return {
        "ruleId": finding.check.code,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.hit.message},
        "locations": [_location(own[0], report)],
        "relatedLocations": [_location(e, report, n) for n, e in enumerate((*own[1:], *others), 1)],
        "partialFingerprints": {"huishang/v1": finding.id},
        "properties": {"route": finding.route.value, "suggestion": finding.suggestion},
    }


def _location(place: Evidence, report: Report, id_: int | None = None) -> dict[str, Any]:
    document = report.index.documents[place.quote.document]
    lines = [0, *(i + 1 for i, c in enumerate(document.text) if c == "\n")]
    region = _region(place, lines)
    made: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": quote(document.name)}, "region": region},
        "logicalLocations": [{"fullyQualifiedName": f"{cited(document)}{place.locator}"}],
        "message": {"text": f"{cited(document)}{place.locator}"},
    }
    return made | ({"id": id_} if id_ is not None else {})


def _region(place: Evidence, lines: list[int]) -> dict[str, Any]:
    first, last = (bisect_right(lines, o) for o in (place.quote.start, place.quote.end))
    return {
        "startLine": first,
        "startColumn": place.quote.start - lines[first - 1] + 1,
        "endLine": last,
        "endColumn": place.quote.end - lines[last - 1] + 1,
        "charOffset": place.quote.start,
        "charLength": place.quote.end - place.quote.start,
        "snippet": {"text": place.quote.text},
    }
