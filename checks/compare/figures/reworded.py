"""Rules told again by another hand: the same matter, figures and items, in everyday words for official ones.

停水之前提前七天书面告诉用户 says what 提前七日以书面方式通知用户 says, in few of the same words. Most characters
stay where a rule is only reworked; so stretches of like length are held against each other by those, and both have to
have the same quantities, or go through the same list. Lists of papers, and of classes of people, are everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from checks.compare.figures.retold import Quantity, quantities
from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.alignment import article_of, plain
from checks.compare.ground.norms import Norm
from checks.fingerprint import REMEMBERED

_EMPTY = frozenset(
    "的了和与及或者在对为等由按照以将本有其向自内被并应当可以不得要把到是之每人个于从经后前上下中年月日时元名户第条款项"
    "一二三四五六七八九十百千万零两"
)
_PAPERS = re.compile(r"身份证|户口[簿本]|复印件|证明材料|照片|申请表")
_LEAST, _FEW, _MANY = 20, 14, 3  # characters of content; fewer do with so many quantities
_ITEMS = 3  # marks between items of a list
_LONGEST = 2  # times as long as the other


@dataclass(frozen=True, slots=True)
class Reworded:
    """Norms of the draft, those of the other text that say the same, and the quantities that both have."""

    mine: tuple[Norm, ...]
    theirs: tuple[Norm, ...]
    quantities: tuple[str, ...]
    likeness: float = 0.0  # up to 2


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A clause, a paragraph or an article with its content."""

    norms: tuple[Norm, ...]
    marks: frozenset[str]
    counted: frozenset[Quantity]
    items: int


def reworded(mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Reworded]:
    """Stretches of `mine` that a stretch of `theirs` is told again in, the shortest first, each place once."""
    there = _stretches(theirs)
    told: set[int] = set()
    for own in sorted(_stretches(mine), key=lambda s: len(s.marks)):
        if not told.isdisjoint(n.start for n in own.norms):
            continue
        best = max(((_likeness(own, other), other) for other in there), key=lambda x: x[0], default=None)
        if best and best[0]:
            told |= {n.start for n in own.norms}
            yield Reworded(own.norms, best[1].norms, tuple(f"{v:g}{u}" for v, u in sorted(own.counted)), best[0])


def _stretches(norms: tuple[Norm, ...]) -> list[_Stretch]:
    """Clauses, paragraphs and articles that have content enough, each once."""
    parts: dict[tuple[int, ...], tuple[Norm, ...]] = {}
    for key in (lambda n: n.start, lambda n: n.line, article_of):
        groups: dict[object, list[Norm]] = {}
        for norm in norms:
            groups.setdefault(key(norm), []).append(norm)
        parts.update((tuple(n.start for n in g), tuple(g)) for g in groups.values())
    made = (_stretch(found) for found in parts.values() if any(n.provisions for n in found))
    return [s for s in made if len(s.marks) >= (_LEAST if len(s.counted) < _MANY else _FEW)]


def _stretch(norms: tuple[Norm, ...]) -> _Stretch:
    stems = dict.fromkeys(n.lead.said for n in norms if n.lead.said and n.lead.said not in n.text)
    said = "".join((*stems, *(n.text for n in norms)))
    return _Stretch(norms, _marks(said), quantities(said), said.count("、") + said.count("；"))


@lru_cache(maxsize=REMEMBERED)
def _marks(text: str) -> frozenset[str]:
    for start, end in sorted({(start, end) for start, end, _ in agencies_in(text)}, reverse=True):
        text = text[:start] + " " + text[end:]
    return frozenset(c for c in plain(text) if "一" <= c <= "鿿" and c not in _EMPTY)


def _likeness(a: _Stretch, b: _Stretch) -> float:
    """How alike two stretches are; 0 where that is not enough for what they have in common."""
    one, two = len(a.marks), len(b.marks)
    if one > _LONGEST * two or two > _LONGEST * one or not a.counted <= b.counted:
        return 0.0
    both = len(a.marks & b.marks)
    alike, least = both / one + both / two, both / max(one, two)
    number = len(a.counted)
    if number > 1 and len(b.counted) <= number + 1:
        enough = alike >= 1.15 and least >= 0.5
    elif number == 1 and len(b.counted) == 1:
        enough = alike >= 1.25 and least >= 0.58
    else:
        enough = not b.counted and min(a.items, b.items) >= _ITEMS and alike >= 1.5 and least >= 0.7
    return alike if enough else 0.0


def is_papers(norms: tuple[Norm, ...]) -> bool:
    """Whether a list is of papers to hand in."""
    return len(_PAPERS.findall("".join(n.text for n in norms))) > 1
