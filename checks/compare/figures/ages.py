"""Ages for which something is given: 零至六周岁 where the higher rule says 零至七周岁, 18至55周岁 after 16至60周岁.

A range is read from the ages of one norm that grants something or says who may apply. A lower text may take in more
ages, not fewer; ages that another norm of its own serves are not left out. Inside one document two ranges for the same
people contradict each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from checks.compare.figures.figures import figures_of
from checks.compare.ground.alignment import bag, in_two_places, one_subject, share, shared_words
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.topics import aid_meets
from checks.compare.ground.windows import groups_in, numbers_of
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.model import Parameter
from ontology.cues import Setting
from ontology.wording import wordings

_AGE = Setting("age")
_DEFINED = re.compile(r"所称的?[“”]?(?P<term>[一-龥]{4,14}?)[“”]?，?(?:是指|指)")
_ASKED = re.compile(
    r"(?:^|[，。])(?:申请(?:享受|领取)?(?P<what>[^，。；的]{2,14})的)?(?P<term>[一-龥]{4,14}?)(?:应当?|须|必须|需要?)(?:为|是)?(?:年满|已满|满|年龄)"
)
_ONLY = re.compile(r"方可|才(?:能|可)|方能")
_WHAT = 0.5  # of the name of the benefit in the title
_NONE, _END = 0.0, 200.0
_BOTH_SERVED = 0.25
_ALIKE, _SAME, _NEAR = 0.45, 0.4, 0.25  # likeness of two norms: of two texts, of one text, and to serve the rest


@dataclass(frozen=True, slots=True)
class Ages:
    """From `low` to `high` years, in a norm that gives something."""

    norm: Norm
    low: float
    high: float
    quote: str


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Ranges of `mine` inside those of `theirs` for the same thing."""
    ours, above = (ages_of(index, n[0].document) if n else () for n in (mine, theirs))
    for a in ours:
        near = [b for b in above if shared_words(a.norm, b.norm) >= _least(a, b) and _one_matter(index, a, b)]
        b = max(near, key=lambda x: shared_words(a.norm, x.norm), default=None)
        again = any(_same(a, x) for x in near)
        if b and not again and _inside(a, b) and not _served(a, b, ours):
            yield Departure(Label.NOTION, "age", "年龄界限窄于上位规定", a.quote, b.quote, (a.norm,), (b.norm,))


def apart(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Ages, Ages]]:
    """Ranges of two texts of equal rank for the same thing that meet and differ, no grades of one scale."""
    ours, others = (ages_of(index, n[0].document) if n else () for n in (mine, theirs))
    for a in ours:
        near = [b for b in others if shared_words(a.norm, b.norm) >= _ALIKE and _one_matter(index, a, b)]
        b = max(near, key=lambda x: shared_words(a.norm, x.norm), default=None)
        again = any(_same(a, x) for x in near)
        if b is None or again or not _meet(a, b) or not _one_sum(index, a, b):
            continue
        if _leaves_some(a, b, ours) or _leaves_some(b, a, others):
            yield a, b


def doubles(index: CoverageIndex, name: str) -> Iterator[Double]:
    """Two ranges of one document for the same people; one that only begins where it is said who alone gets in."""
    found = [x for x in ages_of(index, name) if x.low > _NONE]
    for a, b in combinations(found, 2):
        alike = a.norm.aid == b.norm.aid and shared_words(a.norm, b.norm) >= _SAME
        apart = not _same(a, b) if max(a.high, b.high) < _END else _begins_later(a, b)
        if alike and apart and _meet(a, b) and in_two_places(a.norm, b.norm):
            yield Double("age", "年龄条件", a.quote, b.quote, (a.norm, b.norm))


def _begins_later(a: Ages, b: Ages) -> bool:
    """Whether of two ranges the one without an end, for those who alone get in (方可), begins at another age."""
    closed, opened = sorted((a, b), key=lambda x: x.high)
    return closed.high < _END == opened.high and opened.low > closed.low and bool(_ONLY.search(opened.norm.text))


