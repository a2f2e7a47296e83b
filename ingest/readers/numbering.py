"""The numbers that Word generates: a paragraph's numbering as the text a reader sees (一、 （一） 1. 第三条).

Source: ECMA-376 part 1, 17.9. Left out: picture bullets and per-section restarts.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import cn2an

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHINESE = ("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and how it prints."""

    form: str
    text: str
    start: int
    suffix: str


@dataclass
class Numbering:
    """All lists of a document, with the counters as the paragraphs go by."""

    levels: dict[tuple[str, int], Level]
    counters: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    lists: dict[str, str] = field(default_factory=dict)  # numId → abstract list, whose counters it shares

    def next(self, number_id: str, depth: int) -> str:
        """The number of the next paragraph of this list at this depth, with what follows it; "" for bullets."""
        level = self.levels.get((number_id, depth))
        if level is None or number_id == "0":
            return ""
        counters = self.counters[self.lists.get(number_id, number_id)]
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in [d for d in counters if d > depth]:
            del counters[deeper]
        if level.form in ("bullet", "none"):
            return ""
        return self._printed(number_id, level, counters) + {"tab": "", "space": " ", "nothing": ""}[level.suffix]

    def _printed(self, number_id: str, level: Level, counters: dict[int, int]) -> str:
        text = level.text
        for depth in range(9):
            if f"%{depth + 1}" in text:
                known = self.levels.get((number_id, depth), level)
                text = text.replace(f"%{depth + 1}", counted(counters.get(depth, known.start), known.form))
        return text


def counted(value: int, form: str) -> str:
    """`value` in a numbering form: 三, ③, c, iii, 3."""
    if form in CHINESE:
        return str(cn2an.an2cn(value)).removeprefix("一") if 10 <= value < 20 else str(cn2an.an2cn(value))
    if form.startswith("decimalEnclosedCircle") and 1 <= value <= len(CIRCLED):
        return CIRCLED[value - 1]
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(value) if form == "upperRoman" else _roman(value).lower()
    return f"{value:02d}" if form == "decimalZero" else str(value)


def _roman(value: int) -> str:
    out = ""
    for number, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += sign * (value // number)
        value %= number
    return out


def read_numbering(root: Any | None) -> Numbering:
    """Lists of numbering.xml; none where the document has no such part."""
    if root is None:
        return Numbering({})
    abstract = {a.get(f"{W}abstractNumId"): a for a in root.iter(f"{W}abstractNum")}
    levels: dict[tuple[str, int], Level] = {}
    lists: dict[str, str] = {}
    for number in root.iter(f"{W}num"):
        id_ = number.get(f"{W}numId")
        link = number.find(f"{W}abstractNumId")
        source = abstract.get(link.get(f"{W}val")) if link is not None else None
        overridden = {o.get(f"{W}ilvl"): o for o in number.iter(f"{W}lvlOverride")}
        lists[id_] = id_ if overridden else f"abstract-{link.get(f'{W}val') if link is not None else id_}"
        for level in source.iter(f"{W}lvl") if source is not None else ():
            depth = level.get(f"{W}ilvl")
            levels[id_, int(depth)] = _level(level, overridden.get(depth))
    return Numbering(levels, lists=lists)


def _level(level: Any, override: Any | None) -> Level:
    start = _value(level, "start") or "1"
    if override is not None and (again := _value(override, "startOverride")):
        start = again
    suffix = _value(level, "suff") or "tab"
    form = _value(level, "numFmt") or "decimal"
    return Level(form, _value(level, "lvlText") or "", int(start), suffix if suffix in ("space", "nothing") else "tab")


def _value(element: Any, tag: str) -> str | None:
    found = element.find(f"{W}{tag}")
    return None if found is None else found.get(f"{W}val")
