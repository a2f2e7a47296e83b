"""Graded rules of a reading gathered into scales: steps one after another, each with measure and result.

Three forms: items or ；-clauses with a stretch each (1万元以上不满3万元的，救助30%；…), grades of disability
(一级伤残为27个月…), and grades by name (具备生活自理能力的为5%，部分丧失的为15%). Built from what is already read
and the text between, so a reading from the store gives the same scales as a fresh one. Left out: thresholds
without result or condition, and fines, whose stretches are penalties and not grades.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest

from kg.intervals import Interval
from kg.model import Parameter, Quote, Reading
from kg.scales import Scale, Step
from kg.sorts import sort_of
from kg.stretches import Stretch, in_months, joined, line, stretches

_BY_NAME = frozenset(("rate", "benefit-standard", "benefit-cap", "deductible"))
_RESULTS = _BY_NAME | {"duration", "amount", "frequency", "review-interval"}
_END = re.compile(r"[。；;\n]")
_CONDITION = re.compile(
    r"(?:[一-龥]{0,4}(?:子女|孩子?|残疾人|学生|老人|患者)(?=的|[，,：:])|户|之家|之?间|床位?|独居|空巢|留守|半?失能|失独|困难|低保|特困|分散供养|集中供养|持证|在册|常住|户籍|本[市县区镇乡村]|登记|视力|听力|言语|肢体|智力|精神|多重|[、和及或](?=[视听言肢智精多])|\s(?!\s)|[（(][^）)\n]{0,20}[）)])*(?:的(?!罚款|，处)|部分|费用|家庭|之家|老年?人|长者|人员|对象|学生|儿童|患者|职工|残疾|伤残|护理|照护|指标|段|档|不能|未能|无法"
    r"|未达|能够|(?:人均)?不超过|不低于|人均|每(?:户|人|年|月|[0-9])|[，,：:](?!处)|为|\s*[|｜\t]|\s{2,}|\u3000|[）)](?=[，在接的每给补按])|(?<=户)[补给发奖])"
)
_EXACT = frozenset(
    {"级", "星级", "人户", "间", "名", "个"}
)  # counted off one by one: 一级, 二级; 1人户, 2人户; 1间, 2间
_PIECE_END = re.compile(r"[，,。；;：:、\n|｜]")
_MONEY = frozenset({"元", "%", "倍"})  # of which one grade may give one, and the next another
_OBJECT = re.compile(r"的?(?P<who>[一-龥]{1,8}?(?:人|人员|儿童|学生|部分|职工|患者|对象|子女|群众))")
_LABEL_END = re.compile(r"(?:分别)?(?:的)?(?:为|是|按照?|给予|救助|补助|发放|每人每[月年]|[:：])[^，。；]{0,24}$")
_MARKER = re.compile(r"^(?:[（(][^）)]{1,4}[）)]|第[^条款项]{1,6}[条款项]|[0-9]{1,2}[.．])\s*")
_COMPARING = re.compile(r"(?:在|为|达到?|满|未满|不满|不足|超过|高于|低于|不?超过|年满|达|占|的)+$")
_QUANTITY = re.compile(  # what a measure is counted as, behind its name: 自付(医疗)费用, 尚未领取期限, 缴费(的)年限
    r"(?:的?(?:医疗)?(?:总|累计)?(?:费用?|支出|金额|数额|总额|期限?|时间|时长|年限|月数|天数|日数|比例|比重|占比|面积|里程|距离|路程|年龄|等级|分数|得分))+(?:合计|累计|总计|达)?$"
    r"|^(?:已经?|累计|连续|其|其中|个人|本人)+"
)
_GIVES = re.compile(
    r"(?:补[助贴偿]|救助|发[放给]|给予|资助|奖[励补]|减免|津贴)(?!金额|资金|费用|金?额|款|对象|人|家庭)[^，,。；;：:\n]{0,12}$"
)
_ARTICLE = re.compile(r"\n\s*第[一二三四五六七八九十百]+条")
_ITEM = re.compile(r"\n\s*[（(][一二三四五六七八九十0-9]{1,3}[）)]")
_OPENS = ("（", "(")
_NEAR = 40  # characters between one step and the next that are no words of their own


@dataclass(frozen=True, slots=True)
class _Axis:
    """What one grade is for: a stretch, or several joined (一人户和两人户), at `start:end` of the text."""

    unit: str
    intervals: tuple[Interval, ...]
    start: int
    end: int


def scales_of(reading: Reading) -> tuple[Scale, ...]:
    """Scales of one document in the order of its text."""
    parameters = [p for provision in reading.provisions for p in provision.parameters]
    return find_scales(reading.document.name, reading.document.text, parameters)


def find_scales(document: str, text: str, parameters: Iterable[Parameter]) -> tuple[Scale, ...]:
    """Scales of one text, with those of its parameters that are the grades' results."""
    ordered = sorted({(p.start, p.end, p.kind): p for p in parameters}.values(), key=lambda p: (p.start, p.end))
    found = [*_measured(document, text, ordered), *_named(document, text, ordered)]
    return tuple(sorted(found, key=lambda s: s.steps[0].quote.start))


