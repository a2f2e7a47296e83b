"""How often people may have something in a year: 每年享受2次 here, 每年享受1次 there.

A number of times in a period (每年2次, 一年内只能申请一次), in a clause by which people receive something. Both clauses
have to say the same in most of their words, and for the same occasion where one says so (同一事由); how often an office
acts (核查, 走访, 培训) is none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from checks.compare.ground.alignment import bag, in_two_places, maybe_one_matter, people_apart, share
from checks.compare.ground.clauses import clause_of
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.model import Parameter
from kg.stretches import value_of
from ontology.cues import Setting

_TIMES = Setting("times")
_LEAST, _ALIKE = 2, 0.5  # pieces that both clauses share, and their part of the shorter
_BOUNDS = ("=", "<=")
_YEARS = re.compile(r"(?P<number>[二两三四五六七八十2-9])年(?:之)?内")
_EVERY = re.compile(r"每(?:满|隔)?(?P<number>[一二两三四五六七八十1-9])年")
_SEVERAL = re.compile(r"次/(?P<number>\d+)(?P<period>[年月])")
_ROUND = re.compile(
    r"[0-9]{4}[—-]?[0-9]*年(?!版)|年度|本期|本次|第[一二三四五六七八九十0-9]+[期批轮]|春节|元旦|暑[期假]"
)
_AGAIN = re.compile(r"可以?(?:再次|重新|申请|更换|享受|领取)|(?:更换|重新申请|再次申请|换发)")
_PERIOD = re.compile(r"[年月季周日]|同一|一期|期间|届|阶段")
_OPENS = re.compile(r"[每终一][满隔个]?[一二两三四五六七八十1-9]?[年身生]|每[人户名位]|最多|只[能限可]|仅[能限可]|限")
_A_YEAR = re.compile(r"(?:一|1|同一|每一?|一个|当|自然)(?:个)?(?:自然)?年(?:度)?(?:之)?内?|年度内|全年")


@dataclass(frozen=True, slots=True)
class Times:
    """A number of times in a period, and what is had so often."""

    norm: Norm
    parameter: Parameter
    unit: str
    what: frozenset[str]
    occasion: frozenset[str]  # what it is for, where it is counted for each by itself (同一事由)
    years: float = 1.0  # of the period, without end where it is for life
    thing: frozenset[str] = frozenset()  # what stands before the period: the thing that is had

    @property
    def often(self) -> float:
        """How often in a year."""
        number = self.parameter.value if self.parameter.unit.startswith("次") else 1.0  # 每满六年可以重新申请
        return number / self.years


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """What `mine` gives less often than `theirs`, which does not only say how often at most."""
    for a, b in _pairs(index, mine, theirs):
        if a.often < b.often and b.parameter.op == "=":
            said = tuple(clause_of(x.norm, x.parameter) for x in (a, b))
            yield Departure(Label.BENEFIT, "times", "享受的次数", said[0], said[1], (a.norm,), (b.norm,))


def apart(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Times, Times]]:
    """What two texts of equal rank give so often and otherwise."""
    return ((a, b) for a, b in _pairs(index, mine, theirs) if a.often != b.often)


def doubles(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """What one document gives so often and otherwise, in two places."""
    for a, b in combinations([t for n in norms for t in _times(n)], 2):
        if a.often != b.often and in_two_places(a.norm, b.norm) and _one(index, a, b):
            yield Double("times", "每年的次数", a.parameter.quote, b.parameter.quote, (a.norm, b.norm))


def _pairs(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Times, Times]]:
    ours, above = ([t for n in norms for t in _times(n)] for norms in (mine, theirs))
    return ((a, b) for a, b in product(ours, above) if _one(index, a, b) and not _for_one_round(index, a))


def _for_one_round(index: CoverageIndex, times: Times) -> bool:
    """Whether what is had only once is so in a text for one year or round."""
    once = math.isinf(times.years) and not _TIMES.has("lifelong", times.norm.text)
    return once and bool(_ROUND.search(index.documents[times.norm.document].title or ""))


def _one(index: CoverageIndex, a: Times, b: Times) -> bool:
    """Whether both count the same for people who can be the same."""
    least = 1 if a.occasion else _LEAST
    alike = len(a.what & b.what) >= least and share(a.what, b.what) >= _ALIKE and a.occasion == b.occasion
    thing = not a.thing or not b.thing or bool(a.thing & b.thing)
    same = a.unit == b.unit and alike and thing and not people_apart(index, a.norm, b.norm)
    return same and maybe_one_matter(index, a.norm, b.norm)


def _times(norm: Norm) -> Iterator[Times]:
    for parameter in numbers_of(norm):
        clause = clause_of(norm, parameter)
        years = _years(norm, parameter, clause)
        if years and _TIMES.has("had", clause) and not _TIMES.has("done", clause):
            occasion = _TIMES.words("not", norm.text)
            said = clause if _thing(clause) else norm.text[: norm.text.find(clause)] + clause
            what = bag(_TIMES.without("plain", _EVERY.sub(" ", said)))
            yield Times(norm, parameter, "次", what, occasion, years, _thing(said))


def _thing(said: str) -> frozenset[str]:
    """The words before the period: what is had, or who has it."""
    return bag(_TIMES.without("plain", _OPENS.split(said)[0]))


def _years(norm: Norm, parameter: Parameter, clause: str) -> float:
    """The years in which something is had so many times, 0 where the number says something else."""
    if parameter.op not in _BOUNDS:
        return 0
    if parameter.kind == "frequency" and parameter.unit.startswith("次/"):
        several = _SEVERAL.fullmatch(parameter.unit)
        per = float(several["number"]) / (1 if several["period"] == "年" else 12) if several else 0
        return per or (1.0 if parameter.unit == "次/年" else 0)
    if parameter.kind == "duration" and parameter.unit == "年":  # 每满六年可以重新申请
        again = _EVERY.search(clause) and _AGAIN.search(clause)
        return parameter.value if again else 0
    if parameter.kind != "count" or parameter.unit != "次":
        return 0
    if several := _YEARS.search(clause):
        return value_of(several["number"])
    if _A_YEAR.search(clause):
        return 1.0
    once = _TIMES.has("lifelong", clause) or (_TIMES.has("only", clause) and not _PERIOD.search(clause))
    return math.inf if once else 0
