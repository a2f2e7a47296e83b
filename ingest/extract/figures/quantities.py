"""Numbers with units as they stand in a sentence: value, normal unit, place, and the range they belong to.

One possessive regular expression that starts on a numeral: linear in the text. Dates, years, ordinals, numbers of
articles and quoted slogans (“四个意识”) are dropped here. What a quantity is for, its neighbours tell: see
quantity_kinds and periods.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from ingest.extract.figures.units import UNIT, Dimension, normal_unit
from ingest.numerals import ARABIC_TAIL, CHINESE_TAIL, NUMBER, SIGN, to_number, to_percent


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with its unit; `first` and `last` bound the range or list it stands in.

    `before` and `after` are what joins it to its neighbours there (至, —, 、, 或者 …), "" where it stands alone.
    """

    start: int
    end: int
    value: float
    unit: str
    dimension: Dimension
    first: int
    last: int
    before: str = ""
    after: str = ""
    about: bool = False  # 十余, 二十多

    @property
    def ranged(self) -> bool:
        """Whether it is an end of A至B."""
        return self.before in SPANS or self.after in SPANS


SPANS = frozenset(("至", "到", "-", "－", "—", "–", "~", "～", "——", "--", "－－"))
_SIGNS = SIGN[1:-1]
_HEAD = f"[{_SIGNS}半0-9０-９](?<![第之{_SIGNS}0-9０-９.．][{_SIGNS}半0-9０-９])"
_JOINT = r"\s?(?:至|到|[-－—–~～]{1,2}|、|或者|或|和|以及|及)\s?"
_QUANTITY = re.compile(
    rf"{_HEAD}(?:(?<=[0-9０-９]){ARABIC_TAIL}|(?<=半)|(?<=[{_SIGNS}]){CHINESE_TAIL})"
    rf"(?P<tail>(?P<portion>分之{NUMBER}|\s?[%％‰]|/(?:[2-9]|10)(?![0-9/.])|成(?![绩功员立为果本长年人分就效熟品都])(?:半|[一二三四五六七八九](?![{_SIGNS}个人名年月日天岁项户条元次种类点]))?)"
    rf"|(?P<fold>折(?![一合叠算旧扣通]))|(?P<about>[余多])?\s?(?:{UNIT})(?P<plus>(?<=[年倍岁时])半(?![年月日天个径数]))?"
    rf"|(?P<half>(?<=半)[数价]|(?<=一)半(?![年月日天个小学])|(?<=减半))|(?P<bare>(?={_JOINT}{NUMBER})))"
)
_TITLE = re.compile(r"《[^《》\n]{1,120}》")
_BETWEEN = re.compile(_JOINT)
_ORDINAL = re.compile(f"第[{_SIGNS}0-9０-９]+[条款项]?(?:[、至和或及]+[{_SIGNS}0-9０-９]*)*$")
_PLAN = re.compile("(?:规划|计划|行动|纲要|工程|制|一贯制|义务教育)")
_VAST = ("百", "千", "万", "亿", "千万")
_QUOTED = '“"‘《〈'
_ONE_OF = "统唯单专逐任划同另每某哪这那其上头万"


def find_quantities(text: str, start: int, end: int) -> list[Quantity]:
    """Every quantity that begins in `start:end`, in order, ranges and lists with a shared unit resolved."""
    titles = [m.span() for m in _TITLE.finditer(text, start, end)]
    found = [_read(text, match) for match in _QUANTITY.finditer(text, start, end) if not _excluded(text, match)]
    return _grouped(text, [q for q in found if q and not any(a < q.start < b for a, b in titles)])


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    """The quantity of one match; a bare number of a list has unit "" until the list gives it one."""
    begin, end = match.span()
    words = text[begin : match.start("tail")]
    value, unit, dimension = _measured(match, words)
    if value is None:
        return None
    if words == "半" and unit == "年":
        value, unit = 6.0, "月"
    elif words == "半" and unit == "月":
        value, unit = 15.0, "日"
    return Quantity(begin, end, value, unit, dimension, begin, end, about=bool(match["about"]))


