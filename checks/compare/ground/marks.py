"""The marks that part a text: where a clause ends, and where what a sentence says at one go does."""

from __future__ import annotations

import re

PAUSE = re.compile(r"[，。；：]")
"""The marks that part the clauses of a sentence."""
CLAUSE = re.compile(r"[^，。；：]+")
STOP = re.compile(r"[。；\n]")
"""The marks behind which something else is said."""
FULL_STOP = re.compile(r"[。\n]")
"""The marks that end a sentence, or the paragraph."""
SENTENCE = re.compile(r"[^。；\n]+")
ADDED = re.compile(r"（[^（）]{1,6}）")
"""A few words added in brackets (乡镇（街道）)."""


def around(text: str, start: int, end: int, mark: re.Pattern[str] = STOP) -> tuple[str, str]:
    """The words before and behind `start:end`, from one mark to the next: of the sentence, where none is told."""
    first = max((m.end() for m in mark.finditer(text, 0, start)), default=0)
    after = mark.search(text, end)
    return text[first:start], text[end : after.start() if after else len(text)]


def line_start(text: str, at: int) -> int:
    """Where the paragraph begins that an offset stands in."""
    return text.rfind("\n", 0, at) + 1


def line_around(text: str, start: int, end: int) -> str:
    """The paragraph that `start:end` stands in."""
    after = text.find("\n", end)
    return text[line_start(text, start) : after if after >= 0 else len(text)]


def line_span(text: str, at: int) -> tuple[int, int]:
    """Where the paragraph begins and ends that an offset stands in."""
    after = text.find("\n", at)
    return line_start(text, at), after if after >= 0 else len(text)


ETC = r"(?<!(?<![高初])中)(?<![平同均])(?<!高(?=等(?:教育|学校|院校|职业|学历)))等(?![级次待候额])"
"""The word that leaves a list open, and none of 中等偏下, 平等 or 等级."""
