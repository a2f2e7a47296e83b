"""信息通报: quarterly reports due on the 10th of the month after the quarter, and major events reported at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from consultation.calendar import china_day, last_finished_quarter, quarter_deadline, quarter_of, quarters
from consultation.errors import Refused
from consultation.events import Event
from consultation.machine import Binding, Machine, Step
from consultation.streams import Streams

HEADINGS = ("政策法规", "工作措施", "经验做法", "实施效果", "存在不足", "工作打算")
REPORT = Machine(
    "信息报送",
    {"": "未报送", "submitted": "已报送", "compiled": "已编入简报"},
    (
        Step("submit", "报送", ("", "submitted"), "submitted", "member", Binding.MUST, "季度报告"),
        Step("compile", "编入简报", ("submitted",), "compiled", "office", Binding.MUST, "工作简报"),
    ),
)


class Due(StrEnum):
    """How a quarterly report stands on a day."""

    PENDING = "pending"
    OVERDUE = "overdue"
    SUBMITTED = "submitted"
    LATE = "late"
    COMPILED = "compiled"


DUE_WORDS = {
    Due.PENDING: "未到期",
    Due.OVERDUE: "逾期未报",
    Due.SUBMITTED: "已报送",
    Due.LATE: "逾期报送",
    Due.COMPILED: "已编入简报",
}


@dataclass(frozen=True, slots=True)
class Report:
    """A quarterly report (key agency-year-quarter) or a major event (key agency-event-number)."""

    key: str
    state: str = ""
    agency: str = ""
    kind: str = ""
    year: int = 0
    quarter: int = 0
    sections: Mapping[str, str] = field(default_factory=dict)
    received: datetime | None = None
    version: int = 0


def apply(report: Report, event: Event) -> Report:
    """The report after one more event."""
    changed = report
    if event.action == "submit":
        data = event.data
        place = {"agency": data["agency"], "kind": data["kind"], "year": data["year"], "quarter": data["quarter"]}
        changed = replace(report, **place, sections=dict(data["sections"]), received=report.received or event.at)
    return replace(changed, state=event.after, version=event.seq)


REPORTS = Streams("report", REPORT, Report, apply)


def submit(
    session: Session, *, agency: str, year: int, quarter: int, sections: Mapping[str, str], by: str, at: datetime
) -> Report:
    """A quarterly report under the six headings; sent again before compilation it replaces the earlier one."""
    unknown = [h for h in sections if h not in HEADINGS]
    if unknown or not any(text.strip() for text in sections.values()):
        raise Refused(f"季度报告应按“{'、'.join(HEADINGS)}”六项填写，且不能全部为空。")
    quarter_deadline(year, quarter)
    key = f"{agency}-{year}-{quarter}"
    data = {"agency": agency, "kind": "quarterly", "year": year, "quarter": quarter, "sections": dict(sections)}
    return REPORTS.act(session, key, REPORTS.find(session, key), "submit", by, at, "", data)


def report_event(session: Session, *, agency: str, title: str, text: str, by: str, at: datetime) -> Report:
    """A major event, reported at once (及时)."""
    if not title.strip() or not text.strip():
        raise Refused("重大情况应写明标题和内容。")
    earlier = sum(r.kind == "event" and r.agency == agency for r in REPORTS.all(session))
    key = f"{agency}-event-{earlier + 1}"
    data = {"agency": agency, "kind": "event", "year": china_day(at).year, "quarter": 0, "sections": {title: text}}
    return REPORTS.act(session, key, Report(key), "submit", by, at, "", data)


def of_quarter(session: Session, year: int, quarter: int) -> list[Report]:
    """Quarterly reports of the quarter, and the major events received in it."""
    return [r for r in REPORTS.all(session) if _belongs(r, year, quarter)]


def _belongs(report: Report, year: int, quarter: int) -> bool:
    if report.kind == "quarterly":
        return (report.year, report.quarter) == (year, quarter)
    return report.received is not None and quarter_of(china_day(report.received)) == (year, quarter)


def standing(session: Session, members: Iterable[str], year: int, quarter: int, day: date) -> dict[str, Due]:
    """How each member's quarterly report stands on `day`."""
    compiled = {r.agency for r in of_quarter(session, year, quarter) if r.kind == "quarterly" and r.state == "compiled"}
    found = punctuality(session, members, year, quarter, day)
    return {agency: Due.COMPILED if agency in compiled else due for agency, due in found.items()}


def punctuality(session: Session, members: Iterable[str], year: int, quarter: int, day: date) -> dict[str, Due]:
    """Whether each member's report came and whether it came in time, compiled by now or not."""
    found = {r.agency: r for r in of_quarter(session, year, quarter) if r.kind == "quarterly"}
    deadline = quarter_deadline(year, quarter)
    return {agency: _due(found.get(agency), deadline, day) for agency in members}


def owed(session: Session, members: Sequence[str], day: date) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Quarters of which reports are missing on `day` and by whom, from the first quarter that anybody reported on."""
    had = {(r.year, r.quarter, r.agency) for r in REPORTS.all(session) if r.kind == "quarterly"}
    last = last_finished_quarter(day)
    first = min((row[:2] for row in had), default=last)
    for year, quarter in quarters(min(first, last), last):
        if missing := tuple(a for a in members if (year, quarter, a) not in had):
            yield year, quarter, missing


def _due(report: Report | None, deadline: date, day: date) -> Due:
    if report is None:
        return Due.OVERDUE if day > deadline else Due.PENDING
    assert report.received is not None
    return Due.LATE if china_day(report.received) > deadline else Due.SUBMITTED
