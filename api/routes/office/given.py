"""What the office's work takes in requests, as typed models with Chinese descriptions and examples."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from checks.base import Route
from consultation.case import Stance


def _zoned(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("the time needs its zone")
    return moment


IRI = r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*$"
Id = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[\w-]+$")]
Agency = Annotated[str, Field(min_length=1, max_length=60, description="部门编号或者规范名称", examples=["民政部门"])]
OwnAgency = Annotated[
    str,
    Field(
        default="", max_length=60, description="代表的单位；联络员可不写，为本单位", examples=["人力资源社会保障部门"]
    ),
]
Words = Annotated[str, Field(min_length=1, max_length=5000)]
Text = Annotated[str, Field(default="", max_length=1_000_000, description="议定文本全文；写了就重新审查")]
Zoned = Annotated[datetime, AfterValidator(_zoned), Field(examples=["2026-03-12T09:00:00+08:00"])]


def example(**values: Any) -> ConfigDict:
    """An example for the description of the API."""
    return ConfigDict(json_schema_extra={"example": values})


class Given(BaseModel):
    """Anything that is given: no text with a NUL, which no database keeps."""

    @model_validator(mode="before")
    @classmethod
    def _clean(cls, data: Any) -> Any:
        if _has_nul(data):
            raise ValueError("text holds a NUL")
        return data


def _has_nul(data: Any) -> bool:
    if isinstance(data, str):
        return "\0" in data
    if isinstance(data, dict):
        return any(map(_has_nul, (*data.keys(), *data.values())))
    return isinstance(data, list) and any(map(_has_nul, data))


class PlaceIn(Given):
    """A quoted place of a finding; what else a report says of it is kept."""

    model_config = ConfigDict(extra="allow")

    document: str = Field(max_length=300)
    locator: str = Field(max_length=300)
    quote: str = Field(max_length=20_000)
    side: Literal["draft", "base"] = "base"
    provision: str | None = Field(default=None, max_length=300, pattern=IRI)


class FindingIn(Given):
    """A finding as `check` reports it; what else the report says of it is kept."""

    model_config = ConfigDict(extra="allow")

    id: str = Field(min_length=1, max_length=64, pattern=r"^[\w-]+$")
    code: str = Field(max_length=20)
    message: str = Field(min_length=1, max_length=5000)
    severity: Literal["error", "warning", "info"]
    route: Route
    agencies: list[Id] = Field(default=[], max_length=60)
    participants: list[Id] = Field(default=[], max_length=60)
    aid: list[Id] = Field(default=[], max_length=30)
    evidence: list[PlaceIn] = Field(default=[], max_length=200)
    suggestion: str = Field(default="", max_length=5000)


class CaseIn(Given):
    """A new case: from findings of a report, from a draft that was checked here, or from a draft alone."""

    model_config = example(
        title="取暖补贴衔接", initiator="民政部门", draft="某县取暖救助办法（草案）", participants=["残疾人联合会"]
    )

    title: str = Field(min_length=1, max_length=200, description="事项名称")
    initiator: Agency
    draft: str = Field(default="", max_length=300, description="草案名称")
    draft_id: int | None = Field(default=None, ge=1, le=2**31 - 1, description="本人审查过的草案的编号，取其审查报告")
    findings: list[FindingIn] = Field(default=[], max_length=500, description="审查报告中的发现，原样")
    chosen: list[str] = Field(default=[], max_length=500, description="只取这些指纹")
    participants: list[Agency] = Field(default=[], max_length=60, description="参加单位；有发现时由发现确定")


class CirculateIn(Given):
    """To all members."""

    model_config = example(reply_by="2026-03-11")

    reply_by: date | None = Field(default=None, description="反馈期限；不写则按设定的工作日计算")


class OpinionIn(Given):
    """A member's opinion."""

    model_config = example(stance="amend", text="建议明确由民政部门牵头。", finding="")

    agency: OwnAgency
    stance: Stance = Field(description="agree 同意，amend 同意并提修改意见，disagree 不同意，none 无意见")
    text: str = Field(default="", max_length=5000, description="理由或者修改意见")
    finding: str = Field(default="", max_length=64, description="只针对这条发现")


class AgreeIn(Given):
    """Agreement."""

    model_config = example(decision="由民政部门牵头，残联配合。")

    decision: Words
    decided_text: Text


class ReasonIn(Given):
    """A step that must say why."""

    model_config = example(reason="双方对由谁发放意见不一致。")

    reason: Words


class NoteIn(Given):
    """A step that may say why."""

    model_config = example(reason="补充了数据。")

    reason: str = Field(default="", max_length=5000)


class CoordinateIn(Given):
    """Both conditions of coordination by the office."""

    model_config = example(large="两家都主张发放。", overall="涉及全县困难群众取暖。")

    large: Words = Field(description="分歧大的理由")
    overall: Words = Field(description="涉及大局的理由")


class SettleIn(Given):
    """A decision."""

    model_config = example(decision="由民政部门统一发放。", responsible="民政部门", due="2026-06-30")

    decision: Words
    responsible: Agency
    due: date | None = None
    decided_text: Text


class OutcomeIn(Given):
    """The outcome of a finding's own track."""

    model_config = example(finding="6ca3b5fcf279c3a8", outcome="已按上位规定修改。")

    finding: str = Field(min_length=1, max_length=64, description="指纹")
    outcome: Words


class GateIn(Given):
    """A gate moved."""

    model_config = example(gate="合法性审核", status="asked")

    gate: str = Field(min_length=1, max_length=40, description="程序的编号或者名称")
    status: Literal["none", "asked", "passed", "failed"]
    reason: str = Field(default="", max_length=5000, description="未通过的须写原因")


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


class OfficerIn(Given):
    """A liaison officer appointed or changed."""

    model_config = example(name="张某", office="社会救助处", post="副处长", phone="0991-0000000", since="2026-01-01")

    agency: OwnAgency
    name: str = Field(min_length=1, max_length=60)
    office: str = Field(default="", max_length=100, description="处（室）")
    post: str = Field(default="", max_length=60, description="处级职务")
    phone: str = Field(default="", max_length=40)
    since: date | None = Field(default=None, description="任职日期，默认今天")


class ReportIn(Given):
    """A quarterly report under the six headings."""

    model_config = example(year=2026, quarter=1, sections={"工作措施": "走访困难群众。", "存在不足": "基层力量不足。"})

    agency: OwnAgency
    year: int = Field(ge=2000, le=2100)
    quarter: int = Field(ge=1, le=4)
    sections: dict[str, str] = Field(
        max_length=6, description="政策法规、工作措施、经验做法、实施效果、存在不足、工作打算"
    )


class MajorEventIn(Given):
    """A major event."""

    model_config = example(title="雪灾", text="受灾群众已妥善安置。")

    agency: OwnAgency
    title: str = Field(min_length=1, max_length=200)
    text: Words


class BulletinIn(Given):
    """An issue of the bulletin."""

    model_config = example(year=2026, quarter=1, number=1)

    year: int = Field(ge=2000, le=2100)
    quarter: int = Field(ge=1, le=4)
    number: int = Field(default=1, ge=1, le=999, description="第几期")