def terms(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """A class that is defined from one age, and has to be of another where it asks for the benefit of the title."""
    about = bag(index.documents[norms[0].document].title or "") if norms else frozenset()
    defined = [(n, m["term"], p) for n in norms if (m := _DEFINED.search(n.text)) and (p := _from(n))]
    for norm in norms if defined else ():
        asked, own = _ASKED.search(norm.text), _from(norm)
        if not asked or not own or (asked["what"] and share(bag(asked["what"]), about) < _WHAT):
            continue
        for other, term, age in defined:
            if term == asked["term"] and age.value != own.value and in_two_places(norm, other):
                yield Double("age", f"“{term}”的年龄", age.quote, own.quote, (other, norm))


def beyond_terms(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """A class defined up to one age, and later of an older one (未满15周岁的残疾儿童; 未满18周岁的残疾儿童)."""
    defined = [(n, m["term"], p) for n in norms if (m := _DEFINED.search(n.text)) and (p := _upto(n))]
    for (other, term, age), norm in product(defined, norms):
        own = _upto(norm) if term in norm.text and norm.start > other.start else None
        behind = own and norm.text[own.end - norm.start :].lstrip("以下的").startswith(term)
        if own and behind and own.value > age.value:
            yield Double("age", f"“{term}”的年龄", age.quote, own.quote, (other, norm))


def _upto(norm: Norm) -> Parameter | None:
    """The only age of a norm, where it is the highest one."""
    found = [p for p in numbers_of(norm) if p.kind == "age"]
    return found[0] if len(found) == 1 and found[0].op in ("<", "<=") else None


def _from(norm: Norm) -> Parameter | None:
    """The only age of a norm, where it is the lowest one."""
    found = [p for p in numbers_of(norm) if p.kind == "age"]
    return found[0] if len(found) == 1 and found[0].op in (">", ">=") else None


@per_index
def ages_of(index: CoverageIndex, name: str) -> tuple[Ages, ...]:
    """The ranges of a document."""
    return tuple(a for n in norms_of(index.reading(name)) if (a := _ages(n)))


def _ages(norm: Norm) -> Ages | None:
    if not _AGE.has("opens", norm.headed + norm.words) or _AGE.has("aside", norm.words):
        return None
    found = [p for p in numbers_of(norm) if p.kind == "age"]
    lows = [p.value for p in found if p.op in (">", ">=")]
    highs = [p.value for p in found if p.op in ("<", "<=")]
    if not found or len(lows) > 1 or len(highs) > 1 or len(lows) + len(highs) < len(found):
        return None
    low, high = (lows or [_NONE])[0], (highs or [_END])[0]
    start, end = min(p.start for p in found), max(p.end for p in found)
    return Ages(norm, low, high, norm.text[start - norm.start : end - norm.start]) if low < high else None


def _one_matter(index: CoverageIndex, a: Ages, b: Ages) -> bool:
    strata = frozenset(wordings()["strata"])
    mine, theirs = (groups_in(x.norm.words).ids() & strata for x in (a, b))
    same = mine == theirs or not theirs
    return same and aid_meets(index, a.norm, b.norm) is Verdict.YES and one_subject(index, a.norm, b.norm)


def _meet(a: Ages, b: Ages) -> bool:
    return a.low < b.high and b.low < a.high


def _least(a: Ages, b: Ages) -> float:
    """How alike both have to be: two that say whom their texts are for (救助对象：) have few words beside the ages."""
    both = all(_AGE.has("served", x.norm.headed + x.norm.words) for x in (a, b))
    return _BOTH_SERVED if both else _ALIKE


def _inside(a: Ages, b: Ages) -> bool:
    return a.low >= b.low and a.high <= b.high and not _same(a, b)


def _same(a: Ages, b: Ages) -> bool:
    return (a.low, a.high) == (b.low, b.high)


def _one_sum(index: CoverageIndex, a: Ages, b: Ages) -> bool:
    """Whether the sums of both are called alike; where neither gives a sum, whatever it is called."""
    mine, theirs = ([f.item for f in figures_of(index, x.norm.document) if f.norm is x.norm] for x in (a, b))
    return not (mine or theirs) or bool((set(mine) & set(theirs)) - {""})


def _leaves_some(a: Ages, b: Ages, ours: tuple[Ages, ...]) -> bool:
    """Whether some of the ages of `b` get nothing in the document of `a`."""
    return (b.low < a.low or a.high < b.high) and not _served(a, b, ours)


def _served(a: Ages, b: Ages, ours: tuple[Ages, ...]) -> bool:
    """Whether other ranges of the same document, one or several in a row, take in what `a` leaves out of `b`."""
    rest = [(b.low, a.low)] * (b.low < a.low) + [(a.high, b.high)] * (a.high < b.high)
    others = sorted((x for x in ours if x is not a and shared_words(a.norm, x.norm) >= _NEAR), key=lambda x: x.low)
    return all(_reaches(others, low, high) for low, high in rest)


def _reaches(ranges: list[Ages], low: float, high: float) -> bool:
    """Whether ranges in the order of their beginnings lead from `low` to `high`, no more than a year between them."""
    for x in ranges:
        if x.low <= low + 1:
            low = max(low, x.high)
    return low >= high - 1
