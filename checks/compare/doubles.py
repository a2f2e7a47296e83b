"""What one document says twice, differently: a term, a step's time limit, a scale's brackets, the length of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from checks.compare.figures import Figure
from checks.compare.limits import alike, at_odds, comparable
from checks.compare.norms import Norm
from checks.compare.wording import pieces
from kg.coverage import CoverageIndex
from kg.model import Reading, Verdict

_MEANS = re.compile(
    r"(?:本[^，。；]{1,4}所称的?|前款所称的?|所称的?)?[“”]?(?P<term>[^，。；：“”《》（）]{2,20}?)[“”]?(?:，?是指|，指)(?P<meaning>[^。]{6,})"
)
_LISTED = re.compile(
    r"(?:下列|以下|如下)(?P<number>[一二三四五六七八九十两]{1,3}|[0-9]{1,2})(?:类|种|项|个|方面|条|款)"
)
_FIGURE = re.compile(r"[0-9.]+|[一二三四五六七八九十百]+(?=周岁|倍|年|个月|元|人)")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_WHOLE = ("whole", "decide")  # steps that a matter has once; others are told apart by their words
_DIFFERENT = 0.7


@dataclass(frozen=True, slots=True)
class Double:
    """Two places of one document and what each says about `matter`."""

    slot: str
    matter: str
    a: str
    b: str
    places: tuple[Norm, ...]


def terms(reading: Reading, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Terms defined twice with different content: 是指 twice, or one short name for two things."""
    found: dict[str, list[tuple[str, Norm]]] = {}
    for norm in norms:
        here = [d for d in reading.definitions if norm.start <= d.start < norm.end]
        said = [(d.term, d.meaning) for d in here]
        if not said and (match := _MEANS.match(norm.text.strip())):
            said = [(match["term"].strip(), match["meaning"])]
        for term, meaning in said:
            found.setdefault(term, []).append((meaning, norm))
    for term, places in found.items():
        for (first, a), (second, b) in combinations(places, 2):
            if a.line != b.line and _differ(first, second):
                yield Double("term", f"“{term}”的含义", first.strip("，；"), second.strip("，；"), (a, b))


def _differ(first: str, second: str) -> bool:
    """Whether two meanings say different things: few words in common, or other figures."""
    mine, theirs = pieces(first), pieces(second)
    if not mine or not theirs:
        return False
    figures = {tuple(sorted(_FIGURE.findall(said))) for said in (first, second)}
    return len(mine & theirs) < _DIFFERENT * max(len(mine), len(theirs)) or (len(figures) > 1 and () not in figures)


def values(index: CoverageIndex, figures: tuple[Figure, ...]) -> Iterator[tuple[Figure, Figure]]:
    """Two values for one step or item, for the same people and circumstances."""
    for a, b in combinations(figures, 2):
        one_list = bool(a.norm.stem) and a.norm.lead.start == b.norm.lead.start
        if one_list or a.norm.line == b.norm.line or not at_odds(a, b) or a.item in ("rate", "income-line"):
            continue
        if _one_aid(a, b) and a.people == b.people and _one_step(a, b) and comparable(index, a, b) is Verdict.YES:
            yield a, b


def _one_aid(a: Figure, b: Figure) -> bool:
    return a.aid == b.aid or bool(a.aid & b.aid - {"social-assistance"})


def _one_step(a: Figure, b: Figure) -> bool:
    """A time limit needs the same body and the same start; a money item the same words around it."""
    if a.stage:
        starts = {(f.parameter.basis or "").removesuffix("之日") for f in (a, b)} - {""}
        if (
            a.stage not in _WHOLE
            and not alike(a, b)
            and not (len(starts) == 1 and all(f.parameter.basis for f in (a, b)))
        ):
            return False
        return bool(a.agency) and (a.agency, a.level) == (b.agency, b.level) and len(starts) <= 1
    return bool(a.item) and a.variants == b.variants and alike(a, b)


def brackets(figures: tuple[Figure, ...]) -> Iterator[tuple[Figure, Figure]]:
    """Neighbouring grades of one scale whose cases overlap by more than an end point."""
    for a, b in pairwise(f for f in figures if f.bands):
        one_scale = a.norm.lead.start == b.norm.lead.start and a.norm.stem and a.item == b.item
        overlap = all(_overlap(x, y) for x, y in zip(a.bands, b.bands, strict=False))
        if one_scale and a.people == b.people and a.norm is not b.norm and overlap:
            yield a, b


def _overlap(a: tuple[str, float, float], b: tuple[str, float, float]) -> bool:
    return a[0] == b[0] and max(a[1], b[1]) < min(a[2], b[2])


def lengths(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """A list announced with a number that has another number of items."""
    for stem in norms:
        match = _LISTED.search(stem.text)
        if not match or not stem.text.rstrip().endswith("："):
            continue
        items = {n.line: n for n in norms if n.stem and n.lead.start == stem.start}
        said = _number(match["number"])
        if items and said > 1 and len(items) != said:
            yield Double("count", "列举的项数", f"{said}项", f"{len(items)}项", (stem, *items.values()))


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, _, ones = text.rpartition("十")
    if "十" in text:
        return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
    return _DIGITS.get(text, 0)
