"""Numbers of Chinese official texts: 第三十条之一, 一、, （一）, 1., （1）, ①, 1.2.1, and their normal forms.

Only what stands at the head of a line and says where the line belongs; quantities inside sentences are read
elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ingest.numerals import to_number

DIVISIONS = ("part", "chapter", "section")
_NAMES = "零一二三四五六七八九"


@lru_cache(maxsize=4096)
def value(numeral: str) -> int:
    """Whole number of a numeral at the head of a line; 0 where it is none."""
    return int(to_number(numeral) or 0) if len(numeral) < 10 else 0


@lru_cache(maxsize=4096)
def chinese(number: int) -> str:
    """`number` (0 to 9,999) as an article or paragraph number is written: 十, 十二, 二十, 一百零五."""
    if not 0 < number < 10000:
        return _NAMES[0] if number == 0 else str(number)
    out, gap = "", False
    for unit, power in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // power % 10
        if digit:
            out += ("零" if gap and out else "") + _NAMES[digit] + unit
        gap = not digit
    return out.removeprefix("一") if out.startswith("一十") else out


@dataclass(frozen=True, slots=True)
class Marker:
    """The number at the head of a line.

    `series` tells lines of one list from those of another (article, 一、, （一）, 1., …), `ordinal` counts
    inside it (second value: 之一), `number` is the normal form, `width` the characters taken up.
    """

    series: str
    ordinal: tuple[int, int]
    number: str
    width: int


_CN = "一二三四五六七八九十百千零〇○两"
_UNIT_SERIES = {
    "编": "part",
    "篇": "part",
    "分编": "part",
    "部分": "part",
    "章": "chapter",
    "节": "section",
    "条": "article",
}
_MARKER = re.compile(
    rf"""
    第\s?(?P<nth>[{_CN}\d０-９](?:\s?[{_CN}\d０-９])*)\s?(?P<unit>分编|部分|[编篇章节条])
      (?:之\s?(?P<sub>[{_CN}]+))?\s*
    | (?P<cn>[{_CN}]{{1,4}})\s?[、．.](?![{_CN}]+[、级类档期等])\s*
    | [（(]\s?(?P<pcn>[{_CN}]{{1,4}})\s?[）)]\s*[、.．]?\s*
    | (?P<dec>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,4}})[.．、]?(?![%％‰\d倍元万亿千百个米天年月日公克吨岁周折人户度－\-])\s*
    | (?P<ar>[\d０-９]{{1,3}})\s?[.．、](?![\d０-９]|\s?[\d０-９]+[、级类档期])\s*
    | [（(]\s?(?P<par>[\d０-９]{{1,3}})\s?[）)]\s*[、.．]?\s*
    | (?P<half>\d{{1,2}}|[{_CN}]{{1,2}})[）)]\s*
    | (?P<sign>[①-⑳㈠-㈩⑴-⒇⒈-⒛])\s*[、.．]?\s*
    | (?P<bare>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[ 　\u2002]+(?=[^\s\d{_CN}][^。；：，]{{1,30}}$)
    """,
    re.VERBOSE,
)
_FIRST = frozenset(f"第（({_CN}０１２３４５６７８９")
_REFERENCE = re.compile(r"(?:规定|至|[、和或与及]第|第|所|中|之外|修改|的|以外|内容|款)")
_SIGNS = (
    ("①", "⑳", "circle", "{}"),
    ("㈠", "㈩", "pcn", "（{}）"),
    ("⑴", "⒇", "par", "（{}）"),
    ("⒈", "⒛", "ar", "{}."),
)


@lru_cache(maxsize=4096)
def marker(line: str) -> Marker | None:
    """The number `line` (without blanks at its ends) begins with; `None` where it begins with words.

    Kept for a while: the words of a clause are looked for behind the number that its structure was read from.
    """
    first = line[:1]
    found = _MARKER.match(line) if first in _FIRST or first.isnumeric() else None
    if found is None:
        return None
    group, width = found.lastgroup, found.end()
    if group in ("unit", "sub"):
        return _division(found, line)
    raw = found[group or 0]
    if group == "sign":
        return _sign(raw, width)
    if group == "dec":
        parts = re.split("[.．]", raw)
        return Marker(f"dec{len(parts)}", (int(parts[-1]), 0), ".".join(parts), width)
    count = value(raw)
    if not count:
        return None
    if group == "half" and not raw.isdecimal():
        group = "pcn"
    if group == "bare":
        group = "dec1" if raw.isdecimal() else "cn"
    forms = {"cn": f"{chinese(count)}、", "pcn": f"（{chinese(count)}）", "ar": f"{count}.", "par": f"（{count}）"}
    return Marker(group or "", (count, 0), forms.get(group or "", str(count)), width)


def _sign(raw: str, width: int) -> Marker:
    """One-character numbers such as ① and ㈠."""
    count = int(unicodedata.numeric(raw))
    for first, last, series, form in _SIGNS:
        if first <= raw <= last:
            name = chinese(count) if series == "pcn" else raw if series == "circle" else str(count)
            return Marker(series, (count, 0), form.format(name), width)
    raise AssertionError(raw)


def _division(found: re.Match[str], line: str) -> Marker | None:
    """第X编 to 第X条, unless the words after it make it a reference (第三条规定的…) or a sentence."""
    unit, sub, width = found["unit"], found["sub"], found.end()
    count = value("".join(found["nth"].split()))
    blank = width > 0 and line[width - 1].isspace()
    if not count or (not blank and _REFERENCE.match(line, width)):
        return None
    series = _UNIT_SERIES[unit]
    if series != "article" and (len(line) - width > 40 or line[-1:] in "。；，：") and len(line) > width:
        return None
    tail = f"之{chinese(value(sub))}" if sub else ""
    return Marker(series, (count, value(sub) if sub else 0), f"第{chinese(count)}{unit}{tail}", width)
