"""A report after triage: waived findings set aside, only what is new since an earlier run, findings by topic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from api.export.report import SEVERITY_WORDS
from api.pipeline import Report
from checks.baseline import compare, read_ids
from checks.topics import topics
from checks.waivers import apply_waivers, read_waivers


@dataclass(frozen=True, slots=True)
class Triaged:
    """The report with the findings that are left, and sentences on what was set aside."""

    report: Report
    notes: tuple[str, ...] = ()


def triage(report: Report, waivers: Path | None, since: Path | None) -> Triaged:
    """Apply a file of waivers, then an earlier report. Raises UsageError for a file that makes no sense."""
    findings, notes = report.run.findings, []
    if waivers is not None:
        waived = apply_waivers(findings, read_waivers(waivers), date.today())
        findings = tuple(waived.open)
        notes.append(f"豁免 {len(waived.aside)} 条。")
        notes += [f"豁免已失效：{w.finding}（{why}）" for w, why in waived.stale]
    if since is not None:
        change = compare(findings, read_ids(since))
        findings = change.new
        new, known, gone = len(change.new), len(change.known), len(change.gone)
        notes.append(f"与上次相比：新出现 {new} 条，仍存在 {known} 条，已消除 {gone} 条。")
    return Triaged(replace(report, run=replace(report.run, findings=tuple(findings))), tuple(notes))


def topic_lines(report: Report) -> Iterator[str]:
    """Findings grouped: fifty read as six."""
    for number, topic in enumerate(topics(report.run.findings, report.index.vocabulary), 1):
        worst = SEVERITY_WORDS[topic.findings[0].severity][0]
        yield f"议题{number}　{topic.name}　（{len(topic.findings)} 条，最高级别{worst}）"
        yield from (f"    {f.check.code}　{f.hit.message}" for f in topic.findings)
