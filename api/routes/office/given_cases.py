"""What requests about cases take: findings of a report, opinions, decisions, gates."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field

from api.routes.office.given import Agency, Given, Id, OwnAgency, Text, Words, example
from checks.base import Route
from consultation.case import Stance

IRI = r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*$"


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
