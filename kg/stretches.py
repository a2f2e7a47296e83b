"""Stretches of a measure in words: 1万元以上不满3万元, 55%以上、不到70%, 八十周岁至八十四周岁, 五人户及五人以上户.

What a grade is for is said by one bound or two; how each is said decides whether the number itself belongs (民法典
第一千二百五十九条: 以上、以下、以内 take it in, 不满、超过、以外 leave it out), unless the document says otherwise
of 以上 or 以下. Left out: what is measured, and whether the stretch is a condition at all (`kg.tiers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kg.intervals import Interval
from ontology.wording import wordings

_NUMERAL = (
    r"(?:[0-9０-９]+(?:[.．][0-9０-９]+)?|[零〇一二两三四五六七八九十百千]+(?:点[零〇一二三四五六七八九]+)?"
    r"|[单双](?=人(?:户|家庭))|半(?=年))"
)
_UNIT = (
    r"[%％]|倍|万元|千元|元|周岁|岁|个工作日|工作日|个?月|年(?![0-9一二三四五六七八九十]{1,2}月)|日|天"
    r"|平方米|立方米|公里|千米|小时|课时|学时|公顷|亩|公斤|千瓦时|吨|间(?![断接隔])|[张户](?=床|(?:[及或含]?以[上下内])?的|[至到－—–~～-][0-9一二三四五六七八九十两])"
    r"|分(?![之别])|[人口](?=[^，。；、]{0,8}(?:户|家庭|之家))"
    r"|口人(?=(?:[及或含]?以[上下])?(?:的|每|，))"
    r"|[人口](?=以上[0-9一二两三四五六七八九十]{1,3}[人口]以[下内]的)"
    r"|[人口](?=(?:[及或含]?以[上下内])?的|[至到－—–~～-][0-9一二三四五六七八九十两]{1,3}[人口])|星级|级|项|度|次(?!性)|个|名"
)
_ABOVE, _OVER = "年满|满|达到|达|不低于|不少于|不小于", "超过|超出|高于|大于|多于"
_UNDER = "不满|不足|未满|未达到|未达|不到|未到|尚未到|低于|少于|小于"
_UPTO = "不超过|不高于|不大于|不多于|等于或者?(?:低于|少于|小于)|(?:低于|少于|小于)或者?等于"
_BEFORE = rf"(?:(?P<before>{_UPTO}|{_UNDER}|{_ABOVE}|{_OVER})(?:[^，。；、：\n0-9]{{0,12}}?(?:标准|收入|工资)的?)?)?"
_AFTER = (
    r"(?:[（(]含[^（）()]{0,8}[）)](?=以[上下内]))?"
    r"(?P<after>(?:及|或|含|以及)?(?:其)?以[上下内]|之内|起)?(?P<bracket>[（(]不?含[^（）()]{0,8}[）)])?"
)
_END = re.compile(rf"{_BEFORE}(?P<hundred>百分之)?(?P<number>{_NUMERAL})(?P<unit>{_UNIT})?{_AFTER}")
_LINE = (
    rf"(?:(?P<before>{_UPTO}|{_UNDER}|{_ABOVE}|{_OVER})|(?:(?<=在)|(?<=[，。；：、）\n]))(?![^，。；、：\n]{{0,14}}(?:[低高大小少多]于|[超不]过|不[足满])))[^，。；、：\n0-9]{{0,14}}?(?:NAMES)"
    r"(?![线的]*(?:[0-9０-９]|百分之|[一二三四五六七八九十两]+[点倍成]|[至到与和]))线?(?P<after>(?:及|或|含|以及)?以[上下内])?(?=[^之]|$)"
)
_TO = re.compile(r"至|到|[-－—–~～]+")
_AND = re.compile(r"[，、,]?(?:但|且|并|而)?(?:在)?")
_ALSO = re.compile(r"(?:户|家庭|之家)?(?:和|及|或者?|以及|、)")
_BETWEEN = re.compile(r"(?:之?间)?")
_DEFINED = re.compile(r"以(?P<way>[上下])[”」』]?(?:均)?(?P<not>不)?(?:包括|包含|含)本")
_BY_PERCENT = re.compile(r"标准的?(?:[0-9]+[%％]|百分之)")
_WORDS = {"单": 1.0, "双": 2.0, "半": 0.5}  # 单人户, 双人户, 半年
_THOUSANDS = {"万元": 10_000, "千元": 1_000}
_PAIR = re.compile(r"([一二三四五六七八九])([一二三四五六七八九])")  # 一二级残疾
_MONTHS = 12  # of a year
_MUCH = {"": 1, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Values `interval` of a measure counted in `unit`, said at `start:end` of a text."""

    start: int
    end: int
    unit: str
    interval: Interval


