"""分档之间有空档。

Between two grades of one scale a stretch is left that no grade is for: whoever falls into it gets nothing, or whatever
the desk decides. Stretches are exact (half-open where the text says so, whole numbers where things are counted); grades
by name are asked for only where they are rungs of a known ladder (具备、部分丧失、完全丧失). A higher text that wants
grades is shown beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from checks.base import Check, Evidence, Hit, Looked, Outcome, Route, Severity, Slot, evidence
from checks.compare.figures.announced import PassedOver, passed_over
from checks.compare.figures.grades_above import SHOWN, held_above
from checks.compare.ground.marks import line_around, line_start
from checks.compare.ground.norms import norms_of
from checks.compare.outcome.hits import at_place, places
from checks.places import beside, under_review
from checks.speech import clip, owner, place
from kg.coverage import CoverageIndex
from kg.model import Reading
from kg.scales import Hole, Scale, Step, holes, in_words
from kg.standing import Standing
from kg.tiers import scales_of
from ontology.wording import wording_lists

_GRADES = re.compile(
    r"(?:确定|制定|设定|划分|设置|细化|区分)[^，。；]{0,12}(?:档次|分档|等次|分级|档)|分类分档|分档(?:设定|制定|确定|救助)"
    r"|(?:分为|划分为|设)[^。；]{0,24}?[二两三四五六](?:类|档|级|段|个?等级|个?档次)|[两各相](?:段|档|级|个?年龄段|邻[^，。；]{0,4})[^，。；]{0,6}(?:衔接|连续|不留空档)"
    r"|(?:界限|分界|权限|层级|档次)[^，。；]{0,6}由[^。；]{2,20}(?:确定|规定|制定)"
)
_REST = re.compile(
    r"(?:其余|其他|其它)(?:的)?(?:情形|情况|家庭|户|各?档|部分|人员|对象|年龄段?|支出|费用|面积|区间|金额)?的?，?(?:一律|均|都)?"
    r"(?:按照?|每|给予|发放|补助|补贴|帮扶|救助|减免|执行)[^，。；\n]{0,16}[0-9０-９一二三四五六七八九十百]"
)
_LADDER = "ladder-"


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Holes of every scale of the texts under review."""
    for reading in under_review(index):
        for scale in scales_of(reading):
            yield Looked(cells=len(scale.steps))
            for hole in holes(scale) if not _has_rest(reading, scale) else ():
                yield _measured(index, reading, scale, hole)
            for below, above, rung in missing_rungs(scale):
                yield _named(index, reading, scale, below, above, rung)
        yield from (_passed_over(index, found) for found in passed_over(norms_of(reading)))


def _has_rest(reading: Reading, scale: Scale) -> bool:
    """Whether the paragraphs of a scale give something to whatever else there is (其余情形帮扶4000元)."""
    text, first, last = reading.document.text, scale.steps[0].quote.start, scale.steps[-1].quote.end
    begin, end = line_start(text, first), line_start(text, last) + len(line_around(text, last, last))
    return _REST.search(text, begin, end) is not None


def missing_rungs(scale: Scale) -> Iterator[tuple[Step, Step, str]]:
    """Rungs of a known ladder that stand between two grades by name and are not named themselves."""
    for name, ladder in wording_lists().items():
        if not name.startswith(_LADDER) or scale.kind:
            continue
        rungs = _rungs(ladder.ordered, scale)
        steps = [(rung, step) for rung, step in rungs if rung is not None]
        taken = {i for i, rung in enumerate(ladder.ordered) for s in scale.steps if _stands_on(s, rung)}
        for (low, a), (high, b) in pairwise(steps):
            between = [i for i in range(min(low, high) + 1, max(low, high)) if i not in taken]
            if between:
                yield a, b, ladder.ordered[between[0]].split("|")[0]


def _rungs(ladder: tuple[str, ...], scale: Scale) -> list[tuple[int | None, Step]]:
    """For every grade the rung that its name stands on."""
    return [
        (next((i for i, words in enumerate(ladder) if _stands_on(step, words)), None), step) for step in scale.steps
    ]


def _stands_on(step: Step, words: str) -> bool:
    return any(w in step.label for w in words.split("|"))


def _measured(index: CoverageIndex, reading: Reading, scale: Scale, hole: Hole) -> Hit:
    gap = in_words(hole.interval, scale.unit)
    hit = _hit(index, reading, (hole.below, hole.above), gap, f"如{hole.witness:g}{scale.unit}")
    filled, asked = tuple(held_above(index, reading, scale, hole.witness)), tuple(_asked_above(index, reading))
    return replace(hit, evidence=(*hit.evidence, *filled, *asked[:SHOWN]))


def _asked_above(index: CoverageIndex, reading: Reading) -> Iterator[Evidence]:
    """The clause by which another text wants grades, on an aid that this one is about."""
    aids = {a for p in reading.provisions for a in p.aid}
    for other in beside(index, reading):
        lower = index.relation(other.document, reading.document) is Standing.LOWER
        if not lower and _GRADES.search(other.document.text):
            asking = (p for p in other.provisions if aids & set(p.aid) and _GRADES.search(p.quote.text))
            yield from (evidence(index, p) for p in asking)


def _named(index: CoverageIndex, reading: Reading, scale: Scale, a: Step, b: Step, rung: str) -> Hit:
    return _hit(index, reading, (a, b), f"“{rung}”", f"如{rung}的对象")


def _hit(index: CoverageIndex, reading: Reading, steps: tuple[Step, Step], gap: str, example: str) -> Hit:
    below, above = steps
    spots = tuple(dict.fromkeys(owner(index, reading, s.quote) for s in steps))
    owners = [p for p in reading.provisions if p.id in {x.provision for x in spots}]
    return Hit(
        (gap, *dict.fromkeys(p.provision or p.locator for p in spots)),
        f"{place(index, reading.document.name, spots[0].locator)}分档不连续："
        f"“{clip(below.quote.text, 24)}”与“{clip(above.quote.text, 24)}”之间缺少{gap}一档，{example}没有对应标准。",
        spots,
        differs=(Slot("bracket", a=below.quote.text, b=above.quote.text),),
        agencies=tuple(dict.fromkeys(a for p in owners for a in sorted(p.agencies()))),
        aid=tuple(dict.fromkeys(a for p in owners for a in p.aid)),
        suggestion=f"补充{gap}一档的标准，或者调整相邻两档的界限使其衔接。",
        witness=example.removeprefix("如"),
    )


def _passed_over(index: CoverageIndex, found: PassedOver) -> Hit:
    """A grade that the text announces and has no rule for."""
    a, b = found.announced, found.given[0]
    return Hit(
        (found.name, *a.ids),
        f"{at_place(index, a)}分档（“{clip(a.text, 30)}”）包括“{found.name}”，"
        f"{at_place(index, b)}“{clip(b.text, 24)}”等只规定了其他各档，{found.name}的对象没有对应标准。",
        places(index, (a, *found.given)),
        differs=(Slot("bracket", a=clip(a.text), b=clip(b.text)),),
        aid=tuple(sorted(a.aid | b.aid)),
        suggestion=f"补充“{found.name}”一档的标准，或者在分档中删去。",
        witness=f"{found.name}的对象",
    )


CHECK = Check(
    "GP04",
    "gap.bracket",
    "gap",
    "bracket",
    "分档之间有空档",
    Severity.ERROR,
    "分档标准应当首尾相接，落入空档的对象没有标准可循。",
    "补充缺少的一档。",
    Route.DRAFTER,
    find,
)
