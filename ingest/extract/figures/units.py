"""Units of quantities: every surface form to one normal unit inside a dimension.

Normal units are those of the output contract: 日 工作日 小时 周 月 季 学期 年, 岁, 元 with its denominators (元/人/月),
%, 百分点, 倍, 级, and measure words as they stand. Left out: months as dates (10月) and 级 of hospitals and offices,
which only their surroundings tell.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache


class Dimension(Enum):
    """What a quantity measures; its kind is decided inside a dimension."""

    TIME = "time"
    AGE = "age"
    MONEY = "money"
    RATIO = "ratio"
    COUNT = "count"
    GRADE = "grade"


# Each word with the characters that, following it, make another word of it: 年级, 人民, 五位一体, 三所有制, 一次性.
_DAYS = {"日": "常期照", "天": "然气地", "周": "边围期密到刊转末知岁年", "年": "级度代龄轻终检审报均来"}
_SPANS = {
    "工作日": "",
    "自然日": "日",
    "日历日": "日",
    "日历天": "日",
    "星期": "周",
    "小时": "",
    "分钟": "",
    "季度": "季",
    "学期": "",
    "学年": "",
}
_MEASURES = {
    "平方米": "",
    "公里": "",
    "公顷": "",
    "公斤": "",
    "课时": "",
    "学时": "",
    "人次": "",
    "床位": "",
    "方面": "",
    "人": "民均大格权道类口身",
    "名": "单额义称录誉",
    "位": "一置于数",
    "个": "人体别",
    "项": "目",
    "类": "型别似",
    "种": "植类",
    "次": "性日年月要审产伤",
    "回": "收复访来家乡避应购报填籍",
    "趟": "",
    "轮": "候椅流换岗训班车值胎渡船作",
    "户": "籍主口",
    "家": "庭长属禽畜政教具",
    "所": "有谓在得需列属称指以述",
    "处": "理分罚置于境级方",
    "件": "事",
    "间": "接",
    "套": "餐",
    "张": "贴",
    "份": "额",
    "辆": "",
    "台": "账",
    "亩": "",
    "米": "",
    "吨": "",
    "门": "诊",
    "档": "案次位期",
    "场": "所",
}
_TIMES = {"回": "次", "趟": "次", "轮": "次"}
PERSONS = {"人": "人", "生": "人", "名": "人", "位": "人", "户": "户", "家庭": "户"}
PERIODS = {
    "季度": "季",
    "学期": "学期",
    "学年": "学年",
    "月": "月",
    "年": "年",
    "天": "日",
    "日": "日",
    "季": "季",
    "周": "周",
}
_THINGS = ("平方米", "床位", "课时", "件", "次", "床", "亩", "张", "例", "套", "案")
PER = "|".join((*_THINGS, *PERSONS, *PERIODS))
_PER_MARK = "[/／·•．.每]"


def _words(table: dict[str, str]) -> str:
    return "|".join(f"{word}(?![{blocked}])" if blocked else word for word, blocked in table.items())


# What may follow a number; the group that matches names the dimension.
UNIT = (
    rf"(?P<time>(?:个\s?)?(?:{'|'.join(_SPANS)})|个月|个周|{_words(_DAYS)})|(?P<age>周岁|岁)"
    f"|(?P<money>元(?![化制旦素])(?:{_PER_MARK}{{1,2}}(?:{PER})(?!均))*+)"
    f"|(?P<times>倍)|(?P<points>个?百分点)|(?P<grade>级)|(?P<count>{_words(_MEASURES)})"
)
_DENOMINATOR = re.compile(PER)


@lru_cache(maxsize=512)
def normal_unit(group: str, surface: str) -> tuple[str, Dimension]:
    """Normal unit and dimension of a surface form that UNIT matched in its group `group`."""
    if group == "time":
        word = surface.removeprefix("个").lstrip()
        return _SPANS.get(word) or ("日" if word == "天" else word), Dimension.TIME
    if group == "money":
        return "/".join(("元", *denominators(surface[1:]))), Dimension.MONEY
    if group == "count":
        return _TIMES.get(surface, surface), Dimension.COUNT
    return {
        "age": ("岁", Dimension.AGE),
        "times": ("倍", Dimension.RATIO),
        "points": ("百分点", Dimension.RATIO),
        "grade": ("级", Dimension.GRADE),
    }[group]


_MOST = "累计|合计|总计|最[高多]|至多|不得?超过|不突破|封顶|上限"
_IN_A_YEAR = rf"(?:一个?|1个?)(?:自然|学)?年度?(?:之?内)?(?=[^，。；]{{0,4}}(?:{_MOST}))"
_PER_BEFORE = re.compile(
    rf"((?:每个?(?:{PER})|单[次户])+(?:[^，。；0-9]{{0,6}}每(?:{PER}))?|[月年]?人均[月年]?|户均|年度|全年|{_IN_A_YEAR})"
    r"[^，。；将把向]{0,24}$"
)
_SPOKEN = str.maketrans({"均": None, "度": None, "全": None})


def unit_after(near_left: str, unit: str) -> str:
    """Unit of money with the denominators that stand before the number: 每人每月100元, 人均年收入3000元."""
    match = None if "/" in unit else _PER_BEFORE.search(near_left)
    return "/".join(("元", *denominators(match[1].translate(_SPOKEN)))) if match else unit


def denominators(text: str) -> tuple[str, ...]:
    """Normal denominators named in `text` (`生•年`, `每人每月`): things and persons first, then periods."""
    words = [PERSONS.get(w) or PERIODS.get(w) or w for w in _DENOMINATOR.findall(text)]
    return tuple(sorted(dict.fromkeys(words), key=lambda w: w in PERIODS.values()))
