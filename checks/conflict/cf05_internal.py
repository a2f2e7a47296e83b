"""一份文件前后矛盾。

Inside one document: two values for one step or item, a needier stratum served worse than the next (待遇倒挂), grades
of a scale that overlap, a term defined twice, a list longer or shorter than announced, an act both barred and ordered.
Needs no other document. In an audit every document in force is read this way.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Check, Hit, Outcome, Route, Severity, Slot
from checks.compare.contradictions import contradictions
from checks.compare.figures.asked import asked_beside
from checks.compare.figures.figures import Figure, figures
from checks.compare.figures.floors import said
from checks.compare.figures.grades_above import held_above
from checks.compare.figures.rungs import turned
from checks.compare.figures.running import Running, running
from checks.compare.figures.tiers import inversions
from checks.compare.figures.values import values
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.outcome.doubles import Double
from checks.compare.outcome.hits import at_place, clip, places
from checks.places import under_review
from checks.speech import owner, place
from kg.coverage import CoverageIndex
from kg.model import Reading
from kg.scales import Clash, Scale, Step, clashes, in_words
from kg.sorts import BY_WHOM
from kg.tiers import scales_of

_ADDED = frozenset({"total", "parts", "product", "line"})  # what other texts may ask to be given
_ACT = "act"  # told only where nothing else is told of the two places
_WHOLE_CLASS = frozenset(
    {"周岁", "岁", "人户", "项", "名", "人", "次", "处"}
)  # one value of these is a whole class of people


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Contradictions inside each document under review."""
    for reading in under_review(index):
        if index.is_in_force(reading.document):
            yield from _find(index, reading)


def _find(index: CoverageIndex, reading: Reading) -> Iterator[Hit]:
    norms = norms_of(reading)
    numbers = figures(index, norms)
    for a, b in inversions(numbers):
        yield _of_figures(index, a, b, "inversion", "待遇倒挂", "困难程度更深的对象待遇反而更低")
    told: set[tuple[int, ...]] = set()
    other: set[tuple[int, ...]] = set()
    for a, b in values(index, numbers):
        told.add(tuple(sorted((a.norm.start, b.norm.start))))
        yield _of_figures(index, a, b, a.item or a.parameter.kind, "前后不一致", "同一事项前后数值不同")
    for scale in (s for s in scales_of(reading) if s.kind != BY_WHOM):  # who decides is told apart above
        yield from (_of_clash(index, reading, scale, clash) for clash in clashes(scale) if is_broad(clash, scale.unit))
    yield from (_of_rungs(index, reading, *pair) for pair in turned(reading))
    yield from (_of_running(index, reading, r) for r in running(reading))
    doubles = contradictions(index, reading, norms, numbers)
    for double in doubles:
        pair = tuple(sorted(n.start for n in double.places[:2]))
        if pair not in told and not (double.slot == _ACT and pair in other):
            yield _of_double(index, double)
        other.add(pair)


def is_broad(clash: Clash, unit: str = "") -> bool:
    """Whether two grades, none inside the other, share more than an end point (one age, one household size is more)."""
    a, b, shared = clash.a.interval, clash.b.interval, clash.interval
    if a is None or b is None or a.inside(b) or b.inside(a):
        return False
    return shared.low is None or shared.high is None or shared.low < shared.high or unit in _WHOLE_CLASS


def _of_clash(index: CoverageIndex, reading: Reading, scale: Scale, clash: Clash) -> Hit:
    steps = [s.quote for s in (clash.a, clash.b)]
    owners = [owner(index, reading, q) for q in steps]
    here = place(index, reading.document.name, owners[0].locator)
    both = in_words(clash.interval, scale.unit)
    return Hit(
        ("bracket", *(o.provision or o.locator for o in owners)),
        f"{here}分档交叉：“{clip(steps[0].text, 24)}”与“{clip(steps[1].text, 24)}”都适用于{both}，"
        f"如{clash.witness:g}{scale.unit}，给予的待遇却不同。",
        (*owners, *held_above(index, reading, scale, clash.witness)),
        differs=(Slot("bracket", a=steps[0].text, b=steps[1].text),),
        suggestion=f"调整两档的界限，使{both}只归入其中一档。",
        witness=f"{clash.witness:g}{scale.unit}",
    )


def _of_rungs(index: CoverageIndex, reading: Reading, needier: Step, other: Step) -> Hit:
    owners = [owner(index, reading, s.quote) for s in (needier, other)]
    said, beside = clip(needier.quote.text, 30), clip(other.quote.text, 30)
    return Hit(
        ("rungs", *(o.provision or o.locator for o in owners)),
        f"{place(index, reading.document.name, owners[0].locator)}待遇倒挂：“{said}”低于“{beside}”，"
        "困难程度更深的对象待遇反而更低。",
        tuple(owners),
        differs=(Slot("inversion", a=needier.quote.text, b=other.quote.text),),
        suggestion="核对两档的标准，使困难程度更深的对象不低于较轻的对象。",
    )


def _of_running(index: CoverageIndex, reading: Reading, found: Running) -> Hit:
    days, length = (owner(index, reading, q) for q in (found.days, found.length))
    here, there = (place(index, reading.document.name, o.locator) for o in (days, length))
    return Hit(
        ("running", days.provision or days.locator, length.provision or length.locator),
        f"期限前后不一致：按{here}的起止日期约为{found.lasts:.0f}个月，{there}为“{found.length.text}”。",
        (days, length),
        differs=(Slot("running", a=f"{found.lasts:.0f}个月", b=f"{found.said:g}个月"),),
        suggestion="核对起止日期与期限，统一为一种表述。",
    )


def _of_figures(index: CoverageIndex, a: Figure, b: Figure, slot: str, title: str, why: str) -> Hit:
    who = [_people(index, f) for f in (a, b)]
    first, second = (f"{at_place(index, f.norm)}{w}{said(f)}" for f, w in zip((a, b), who, strict=True))
    message = f"{a.label}{title}：{first}，{second}，{why}。"
    return _hit(index, slot, a.label, message, said(a), said(b), (a.norm, b.norm))


def _of_double(index: CoverageIndex, double: Double) -> Hit:
    a, b = double.places[:2]
    first, second = f"{at_place(index, a)}为“{clip(double.a)}”", f"{at_place(index, b)}为“{clip(double.b)}”"
    message = f"{double.matter}前后不一致：{first}，{second}。"
    above = asked_beside(index, a.document) if double.slot in _ADDED else ()
    return _hit(index, double.slot, double.matter, message, clip(double.a), clip(double.b), (*double.places, *above))


def _hit(index: CoverageIndex, slot: str, matter: str, message: str, a: str, b: str, norms: tuple[Norm, ...]) -> Hit:
    return Hit(
        (slot, *norms[0].ids, *norms[1].ids),
        message,
        places(index, norms),
        same=(Slot("matter", matter),),
        differs=(Slot(slot, a=a, b=b),),
        agencies=tuple(dict.fromkeys(x for n in norms for p in n.provisions for x in sorted(p.agencies()))),
        aid=tuple(sorted({x for n in norms for x in n.aid})),
    )


def _people(index: CoverageIndex, figure: Figure) -> str:
    names = dict.fromkeys(index.vocabulary.label("group", g) for a in figure.people for g in a)
    return "、".join(names)


CHECK = Check(
    "CF05",
    "conflict.internal",
    "conflict",
    "internal",
    "文件前后矛盾",
    Severity.WARNING,
    "同一文件对同一事项有两种说法，执行时无法确定以哪一处为准。",
    "统一前后表述，只保留一处规定。",
    Route.DRAFTER,
    find,
)
