"""Two sums of one text that are one: named and only called 补贴, the standard of a class, the money reckoned."""

from __future__ import annotations

import re

from checks.compare.figures.figures import Figure, figures_of
from checks.compare.figures.odds import at_odds
from checks.compare.ground.amounts import amount, order
from checks.compare.ground.clauses import words_behind
from checks.remember import per_index
from kg.coverage import CoverageIndex
from ontology.wording import wordings

_STANDARD = r"^(?:救助|补助|补贴|发放|资助|保障)标准(?:为|是|：)"  # of the one sum that a text grants
_AS_STANDARD = re.compile(r"的?(?:新|最新|现行|上述|该|调整后的?|提高后的?)?(?:保障|发放|补助|补贴|救助|供养)?标准")
_APART = re.compile(r"一次性|另|增发|再|首次|其中|春节|取暖|慰问")
_RECKONS = re.compile(r"(?:的标准)?(?:进行)?测算")


def named_and_bare(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether one figure names a sum, and the other only 补贴 or 津贴 in a text that grants no other one."""
    named, bare = (a, b) if a.item else (b, a)
    if a.parameter.kind != "benefit-standard" or b.parameter.kind != "benefit-standard" or a.parameter.op != "=":
        return False
    if not named.item or (bare.item and bare.item != named.item):
        return False
    granted = sums_granted(index, a.norm.document)
    kind = next((k for k in wordings()["sum-kind"] if named.label.endswith(k)), "")
    told = bool(kind) and re.search(rf"(?:^|[，。；：该此各]){kind}(?!资金)|{_STANDARD}", bare.norm.text)
    cases = a.bands == b.bands or not (a.bands and b.bands)
    people = a.people == b.people or not (a.people and b.people)
    return bool(told) and len(granted) == 1 and cases and people and a.variants == b.variants and bool(_both(a, b))


def new_standard(index: CoverageIndex, named: Figure, bare: Figure) -> bool:
    """Whether the one sum that a text names for some people is another where it only says their standard."""
    if not named.item or bare.item or named.parameter.unit != bare.parameter.unit or not at_odds(named, bare):
        return False
    same = bool(named.people) and named.people == bare.people and named.variants == bare.variants
    if not same or named.norm is bare.norm or not _AS_STANDARD.match(words_behind(bare.norm, bare.parameter)):
        return False
    mine = (f for f in figures_of(index, named.norm.document) if f.people == named.people and f.item)
    return {f.item for f in mine if f.parameter.unit == named.parameter.unit} == {named.item}


def reckoned(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether the money for the one sum that a text gives is reckoned by another figure (按照每户1000元测算)."""
    if a.parameter.unit != b.parameter.unit or a.aid != b.aid or not order(amount(a.parameter), amount(b.parameter)):
        return False
    given = [f for f in figures_of(index, a.norm.document) if f.parameter.kind == "benefit-standard"]
    sums = [f for f in given if not _RECKONS.match(words_behind(f.norm, f.parameter))]
    return len(given) == 2 and len(sums) == 1 and {f.parameter.op for f in given} == {"="} and a in given and b in given


def only_two(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether they are the only two sums that a text gives for the same people, by the month and by the year."""
    given = [f for f in figures_of(index, a.norm.document) if f.parameter.kind == "benefit-standard"]
    if len(given) != 2 or a not in given or b not in given or {f.parameter.op for f in given} != {"="}:
        return False
    alike = (a.people, a.variants, a.phases, a.bands, a.item) == (b.people, b.variants, b.phases, b.bands, b.item)
    periods = {f.parameter.unit.rpartition("/")[2] for f in given}
    plain = not any(_APART.search(f.norm.text) for f in given)
    apart = a.norm.line != b.norm.line and bool(order(a.amount, b.amount))
    return alike and plain and periods == {"月", "年"} and apart


def _both(a: Figure, b: Figure) -> bool:
    """Whether both are money for a person or household in a time, so that one can be turned into the other."""
    return a.amount.dimension == b.amount.dimension and (
        a.amount.dimension.count("/") > 1 or a.parameter.unit == b.parameter.unit
    )


@per_index
def sums_granted(index: CoverageIndex, name: str) -> frozenset[str]:
    """The sums with a name of their own that a document sets, a longer name for a shorter one."""
    named = {f.label for f in figures_of(index, name) if f.item and f.parameter.kind == "benefit-standard"}
    return frozenset(n for n in named if not any(n != x and x.endswith(n) for x in named))
