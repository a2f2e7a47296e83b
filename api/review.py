"""A draft as its reviewer sees it: what is open by topic, what was set aside and why, what changed since before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Any

from sqlalchemy.orm import Session

from api import drafts
from api.export.annotate import commented
from api.export.as_word import as_word
from api.export.formats import rendered, workbook
from api.library import Library
from api.pipeline import Aside, Report
from checks.base import Finding
from checks.baseline import Former, compare
from checks.topics import Topic, topics
from checks.waivers import Waived, apply_waivers
from consultation.models import DraftRow
from consultation.waivers import waivers_of


@dataclass(frozen=True, slots=True)
class Review:
    """`report` holds every finding, `opened` those that are not waived; numbers count the open ones from 1."""

    row: DraftRow
    report: Report
    waived: Waived
    topics: tuple[Topic, ...]

    @property
    def opened(self) -> Report:
        """The report without what was set aside, which stands beside it."""
        return replace(self.report.without(self.reasons), aside=Aside(waived=self.waived.aside))

    @property
    def numbers(self) -> dict[str, int]:
        """Number of each open finding by fingerprint."""
        return {f.id: number for number, f in enumerate(self.waived.open, 1)}

    @property
    def reasons(self) -> dict[str, str]:
        """Why each waived finding was set aside."""
        return {f.id: f"{w.reason}（{w.who}，至{w.until.isoformat()}）" for f, w in self.waived.aside}


@dataclass(frozen=True, slots=True)
class Progressed:
    """Two versions of a draft by their findings: new, still there, gone (as they were reported then)."""

    new: tuple[Finding, ...]
    still: tuple[Finding, ...]
    gone: tuple[Mapping[str, Any], ...]


def formers(before: DraftRow) -> tuple[Former, ...]:
    """The findings of an earlier version, as they were reported then."""
    return tuple(map(Former.of, before.report["findings"]))


def review(session: Session, library: Library, row: DraftRow, today: date) -> Review:
    """The draft checked against what is in force now, its owner's waivers applied."""
    report = drafts.again(row, library)
    waived = apply_waivers(report.run.findings, waivers_of(session, row.owner), today)
    present = {f.id for f in report.run.findings}
    waived = replace(waived, stale=tuple((w, why) for w, why in waived.stale if w.finding in present))
    return Review(row, report, waived, topics(waived.open, library.vocabulary))


def progressed(now: Report, before: DraftRow) -> Progressed:
    """What became of the findings of an earlier version."""
    old = {f["id"]: f for f in before.report["findings"]}
    found = compare(now.run.findings, formers(before))
    return Progressed(found.new, found.known, tuple(old[f.id] for f in found.gone))


def report_file(seen: Review, form: str, library: Library, before: DraftRow | None) -> bytes | str:
    """The report as a file: docx, xlsx or one of FORMATS; what was waived is left out, in SARIF shown as suppressed."""
    if form == "docx":
        return _word(seen, library)
    if form == "xlsx":
        return workbook(seen.opened)
    if form == "sarif" and before:
        return rendered(seen.opened.since(formers(before)), form)
    return rendered(seen.opened, form)


def _word(seen: Review, library: Library) -> bytes:
    """The drafter's own .docx with comments; a draft that came otherwise is written as a .docx first."""
    name = PurePath(seen.row.name)
    if name.suffix.lower() == ".docx":
        return commented(seen.opened, seen.row.name, seen.row.content)
    assert seen.report.draft is not None
    data = as_word(seen.report.draft.document)
    again = library.check_kept(f"{name.stem}.docx", data, seen.report.index.at, seen.report.index.region)
    return commented(again.without(seen.reasons), f"{name.stem}.docx", data)
