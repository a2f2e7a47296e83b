"""The order of need (特困 ≥ 低保 ≥ 边缘 ≥ 刚性支出) applied to figures: nobody in deeper need may be served worse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from checks.compare.figures.figures import Figure
from checks.compare.ground.amounts import order
from checks.compare.ground.clauses import words_before
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import aid_of
from checks.compare.ground.windows import groups_in
from kg.coverage import CoverageIndex
from kg.model import Groups
from ontology.cues import load_cues
from ontology.wording import wordings

_BENEFITS = frozenset(
    {"rate", "deductible", "living-standard", "contribution", "single-cap", "annual-cap", "total-cap", "increment"}
)
_GIVEN = frozenset({"benefit-standard", "benefit-cap", "amount"})  # money under whatever name

_PAID_IN = re.compile(  # by those who are helped, where it is not the costs of which a share is given back
    r"缴纳|缴费|交纳|自[付负](?!(?:的|部分|合规|合理|住院|门诊|医疗)*(?:费用|部分))|个人(?:负担|承担|缴)(?!的?(?:[^，。；]{0,6}费用|部分))"
)
_ALL_TOGETHER = re.compile(r"(?:[合共总小]计|计|共需?|总额|资金|经费)(?:为|约)?$")  # of a whole class, nobody's own


@cache
def _order() -> dict[str, int]:
    return {cue.id: int(cue.facts["order"][0]) for cue in load_cues()["tier"]}


def tiers(figure: Figure) -> frozenset[int]:
    """Places in the order of need that the figure's people hold: 1 is the deepest."""
    return _places(figure.people)


def tier_of(people: Groups) -> int:
    """The one place in the order of need that people hold, 0 where they hold none or several."""
    found = _places(people)
    return next(iter(found)) if len(found) == 1 else 0


def _places(people: Groups) -> frozenset[int]:
    return frozenset(min(_order()[g] for g in a if g in _order()) for a in people if set(a) & _order().keys())


def apart(a: Figure, b: Figure) -> bool:
    """Whether both name strata and share none: a scale that lists strata gives each its own figure."""
    mine, theirs = tiers(a), tiers(b)
    return bool(mine and theirs and not mine & theirs)


def classes_apart(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether both are for recognised classes, by their words or their documents' titles, and for none alike."""
    mine, theirs = (_classes(index, f) for f in (a, b))
    return bool(mine and theirs and not mine & theirs)


def _classes(index: CoverageIndex, figure: Figure) -> frozenset[str]:
    named = figure.people or groups_in(index.documents[figure.norm.document].title or "")
    return (named.ids() or aid_of(index, figure.norm)) & frozenset(wordings()["strata"])  # 低保, 特困 as aids too


def inversions(figures: tuple[Figure, ...]) -> Iterator[tuple[Figure, Figure]]:
    """(needier, less needy) where the needier stratum gets less of one item in one scale."""
    for a, b in combinations([f for f in figures if _is_benefit(f) and tiers(f)], 2):
        if _one_scale(a, b):
            needier, other = (a, b) if max(tiers(a)) < min(tiers(b)) else (b, a)
            found = order(needier.amount, other.amount)
            if max(tiers(needier)) < min(tiers(other)) and found and (found > 0) == (needier.better == "lower"):
                yield needier, other


def _is_benefit(figure: Figure) -> bool:
    given = figure.parameter.kind in _GIVEN and figure.better != "lower"
    said = _up_to(figure)
    if _PAID_IN.search(said) or (figure.parameter.unit == "元" and _ALL_TOGETHER.search(said)):
        return False
    return figure.item in _BENEFITS or (given and figure.amount.dimension.startswith("元"))


def _up_to(figure: Figure) -> str:
    """The words of its clause before the figure."""
    return PAUSE.split(words_before(figure.norm, figure.parameter))[-1]


def _one_scale(a: Figure, b: Figure) -> bool:
    same = a.item == b.item and a.phases == b.phases and _of_one_kind(a, b) and a.bands == b.bands
    one_list = bool(a.norm.stem) and a.norm.lead.start == b.norm.lead.start
    beside = a.norm.line == b.norm.line or one_list or _items_of_one(a.norm, b.norm)
    return same and beside and a.parameter.op == b.parameter.op and (not a.basis or not b.basis or a.basis == b.basis)


def _of_one_kind(a: Figure, b: Figure) -> bool:
    """Whether their variants (住院, 门诊) are the same; one said first holds for the rest of the sentence."""
    first, later = sorted((a, b), key=lambda f: f.parameter.start)
    in_one_sentence = a.norm.start == b.norm.start or first.norm.text in later.norm.prior
    return a.variants == b.variants or (in_one_sentence and not later.variants)


def _items_of_one(a: Norm, b: Norm) -> bool:
    """Whether two norms are （一）（二）… under one heading that has no colon."""
    (above, _, one), (beside, _, two) = a.locator.rpartition("/"), b.locator.rpartition("/")
    return bool(above) and above == beside and one.startswith("（") and two.startswith("（")
