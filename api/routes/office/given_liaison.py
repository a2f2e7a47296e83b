"""What requests about liaison officers take."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.routes.office.given import Given, OwnAgency, example


class OfficerIn(Given):
    """A liaison officer appointed or changed."""

    model_config = example(name="张某", office="社会救助处", post="副处长", phone="0991-0000000", since="2026-01-01")

    agency: OwnAgency
    name: str = Field(min_length=1, max_length=60)
    office: str = Field(default="", max_length=100, description="处（室）")
    post: str = Field(default="", max_length=60, description="处级职务")
    phone: str = Field(default="", max_length=40)
    since: date | None = Field(default=None, description="任职日期，默认今天")
