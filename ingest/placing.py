"""At which level and in which region a text speaks: from its issuers, its title, whom it is sent to, its own words.

Names are looked up in the table of regions for the year of the text; a place the table does not know still shows its
level by the grammar of its name (甲县, 乙市). A text of the central level has no region.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kg.enums import Level
from ontology.regions import Region, load_regions

_LEVELS = (
    (
        Level.CENTRAL,
        r"^(?:国务院|中共中央|中央|全国|中华人民共和国|国家|最高人民|中国)|^[\u4e00-\u9fff]{2,10}部$|^[\u4e00-\u9fff]{2,8}总[局署会]$",
    ),
    (
        Level.TOWNSHIP,
        r"[乡镇](?:党委|人民政府|政府)|街道(?:办事处|工委)|[乡镇]人民代表大会"
        r"|^(?:[\u4e00-\u9fff]{2,8}[县市区旗])?(?!规范|加强|推进|关于|完善|开展|做好|发挥|深化|支持|全面|各)[\u4e00-\u9fff]{1,3}"
        r"(?:(?<![城乡村集小重])镇(?![痛压静村级域县市区州旗江])|(?<![下返入城回还离])乡(?![村镇亲土贤风愁县市区州旗地])|街道)(?=[\u4e00-\u9fff]{4})",
    ),
    (
        Level.COUNTY,
        r"[县旗](?![级域乡帜])(?:[\u4e00-\u9fff（）]|$)|[^地市社城特专辖片景园校防保禁山库矿林牧灾治]区(?:[\u4e00-\u9fff（）]|$)",
    ),
    (
        Level.PREFECTURE,
        r"自治州|(?<![城都超股门集夜])[州盟市](?![场容政])(?:[\u4e00-\u9fff（）]|$)|[^农山贫地灾]地区(?!性)|行政公署|行署",
    ),
    (
        Level.PROVINCE,
        r"[省](?:[\u4e00-\u9fff（）]|$)|自治区|(?:北京|天津|上海|重庆)市|建设兵团|[\u4e00-\u9fff]{2,12}厅$",
    ),
)
_MUNICIPALITY = re.compile(r"^(?:北京|天津|上海|重庆)市(?![\u4e00-\u9fff]{1,6}[区县](?!级))")


def level_by_name(name: str) -> Level | None:
    """Level of an organ or a title by the words of its name; 市 reads as a prefecture unless it is one of the four."""
    plain = "".join(name.split())
    if _MUNICIPALITY.match(plain) or re.match(
        r"^(?:[\u4e00-\u9fff]{2,8})?自治区(?![\u4e00-\u9fff]{1,10}(?:[州盟市县旗](?!级)|地区))", plain
    ):
        return Level.PROVINCE
    for level, pattern in _LEVELS:
        if re.search(pattern, plain):
            return level
    return None


_ADDRESSED = (
    (Level.CENTRAL, r"各省|省、自治区"),
    (Level.PROVINCE, r"各(?:[地市州盟]|设区的?市)(?![（(]区)|各行政公署|自治州，各"),
    (Level.PREFECTURE, r"各(?:县|区县|旗|市辖区)"),
    (Level.COUNTY, r"各(?:乡|镇|街道)"),
)
_NATIONAL = re.compile(r"国务院|全国|各省|省级|省、自治区、直辖市|党中央")
_LOCAL = re.compile(r"我(?:省|市|县|区|州|盟|旗|自治区|自治州|地区)|[全本](?:省|市|县|州|盟|自治区|自治州)(?![、级])")


def place_of(
    title: str, issuers: Sequence[str], salutations: Sequence[str], text: str, day: date | None
) -> tuple[Level | None, str | None]:
    """(level, GB/T 2260 code) of a text made on `day`; the code is `None` for the nation and where none shows."""
    level = next(filter(None, map(level_by_name, (*issuers, title))), None) or _level_above(salutations)
    if level is Level.CENTRAL:
        return level, None
    region = _region((*issuers, title), day.year if day else None) or _region_above(salutations, level)
    if region:
        return (level if level is Level.TOWNSHIP else Level(region.level)), region.code
    return level or (Level.CENTRAL if _NATIONAL.search(text) and not _LOCAL.search(text) else None), None


def _region(names: Sequence[str], year: int | None) -> Region | None:
    """The region the first of `names` to name one begins with, or has behind 关于, 印发, 调整 and the like."""
    table = load_regions()
    for name in names:
        for start in _openings(name):
            if found := table.locate(name[start:], year=year) or table.locate(name[start:]):
                return found
    return None


def _openings(name: str) -> Iterator[int]:
    """Offsets at which the name of a place may begin."""
    yield 0
    for found in _OPENING.finditer(name):
        yield found.end()


_OPENING = re.compile(r"中共|关于|印发|转发|调整|修改|废止|公布|成立|建立|加强|做好|[《〈、 　（]")


def _region_above(salutations: Sequence[str], level: Level | None) -> Region | None:
    """The province that writes to a prefecture it names (伊犁哈萨克自治州，各州、市…)."""
    table = load_regions() if salutations and level is Level.PROVINCE else None
    for words in salutations if table else ():
        for name in re.split("[，、：]", words):
            found = table.locate(name) if table else None
            if found and table:
                return table.get(found.code[:2] + "0000")
    return None


def _level_above(salutations: Sequence[str]) -> Level | None:
    """The level that writes to these addressees."""
    words = "".join(salutations)
    return next((level for level, pattern in _ADDRESSED if re.search(pattern, words)), None)
