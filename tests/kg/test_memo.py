"""What is worked out once of a reading, for as long as it lives."""

from __future__ import annotations

import gc

from kg.memo import per_reading
from kg.model import Document, Reading


def _reading(text: str) -> Reading:
    return Reading(Document("a.txt", text, ""))


def test_a_reading_is_asked_once() -> None:
    asked: list[str] = []

    @per_reading
    def length(reading: Reading) -> int:
        asked.append(reading.document.text)
        return len(reading.document.text)

    one, two = _reading("一"), _reading("二二")
    assert [length(one), length(two), length(one), length(two)] == [1, 2, 1, 2]
    assert asked == ["一", "二二"]


def test_nothing_is_kept_of_a_reading_that_is_gone() -> None:
    asked: list[str] = []

    @per_reading
    def first(reading: Reading) -> str:
        asked.append(reading.document.text)
        return reading.document.text[0]

    for text in ("甲", "乙", "丙"):  # each may stand where the one before it stood
        assert first(_reading(text)) == text
        gc.collect()
    assert asked == ["甲", "乙", "丙"]
