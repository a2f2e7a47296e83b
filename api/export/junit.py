"""Findings as JUnit XML, one test case a check, for build servers."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from api.pipeline import Report
from checks.base import Check, Severity

FAILING = (Severity.ERROR, Severity.WARNING)


def junit(report: Report, checks: Iterable[Check]) -> bytes:
    """A suite whose cases are the checks; findings above a hint are failures, hints stand in the output."""
    suite = etree.Element("testsuite", name="huishang")
    name = report.draft.document.name if report.draft else "audit"
    cases = failures = 0
    for check in checks:
        found = [f for f in report.run.findings if f.check.code == check.code]
        case = etree.SubElement(suite, "testcase", classname=name, name=f"{check.code} {check.title}")
        cases += 1
        grave = [f for f in found if f.severity in FAILING]
        failures += bool(grave)
        if grave:
            failure = etree.SubElement(case, "failure", message=grave[0].hit.message, type=check.name)
            failure.text = "\n".join(f"{f.id} {f.hit.message}" for f in grave)
        hints = [f.hit.message for f in found if f.severity not in FAILING]
        if hints:
            etree.SubElement(case, "system-out").text = "\n".join(hints)
        if check.code in report.run.idle:
            etree.SubElement(case, "skipped", message=report.run.idle[check.code])
    suite.set("tests", str(cases))
    suite.set("failures", str(failures))
    return bytes(etree.tostring(suite, xml_declaration=True, encoding="UTF-8", pretty_print=True))
