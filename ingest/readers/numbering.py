"""The numbers that Word generates: a paragraph's numbering as the text a reader sees (一、 （一） 1. 第三条).

A paragraph is numbered by itself or by its style (or one that style is based on). Source: ECMA-376 part 1, 17.9.
Left out: picture bullets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import cn2an

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CHINESE = ("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting")
STEMS = "甲乙丙丁戊己庚辛壬癸"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and how it prints."""

    form: str
    text: str
    start: int
    suffix: str
    restart: int | None = None  # the level (from 1) that starts it again; 0 none, None every higher one
    legal: bool = False  # its numbers are printed as 1, 2, 3

    def starts_again(self, depth: int, after: int) -> bool:
        """Whether this level, at `depth`, counts anew after a paragraph at depth `after`."""
        return depth > after and (self.restart is None or after < self.restart)


@dataclass
class Numbering:
    """All lists of a document, with the counters as the paragraphs go by."""

    levels: dict[tuple[str, int], Level]
    counters: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    lists: dict[str, str] = field(default_factory=dict)  # numId → abstract list, whose counters it shares
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)  # style → its list and depth

    def of(self, paragraph: Any) -> str:
        """The number that stands before `paragraph`, "" for none; counts it."""
        style = _value(paragraph, f"pPr/{W}pStyle") or ""
        number_id, depth = self.styles.get(style, ("0", 0))
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None:
            number_id, depth = _value(own, "numId") or number_id, int(_value(own, "ilvl") or depth)
        return self.next(number_id, depth) if number_id != "0" else ""

    def next(self, number_id: str, depth: int) -> str:
        """The number of the next paragraph of this list at this depth, with what follows it; "" for bullets."""
        level = self.levels.get((number_id, depth))
        if level is None or number_id == "0":
            return ""
        counters = self.counters[self.lists.get(number_id, number_id)]
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in [d for d in counters if self.levels.get((number_id, d), level).starts_again(d, depth)]:
            del counters[deeper]
        if level.form in ("bullet", "none"):
            return ""
        return self._printed(number_id, level, counters) + {"tab": "", "space": " ", "nothing": ""}[level.suffix]

    def _printed(self, number_id: str, level: Level, counters: dict[int, int]) -> str:
        text = level.text
        for depth in range(9):
            if f"%{depth + 1}" in text:
                known = self.levels.get((number_id, depth), level)
                form = "decimal" if level.legal else known.form
                text = text.replace(f"%{depth + 1}", counted(counters.get(depth, known.start), form))
        return text


def counted(value: int, form: str) -> str:
    """`value` in a numbering form: 三, ③, c, iii, 3."""
    if form in CHINESE:
        return str(cn2an.an2cn(value)).removeprefix("一") if 10 <= value < 20 else str(cn2an.an2cn(value))
    if form == "chineseLegalSimplified":
        return str(cn2an.an2cn(value, "up"))
    if form == "ideographTraditional" and 1 <= value <= len(STEMS):
        return STEMS[value - 1]
    if form == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))
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


def read_numbering(root: Any | None, styles: Any | None = None) -> Numbering:
    """Lists of numbering.xml and the paragraph styles that use them; none where the document has no such part."""
    if root is None:
        return Numbering({})
    abstract = _abstract(root)
    levels: dict[tuple[str, int], Level] = {}
    lists: dict[str, str] = {}
    linked: dict[str, tuple[str, int]] = {}
    for number in root.iter(f"{W}num"):
        id_, link = number.get(f"{W}numId"), _value(number, "abstractNumId")
        overridden = {o.get(f"{W}ilvl"): o for o in number.iter(f"{W}lvlOverride")}
        lists[id_] = id_ if overridden else f"abstract-{link or id_}"
        for level in abstract.get(link or "", ()):
            depth = level.get(f"{W}ilvl")
            levels[id_, int(depth)] = _level(level, overridden.get(depth))
            if style := _value(level, "pStyle"):
                linked.setdefault(style, (id_, int(depth)))
    return Numbering(levels, lists=lists, styles=_styles(styles, linked))


def _abstract(root: Any) -> dict[str, list[Any]]:
    """Levels by abstract list; a list that only names a style of lists has the levels of the one that defines it."""
    found = {a.get(f"{W}abstractNumId"): a for a in root.iter(f"{W}abstractNum")}
    defined = {style: a for a in found.values() if (style := _value(a, "styleLink"))}
    return {id_: list(defined.get(_value(a, "numStyleLink") or "", a).iter(f"{W}lvl")) for id_, a in found.items()}


def _styles(root: Any | None, linked: dict[str, tuple[str, int]]) -> dict[str, tuple[str, int]]:
    """List and depth of every numbered style. A list's own word on a style's depth goes first."""
    known = {s.get(f"{W}styleId"): s for s in root.iter(f"{W}style")} if root is not None else {}
    found: dict[str, tuple[str, int]] = {}
    for id_ in known:
        for above in _based_on(id_, known):
            numbered = known[above].find(f"{W}pPr/{W}numPr")
            if numbered is None:
                continue
            list_, depth = _value(numbered, "numId"), _value(numbered, "ilvl")
            place = linked.get(above, ("", 0))
            found[id_] = (list_ or place[0], int(depth) if depth is not None else place[1])
            break
    return found


def _based_on(style: str, known: dict[str, Any]) -> Iterator[str]:
    """`style` and those it is based on, nearest first."""
    seen: set[str] = set()
    here: str | None = style
    while here in known and here not in seen:
        seen.add(here)
        yield here
        here = _value(known[here], "basedOn")


def _level(level: Any, override: Any | None) -> Level:
    start = _value(level, "start") or "1"
    if override is not None:
        whole = override.find(f"{W}lvl")
        level = whole if whole is not None else level
        start = _value(override, "startOverride") or _value(level, "start") or start
    suffix = _value(level, "suff") or "tab"
    form = _value(level, "numFmt") or "decimal"
    again = _value(level, "lvlRestart")
    return Level(
        form,
        _value(level, "lvlText") or "",
        int(start),
        suffix if suffix in ("space", "nothing") else "tab",
        int(again) if again else None,
        level.find(f"{W}isLgl") is not None,
    )


def _value(element: Any, tag: str) -> str | None:
    found = element.find(f"{W}{tag}")
    return None if found is None else found.get(f"{W}val")
