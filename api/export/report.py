"""A report as the contract's JSON, and as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from api.pipeline import Report
from api.reading import provisions_of
from checks.base import Finding, Severity
from checks.render import finding_dict
from kg.model import Document
from kg.naming import called, cited

SEVERITY_WORDS = {
    Severity.ERROR: ("严重", "red"),
    Severity.WARNING: ("提醒", "yellow"),
    Severity.INFO: ("提示", "blue"),
}
ROUTE_WORDS = {
    "drafter": "起草单位自行修改",
    "legality": "合法性审核",
    "consultation": "政策会商",
    "office": "办公室协调",
    "joint-conference": "联席会议",
    "staffing": "机构编制程序",
}
FAMILY_WORDS = {"overlap": "交叉", "gap": "空白", "conflict": "冲突"}


def report_dict(report: Report) -> dict[str, Any]:
    """The contract's object for `check` (with `document`) and `audit` (without)."""
    made: dict[str, Any] = {}
    if report.draft is not None:
        document = report.draft.document
        made["document"] = {
            "name": document.name,
            "title": document.title,
            "issuer": document.issuer_ids[0] if document.issuer_ids else None,
            "region": document.region,
            "level": document.level,
            "date": document.made.isoformat() if document.made else None,
        }
    made["counts"] = counts(report)
    made["findings"] = [placed(finding_dict(f), report.index.documents) for f in report.run.findings]
    return made


def placed(finding: dict[str, Any], documents: Mapping[str, Document]) -> dict[str, Any]:
    """A finding whose places carry the titles of their documents, as letters quote them, and the page of a PDF."""
    return finding | {"evidence": [e | _place(documents[e["document"]], e["start"]) for e in finding["evidence"]]}


def _place(document: Document, start: int) -> dict[str, Any]:
    page = document.page(start)
    return {"title": called(document)} | ({"page": page} if page else {})


def counts(report: Report) -> dict[str, Any]:
    """How much was looked at."""
    return {
        "provisions": len(report.draft.provisions) if report.draft else 0,
        "base_documents": len(report.base.readings),
        "base_provisions": provisions_of(report.base.readings),
        "pairs": report.run.pairs,
        "skipped": dict(report.run.skipped),
        "idle": dict(report.run.idle),
        "unread": [reason for _, reason in report.base.failures],
        "silent": len(report.draft.silent) if report.draft else 0,
    }


def report_lines(report: Report) -> Iterator[str]:
    """Findings, gravest first, both clauses quoted, then what was looked at."""
    for number, finding in enumerate(report.run.findings, 1):
        yield from finding_lines(number, finding, report)
        yield ""
    yield summary_line(report)


def finding_lines(number: int, finding: Finding, report: Report) -> Iterator[str]:
    """One finding."""
    word, colour = SEVERITY_WORDS[finding.severity]
    family = FAMILY_WORDS[finding.check.family]
    head = click.style(f"{number}. 【{word}·{family}】", fg=colour, bold=True)
    yield f"{head}{finding.hit.message}（{finding.check.code} {finding.id}）"
    for place in finding.hit.evidence:
        side = "草案" if place.side == "draft" else "现行"
        title = cited(report.index.documents[place.quote.document])
        page = report.index.documents[place.quote.document].page(place.quote.start)
        yield f"   {side}{title}{place.locator}{f'（第{page}页）' if page else ''}：“{place.quote.text}”"
    if finding.suggestion:
        yield f"   建议：{finding.suggestion}"
    names = [report.index.vocabulary.label("agency", a) for a in finding.participants]
    yield f"   去向：{ROUTE_WORDS[finding.route.value]}" + (f"；参加单位：{'、'.join(names)}" if names else "")


def summary_line(report: Report) -> str:
    """One line that says how much was looked at, so that a zero means something."""
    by = {s: sum(f.severity is s for f in report.run.findings) for s in Severity}
    found = "、".join(f"{SEVERITY_WORDS[s][0]} {n} 条" for s, n in by.items())
    size = counts(report)
    draft = f"草案 {size['provisions']} 条规定，" if report.draft else ""
    return (
        f"共 {len(report.run.findings)} 条发现（{found}）。{draft}对照现行文件 {size['base_documents']} 份、"
        f"规定 {size['base_provisions']} 条，比较 {size['pairs']} 对，运行检查 {len(report.run.ran)} 项。"
    )
