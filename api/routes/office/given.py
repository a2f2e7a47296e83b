"""What requests of the office's work have in common, as typed models with Chinese descriptions and examples."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator


def _zoned(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("the time needs its zone")
    return moment


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


class ReasonIn(Given):
    """A step that must say why."""

    model_config = example(reason="双方对由谁发放意见不一致。")

    reason: Words


class NoteIn(Given):
    """A step that may say why."""

    model_config = example(reason="补充了数据。")

    reason: str = Field(default="", max_length=5000)
