"""Waivers that follow from decisions: what was decided to stay is not reported again, with the decision as the reason.

A decided text that was checked again leaves what still stands; without one all findings of the case were decided on.
Left out: findings at odds with a higher rule or with statutory powers, which no decision of the members waives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from checks.waivers import Waiver
from consultation.calendar import china_day
from consultation.case import Case

LASTS = timedelta(days=365)  # where the decision names no date
NOT_WAIVED = ("legality", "staffing")


def waivers_of_decisions(cases: Iterable[Case]) -> Iterator[Waiver]:
    """One waiver for each finding that a decision left standing, until the decision's date or for a year."""
    for case in cases:
        if case.decision is None or case.state not in ("agreed", "settled", "closed"):
            continue
        until = case.decision.due or _year_after(case)
        for finding in _left(case):
            yield Waiver(finding, f"第 {case.number} 号会商事项议定：{case.decision.text}", _who(case), until)


def _left(case: Case) -> Iterator[str]:
    barred = {f.id for f in case.findings if f.route in NOT_WAIVED}
    left = (id_ for id_, _ in case.recheck.standing) if case.recheck else (f.id for f in case.findings)
    return (id_ for id_ in left if id_ not in barred)


def _who(case: Case) -> str:
    if case.decision and case.decision.meeting is not None:
        return f"第 {case.decision.meeting} 次联席会议"
    return "各成员单位协商一致" if case.decision and not case.decision.responsible else "领导小组办公室协调"


def _year_after(case: Case) -> date:
    assert case.decision is not None
    return china_day(case.decision.at) + LASTS
