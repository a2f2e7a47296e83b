"""Lines of one text that let people in and shut the same people out: 经济困难是指不超过二倍, 高于一点五倍的不予援助.

Read of incomes, assets, floor space and ages. Quiet where the text lets in by several lines of one measure, or shuts
out from another class than the one it lets in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from checks.compare.figures.faults import LINES
from checks.compare.figures.figures import figures_of
from checks.compare.ground.amounts import DOWN, UP, Amount, amount
from checks.compare.ground.clauses import clause_of, words_behind
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.windows import groups_in, numbers_of
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.model import Parameter
from ontology.wording import wordings

_OUT = re.compile(
    r"不(?:予|得|能|可以?|再)?(?:纳入|享受|认定|受理|批准|确认|给予|符合|列入|援助|救助|审批|申请|发放|资助|补助|保障|登记)"
    r"|不予|退回(?:其)?申请|驳回|予以(?:退出|取消|清退)|终止|取消[^，。；]{0,6}资格|停止(?:发放|享受)"
)
_IN = re.compile(r"是指|可以?申请|有权|给予|享受|认定为|纳入|符合[^，。；]{0,8}条件|发放|属于|提供")
_EXCEPT = re.compile(
    r"除外|特殊|重新|原则上|一般|适当|其他|另有|重大|倾斜|救助比例|按[^，。；]{0,6}[0-9一二三四五六七八九][0-9%％成]"
)
_AGE = "age"


@dataclass(frozen=True, slots=True)
class _Line:
    norm: Norm
    parameter: Parameter
    measure: tuple[str, str, str]  # of what, in what, of which yardstick
    amount: Amount

    @property
    def shuts(self) -> bool:
        """Whether those beyond it are left out."""
        return _OUT.search(words_behind(self.norm, self.parameter)) is not None

    @property
    def classes(self) -> frozenset[str]:
        """Recognised classes that its norm is for."""
        said = self.norm.text.replace(clause_of(self.norm, self.parameter), "")
        return _classes(said)


def doubles(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Lines with a stretch between them whose people are let in and left out."""
    lines = [x for x in _lines(index, norms[0].document) if not _EXCEPT.search(x.norm.text)] if norms else []
    titled = _classes(index.documents[norms[0].document].title or "") if lines else frozenset()
    lets = [x for x in lines if not x.shuts and _IN.search(x.norm.words)]
    for a, b in product(lets, (x for x in lines if x.shuts)):
        several = {x.amount.value for x in lets if x.measure == a.measure and _same_way(x, a)}
        if a.measure == b.measure and len(several) == 1 and a.norm.line != b.norm.line and _at_odds(a, b, titled):
            said, other = (clause_of(x.norm, x.parameter) for x in (a, b))
            yield Double("line", "准入与排除的界限", said, other, (a.norm, b.norm))
            return


def _same_way(a: _Line, b: _Line) -> bool:
    return (a.parameter.op in UP) == (b.parameter.op in UP)


def _classes(said: str) -> frozenset[str]:
    return groups_in(said).ids() & frozenset(wordings()["strata"])


def _at_odds(a: _Line, b: _Line, titled: frozenset[str]) -> bool:
    """Whether some whom `a` lets in are shut out by `b`, and both are for one class, that of the title if none is."""
    one = not b.classes or (a.classes or titled) == b.classes
    below = a.parameter.op in UP and b.parameter.op in DOWN and b.amount.value < a.amount.value
    above = a.parameter.op in DOWN and b.parameter.op in UP and b.amount.value > a.amount.value
    return one and (below or above)


def _lines(index: CoverageIndex, name: str) -> Iterator[_Line]:
    for figure in figures_of(index, name):
        if figure.item in LINES and figure.parameter.op in (*UP, *DOWN):
            measure = (figure.item, figure.amount.dimension, figure.basis)
            yield _Line(figure.norm, figure.parameter, measure, figure.amount)
    for norm in norms_of(index.reading(name)):
        ages = [p for p in numbers_of(norm) if p.kind == _AGE and p.op in (*UP, *DOWN)]
        if len(ages) == 1:
            yield _Line(norm, ages[0], (_AGE, ages[0].unit, ""), amount(ages[0]))
