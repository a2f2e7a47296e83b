"""In which circumstances a figure of a norm holds: phases, kinds, conditions before it, and what it is a share of."""

from __future__ import annotations

import re

from checks.compare.figures.owners import Number
from checks.compare.ground.alignment import bag
from checks.compare.ground.clauses import words_through
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import LOOSE, aid_named
from checks.compare.ground.windows import numbers_of, variants_in
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from ontology.cues import named_in

_EVENT = re.compile(r"收到|接到|受理|接收|之日|作出|[^，]{0,4}之后")
_SERVICES = re.compile(r"检查|考核|巡查|督查|督导|履约|服务质量|满意度|协议|合同")
_APPLICATIONS = re.compile(r"申请|申报|初审|审[核批]|认定|确认|入户|对象|家庭|评议|调查")
_YARDSTICK = re.compile(r"[额价费金款数]|标准|收入|工资|支出|水平|部分$|成本|总")


def circumstances(number: Number) -> frozenset[str]:
    """Phases named up to the figure (延长, 紧急, 有异议), kinds in its clause: another circumstance, another figure."""
    said = words_through(number.norm, number.parameter) + number.clause
    return (named_in("phase", said) - {"applicant"}) | named_in("variant", _case(number) + number.clause)


def _case(number: Number) -> str:
    """The clause before its own, where that says for whom or when it is (生活完全不能自理的，…)."""
    before = number.norm.text[: max(0, number.norm.text.find(number.clause))].rstrip("，")
    last = PAUSE.split(before)[-1]
    return last if last.endswith("的") else ""


def kinds_apart(a: Number, b: Number) -> bool:
    """Whether the words up to both figures, and those that govern them, name kinds of one axis, and none in common."""
    mine, theirs = (variants_in(x.norm.stem + words_through(x.norm, x.parameter)) for x in (a, b))
    axes = {axis for axis, _ in mine} & {axis for axis, _ in theirs}
    return any(not {v for x, v in mine if x == axis} & {v for x, v in theirs if x == axis} for axis in axes)


def samples_apart(a: Norm, b: Norm) -> bool:
    """Whether one is the share of services and contracts that is looked into, the other that of applications."""
    sampled = all("抽" in n.text for n in (a, b))
    looked = {bool(_SERVICES.search(n.words)) and not _APPLICATIONS.search(n.words) for n in (a, b)}
    return sampled and len(looked) > 1


def aids_apart_here(index: CoverageIndex, one: str, two: str) -> bool:
    """Whether the clauses of two figures name aids that have nothing in common (临时救助公示3日，医疗救助公示5日)."""
    mine, theirs = aid_named(one) - LOOSE, aid_named(two) - LOOSE
    return bool(mine and theirs) and all(index.aids.meets(x, y) is Verdict.NO for x in mine for y in theirs)


def banded(number: Number) -> bool:
    """Whether the clause gives a range that the figure is one end of (满一年不足五年的)."""
    same = [p for p in numbers_of(number.norm) if p.unit == number.parameter.unit and p.quote in number.clause]
    ways = {p.op[0] for p in same}  # of ends to one side (女满四十、男满五十) each is its own
    return number.parameter.kind in ("duration", "age") and len(same) > 1 and (len(ways) > 1 or ways == {"="})


def bases_differ(a: Number, b: Number) -> bool:
    """Whether two ratios say what they are of, or two periods what they run from, in words that share nothing."""
    if a.amount.dimension not in ("%", "time"):
        return False
    said = [x.parameter.basis or "" for x in (a, b)]
    if a.amount.dimension == "%":
        said = [x if _YARDSTICK.search(x) else "" for x in said]  # 大部分不能自理35% says nothing of what it is a share
    mine, theirs = (bag(_EVENT.sub(" ", x)) for x in said)
    return bool(mine and theirs and not mine & theirs)
