"""A report after triage: waived findings set aside, only what is new since an earlier run, findings by topic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from api.export.report import SEVERITY_WORDS
from api.pipeline import Aside, Report
from checks.baseline import read_former
from checks.topics import topics
from checks.waivers import apply_waivers, read_waivers


@dataclass(frozen=True, slots=True)
class Triaged:
    """The report with the findings that are left, and sentences on what was set aside."""

    report: Report
    notes: tuple[str, ...] = ()


def triage(report: Report, waivers: Path | None, since: Path | None) -> Triaged:
    """Apply a file of waivers, then an earlier report. Raises UsageError for a file that makes no sense."""
    notes = []
    if waivers is not None:
        waived = apply_waivers(report.run.findings, read_waivers(waivers), date.today())
        report = replace(report.without([f.id for f, _ in waived.aside]), aside=Aside(waived=waived.aside))
        notes.append(f"豁免 {len(waived.aside)} 条。")
        notes += [f"豁免已失效：{w.finding}（{why}）" for w, why in waived.stale]
    if since is not None:
        report = report.since(read_former(since))
        new, known, gone = len(report.run.findings), len(report.aside.known), len(report.aside.gone)
        notes.append(f"与上次相比：新出现 {new} 条，仍存在 {known} 条，已消除 {gone} 条。")
    return Triaged(report, tuple(notes))


def topic_lines(report: Report) -> Iterator[str]:
    """Findings grouped: fifty read as six."""
    for number, topic in enumerate(topics(report.run.findings, report.index.vocabulary), 1):
        worst = SEVERITY_WORDS[topic.findings[0].severity][0]
        yield f"议题{number}　{topic.name}　（{len(topic.findings)} 条，最高级别{worst}）"
        yield from (f"    {f.check.code}　{f.hit.message}" for f in topic.findings)
