"""A report as one HTML file that prints on A4, with nothing loaded from elsewhere."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from api.export.report import FAMILY_WORDS, ROUTE_WORDS, SEVERITY_WORDS, summary_line
from api.marking import marked
from api.pipeline import Report
from kg.naming import cited

PAGE = Path(__file__).parents[1] / "page"


def html(report: Report) -> str:
    """The whole page, its style inside."""
    environment = Environment(loader=FileSystemLoader(PAGE / "templates"), autoescape=True)
    return environment.get_template("report.html").render(
        style=(PAGE / "static" / "style.css").read_text(encoding="utf-8"),
        report=report,
        subject=cited(report.draft.document) if report.draft else "现行文件",
        summary=summary_line(report),
        stretches=list(marked(report.draft.document, report.run.findings)) if report.draft else [],
        cited=lambda name: cited(report.index.documents[name]),
        label=report.index.vocabulary.label,
        severities={s: word for s, (word, _) in SEVERITY_WORDS.items()},
        families=FAMILY_WORDS,
        routes=ROUTE_WORDS,
    )
