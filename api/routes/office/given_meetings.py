"""What requests about meetings take: agenda, leave, who was there, decisions and their progress."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from api.routes.office.given import Agency, Given, OwnAgency, Text, Words, Zoned, example


class MeetingIn(Given):
    """A meeting to be held."""

    model_config = example(kind="regular", title="第一次联席会议", when="2026-03-12T09:00:00+08:00", place="三楼会议室")

    kind: Literal["regular", "ad-hoc", "liaison"] = Field(default="regular", description="定期、临时、联络员会议")
    title: str = Field(min_length=1, max_length=200)
    when: Zoned = Field(description="时间，写明时区")
    place: str = Field(min_length=1, max_length=200)


class AgendaIn(Given):
    """Which cases a meeting takes up."""

    model_config = example(cases=[1, 2])

    cases: list[Annotated[int, Field(ge=1, le=2**31 - 1)]] | None = Field(
        default=None, max_length=1000, description="事项编号；不写则全部已提请的"
    )


class PostponeIn(Given):
    """Another time, another place, or both."""

    model_config = example(when="2026-03-19T09:00:00+08:00", place="五楼会议室", reason="与自治区会议时间冲突。")

    when: Zoned = Field(description="新的时间，写明时区")
    place: str = Field(default="", max_length=200, description="新的地点；不写则不变")
    reason: Words


class LeaveIn(Given):
    """Leave, before the meeting."""

    model_config = example(reason="参加自治区会议。")

    agency: OwnAgency
    reason: Words


class HoldIn(Given):
    """Who was there."""

    model_config = example(present=["民政部门", "财政部门"])

    present: list[Agency] | None = Field(default=None, max_length=100, description="不写则为全部未请假单位")


class MeetingDecisionIn(Given):
    """A decision of a meeting."""

    model_config = example(text="由民政部门统一发放。", responsible="民政部门", due="2026-06-30", case=1)

    text: Words
    responsible: Agency
    due: date = Field(description="完成期限")
    case: int | None = Field(default=None, ge=1, le=2**31 - 1, description="所议定的事项")
    decided_text: Text


class ProgressIn(Given):
    """A decision reported done."""

    model_config = example(decision=1, done="已印发。")

    decision: int = Field(ge=1, le=1000, description="第几项议定事项")
    done: Words
