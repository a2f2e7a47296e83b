"""Terms that one document defines twice, differently: 是指 twice, one short name for two things, a line that is passed.

困难家庭 defined as below 1.5 times the line has nobody in it who is only below twice the line; a lower line than the
term's only takes some of them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from checks.compare.ground.amounts import UP
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from checks.compare.ground.wording import pieces
from checks.compare.outcome.doubles import Double
from kg.model import Definition, Parameter, Reading

_MEANS = re.compile(
    r"(?:本[^，。；]{1,4}所称的?|前款所称的?|所称的?)?[“”]?(?P<term>[^，。；：“”《》（）]{2,20}?)[“”]?(?:，?是指|，指)(?P<meaning>[^。]{6,})"
)
_FIGURE = re.compile(r"[0-9.]+|[一二三四五六七八九十百]+(?=周岁|倍|年|个月|元|人)")
_DIFFERENT = 0.7
_DRAWS = frozenset({"income-line", "asset-limit"})  # lines that say who belongs to a class


def terms(reading: Reading, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Terms defined twice with different content: 是指 twice, or one short name for two things."""
    found: dict[str, list[tuple[str, Norm]]] = {}
    for norm in norms:
        here = [d for d in reading.definitions if norm.start <= d.start < norm.end]
        said = [(d.term, d.meaning) for d in here if not _short_for(d, norm)]
        if not said and (match := _MEANS.match(norm.text.strip())):
            said = [(match["term"].strip(), match["meaning"])]
        for term, meaning in said:
            found.setdefault(term, []).append((meaning, norm))
    for term, places in found.items():
        for (first, a), (second, b) in combinations(places, 2):
            if a.line != b.line and _differ(first, second):
                yield Double("term", f"“{term}”的含义", first.strip("，；"), second.strip("，；"), (a, b))


def lines_passed(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Terms defined by a highest value, used elsewhere with a higher one (低于2倍的困难家庭)."""
    for norm in norms:
        said, line = _MEANS.match(norm.text.strip()), _highest(norm)
        for other in norms if said and line else ():
            own = _highest(other) if other.line != norm.line else None
            behind = other.text[own.end - other.start :].lstrip("以下内的、（含）") if own else ""
            one = own and line and (own.kind, own.unit, own.basis) == (line.kind, line.unit, line.basis)
            if own and line and said and one and behind.startswith(said["term"]) and own.value > line.value:
                yield Double("term", f"“{said['term']}”的范围", line.quote, own.quote, (norm, other))


def _highest(norm: Norm) -> Parameter | None:
    """The only value of a norm that people have to be below, of those that say who belongs to a class."""
    found = [p for p in numbers_of(norm) if p.kind in _DRAWS]
    return found[0] if len(found) == 1 and found[0].op in UP else None


def _short_for(definition: Definition, norm: Norm) -> bool:
    """Whether it only shortens a name that has all its characters (冬春生活救助，以下简称冬春救助)."""
    rest = iter(definition.meaning)
    return "简称" in norm.text and "指" not in norm.text and all(character in rest for character in definition.term)


def _differ(first: str, second: str) -> bool:
    """Whether two meanings say different things: few words in common, or other figures."""
    mine, theirs = pieces(first), pieces(second)
    if not mine or not theirs:
        return False
    figures = {tuple(sorted(_FIGURE.findall(said))) for said in (first, second)}
    return len(mine & theirs) < _DIFFERENT * max(len(mine), len(theirs)) or (len(figures) > 1 and () not in figures)
