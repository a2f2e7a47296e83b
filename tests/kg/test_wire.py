from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from ingest.reading import read_text
from kg.enums import Level, Role, Verdict
from kg.errors import UnreadableDocument
from kg.model import Groups, Period, Quote
from kg.wire import received, sent
from ontology.vocabulary import load_vocabulary


@dataclass
class Counted:
    """A dataclass with a field that its maker does not take."""

    name: str
    seen: int = field(default=0, init=False)


@pytest.mark.parametrize(
    "value",
    [
        None,
        ("文件", 1, 2.5, date(2026, 8, 1)),
        Verdict.UNKNOWN,
        Role.LEAD,
        Level.COUNTY,
        Groups(),
        Groups((("dibao",), ("disabled", "poor"))),
        Period(date(2026, 8, 1), None),
        Quote("a.txt", 3, 7, "应当救助"),
        Counted("a"),
        {"a": [Quote("a.txt", 0, 1, "应")]},
    ],
)
def test_values_come_back_equal(value: Any) -> None:
    back = received(sent(value))
    assert back == value
    assert type(back) is type(value)


def test_fields_a_maker_does_not_take_are_kept() -> None:
    value = Counted("a")
    value.seen = 7
    assert received(sent(value)).seen == 7


def test_errors_come_back() -> None:
    back = received(sent(UnreadableDocument("读不了")))
    assert isinstance(back, UnreadableDocument)
    assert str(back) == "读不了"


def test_whole_reading_comes_back() -> None:
    text = "第一条 县级人民政府民政部门负责最低生活保障的审核确认工作，应当自受理之日起30日内作出决定。\n"
    reading = read_text("a.txt", text, "", load_vocabulary())
    assert reading.provisions
    assert received(sent(reading)) == reading
