"""Comparisons with a published line and no number: 收入低于当地最低生活保障标准 is `< 1 倍` of that line.

Only lines the vocabulary knows count (`hs:line`); another benefit, a cost or 平均生活水平 is no line, nor is
按…标准执行. 低于…的差额 measures a payment and sets no line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.extract.figures.cues import cue, line
from ingest.extract.figures.quantities import Quantity

_OPS = {
    "不低于": ">=",
    "不得低于": ">=",
    "不应低于": ">=",
    "不能低于": ">=",
    "不少于": ">=",
    "不超过": "<=",
    "不得超过": "<=",
    "未超过": "<=",
    "不高于": "<=",
    "不得高于": "<=",
    "低于": "<",
    "未达到": "<",
    "达不到": "<",
    "不足": "<",
    "高于": ">",
    "超过": ">",
    "超出": ">",
}


_MODAL = re.compile(r"，?(?:应当?|须|必须|可以|一般)$")  # 经济困难的标准，应当|高于
_WAIVED = re.compile(r"(?:取消|不设|不再设置?|免除|不设置|无)[^，。；\n]{0,8}(?:起付线|起付标准|起付)")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison without a number: `value` times `line`."""

    kind: str
    op: str
    line: str
    start: int
    end: int
    value: float = 1.0


@cache
def _comparison() -> re.Pattern[str]:
    words = "|".join(sorted(_OPS, key=len, reverse=True))
    lines = "|".join(sorted(set(f"{line('income-line')}|{line('benefit-standard')}".split("|")), key=len, reverse=True))
    after = r"(?!的?(?:实际)?差额|的?，?(?:按照?|给予)?差额|的部分|部分|的?\s?[0-9百])"
    return re.compile(rf"(?P<op>{words})(?P<what>[^，。；\n]{{0,28}}?(?>(?:{lines})(?:标准)?)){after}")


def compared_lines(text: str, low: int, high: int, quantities: list[Quantity]) -> Iterator[Comparison]:
    """Every comparison in `low:high` with a published line that has no number."""
    for match in _comparison().finditer(text, low, high):
        begin, end = match.span()
        if not any(begin < q.start < end + 3 for q in quantities):
            piece = _MODAL.sub("", text[max(low, begin - 40) : begin])
            piece = piece[max(piece.rfind("，"), piece.rfind(",")) + 1 :]
            kind = "income-line" if cue("income-line").search(piece) else "benefit-standard"
            if kind == "income-line" or not _between_kinds(piece, match):
                yield Comparison(kind, _OPS[match["op"]], match["what"], begin, end)


def _between_kinds(piece: str, match: re.Match[str]) -> bool:
    """机构养育标准应高于散居养育标准: one benefit against another, no line."""
    return _OPS[match["op"]] in ("<", ">") and match["what"][-4:] in piece


def waived_deductibles(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """取消起付线, 不设起付标准: a deductible of nothing."""
    return (m.span() for m in _WAIVED.finditer(text, low, high))
