"""Figures that are the only ones of their sort in their documents, and those paid from a purse of its own."""

from __future__ import annotations

import re

from checks.compare.figures.figures import MORE, NAMED, NAMING, Figure, figures_of
from checks.compare.figures.rounds import one_programme
from checks.compare.ground.alignment import plain
from checks.compare.ground.clauses import words_before, words_behind
from checks.compare.ground.topics import LOOSE
from kg.coverage import CoverageIndex

_PURSE = re.compile(r"互助(?=金|保障|基金|保险)|商业(?:健康)?保险|慈善|惠民保|团体保险|工会")
_CLAIM = re.compile(  # what an insurer pays: 按照40%理赔, 赔付比例为60%, 每户每年赔付不超过5万元
    r"(?:理赔|赔付)(?:的)?(?:比例|标准|金额|限额|额度)?(?:为|是|按照?|最高|每年|每[人户次]|累计|年度|全年|不?超过|不高于|不低于)*$"
)
_CLAIMED = re.compile(r"(?:的)?(?:比例|标准|额度)?[^，。；、]{0,6}(?:理赔|赔付)")
_SUM_AND_MOST = {"benefit-standard", "benefit-cap"}
_NAME = 4  # characters of a name that tells a sum (现金补助)


def purses_apart(a: Figure, b: Figure) -> bool:
    """Whether one is paid from a purse of its own (职工大病互助金), of which the other says nothing, or by insurers."""
    mine, theirs = (set(_PURSE.findall(words_before(f.norm, f.parameter))) for f in (a, b))
    return _insured(a) != _insured(b) or (mine != theirs and a.norm.document != b.norm.document)


def _insured(figure: Figure) -> bool:
    """Whether the figure is what an insurer pays on a claim, not what is left of it for others to pay."""
    before, behind = words_before(figure.norm, figure.parameter), words_behind(figure.norm, figure.parameter)
    return _CLAIM.search(before) is not None or _CLAIMED.match(behind) is not None


def by_other_words(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether a sum that words near it name, and one that they do not, are each the only one of its sort."""
    if MORE[0] in (a.item, b.item):
        return False
    named = [f for f in (a, b) if f.item and not f.item.startswith(NAMED)]
    money = a.amount.dimension.startswith("元") and _one_kind(a, b)
    if len(named) != 1 or not money or not one_programme(*(index.documents[f.norm.document] for f in (a, b))):
        return False
    return all(_only_sum(index, f) for f in (a, b))


def _one_kind(a: Figure, b: Figure) -> bool:
    """Whether both are sums of one kind, or a sum and the most that it may be."""
    kinds = {a.parameter.kind, b.parameter.kind}
    return len(kinds) == 1 or kinds == _SUM_AND_MOST


def _only_sum(index: CoverageIndex, figure: Figure) -> bool:
    same = (figure.parameter.kind, figure.amount.dimension)
    others = figures_of(index, figure.norm.document)
    return sum((f.parameter.kind, f.amount.dimension) == same for f in others) == 1


def alone(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether both texts have no other time for such a step, and it is for one aid."""
    if not a.aid & b.aid - LOOSE:
        return False
    return all(sum(x.stage == f.stage for x in figures_of(index, f.norm.document)) == 1 for f in (a, b))


def only_step(index: CoverageIndex, figure: Figure) -> bool:
    """Whether its text has no other time for that step of that body, in no special round."""
    key = (figure.stage, figure.agency, figure.level)
    same = (f for f in figures_of(index, figure.norm.document) if not f.phases and f.parameter.kind == "time-limit")
    return sum((f.stage, f.agency, f.level) == key for f in same) == 1


def one_by_name(a: Figure, b: Figure) -> bool:
    """Whether a sum and the most of it are of one name, the one shorter (丧葬现金补助, 现金补助)."""
    kinds = {a.parameter.kind, b.parameter.kind}
    if MORE[0] in (a.item, b.item) or not all(f.item.startswith(NAMED) for f in (a, b)) or kinds != _SUM_AND_MOST:
        return False
    one, two = sorted((plain(f.label) for f in (a, b)), key=len)
    return len(one) >= _NAME and two.endswith(one)


def has_its_own(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether the text of `b` has another figure of the item for just the ages of `a`."""
    beside = figures_of(index, b.norm.document) if a.bands and a.bands != b.bands else ()
    return any(f.bands == a.bands and f.item == b.item and f.parameter.kind == b.parameter.kind for f in beside)


def one_case(a: Figure, b: Figure) -> bool:
    """Whether two sums without a name of their own are each for one and the same case (学前教育：每生每年800元)."""
    named = frozenset(v for axis, v in a.variants if axis in NAMING)
    money = a.amount.dimension.startswith("元") and a.parameter.unit == b.parameter.unit
    return money and bool(named) and a.variants == b.variants