def _measured(document: str, text: str, ordered: Sequence[Parameter]) -> Iterator[Scale]:
    run: list[_Grade] = []
    axes = list(_axes(text))
    for axis, following in zip_longest(axes, axes[1:]):
        axis = _in_months(axis) if run and run[-1].axis.unit == "月" else axis
        grade = _grade(document, text, ordered, axis, following)
        if run and not (_follows(text, run[-1], grade) and not _opens_another(text, run, grade)):
            yield from _scale(run)
            run = []
        run.append(grade)
    yield from _scale(run)


def _in_months(axis: _Axis) -> _Axis:
    """A stretch in years that follows one in months: 满6个月不满1年, then 满1年."""
    return replace(axis, unit="月", intervals=tuple(map(in_months, axis.intervals))) if axis.unit == "年" else axis


def _axes(text: str) -> Iterator[_Axis]:
    """Stretches that are conditions: bounded, or exact for what is counted off, and followed by 的, 为, a comma …"""
    waiting: list[Stretch] = []
    last: _Axis | None = None
    for stretch in stretches(text):
        if last and stretch.unit != last.unit and not _PIECE_END.search(text, last.end, stretch.start):
            continue  # what the grade before it gives: 两口之家不超过40平方米
        if waiting and not joined(text, waiting[-1], stretch):
            waiting = []
        waiting.append(stretch)
        if _is_condition(text, stretch) and not _is_given(text, stretch):
            last = _Axis(stretch.unit, tuple(s.interval for s in waiting), waiting[0].start, stretch.end)
            yield last
            waiting = []


def _is_condition(text: str, stretch: Stretch) -> bool:
    """Whether a stretch bounds what something is given for."""
    return _bounds(stretch) and bool(_CONDITION.match(text, stretch.end)) and not _is_cap(text, stretch)


def _is_given(text: str, stretch: Stretch) -> bool:
    """Whether it is itself what is given: 每人每年救助不超过20000元，…"""
    behind = text[stretch.end : stretch.end + 1]
    clause = text[max(0, stretch.start - 30) : stretch.start]
    return stretch.unit in _MONEY and behind in ("，", "；", "。") and _GIVES.search(clause) is not None


def _bounds(stretch: Stretch) -> bool:
    exact = stretch.interval.low == stretch.interval.high
    return not stretch.interval.empty() and (not exact or stretch.unit in _EXACT)


def _is_cap(text: str, stretch: Stretch) -> bool:
    """Whether the bound itself is what it gives: 低于工资60%的，按照60%计算 ends a scale and is no grade of it."""
    stop = _END.search(text, stretch.end)
    tail = text[stretch.end : stop.start() if stop else len(text)]
    bounds = {stretch.interval.low, stretch.interval.high} - {None}
    return any(
        s.unit == stretch.unit and s.interval.low in bounds and s.interval.low == s.interval.high
        for s in stretches(tail)
    )


@dataclass(frozen=True, slots=True)
class _Grade:
    """One axis with its words up to the next, and the sort of what they give."""

    axis: _Axis
    quote: Quote
    results: tuple[Parameter, ...]
    sort: str


def _grade(document: str, text: str, ordered: Sequence[Parameter], axis: _Axis, following: _Axis | None) -> _Grade:
    """The grade of one axis: its piece of text up to the next axis, and what stands in it."""
    stop = _END.search(text, axis.end)
    end = stop.start() if stop else len(text)
    if following and following.start < end:
        comma = text.rfind("，", axis.end, following.start)
        end = comma if comma > 0 else following.start
    words = text[axis.start : end].rstrip(" \t|｜、，")
    quote = Quote(document, axis.start, axis.start + len(words), words)
    inside = bisect_left(ordered, axis.end, key=lambda p: p.start)
    results = tuple(p for p in takewhile(lambda p: p.start < end, ordered[inside:]) if p.kind in _RESULTS)
    return _Grade(axis, quote, results, sort_of(text[axis.end : quote.end], axis.unit))


