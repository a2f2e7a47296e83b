"""Who is competent by a few words: levels of government, 省级人民政府, 设区的市, 县民政局, 县级以上.

县级以上 is every level down to the county; in a municipality a 市 is a province. Bodies without a level say none.
"""

from __future__ import annotations

import re

from kg.coverage import CoverageIndex
from kg.enums import Level

ORDER = tuple(Level)
DOWN_TO = re.compile(r"(?:县|市)级以上|各级")
"""Every level down to this one."""
_HANDED = re.compile(  # 各地可以在省定标准基础上提高
    r"委托|授权|下放|可以规定由|赋权|另有规定|指定的|各(?:地|市|县|州)[^，。；]{0,12}可以?[^，。；]{0,24}(?:提高|上浮|确定|制定|规定|调整|扩大|细化)"
    r"|在[省国市][^，。；]{0,8}(?:标准|规定)(?:的)?基础上|不(?:得)?低于[省国市]"
)
_MUNICIPALITIES = ("11", "12", "31", "50")
_LEVELS = (
    (re.compile(r"县级以上|各级人民政府"), (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)),
    (re.compile(r"设区的市级?以上|市级以上"), (Level.PROVINCE, Level.PREFECTURE)),
    (re.compile(r"国务院"), (Level.CENTRAL,)),
    (
        re.compile(
            r"省、自治区、直辖市|省级|(?<!级)省(?:人民政府|[^，。；市县区]{0,8}(?:厅|部门))|自治区(?:人民政府|[^，。；]{0,8}(?:厅|部门))"
        ),
        (Level.PROVINCE,),
    ),
    (
        re.compile(
            r"设区的市|自治州|(?<![区县])市级?人民政府|地区行政公署|统筹地区|(?<![、（(区县])市[^，。；县区市、（(）]{2,10}局"
        ),
        (Level.PREFECTURE,),
    ),
    (
        re.compile(r"(?:县|旗|区县|县（[市、区旗]+）|县级)[^，。；以上]{0,8}(?:人民政府|部门|局)|市辖区人民政府"),
        (Level.COUNTY,),
    ),
    (re.compile(r"乡镇人民政府|乡（镇）人民政府|街道办事处"), (Level.TOWNSHIP,)),
)


def levels_in(index: CoverageIndex, document: str, words: str) -> tuple[Level, ...]:
    """The levels that `words` of a document name, each once; () where they name none."""
    found: list[Level] = []
    for pattern, levels in _LEVELS:
        if pattern.search(words):
            found += levels
            words = pattern.sub("", words)
    region = index.documents[document].region or ""
    if region.startswith(_MUNICIPALITIES) and Level.PREFECTURE in found:
        found = [Level.PROVINCE if x is Level.PREFECTURE else x for x in found]
    return tuple(dict.fromkeys(found))


def lower(mine: tuple[Level, ...], theirs: tuple[Level, ...]) -> bool:
    """Whether both name levels and `mine` reaches farther down."""
    return bool(mine and theirs) and max(map(ORDER.index, mine)) > max(map(ORDER.index, theirs))


def handed_down(words: str) -> bool:
    """Whether `words` leave a power, or how far one may go beyond what is set above, to those below."""
    return bool(_HANDED.search(words))
