"""Stages of schooling: a list that goes through the lower and the higher ones and leaves out one between.

The stages are the rungs of `ladder-stage`, each with the words that name it. Quiet where any word of the stage stands
anywhere in the text under review, where its list ends in 等, and where the higher text does not give to the stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import one_subject
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import variants_in
from kg.coverage import CoverageIndex
from ontology.wording import wording_lists

_DRAWS = re.compile(r"(?:对象|范围)(?:范围)?(?:仅?限于|仅限|为|是|主要?包括|包括|覆盖)|就读|就学|在读|在校|考入|录取")
_GIVES = re.compile(r"给予|享受|资助|救助|减免|免除|发放|补助|补贴")
_NOT_ALL = re.compile(r"其他|(?<!高)(?<!(?<!高)中)(?<!初)等(?:学校|学段|阶段|教育|院校|的)|不予|不得|停止|除外|另行")
_ALL = re.compile(r"各(?:学段|教育阶段|级各类学校)")
_SEVERAL = 3  # stages that make a list with one between


def stages_between(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm, str]]:
    """Norms of `mine` that name stages below and above one that `theirs` gives to, with the name of that stage."""
    said = "".join(n.text for n in mine)
    drawn = [n for n in mine if _DRAWS.search(n.text) and len(_stages(n.text)) >= _SEVERAL]
    drawn = [] if any(_NOT_ALL.search(n.text) for n in drawn) or _ALL.search(said) else drawn
    for norm in drawn[:1]:
        low, high = min(_stages(norm.text)), max(_stages(norm.text))
        for stage in sorted(set(range(low + 1, high)) - _stages(said)):
            given = (n for n in theirs if stage in _stages(n.text) and _GIVES.search(n.text))
            if above := next((n for n in given if one_subject(index, norm, n)), None):
                yield norm, above, _rungs()[stage][0]


def of_another_stage(a: Norm, b: Norm) -> bool:
    """Whether the two are for different stages of schooling (义务教育阶段, 普通高中阶段; 小学, 初中)."""
    said = [n.headed + n.words for n in (a, b)]
    kinds = [frozenset(kind for axis, kind in variants_in(x) if axis == "school") for x in said]
    return any(one and two and not one & two for one, two in (kinds, map(_stages, said)))


def _stages(text: str) -> frozenset[int]:
    """The stages that a text names, by their rung."""
    said = text.replace("普通高中阶段", "普通高中")  # 高中阶段 takes in 中职
    return frozenset(i for i, names in enumerate(_rungs()) if any(name in said for name in names))


def _rungs() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(rung.split("|")) for rung in wording_lists()["ladder-stage"].ordered)
