"""Parts of a number that are more than the whole: 培训300人，其中甲120人、乙100人、丙110人.

Parts follow 其中 in the unit of the whole, and are of kinds that shut each other out. Quiet where the parts are fewer
(some may go unnamed), unless all the money needed is dealt out to the purses that it comes from or many parts come near
to all; where they are people by what they are (妇女, 残疾人: one may be both), and where a part is only said to be at
least or at most so many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in
from checks.compare.outcome.doubles import Double
from kg.stretches import value_of
from ontology.terms import TOWN_AND_COUNTRY
from ontology.wording import wordings

_N = r"(?P<{0}>[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九十百千两]{{1,7}})"
_UNIT = r"(?P<unit>万元|亿元|元|人次|人|户|名|个|张|套|份|场|期|家|处|间|辆)"
_ASIDE = r"(?:[（(][^（）()]{0,20}[）)])?"
_WHOLE = re.compile(_N.format("number") + _UNIT + _ASIDE + r"，?其中[：:]?(?P<parts>[^。；]{6,160})")
_PART = re.compile(
    r"(?P<name>(?:[^，、和及。；0-9一二三四五六七八九十百千两]|[一二三四五六](?=[一二三四五六、]*[级类档])){2,16})"
    + _N.format("number")
    + _UNIT
    + "$"
)
_EACH = re.compile(r"[，、]|(?<=[人户名元个张套份场期家处间辆])(?:和|及|以及)")
_LOOSE = re.compile(r"以上|以下|左右|不少于|不低于|不超过|至少|最多|不得|约|每|平均|累计|占|含")
_BY_WHAT_THEY_ARE = re.compile(
    r"女|男|残疾|低保|特困|困难|党员|老年|儿童|青年|岁|户籍|失业|脱贫|农民|少数民族|学历|人员$|对象$|家庭$|户$"
)
_GRADE = re.compile(r"[一二三四五六]+(?:[、和及至][一二三四五六])*(?:级|类|档)|[重中轻特]度|[ABCD]级")
_LEAST, _PURSES = 2, 3  # parts; purses that are surely all
_MANY, _NEAR = 4, 0.9  # parts, and their share of the whole
_NEEDED = re.compile(r"(?:共需|总投资|总投入|总预算|资金总(?:额|量)|所需(?:资金|经费)|合计|总计)[^，。；其]{0,12}$")
_PURSE = re.compile(r"财政|补助|资金|统筹|自筹|捐赠|捐款|配套|公益金|保障金|基金|预算|社会|安排|承担")


def excess(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Wholes that are less than the parts said to be in them."""
    for norm in norms:
        for match in _WHOLE.finditer(norm.text):
            parts = _parts(match["parts"], match["unit"])
            added = sum(parts.values())
            whole_of_it = _of_all_purses(norm.text[: match.start()], parts) or _nearly_all(
                parts, value_of(match["number"])
            )
            short = added < value_of(match["number"]) and whole_of_it
            if len(parts) >= _LEAST and (added > value_of(match["number"]) or short):
                said = "＋".join(f"{name}{value:g}" for name, value in parts.items())
                whole = f"{match['number']}{match['unit']}"
                yield Double("parts", "总数与分项之和", whole, f"{said}，合计{added:g}{match['unit']}", (norm, norm))


def _of_all_purses(before: str, parts: dict[str, float]) -> bool:
    """Whether the whole is all the money needed, and every part a purse that it comes from."""
    return len(parts) >= _PURSES and _NEEDED.search(before) is not None and all(map(_PURSE.search, parts))


def _nearly_all(parts: dict[str, float], whole: float) -> bool:
    """Whether parts are so many, and come so near to the whole, that none can be meant to go unnamed."""
    return len(parts) >= _MANY and sum(parts.values()) >= _NEAR * whole


def _parts(text: str, unit: str) -> dict[str, float]:
    """The parts by name; none where one of them is loose, in another unit, or people by what they are."""
    found: dict[str, float] = {}
    for piece in (p.strip() for p in _EACH.split(text)):
        match = _PART.search(piece)
        if match is None and found:
            break
        if match is None or match["unit"] != unit or _LOOSE.search(piece):
            return {}
        if match["name"] in found:
            return {}
        found[match["name"]] = value_of(match["number"])
    return found if _shut_out(found) else {}


def _shut_out(names: Iterable[str]) -> bool:
    """Whether nobody is in two of the parts: grades or recognised classes, or people not told by what they are."""
    if all(_GRADE.search(name) for name in names):
        return True
    strata = [groups_in(name).ids() & frozenset(wordings()["strata"]) for name in names]
    if all(len(s) == 1 for s in strata):
        return len(frozenset().union(*strata)) == len(strata)
    return not any(groups_in(n).ids() - TOWN_AND_COUNTRY or _BY_WHAT_THEY_ARE.search(n) for n in names)
