"""A sum that is not the multiple it is said to be: 低保标准1.5倍（即每人每月1020元）, where the text says 700元.

The yardstick is a standard that the text itself gives in money, for town and country apart where it says so. Quiet
where the text gives several of them, and for what is rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.norms import Norm
from checks.compare.outcome.doubles import Double
from kg.stretches import value_of, worth

_RATIO = r"(?P<ratio>[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九](?:点[一二三四五六七八九])?)倍"
_SAID = re.compile(
    rf"(?P<name>低保|最低生活保障|最低工资|特困[^，。；]{{0,6}}基本生活)标准的?{_RATIO}[^（(，。；]{{0,10}}(?:[（(]|，)?(?:即|折合|也就是|为|合)(?P<sums>[^（）()。；]{{4,60}})"
)
_SUM = re.compile(r"(?P<place>城市|城镇|农村|城乡)?[^，。、；0-9]{0,12}?(?P<value>[0-9]+(?:\.[0-9]+)?)(?P<much>万)?元")
_SETS = re.compile(r"(?:低保|最低生活保障|最低工资|特困[^，。；]{0,6}基本生活)标准")
_OLD = re.compile(r"由[^，。；]{0,8}$|原|上年|去年|现行|提高前|调整前")
_ROUNDED = re.compile(r"约|左右|取整|以内")
_SLACK = 1.0  # yuan


@dataclass(frozen=True, slots=True)
class _Sum:
    norm: Norm
    place: str
    value: float
    said: str


def multiples(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Sums that a text reckons as a multiple of a standard that it gives otherwise."""
    for norm in norms:
        for match in _SAID.finditer(norm.text):
            given = [s for n in norms if n is not norm and _is_of(n, match["name"]) for s in _sums(n, n.text)]
            ratio = value_of(match["ratio"].replace("两", "二"))
            for told in _sums(norm, match["sums"]) if not _ROUNDED.search(match["sums"]) else ():
                base = [s for s in given if s.place == told.place]
                if len({s.value for s in base}) == 1 and abs(base[0].value * ratio - told.value) > _SLACK:
                    come = f"{base[0].said}的{match['ratio']}倍为{base[0].value * ratio:g}元"
                    yield Double("product", "标准与倍数的乘积", told.said, come, (norm, base[0].norm))
                    return


def _is_of(norm: Norm, name: str) -> bool:
    """Whether a norm sets the standard of that name in money."""
    found = _SETS.search(norm.words)
    alike = found is not None and (found[0][:2] == name[:2] or {found[0][:2], name[:2]} == {"低保", "最低"})
    return alike and "倍" not in norm.text


def _sums(norm: Norm, said: str) -> Iterator[_Sum]:
    for match in _SUM.finditer(said):
        if not _OLD.search(match.group()) and not _OLD.search(said[max(0, match.start() - 6) : match.start()]):
            place = (match["place"] or "").replace("城镇", "城市")
            yield _Sum(norm, place, worth(match["value"], match["much"]), match.group())
