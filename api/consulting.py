"""From a finding to a case and back: what joins the checks to the consultation records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from api.library import Library
from api.settings import Settings
from checks.render import finding_dict
from consultation import cases
from consultation.case import Case
from consultation.letters.words import Words
from ingest.readers.source import open_bytes
from ontology.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Rechecked:
    """What a decided text does to the findings of its case."""

    settled: tuple[str, ...]  # fingerprints that are gone
    standing: tuple[Mapping[str, Any], ...]  # findings that still stand
    new: tuple[Mapping[str, Any], ...]  # findings that came with the decided text


def words_of(vocabulary: Vocabulary, settings: Settings) -> Words:
    """Names for letters."""
    return Words(
        name=lambda agency: vocabulary.label("agency", agency),
        office=settings.office,
        group=settings.group,
        office_agency=settings.office_agency,
        members=members_of(settings),
    )


def members_of(settings: Settings) -> tuple[str, ...]:
    """Member agencies, as the settings list them."""
    return tuple(m.strip() for m in settings.members.split(",") if m.strip())


def open_from_report(
    session: Session,
    report: Mapping[str, Any],
    chosen: Sequence[str],
    *,
    title: str,
    initiator: str,
    by: str,
    at: datetime,
) -> Case:
    """A case from a report of `check` or `audit`: the findings whose fingerprints begin as `chosen`, or all."""
    findings = [f for f in report["findings"] if not chosen or any(f["id"].startswith(c) for c in chosen)]
    draft = (report.get("document") or {}).get("title", "")
    topic = findings[0]["aid"][0] if findings and findings[0]["aid"] else ""
    return cases.open_case(
        session, title=title, initiator=initiator, findings=findings, draft=draft, topic=topic, by=by, at=at
    )


def recheck(case: Case, library: Library, text: str, at: date | None = None) -> Rechecked:
    """Run the checks on the decided text and say what of the case still stands."""
    report = library.check(open_bytes("议定文本.txt", text.encode()), at)
    now = {f.id: finding_dict(f) for f in report.run.findings}
    before = {f.id: f for f in case.findings}
    alike = {(f.code, f.agencies, f.aid): f.id for f in case.findings}
    standing = {i: d for i, d in now.items() if i in before or _key(d) in alike}
    gone = [i for i, f in before.items() if i not in now and (f.code, f.agencies, f.aid) not in map(_key, now.values())]
    fresh = tuple(d for i, d in now.items() if i not in standing and d["severity"] != "info")
    return Rechecked(tuple(gone), tuple(standing.values()), fresh)


def _key(finding: Mapping[str, Any]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return finding["code"], tuple(finding["agencies"]), tuple(finding["aid"])
