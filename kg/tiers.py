"""Graded rules of a reading gathered into scales: steps one after another, each with measure and result.

Three forms: items or ；-clauses with a stretch each (1万元以上不满3万元的，救助30%；…), grades of disability
(一级伤残为27个月…), and grades by name (具备生活自理能力的为5%，部分丧失的为15%). Built from what is already read
and the text between, so a reading from the store gives the same scales as a fresh one. Left out: thresholds
without result or condition, and fines, whose stretches are penalties and not grades.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.intervals import Interval, interval_of
from kg.model import Parameter, Quote, Reading
from kg.scales import Scale, Step

_BY_NAME = frozenset(("rate", "benefit-standard", "benefit-cap", "deductible"))
_RESULTS = _BY_NAME | {"duration", "amount", "frequency", "review-interval"}
_END = re.compile(r"[。；;\n]")
_CONDITION = re.compile(
    r"(?:[及或]?以[上下内]|之?间|之内|\s|[（(][^）)\n]{0,20}[）)])*(?:的|部分|费用|家庭|老年人|人员|对象|残疾|伤残|指标|段|档|不能|未能|无法|未达|能够|每[人户月年]|[，,：:为])"
)
_LABEL_END = re.compile(r"(?:分别)?(?:的)?(?:为|是|按照?|给予|救助|补助|发放|每人每[月年]|[:：])[^，。；]{0,24}$")
_MARKER = re.compile(r"^(?:[（(][^）)]{1,4}[）)]|第[^条款项]{1,6}[条款项]|[0-9]{1,2}[.．])\s*")
_COMPARING = re.compile(r"(?:在|为|达到?|满|未满|不满|不足|超过|高于|低于|不?超过|年满|达|的)+$")
_NEAR = 40  # characters between one step and the next that are no words of their own


@dataclass(frozen=True, slots=True)
class _Axis:
    """The stretch a step is for: parameters `first` to `last` of the sorted list."""

    kind: str
    unit: str
    interval: Interval
    first: int
    last: int


def scales_of(reading: Reading) -> tuple[Scale, ...]:
    """Scales of one document in the order of its text."""
    parameters = [p for provision in reading.provisions for p in provision.parameters]
    return find_scales(reading.document.name, reading.document.text, parameters)


def find_scales(document: str, text: str, parameters: Iterable[Parameter]) -> tuple[Scale, ...]:
    """Scales that the parameters of one text form."""
    ordered = sorted({(p.start, p.end, p.kind): p for p in parameters}.values(), key=lambda p: (p.start, p.end))
    found = [*_measured(document, text, ordered), *_named(document, text, ordered)]
    return tuple(sorted(found, key=lambda s: s.steps[0].quote.start))


def _measured(document: str, text: str, ordered: Sequence[Parameter]) -> Iterator[Scale]:
    run: list[tuple[_Axis, Step]] = []
    for axis in _axes(text, ordered):
        step = _step(document, text, ordered, axis)
        if run and not _follows(text, run[-1], (axis, step)):
            yield from _scale(run)
            run = []
        run.append((axis, step))
    yield from _scale(run)


def _axes(text: str, ordered: Sequence[Parameter]) -> Iterator[_Axis]:
    """Stretches that a condition is made of: one bound or two of one unit, then 的, 部分, 为 or a comma."""
    i = 0
    while i < len(ordered):
        here = ordered[i]
        last = i + 1 if i + 1 < len(ordered) and _closes(text, here, ordered[i + 1]) else i
        interval = interval_of(here.op, here.value)
        if last > i:
            interval = interval.meet(interval_of(ordered[last].op, ordered[last].value))
        bounding = here.op != "=" or here.kind == "disability-grade"
        if bounding and here.kind != "fine" and not interval.empty() and _CONDITION.match(text, ordered[last].end):
            yield _Axis(here.kind, here.unit, interval, i, last)
        i = last + 1


def _closes(text: str, a: Parameter, b: Parameter) -> bool:
    """Whether `b` is the upper end of the stretch that `a` begins."""
    if (a.kind, a.unit) != (b.kind, b.unit) or a.op not in (">", ">=") or b.op not in ("<", "<="):
        return False
    return b.start - a.end <= 12 and not re.search(r"[，,。；;\n]", text[a.end : b.start])


def _step(document: str, text: str, ordered: Sequence[Parameter], axis: _Axis) -> Step:
    """The step of one axis: its piece of text up to the next axis, and the parameters in it that are results."""
    first, last = ordered[axis.first], ordered[axis.last]
    stop = _END.search(text, last.end)
    end = stop.start() if stop else len(text)
    results = []
    for parameter in ordered[axis.last + 1 :]:
        if parameter.start >= end:
            break
        same = (parameter.kind, parameter.unit) == (axis.kind, axis.unit)
        if same and (parameter.op != "=" or axis.kind == "disability-grade"):
            comma = text.rfind("，", last.end, parameter.start)
            end = comma if comma > 0 else parameter.start
            break
        if parameter.kind in _RESULTS and not same:
            results.append(parameter)
    words = text[first.start : end].rstrip()
    quote = Quote(document, first.start, first.start + len(words), words)
    return Step(quote, axis.interval, results=tuple(r for r in results if r.start < end))


def _follows(text: str, before: tuple[_Axis, Step], after: tuple[_Axis, Step]) -> bool:
    """Whether the second step goes on the scale of the first: same measure of the same thing, same sort of result."""
    (axis, step), (other, its) = before, after
    if (axis.kind, axis.unit) != (other.kind, other.unit) or _sort(step) != _sort(its):
        return False
    subject, again = _subject(text, step.quote.start), _subject(text, its.quote.start)
    between = text[step.quote.end : its.quote.start]
    marks = re.sub(r"\s+", "\n", between)
    near = len(between) <= _NEAR and len(re.findall(r"[。；;\n]+", marks)) <= 3
    return near and (not again or subject.endswith(again) or again.endswith(subject))


def _sort(step: Step) -> tuple[str, str] | None:
    return (step.results[0].kind, step.results[0].unit) if step.results else None


def _subject(text: str, start: int) -> str:
    """What is measured: the words of the piece before the number, without list marks and comparing words."""
    low = max(text.rfind(c, max(0, start - 60), start) for c in "，,。；;：:、\n\u3000") + 1
    return _COMPARING.sub("", _MARKER.sub("", text[low:start].strip()))


def _scale(run: Sequence[tuple[_Axis, Step]]) -> Iterator[Scale]:
    """A run of steps is a scale where two or more give results of one kind, or all are bare conditions on counts."""
    steps = tuple(step for _, step in run)
    kinds = [r.kind for s in steps for r in s.results[:1]]
    graded = len(kinds) >= 2 and len(set(kinds)) == 1
    if len(steps) >= 2 and (graded or (not kinds and run[0][0].kind == "count")):
        yield Scale(run[0][0].kind, run[0][0].unit, steps)


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
    piece = text[start : parameter.start]
    label = _LABEL_END.sub("", piece).strip().removesuffix("的")
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
