"""Words of place and level before an agency's name (县级, 所在地), and the level that they and the name give."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.enums import Level

_WHERE = (  # of what a place is the place: 安置地人民政府, 急难发生地乡镇人民政府
    "户籍|户口|居住|经常居住|常住|暂住|住所|安置|接收|迁入|迁出|转入|转出|流入|流出|输入|输出|事发|案发|发案|发生|急难发生|事由发生|"
    "行为发生|行为|事件发生|事故发生|案件发生|损害发生|侵害发生|"
    "发现|受灾|灾害发生|批准入伍|参保|就业|务工|用工|工作|生源|就读|学籍|注册|登记|经营|生产|犯罪|服刑|出生|死亡|原籍|入伍|征集|驻|工程|移民|"
    "救助|求助|申请受理|管辖|办案机关|争议处理机关"
)
_LEVEL_WORDS = "省级?|自治区级?|直辖市|设区的市级?|市级?|自治州|州级?|盟|县级?|自治县|区县|区级?|旗|乡镇?|镇|街道"
# Looked at before the words themselves, because there are many of them.
_WHERE_BEGINS = "".join(sorted({words[0] for words in _WHERE.split("|")} | {"所"}))
_PLACES = (
    f"(?=[{_WHERE_BEGINS}])(?:{_WHERE}|所在)(?:所在)?地(?!区)|所在|"
    "国务院|中央|国家|全国|省级?|自治区级?|直辖市|设区的市级?|不设区的|市辖|市级?|自治州|州级?|地区|盟|县级?|自治县|区县|区级?|旗|"
    r"乡镇|街道|地方|各级|各地?|本级?|同级|上一?级|下级|当地|所在地|户籍地|居住地|有关|相关|其他|以上|及以上|人民政府|(?<=[省市县区州旗级])政府"
)
PLACE = (
    rf"(?:{_PLACES}|"
    r"[（(](?![一二三四五六七八九十百\d]+[）)])[^（）()\n]{1,14}[）)])"  # not the number of an item
)
_LEVELS = (
    (Level.CENTRAL, re.compile(r"国务院|国家|中央|全国|中国|中华")),
    (Level.PROVINCE, re.compile(r"省|自治区|直辖市")),
    (Level.PREFECTURE, re.compile(r"(?<!城)市(?!场|监|容|政)|自治州|州|地区|盟|行署|行政公署")),
    (Level.COUNTY, re.compile(r"县|(?<!地)区|旗")),
    (Level.TOWNSHIP, re.compile(r"(?<!城)乡(?!村)|(?<!城)镇|街道")),
    (Level.VILLAGE, re.compile(r"村|居民|社区")),
)
_COUNTIES = re.compile(  # 县（市、区）民政局: those of any county, county-level city or district
    r"县[（(]市(?:、?区)?(?:、?旗)?[）)]|旗?县市区|旗[（(]县(?:、?[市区])*[）)]|区[（(](?:县|市)(?:、?[县市])*[）)]"
    r"|县[、]市[、]区|县市(?=[^、级]|$)|区县|旗县|市辖区"
)
_BY_ENDING = ((Level.PROVINCE, "厅"), (Level.CENTRAL, "部"))
_PARTY_ENDINGS = ("传部", "织部", "战部", "武部", "作部")
_AREA = re.compile(r"地区(?=人民政府|县级|各级)")  # 受灾地区县级人民政府: an area, no 行政公署
_AREAS = frozenset("灾贫困山远达牧农族")  # what 地区 behind these is
_PREFIX = re.compile(rf"{PLACE}*\Z")
_PREFIX_ENDS = frozenset("国央府省区市辖州盟县旗镇乡级道方各地本上在关他院）)")
_SEVERAL = re.compile(rf"(?:(?:{_LEVEL_WORDS})(?:、|和|及|以及|或者?)?)+\Z")  # 市和 区人民政府: both levels
_LEVELS_OF = re.compile(rf"(?:(?:{_LEVEL_WORDS})(?:、|和|或者?)?)+的\Z")
_SEVERAL_ENDS = frozenset("、和及或者")


def address(text: str, at: int) -> int:
    """Where the words of place and level right before `at` begin; `at` where none stands there."""
    if text[at - 1 : at] not in _PREFIX_ENDS:
        return at
    found = _PREFIX.search(text, max(0, at - 30), at)
    return found.start() if found else at


def owner_address(text: str, at: int) -> int:
    """`address`, and the other levels that share the name behind them (由市和 区人民政府)."""
    first = address(text, at)
    if text[first - 1 : first] == "的" and (owned := _LEVELS_OF.search(text, max(0, first - 16), first)):
        return owned.start()  # 由省、自治区、直辖市的 人民代表大会规定
    if text[first - 1 : first] not in _SEVERAL_ENDS:
        return first
    found = _SEVERAL.search(text, max(0, first - 16), first)
    return address(text, found.start()) if found else first


def level_of(text: str, start: int, end: int) -> Level | None:
    """Level that the name `text[start:end]` or the words right before it give; none for 县级以上 and the like."""
    first = address(text, start)
    if text.startswith("地区", first) and (text[first - 1 : first] in _AREAS or _AREA.match(text, first)):
        first += 2
    return _level(text[first : min(start + 4, end)], text[max(0, end - 2) : end])


@lru_cache(maxsize=4096)
def _level(words: str, ending: str) -> Level | None:
    """Level that the first words of a name, with what places it, or its last two characters give."""
    if "以上" in words or "各级" in words or "地方" in words:
        return None
    if _COUNTIES.search(words):
        return Level.COUNTY
    named = next((level for level, pattern in _LEVELS if pattern.search(words)), None)
    last = ending[-1:] if ending not in _PARTY_ENDINGS else ""
    return named or next((level for level, mark in _BY_ENDING if mark == last), None)
