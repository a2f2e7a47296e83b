"""A report as Markdown, for notes and issue trackers."""

from __future__ import annotations

from collections.abc import Iterator

from api.export.report import FAMILY_WORDS, ROUTE_WORDS, SEVERITY_WORDS, summary_line
from api.pipeline import Report
from checks.base import Finding
from kg.naming import cited


def markdown(report: Report) -> str:
    """Head, summary, findings."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    subject = cited(report.draft.document) if report.draft else "现行文件"
    yield f"# {subject}审查报告\n"
    yield f"以 {report.index.at.isoformat()} 的现行规定为准。{summary_line(report)}\n"
    for number, finding in enumerate(report.run.findings, 1):
        yield from _finding(number, finding, report)


def _finding(number: int, finding: Finding, report: Report) -> Iterator[str]:
    word, family = SEVERITY_WORDS[finding.severity][0], FAMILY_WORDS[finding.check.family]
    yield f"## {number}. 【{word}·{family}】{_escaped(finding.hit.message)}\n"
    for place in finding.hit.evidence:
        where = "草案" if place.side == "draft" else cited(report.index.documents[place.quote.document])
        yield f"> {where}{place.locator}：{_escaped(place.quote.text)}\n"
    if finding.suggestion:
        yield f"- 建议：{_escaped(finding.suggestion)}"
    names = "、".join(report.index.vocabulary.label("agency", a) for a in finding.participants)
    yield f"- 去向：{ROUTE_WORDS[finding.route.value]}" + (f"（{names}）" if names else "")
    yield f"- 编号：`{finding.check.code}` `{finding.id}`\n"


def _escaped(text: str) -> str:
    plain = text.replace("\n", " ").replace("&", "&amp;").replace("<", "&lt;")
    return "".join("\\" + c if c in "\\`*_[]#|" else c for c in plain)
