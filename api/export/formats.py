"""Every format a report can be printed in, by name; what each is for stands in its own file."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from api.export.report import report_dict, report_lines
from api.pipeline import Report
from api.quantities import quantities
from checks.registry import all_checks
from checks.render import finding_dict


def _text(report: Report) -> str:
    return "\n".join(report_lines(report))


def _json(report: Report) -> str:
    return json.dumps(report_dict(report), ensure_ascii=False, indent=1)


def _jsonl(report: Report) -> str:
    return "\n".join(json.dumps(finding_dict(f), ensure_ascii=False) for f in report.run.findings)


def _sarif(report: Report) -> str:
    from api.export.sarif import sarif

    return json.dumps(sarif(report, all_checks()), ensure_ascii=False, indent=1)


def _junit(report: Report) -> str:
    from api.export.junit import junit

    return junit(report, all_checks()).decode()


def _markdown(report: Report) -> str:
    from api.export.markdown import markdown

    return markdown(report)


def _html(report: Report) -> str:
    from api.export.html import html

    return html(report)


def _csv(report: Report) -> str:
    from api.export.tables import csv_text, findings_table

    return csv_text(findings_table(report))


def _turtle(report: Report) -> str:
    from api.export.findings_rdf import findings_turtle

    return findings_turtle(report)


FORMATS: dict[str, Callable[[Report], str]] = {
    "text": _text,
    "json": _json,
    "jsonl": _jsonl,
    "sarif": _sarif,
    "junit": _junit,
    "markdown": _markdown,
    "html": _html,
    "csv": _csv,
    "turtle": _turtle,
}


def rendered(report: Report, form: str) -> str:
    """The report in one of FORMATS."""
    return FORMATS[form](report)


def workbook(report: Report) -> bytes:
    """Findings and every quantity in force as .xlsx."""
    from api.export.tables import findings_table, parameters_table, xlsx

    vocabulary = report.index.vocabulary
    return xlsx(findings_table(report), parameters_table(quantities(report.index), vocabulary))


def rendered_many(reports: Sequence[Report], form: str) -> str:
    """Several reports: a JSON array, one SARIF log with a run each, else one after the other."""
    if form == "json":
        return json.dumps([report_dict(r) for r in reports], ensure_ascii=False, indent=1)
    if form == "sarif":
        logs = [json.loads(_sarif(r)) for r in reports]
        return json.dumps(
            logs[0] | {"runs": [run for log in logs for run in log["runs"]]}, ensure_ascii=False, indent=1
        )
    return "\n\n".join(rendered(r, form) for r in reports)
