"""Annexes that a text points to and does not have: 倍数见附件2, where the list of annexes ends with the first.

Annexes are those of the list at the end (附件：1.… 2.…) and those that stand in the text under a heading of their own.
Left out: annexes of another act (《…》附件2), and texts that say nothing of annexes but in one place, unless they leave
to it what people get.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.memo import per_reading
from kg.model import Quote, Reading

_NUMBER = r"[0-9０-９一二三四五六七八九十]{1,2}"
_CITED = re.compile(rf"(?<![》〉])(?<!其)附(?P<kind>[件表录])\s?(?P<number>{_NUMBER})?(?![：:0-9])")
_LIST = re.compile(r"^[\s　]*附(?:[件表录])\s?[：:](?P<first>.*)$", re.MULTILINE)
_ITEM = re.compile(rf"(?:^|[\s　：:；])(?P<number>{_NUMBER})[.．、](?![0-9])")
_HEADING = re.compile(
    rf"^[\s　]*附[件表录]\s?(?P<number>{_NUMBER})?[\s　：:]*(?P<rest>[^。；\n]{{0,40}})$", re.MULTILINE
)
_SAYS = re.compile(r"[^。；\n]*$")
_GIVES = re.compile(r"标准|倍数|金额|额度|比例|档次|等级|评分|系数|范围|目录|清单|名录")
_POINTS = re.compile(r"(?:详?见|按照?|依照|根据|参照|执行|列入|所列|规定在)[^，。；]{0,8}$")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九十")}


@dataclass(frozen=True, slots=True)
class Missing:
    """An annex that `said` points to in the clause at `clause`; `listed` is where the annexes that there are stand."""

    said: str
    clause: Quote
    listed: Quote | None
    there: int


@per_reading
def missing_annexes(reading: Reading) -> tuple[Missing, ...]:
    """Annexes that a text cites and does not have, each once."""
    return tuple({m.said: m for m in reversed(tuple(_missing(reading)))}.values())


def _missing(reading: Reading) -> Iterator[Missing]:
    text = reading.document.text
    numbers, listed = _annexes(text)
    for match in _CITED.finditer(text):
        start, end = _clause(text, match)
        clause = text[start:end]
        if not _points(text, match, clause):
            continue
        number = _value(match["number"])
        lacks = number > max(numbers, default=0) if numbers else bool(_GIVES.search(clause))
        if lacks:
            quote = Quote(reading.document.name, start, end, clause)
            said = match.group().strip()
            yield Missing(said, quote, _quoted(reading, listed), max(numbers, default=0))


def _annexes(text: str) -> tuple[frozenset[int], tuple[int, int] | None]:
    """Numbers of the annexes of a text, and where its list of them stands."""
    numbers: set[int] = set()
    where: tuple[int, int] | None = None
    for found in _LIST.finditer(text):
        end = _end_of_list(text, found.end())
        items = [_value(m["number"]) for m in _ITEM.finditer(text[found.start("first") : end])]
        numbers |= set(items) or {1}
        where = (found.start() + len(found.group()) - len(found.group().lstrip()), end)
    for heading in _HEADING.finditer(text):
        numbers.add(_value(heading["number"]) or 1)
    return frozenset(numbers), where


def _end_of_list(text: str, at: int) -> int:
    """Where a list of annexes ends: behind the last line that goes on with a number."""
    for line in re.compile(r"\n([^\n]*)").finditer(text, at):
        if not line[1].strip() or not re.match(rf"[\s　]*{_NUMBER}[.．、]", line[1]):
            return at
        at = line.end()
    return at


def _clause(text: str, match: re.Match[str]) -> tuple[int, int]:
    start = _SAYS.search(text, 0, match.start()).start()  # type: ignore[union-attr]  # may be empty
    stop = re.compile(r"[。；\n]|$").search(text, match.end())
    return start, stop.start() if stop else len(text)


def _points(text: str, match: re.Match[str], clause: str) -> bool:
    """Whether the words point to an annex, rather than head one or list it."""
    head = clause.lstrip().startswith("附") or "》附" in clause
    return not head and bool(_POINTS.search(text, max(0, match.start() - 16), match.start()) or match["number"])


def _quoted(reading: Reading, where: tuple[int, int] | None) -> Quote | None:
    return Quote(reading.document.name, *where, reading.document.text[slice(*where)]) if where else None


def _value(said: str | None) -> int:
    if not said:
        return 0
    digits = said.translate(str.maketrans("０１２３４５６７８９", "0123456789"))
    if digits.isdigit():
        return int(digits)
    return 10 + _DIGITS[said[1:]] if len(said) > 1 and said[0] == "十" else _DIGITS.get(said, 0)