def _measured(match: re.Match[str], words: str) -> tuple[float | None, str, Dimension]:
    if match["portion"]:
        return to_percent(match.group().replace(" ", "")), "%", Dimension.RATIO
    if match["half"] is not None:
        return 50.0, "%", Dimension.RATIO
    value = to_number(words)
    if match["fold"]:
        return None if value is None or value >= 10 else value * 10, "%", Dimension.RATIO
    group = next((g for g in _GROUPS if match[g]), "")
    if not group:
        return value, "", Dimension.COUNT
    if match["plus"] and value is not None:
        value += 0.5
    return (value, *normal_unit(group, match[group]))


_GROUPS = ("time", "age", "money", "times", "points", "grade", "count")


def _excluded(text: str, match: re.Match[str]) -> bool:
    """Years, dates, ordinals, 之一, 任一, 同一个, quoted slogans: numbers that set nothing."""
    begin, _end = match.span()
    before = text[begin - 1 : begin]
    if match["time"]:
        return _is_date(text, match)
    if before in _QUOTED and before and match["count"]:
        return True
    words = text[begin : match.start("tail")]
    if words == "一" and before and before in _ONE_OF and not match["portion"]:
        return text[begin - 2 : begin] != "以上"
    if match["count"] == "类" and words in ("一", "二"):
        return True
    if match["count"] and (words in _VAST or (before == "每" and (to_number(words) or 0) >= 100)):
        return True
    return bool(match["count"] or match["bare"] is not None) and bool(_ORDINAL.search(text, max(0, begin - 16), begin))


def _is_date(text: str, match: re.Match[str]) -> bool:
    begin, end = match.span()
    before, unit = text[begin - 1 : begin], match["time"]
    words = text[begin : match.start("tail")]
    if unit == "日":
        return before == "月" and text[begin - 2 : begin - 1] in f"{_SIGNS}0123456789０１２３４５６７８９"
    if unit in ("学年", "学期"):
        return words == "一" and before != "" and before in "上下每同"  # 下一学年
    if unit == "年":
        value = to_number(words)
        if words == "半" and before and before in "上下前后多大":
            return True
        single = words == "一" and before != "" and before in "同另每某哪这那上头任"
        single = single and text[begin - 2 : begin] != "以上"
        return (value or 0) >= 1000 or single or bool(_PLAN.match(text, end))
    return False


def _grouped(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give each member of a range or list its joints, its common unit and the bounds of the whole."""
    grouped: list[Quantity] = []
    run: list[Quantity] = []
    for quantity in found:
        joint = _BETWEEN.fullmatch(text, run[-1].end, quantity.start) if run else None
        if joint is None or not _alike(run[-1], quantity):
            grouped += _settled(text, run)
            run = []
        run.append(quantity)
    return grouped + _settled(text, run)


def _alike(a: Quantity, b: Quantity) -> bool:
    return not a.unit or a.dimension is b.dimension


def _settled(text: str, run: list[Quantity]) -> list[Quantity]:
    """A finished list: bare numbers take the unit of the next member that has one, or are dropped."""
    for i in range(len(run) - 2, -1, -1):
        here, after = run[i], run[i + 1]
        if not here.unit:
            value = here.value * _shared_scale(text, here, after)
            run[i] = replace(here, value=value, unit=after.unit, dimension=after.dimension)
    run = [q for q in run if q.unit]
    if not run:
        return []
    joints = [text[a.end : b.start].strip() for a, b in itertools.pairwise(run)]
    return [
        replace(q, first=run[0].start, last=run[-1].end, before=before, after=after)
        for q, before, after in zip(run, ["", *joints], [*joints, ""], strict=True)
    ]


def _shared_scale(text: str, bare: Quantity, full: Quantity) -> int:
    """3至5万元: the 万 of the second number holds for the first; 5000至1万元: it does not."""
    words = text[full.start : full.end]
    for mark, scale in (("亿", 10**8), ("万", 10**4)):
        if mark in words and mark not in text[bare.start : bare.end]:
            return scale if bare.value < 1000 and bare.value * scale <= full.value else 1
    return 1
