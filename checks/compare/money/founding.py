"""Texts that found a benefit in so many words (建立养老服务补贴制度, 决定设立助学金), as their own making.

What they leave out is left out for good: nobody applies anywhere for it, decides on it or pays it.
"""

from __future__ import annotations

import re

from checks.compare.ground.norms import Norm

_FOUNDS = re.compile(
    r"(?:建立|设立|新设|增设|创设|设置|推行|推出|启动)(?!健全|完善|和完善)[^，。；]{0,24}?"
    r"(?:补贴|补助|津贴|救助金|资助金|助学金|生活费|关爱金|救助|帮扶|资助)(?:制度|项目|政策|待遇|计划)?(?=[，。；]|$)"
)
_OTHERS = re.compile(
    r"(?:市|县|区|乡镇|各地|地方)[^，。；]{0,6}(?:可以|应当|要|可)(?:结合实际)?(?:建立|设立)|有条件的|逐步|探索|研究|基金"
)


def founds(norms: tuple[Norm, ...]) -> list[Norm]:
    """The norms by which a text founds a benefit itself, not those that ask others to."""
    return [n for n in norms if _FOUNDS.search(n.text) and not _OTHERS.search(n.text)]