@dataclass(frozen=True, slots=True)
class _End:
    start: int
    end: int
    value: float
    unit: str
    way: str  # low, high, "" for an exact number
    closed: bool
    upto: float | None = None  # the second of two grades named together (三四级)
    much: int = 1  # what the unit counts in (万元)


def stretches(text: str, start: int = 0) -> Iterator[Stretch]:
    """Every number with a unit, or two that bound one stretch, from the offset `start` on in the order of the text."""
    counted = _counted(text)
    lines = _lines(text, start, counted)
    at = start
    while True:
        match = _END.search(text, at)
        lines = [e for e in lines if e.start >= at]
        if lines and (not match or lines[0].start <= match.start()):
            first = lines[0]
        elif match:
            first = _end(match, counted)
        else:
            return
        found = _stretch(text, first, counted)
        at = found.end if found else first.end
        if found:
            yield found


def _lines(text: str, start: int, counted: tuple[bool, bool]) -> list[_End]:
    """Bounds at a line itself, without a number: 低于低保标准的, 在最低工资标准以上 lie at one times that line."""
    unit, value = ("%", 100.0) if _BY_PERCENT.search(text) else ("倍", 1.0)
    found = []
    for match in _line().finditer(text, start):
        way, closed = _way(match["before"] or "", match["after"] or "", counted)
        if way:
            found.append(_End(match.start(), match.end(), value, unit, way, closed))
    return found


@lru_cache(maxsize=4096)
def at_line(text: str) -> bool:
    """Whether a text draws a bound at an income line itself."""
    return bool(_lines(text, 0, (True, True)))


@cache
def _line() -> re.Pattern[str]:
    return re.compile(_LINE.replace("NAMES", "|".join(wordings()["line-name"])))


@cache
def line() -> re.Pattern[str]:
    """The name of an income line at the end of what is measured: 在当地低保标准(1.5倍以上)."""
    return re.compile(
        rf"(?:当地|本地|所在地|本[市县区州省]|上年度|城乡|城镇|农村|居民|家庭|的)*(?:{'|'.join(wordings()['line-name'])})的?$"
    )


def _stretch(text: str, first: _End, counted: tuple[bool, bool]) -> Stretch | None:
    if link := _TO.match(text, first.end):
        other = _END.match(text, link.end())
        if other and (second := _end(other, counted)) and _ranges(first, second):
            end = _BETWEEN.match(text, second.end).end()  # type: ignore[union-attr]
            return Stretch(first.start, end, second.unit, _interval(first, second, first.closed, second.closed))
    if not first.unit:
        return None
    link = _AND.match(text, first.end)
    other = link and _END.match(text, link.end())
    upper = _in_months(_end(other, counted), first.unit) if first.way == "low" and other else None
    if upper and upper.way == "high" and upper.unit == first.unit:
        return Stretch(first.start, upper.end, first.unit, _interval(first, upper, first.closed, upper.closed))
    return Stretch(first.start, first.end, first.unit, _alone(first))


def _in_months(end: _End, beside: str) -> _End:
    """An end said in years where what stands beside it is counted in months: 满6个月不足1年."""
    return replace(end, value=end.value * _MONTHS, unit="月") if (end.unit, beside) == ("年", "月") else end


