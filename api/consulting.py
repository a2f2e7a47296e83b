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
from consultation.calendar import china_day
from consultation.case import Case
from consultation.caselog import load, load_many
from consultation.errors import Refused
from consultation.letters.meeting_letters import agenda, cancellation, change_notice, minutes, notice
from consultation.letters.words import Words
from consultation.liaison import officers_on
from consultation.meeting import Meeting
from consultation.meetings import by_topic
from consultation.tracks import record_recheck
from ingest.readers.source import open_bytes
from kg.errors import UsageError
from ontology.gates import Gate, load_gates
from ontology.vocabulary import Vocabulary

TELLING = {"change": change_notice, "cancellation": cancellation}  # that what members had notice of is so no more
MEETING_LETTERS = {
    "notice": "会议通知",
    "change": "会议改期通知",
    "cancellation": "会议取消通知",
    "agenda": "议题清单",
    "minutes": "会议纪要",
}


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
        bulletin_to=settings.bulletin_to.rstrip("。"),
        members=members_of(settings),
    )


def members_of(settings: Settings) -> tuple[str, ...]:
    """Member agencies, as the settings list them."""
    return tuple(m.strip() for m in settings.members.split(",") if m.strip())


def topic_name(vocabulary: Vocabulary, topic: str) -> str:
    """The Chinese name of a case's topic, which is the id of an aid or the office's own word."""
    return vocabulary.label("aid", topic) if topic else "其他事项"


def gates_of(settings: Settings) -> tuple[Gate, ...]:
    """Gates before issue in use, in their order. Raises UsageError for one that is not known."""
    wanted = [g.strip() for g in settings.gates.split(",") if g.strip()]
    if unknown := [w for w in wanted if not any(w in (g.id, g.name) for g in load_gates())]:
        able = "、".join(g.name for g in load_gates())
        raise UsageError(f"没有名为“{'、'.join(unknown)}”的出台前程序。请在设定 gates 中改用：{able}。")
    return tuple(g for g in load_gates() if g.id in wanted or g.name in wanted)


def meeting_letter(
    session: Session, meeting: Meeting, kind: str, words: Words, vocabulary: Vocabulary, day: date
) -> bytes:
    """会议通知, 会议改期通知, 会议取消通知, 议题清单 or 会议纪要 (`kind` of MEETING_LETTERS) as of `day`, as a .docx.

    Raises Refused for a change of which nobody has to be told.
    """
    if kind in TELLING:
        if not (meeting.former if kind == "change" else meeting.called_off):
            raise Refused(f"会议通知发出后没有这一变化，没有{MEETING_LETTERS[kind]}。")
        return TELLING[kind](meeting, words, day, officers_on(session, meeting.invited, day))
    found = load_many(session, meeting.agenda)
    if kind == "minutes":
        return minutes(meeting, {c.number: c for c in found}, words, day)
    topics = [(topic_name(vocabulary, topic), listed) for topic, listed in by_topic(found)]
    if kind == "agenda":
        return agenda(meeting, topics, words, day)
    return notice(meeting, topics, words, day, officers_on(session, meeting.invited, day))


def agency_of(vocabulary: Vocabulary, value: str) -> str:
    """An agency's id from its id or its Chinese name. Raises UsageError where there is none."""
    if value in vocabulary.of("agency"):
        return value
    for surface, id_ in vocabulary.surfaces("agency"):
        if surface == value:
            return id_
    raise UsageError(f"词表里没有部门“{value}”。请改用部门的编号或规范名称。")


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
    if chosen and not findings:
        raise Refused("报告中没有所选的发现。请核对指纹。")
    draft = (report.get("document") or {}).get("title", "")
    topic = findings[0]["aid"][0] if findings and findings[0]["aid"] else ""
    return cases.open_case(
        session, title=title, initiator=initiator, findings=findings, draft=draft, topic=topic, by=by, at=at
    )


def recheck_decided(session: Session, number: int, library: Library, *, by: str, at: datetime) -> Rechecked | None:
    """Check the decided text of a case and put the outcome on record; None where no text was decided."""
    case = load(session, number)
    text = case.decision.decided_text if case.decision else ""
    if not text.strip():
        return None
    found = recheck(case, library, text, china_day(at))
    record_recheck(session, number, settled=found.settled, standing=found.standing, new=found.new, by=by, at=at)
    return found


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
