"""Findings as comments in the drafter's .docx: what each comment says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from api.export.docx_changes import Change
from api.export.docx_comments import Note, with_comments
from api.export.report import FAMILY_WORDS, ROUTE_WORDS, SEVERITY_WORDS
from api.pipeline import Report
from checks.base import Evidence, Finding
from kg.errors import UsageError
from kg.naming import cited


def commented(report: Report, name: str, data: bytes, suggest: bool = False) -> bytes:
    """The draft's .docx with one comment a finding, at the first place in the draft that the finding rests on.

    `suggest` marks the wording that would settle a finding as a tracked change, where the check knows one.
    """
    return with_comments(name, data, list(notes(report)), changes=list(changes(report)) if suggest else ())


def changes(report: Report) -> Iterator[Change]:
    """Suggested wordings in the draft, of two for the same words only the first."""
    assert report.draft is not None
    taken = 0
    found = {f.hit.revision for f in report.run.findings if f.hit.revision is not None}
    own = (r for r in found if r.old.document == report.draft.document.name)
    for revision in sorted(own, key=lambda r: (r.old.start, r.old.end, r.new)):
        if revision.old.start >= taken:
            taken = revision.old.end
            yield Change(revision.old.start, revision.old.end, revision.new)


def notes(report: Report) -> Iterator[Note]:
    """One note for each finding that has a place in the draft."""
    for finding in report.run.findings:
        own = [e for e in finding.hit.evidence if e.side == "draft"]
        if own:
            yield Note(own[0].quote.start, own[0].quote.end, tuple(lines(finding, own[0], report)))


def lines(finding: Finding, place: Evidence, report: Report) -> Iterator[str]:
    """Message, the other places with their source, suggestion, route, code and fingerprint."""
    word = SEVERITY_WORDS[finding.severity][0]
    yield f"【{word}·{FAMILY_WORDS[finding.check.family]}】{finding.hit.message}"
    for other in finding.hit.evidence:
        if other is not place:
            where = "本草案" if other.side == "draft" else cited(report.index.documents[other.quote.document])
            yield f"{where}{other.locator}：“{other.quote.text}”"
    if finding.suggestion:
        yield f"建议：{finding.suggestion}"
    yield f"去向：{ROUTE_WORDS[finding.route.value]}"
    yield f"〔{finding.check.code} {finding.id}〕"


def write_commented(draft: Path, target: Path, report: Report, suggest: bool = False) -> None:
    """Write the commented copy beside its place, then rename. Raises UsageError where the draft is no .docx."""
    if draft.suffix.lower() != ".docx":
        raise UsageError(f"{draft.name}：只有 .docx 草案可以写回批注。请用 Word 或 WPS 另存为 .docx 后重试。")
    made = commented(report, draft.name, draft.read_bytes(), suggest)
    temporary = target.with_name(f".{target.name}.new")
    temporary.write_bytes(made)
    temporary.replace(target)
