"""A ceiling below the floor: 康复训练每人每年最高补助12000元, where the higher rule has 康复训练补助不低于15000元.

A ceiling and a standard are items of two kinds, but nobody can get the standard where the ceiling of the same benefit
lies below it. The benefit is told by the words before the ceiling, which the words before the floor have too. Left
out: ceilings of all benefits together (封顶, 累计, 合计), and other people or cases on either side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.figures.figures import Figure, figures_of
from checks.compare.figures.floors import said
from checks.compare.ground.alignment import bag, one_subject, share
from checks.compare.ground.amounts import UP, amount, order
from checks.compare.ground.clauses import words_before
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex

_FORM = re.compile(
    r"每[人户名年月次生学期]*|年度|全年|最[高多]|不(?:得|应)?(?:超过|高于|低于|少于)|给予|发放|补[助贴]|救助|资助|标准|为|按照?"
)
_TOGETHER = re.compile(r"封顶|累计|合计|共计|总[额计]|各项|之和|共用")
_NAMED = 0.8  # of the words before the ceiling
_LEAST = 2  # pieces


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Ceilings of `mine` that lie below the floor of the same benefit in `theirs`."""
    floors = [b for b in figures_of(index, theirs[0].document) if _is_floor(b)] if theirs else []
    for a in figures_of(index, mine[0].document) if mine and floors else ():
        found = (b for b in floors if _caps(a) and _one_benefit(a, b) and one_subject(index, a.norm, b.norm))
        for b in found:
            if order(amount(a.parameter), amount(b.parameter)) == -1:
                yield Departure(
                    Label.BENEFIT,
                    "ceiling",
                    "补助的上限低于上位规定的下限",
                    said(a),
                    said(b),
                    (a.norm,),
                    (b.norm,),
                )
                break


def _is_floor(figure: Figure) -> bool:
    p = figure.parameter
    return p.kind == "benefit-standard" and p.op == ">=" and p.unit.startswith("元/") and not p.soft


def _caps(figure: Figure) -> bool:
    p = figure.parameter
    return p.kind == "benefit-cap" and p.op in UP and not _TOGETHER.search(figure.norm.text)


def _one_benefit(a: Figure, b: Figure) -> bool:
    """Whether both are of one benefit by name, for the same people and in the same case."""
    names, others = (bag(_FORM.sub(" ", words_before(f.norm, f.parameter))) for f in (a, b))
    if a.parameter.unit != b.parameter.unit or (a.people and b.people and set(a.people) != set(b.people)):
        return False
    return len(names) >= _LEAST and share(names, others) >= _NAMED and a.bands == b.bands and a.variants == b.variants
