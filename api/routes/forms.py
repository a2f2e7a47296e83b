"""Forms that pages post: the fields as text, and as the values that a step asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.datastructures import FormData

from api.steps import Field
from consultation.case import Stance
from consultation.errors import Refused


async def _posted(request: Request) -> FormData:
    return await request.form()


PostedForm = Annotated[FormData, Depends(_posted)]


def day_in(text: str) -> date | None:
    """The day, None where none is written; raises Refused for what is no date."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused(f"“{text}”不是日期，应写作 2026-03-12 的形式。") from None


def values_in(form: FormData, fields: Iterable[Field]) -> Mapping[str, Any]:
    """What a form gives for the fields of a step. Raises Refused."""
    return {field.name: _value(field, str(form.get(field.name, "")).strip()) for field in fields}


def _value(field: Field, text: str) -> Any:
    if field.kind == "day":
        return day_in(text)
    if field.kind == "stance":
        if text not in {s.value for s in Stance}:
            raise Refused("请选择意见。")
        return Stance(text)
    return text
