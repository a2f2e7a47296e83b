"""Findings as RDF: a Finding class of our own that is a SHACL validation result, PROV-O for the run, oa: for places.

Aligned with W3C PROV-O (2013), Web Annotation (2017) and SHACL (2017, section 3.6).
"""

from __future__ import annotations

from collections.abc import Iterator

from api.pipeline import Report
from checks.base import Evidence, Finding, Severity
from kg.ids import BASE, digest, document_iri
from kg.statements import SH, Statement, turtle_of
from ontology.terms import DCT, HS, OA, PROV, RDF

SEVERITIES = {Severity.ERROR: SH + "Violation", Severity.WARNING: SH + "Warning", Severity.INFO: SH + "Info"}


def findings_turtle(report: Report) -> str:
    """One resource a finding, a selector a place, one SHACL report over all."""
    return turtle_of(_statements(report))


def _statements(report: Report) -> Iterator[Statement]:
    subject = report.draft.document.name if report.draft else "audit"
    run = f"{BASE}run/{digest(subject, report.index.at.isoformat())}"
    yield run, RDF + "type", PROV + "Activity"
    yield run, RDF + "type", SH + "ValidationReport"
    yield run, SH + "conforms", not report.run.findings
    yield run, HS + "at", report.index.at
    for finding in report.run.findings:
        yield from _finding(run, finding)


def _finding(run: str, finding: Finding) -> Iterator[Statement]:
    node, hit = f"{BASE}finding/{finding.id}", finding.hit
    yield run, SH + "result", node
    yield node, RDF + "type", HS + "Finding"
    yield node, RDF + "type", SH + "ValidationResult"
    yield node, PROV + "wasGeneratedBy", run
    yield node, DCT + "identifier", (finding.id, "")
    facts = {"check": finding.check.code, "family": finding.check.family, "kind": finding.check.kind}
    for name, value in (facts | {"route": finding.route.value}).items():
        yield node, HS + name, (value, "")
    yield node, SH + "resultSeverity", SEVERITIES[finding.severity]
    yield node, SH + "resultMessage", (hit.message, "zh")
    yield node, SH + "sourceConstraintComponent", f"{BASE}check/{finding.check.code}"
    for kind, ids in (("agency", hit.agencies), ("aid", hit.aid)):
        for id_ in ids:
            yield node, HS + kind, f"https://huishang.example/{kind}/{id_}"
    yield node, SH + "focusNode", hit.evidence[0].provision or document_iri(hit.evidence[0].quote.document)
    for place in hit.evidence:
        yield from _place(node, place)


def _place(node: str, place: Evidence) -> Iterator[Statement]:
    quote = place.quote
    target = f"{node}/{digest(quote.document, str(quote.start), str(quote.end))}"
    yield node, PROV + "used", target
    yield target, RDF + "type", OA + "SpecificResource"
    yield target, OA + "hasSource", document_iri(quote.document)
    yield target, HS + "side", (place.side, "")
    yield target, OA + "hasSelector", f"{target}/selector"
    yield f"{target}/selector", RDF + "type", OA + "TextPositionSelector"
    yield f"{target}/selector", OA + "start", quote.start
    yield f"{target}/selector", OA + "end", quote.end
    yield f"{target}/selector", OA + "exact", (quote.text, "")