def _follows(text: str, before: _Grade, after: _Grade) -> bool:
    """Whether the second grade goes on the scale of the first: same measure of the same thing, same sort of result."""
    between = text[before.quote.end : after.axis.start]
    one_article = not _ARTICLE.search(between)
    akin = before.sort == after.sort or (one_article and {before.sort, after.sort} <= _MONEY)
    if before.axis.unit != after.axis.unit or not akin:
        return False
    subject, again = _subject(text, before.axis.start), _subject(text, after.axis.start)
    marks = re.sub(r"[\s|｜]+", "\n", between)
    near = len(between) <= _NEAR and len(re.findall(r"[。；;\n]+", marks)) <= 3
    people, others = (_OBJECT.match(text, g.axis.end) for g in (before, after))
    alike = not people or not others or people["who"] == others["who"]
    return near and alike and (not again or _one_measure(subject, again))


def _opens_another(text: str, run: Sequence[_Grade], after: _Grade) -> bool:
    """Whether a grade in the next item names a measure, and those of one item before it none in common with it."""
    if not _ITEM.search(text, run[-1].quote.end, after.axis.start) or len(run) < 2:
        return False
    if _ITEM.search(text, run[-2].quote.end, run[-1].axis.start):  # an item for each grade
        return False
    named = next((s for g in reversed(run) if (s := _subject(text, g.axis.start))), "")
    again = _subject(text, after.axis.start)
    return bool(again) and not (named and _one_measure(named, again))


def _one_measure(one: str, other: str) -> bool:
    """Whether two subjects name one measure: 自付费用 and 费用, 尚未领取期限 and 尚未领取, 自付费用 and 自付金额."""
    if one.endswith(other) or other.endswith(one):
        return True
    first, second = (_QUANTITY.sub("", s) for s in (one, other))
    return len(first) > 1 and first == second


def _subject(text: str, start: int) -> str:
    """What is measured: the words of the piece before the number, without list marks and comparing words."""
    low = max(text.rfind(c, max(0, start - 60), start) for c in "，,。；;：:、|｜\n\u3000") + 1
    if text[start - 1 : start] in _OPENS:  # 学龄前残疾儿童（不满七周岁）: the end of a name is all that grades share
        return text[max(low, start - 3) : start - 1]
    return _COMPARING.sub("", line().sub("", _COMPARING.sub("", _MARKER.sub("", text[low:start].strip()))))


def _scale(run: Sequence[_Grade]) -> Iterator[Scale]:
    """A run of grades is a scale where all give one sort of thing, or are bare conditions on what is counted."""
    if len(run) < 2:
        return
    axis, sort = run[0].axis, run[0].sort
    if sort or (axis.unit in _EXACT | {"项", "个"} and not any(g.results for g in run)):
        steps = (Step(g.quote, i, results=g.results) for g in run for i in g.axis.intervals)
        yield Scale(sort or "count", axis.unit, tuple(steps))


def _named(document: str, text: str, ordered: Sequence[Parameter]) -> Iterator[Scale]:
    """Grades by name: neighbouring pieces that each name somebody and give a number of one kind and unit."""
    run: list[Step] = []
    for parameter in ordered:
        step = _named_step(document, text, parameter) if parameter.kind in _BY_NAME else None
        if run and (step is None or not _alike(text, run[-1], step)):
            yield from _by_name(run)
            run = []
        if step is not None:
            run.append(step)
    yield from _by_name(run)


def _named_step(document: str, text: str, parameter: Parameter) -> Step | None:
    start = max(text.rfind(c, max(0, parameter.start - 80), parameter.start) for c in "，,。；;：:\n、") + 1
    if not start:
        return None
    if text[start - 2 : start] == "的，":  # 倒塌的，每户补助4万元
        start = max(text.rfind(c, max(0, start - 40), start - 1) for c in "，,。；;：:\n、") + 1
    piece = text[start : parameter.start]
    label = _LABEL_END.sub("", piece).strip().rstrip("，").removesuffix("的")
    if not label or label == piece.strip() or re.search(r"[0-9]", label):
        return None
    quote = Quote(document, start, parameter.end, text[start : parameter.end])
    return Step(quote, None, label, (parameter,))


def _alike(text: str, a: Step, b: Step) -> bool:
    one, two = a.results[0], b.results[0]
    between = text[a.quote.end : b.quote.start]
    return (one.kind, one.unit) == (two.kind, two.unit) and len(between) <= _NEAR and "。" not in between


def _by_name(run: Sequence[Step]) -> Iterator[Scale]:
    if len(run) >= 2 and len({s.label for s in run}) == len(run):
        yield Scale("", run[0].results[0].unit, tuple(run))
