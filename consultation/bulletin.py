"""信息通报: the bulletin compiled from the quarter's reports, with open and closed cases and coverage that changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from consultation import cases
from consultation.errors import Refused
from consultation.letters.layout import Letter
from consultation.letters.words import Words
from consultation.reports import DUE_WORDS, HEADINGS, REPORTS, Due, Report, standing

RECIPIENTS = ("各级党委、政府", "各成员单位", "有关新闻媒体")


@dataclass(frozen=True, slots=True)
class CoverageChange:
    """A cell of the coverage matrix that is led otherwise than a quarter ago."""

    region: str
    aid: str
    group: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One issue: what was reported, what is missing, how the cases stand."""

    year: int
    quarter: int
    reports: tuple[Report, ...]
    events: tuple[Report, ...]
    due: dict[str, Due]
    opened: int
    closed: int
    pending: int
    coverage: tuple[CoverageChange, ...] = ()


def compile_bulletin(
    session: Session,
    *,
    members: Sequence[str],
    year: int,
    quarter: int,
    by: str,
    at: datetime,
    coverage: Iterable[CoverageChange] = (),
) -> Bulletin:
    """Mark the quarter's reports as compiled and give the issue; raises Refused where nothing was reported."""
    due = standing(session, members, year, quarter, at.date())
    found = [r for r in REPORTS.all(session) if _belongs(r, year, quarter)]
    if not found:
        raise Refused(f"{year} 年第 {quarter} 季度没有任何报送，不能编印简报。")
    compiled = [
        REPORTS.act(session, r.key, r, "compile", by, at) if r.state == "submitted" else r
        for r in sorted(found, key=lambda r: r.key)
    ]
    counts = Counter(_phase(row.state) for row in cases.list_cases(session, limit=1_000_000))
    reports = tuple(r for r in compiled if r.kind == "quarterly")
    events = tuple(r for r in compiled if r.kind == "event")
    total = sum(counts.values())
    return Bulletin(year, quarter, reports, events, due, total, counts["closed"], counts["open"], tuple(coverage))


def letter(bulletin: Bulletin, words: Words, number: int = 1) -> bytes:
    """简报: by heading, not by member, then events, cases, coverage, standing and the distribution list."""
    paper = Letter()
    paper.title(words.bulletin)
    paper.number(f"{bulletin.year} 年第 {number} 期")
    position = 0
    for heading in HEADINGS:
        said = [(r.agency, r.sections[heading]) for r in bulletin.reports if r.sections.get(heading, "").strip()]
        if said:
            position += 1
            paper.heading(position, heading)
            for n, (agency, text) in enumerate(said, 1):
                paper.item(n, f"{words.name(agency)}：{text}")
    position = _events(paper, bulletin, words, position)
    paper.heading(position + 1, "会商情况")
    paper.text(f"累计立项 {bulletin.opened} 件，办结 {bulletin.closed} 件，在办 {bulletin.pending} 件。")
    position = _coverage(paper, bulletin, words, position + 1)
    paper.heading(position + 1, "报送情况")
    for state in Due:
        named = [a for a, d in bulletin.due.items() if d is state]
        if named:
            paper.text(f"{DUE_WORDS[state]}：{words.names(named)}。")
    paper.text(f"报送：{'；'.join(RECIPIENTS)}。")
    return paper.bytes()


def _events(paper: Letter, bulletin: Bulletin, words: Words, position: int) -> int:
    if not bulletin.events:
        return position
    paper.heading(position + 1, "重大情况")
    for n, report in enumerate(bulletin.events, 1):
        for title, text in report.sections.items():
            paper.item(n, f"{title}（{words.name(report.agency)}）：{text}")
    return position + 1


def _coverage(paper: Letter, bulletin: Bulletin, words: Words, position: int) -> int:
    if not bulletin.coverage:
        return position
    paper.heading(position + 1, "覆盖变化")
    for n, change in enumerate(bulletin.coverage, 1):
        before, after = (words.names(x) or "无人牵头" for x in (change.before, change.after))
        paper.item(n, f"{change.region}{change.group}的{change.aid}：由“{before}”变为“{after}”。")
    return position + 1


def _belongs(report: Report, year: int, quarter: int) -> bool:
    if report.kind == "quarterly":
        return (report.year, report.quarter) == (year, quarter)
    return report.received is not None and (report.received.year, (report.received.month + 2) // 3) == (year, quarter)


def _phase(state: str) -> str:
    return "closed" if state in ("closed", "withdrawn", "escalated") else "open"