def in_months(years: Interval) -> Interval:
    """A stretch of years, counted in months."""
    low, high = ((None if end is None else end * _MONTHS) for end in (years.low, years.high))
    return Interval(low, high, years.low_closed, years.high_closed)


def _ranges(first: _End, second: _End) -> bool:
    """Whether 至 joins two ends of one stretch: 1至3万元, 80周岁—89周岁."""
    return bool(second.unit) and first.unit in ("", second.unit) and first.way != "high" and second.way != "low"


def _interval(low: _End, high: _End, low_closed: bool, high_closed: bool) -> Interval:
    bottom = low.value if low.unit or low.value * high.much > high.value else low.value * high.much
    return Interval(bottom, high.value, low_closed, high_closed)


def _alone(end: _End) -> Interval:
    if end.way == "low":
        return Interval(end.value, None, end.closed)
    if end.way == "high":
        return Interval(None, end.value, high_closed=end.closed)
    return Interval(end.value, end.value if end.upto is None else end.upto)


def _end(match: re.Match[str], counted: tuple[bool, bool]) -> _End:
    said = match["unit"] or ("%" if match["hundred"] else "")
    much = _THOUSANDS.get(said, 1)
    value = value_of(match["number"]) * much
    way, closed = _way(match["before"] or "", match["after"] or "", counted)
    if bracket := match["bracket"]:
        closed = not bracket[1:].startswith("不")
    pair = _PAIR.fullmatch(match["number"]) if said == "级" else None
    if pair:
        return _End(match.start(), match.end(), value_of(pair[1]), said, "", True, value_of(pair[2]))
    return _End(match.start(), match.end(), value, _same_unit(said), way, closed, much=much)


def _way(before: str, after: str, counted: tuple[bool, bool]) -> tuple[str, bool]:
    """Which end it is, and whether the number itself belongs to it."""
    if before and re.fullmatch(_OVER, before):
        return "low", False
    if before and re.fullmatch(_UNDER, before):
        return "high", False
    if before and re.fullmatch(_UPTO, before):
        return "high", True
    if after.endswith(("以下", "以内", "之内")):
        return "high", counted[1]
    low = bool(before) or after.endswith(("以上", "起"))
    return ("low", counted[0] or bool(before)) if low else ("", True)


@lru_cache(maxsize=64)
def _counted(text: str) -> tuple[bool, bool]:
    """Whether 以上, and whether 以下, take the number in: yes, unless the document defines it otherwise."""
    counts = {"上": True, "下": True}
    for match in _DEFINED.finditer(text):
        counts[match["way"]] = not match["not"]
    return counts["上"], counts["下"]


def _same_unit(unit: str) -> str:
    """One name for a unit however it is written; household sizes are counted in 人户."""
    if unit in ("人", "口", "口人"):
        return "人户"
    return {"万元": "元", "千元": "元", "％": "%", "岁": "周岁", "个月": "月", "个工作日": "工作日", "天": "日"}.get(
        unit, unit
    )


@lru_cache(maxsize=4096)
def worth(numeral: str, much: str | None) -> float:
    """A numeral times what stands behind it (百, 千, 万, 亿; "" or None for nothing): 3 and 万 are 30,000."""
    return value_of(numeral) * _MUCH[much or ""]


def value_of(numeral: str) -> float:
    """A numeral in digits or in Chinese: 3, 1.5, 八十五, 一点五."""
    if numeral in _WORDS:
        return _WORDS[numeral]
    plain = numeral.translate(str.maketrans("０１２３４５６７８９．", "0123456789."))
    if plain[0].isdigit():
        return float(plain)
    from cn2an import cn2an  # 0.2 s to import

    try:
        return float(cn2an(re.sub(r"^(?=[百千])", "一", plain.replace("〇", "零")), "smart"))
    except ValueError:
        return 0.0


def joined(text: str, a: Stretch, b: Stretch) -> bool:
    """Whether two stretches make one condition: 一人户和两人户."""
    return a.unit == b.unit and bool(_ALSO.fullmatch(text, a.end, b.start))
