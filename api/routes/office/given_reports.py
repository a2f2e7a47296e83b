"""What requests about quarterly reports, major events and the bulletin take."""

from __future__ import annotations

from pydantic import Field

from api.routes.office.given import Given, OwnAgency, Words, example


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
