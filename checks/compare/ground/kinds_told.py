"""Grades, places and kinds that a few characters tell (中度, 二级, 城区, 夜间), by which like figures differ."""

from __future__ import annotations

import re

_KINDS = re.compile(
    r"(?:极重|轻|中|重)度|(?:完全|部分|半|全)(?=失能|自理|护理|丧失)|[一二三四五六七八九十甲乙丙丁ABCDE1-9](?:级|类|档|等)(?!以)"
    r"|城区|县城|镇区|乡镇(?!人民|政府|、|（|和|或)|村级|乡级|县级|市级|省级|农村|城镇|城市|山区|牧区|新建|改建|续建|[春夏秋冬]季|首次|初次|再次|重新"
    r"|白天|夜间|小学|初中|高中|本科|大专|中职|公办|民办|日间|全托|集中|分散|散居|寄宿|走读|[0-9一二两三四五六七八九十]+人户"
)


def kinds_told(text: str) -> frozenset[str]:
    """What tells a thing from its like."""
    return frozenset(_KINDS.findall(text))


def kinds_apart(one: str, two: str) -> bool:
    """Whether both texts tell kinds, and none in common."""
    mine, theirs = kinds_told(one), kinds_told(two)
    return bool(mine and theirs) and not mine & theirs
