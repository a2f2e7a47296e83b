"""Open alternatives of a condition that a text closes: 因经济困难或者其他原因无力支付的 becomes 因经济困难无力支付的.

Whoever comes in by the other door is left out. Quiet where the text has an open end anywhere near (其他, 特殊, 等), or
says the other alternative in a norm of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import Match, article_of, matches, one_matter
from checks.compare.ground.listings import says
from checks.compare.ground.marks import ETC
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex

_OPEN_DOOR = re.compile(
    r"(?P<named>[一-龥]{3,12})(?:或者|或|、|及|和)(?:因|由于|有|遭遇|遭受|存在|出现)?"
    r"(?P<other>其他[^，。；、的]{0,6}?(?P<kind>原因|事由|情形|情况|困难|事件|灾害|变故))"
)
_CAUSE = re.compile(r"因为?|由于|遭遇|遭受|患有?")
_OPEN = re.compile(rf"其他|其它|特殊|{ETC}|另有规定")
_ENTITLES = re.compile(r"可以|有权|应当|给予|享受|予以|纳入|提供|认定|申请|是指")
_DENIES = re.compile(r"不予|不得|不再|停止|终止|取消|撤销|处罚|处分|责令|追究|延长|变更|解除")
_LEAST = 0.3


@dataclass(frozen=True, slots=True)
class Closed:
    """A norm of the draft's that knows only what `theirs` names first, without `other`."""

    mine: Norm
    theirs: Norm
    other: str


def closed(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Closed]:
    """Conditions of `mine` without the open alternative that the norm beside them in `theirs` has."""
    told: set[int] = set()
    for match in matches(index, mine, theirs):
        found = _OPEN_DOOR.search(match.b.text)
        if found and match.mutual and match.a.start not in told and _is_closed(index, match, found, mine):
            told.add(match.a.start)
            yield Closed(match.a, match.b, found["other"])


def _is_closed(index: CoverageIndex, match: Match, found: re.Match[str], mine: tuple[Norm, ...]) -> bool:
    a, b = match.a, match.b
    if match.likeness < _LEAST or any(_DENIES.search(n.words) for n in (a, b)):
        return False
    if not all(_ENTITLES.search(n.words) for n in (a, b)) or not says(a.text, _CAUSE.split(found["named"])[-1]):
        return False
    article = article_of(a)
    near = (n for n in mine if article_of(n) == article)
    if any(_OPEN.search(n.text) for n in near) or any(
        re.search(rf"其他[^，。；]{{0,6}}{found['kind']}", n.text) for n in mine
    ):
        return False
    return one_matter(index, match)
