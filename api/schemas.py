"""What the API takes and gives, as typed models with Chinese descriptions."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class DraftText(BaseModel):
    """A draft pasted as text."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"name": "草案.txt", "text": "第一条　县民政局负责临时救助工作。", "region": "652325"}
        }
    )

    text: str = Field(min_length=1, max_length=5_000_000, description="草案全文")
    name: str = Field(default="草案.txt", max_length=200, description="文件名")
    at: date | None = Field(default=None, description="以哪一天的现行规定为准")
    region: str | None = Field(default=None, pattern=r"^\d{6}$", description="行政区划代码")


class DocumentOut(BaseModel):
    """A document and what it says of itself."""

    name: str
    title: str
    number: str | None
    level: str | None
    region: str | None
    made: date | None
    effective: date | None
    expires: date | None
    provisions: int


class AgencyOut(BaseModel):
    """An agency of the vocabulary with the number of duties in force."""

    id: str
    label: str
    duties: int


class DutyOut(BaseModel):
    """Who does what for whom, by which clause."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "agency": "medical-security",
                "role": "lead",
                "function": "pay",
                "aid": "medical",
                "groups": [["tekun"]],
                "document": "昌吉州医疗救助实施办法.txt",
                "title": "昌吉回族自治州医疗救助实施办法",
                "locator": "第二条",
                "quote": "州、县（市）医疗保障部门负责医疗救助的组织实施和待遇支付。",
                "provision": "https://huishang.example/provision/0f3a",
                "region": "652300",
                "since": "2022-04-01",
            }
        }
    )

    agency: str
    role: str
    function: str
    aid: str
    groups: list[list[str]]
    document: str
    title: str
    locator: str
    quote: str
    provision: str
    region: str | None
    since: date | None


class ReportOut(BaseModel):
    """The report of a check, as the command line prints it."""

    document: dict[str, Any] | None = None
    counts: dict[str, Any]
    findings: list[dict[str, Any]]
