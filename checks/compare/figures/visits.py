"""How often something is done for people at least: 每周上门不少于3次 in one text, 每周上门不少于1次 in the other.

A number of times in a period that must be reached, or a rhythm in which an office has to act (每年查询一次), for what
both norms call the same in most of their words. A lower text that promises fewer gives less; two texts of equal rank
cannot both say what is enough, nor one text twice. Quiet for other people, another body's visits, what people
themselves have or bring so often, and where either side says how often at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, takewhile

from checks.compare.figures.hours import HOUR, hours_a_year, one_programme
from checks.compare.figures.how_often import how_often
from checks.compare.figures.owners import Number, has_and_lacks
from checks.compare.ground.agencies import leads_of, names_in
from checks.compare.ground.alignment import bag, maybe_one_matter, people_apart, share
from checks.compare.ground.clauses import clause_of, words_before
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in, numbers_of, variants_in
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.model import Parameter
from ontology.cues import Setting, named_in

_LEAST, _ALIKE = 4, 0.5  # pieces that two norms share, and their part of the shorter
_MANY, _PART, _FEW, _MOSTLY = 6, 0.38, 3, 0.6
_CALLS_ON = re.compile(r"探访|走访|巡访|访视|上门|入户|家访|回访|随访|看望|探望|巡视")
_ON_PAPER = re.compile(r"记录|台账|档案|资料|账目|名单|名册|数据|信息|系统|报表")
_HOW_OFTEN = re.compile(
    r"(?:[每按逐]隔?|隔)[0-9一二两三四五六七八九十]*个?(?:半[年月]|年度?|月度?|季度?|周|星期|学[期年]|日|天)"
    r"|(?:至少|不得?[少低]于|最少|不少|应当?)|[0-9一二两三四五六七八九十]+次"
)
_ANYBODY = frozenset({"other-body", "unresolved", "employer"})  # 单位, 有关部门
_PLAIN = re.compile(r"[次回轮遍趟]|开展|进行|组织|定期|至少|应当|负责|会同|按时|一律|实施|做好|完成|入户|上门|[^一-龥]")
_OTHERS = re.compile(r"其他|其余|其它|一般|平时|以外")
_GRADE = re.compile(
    r"轻度|中度|中重度|重度|极重度|完全|部分|[一二三四五1-5]级|半护理|全护理|半失能|全失能|[A-E甲乙丙](?:档|类)"
)
_RHYTHM = Setting("rhythm")
_FLOOR, _EVERY = (">=", ">"), (">=", ">", "=")
_LABEL = 3, 10  # characters of a class that opens a norm
_SLACK = 0.15  # four weeks are a month


@dataclass(frozen=True, slots=True)
class Visits:
    """At least so many times a year, and what is done so often."""

    norm: Norm
    parameter: Parameter
    clause: str
    op: str
    often: float
    what: frozenset[str]
    deed: frozenset[str]
    acts: frozenset[str]  # by the words for what an office does
    called: frozenset[str]  # and with the thing they are done to (街面巡查)
    unit: str = "次"  # or hours of service

    @property
    def matter(self) -> str:
        """What is counted."""
        return "服务的时长" if self.unit == HOUR else "服务的次数"


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """What `mine` has done less often than `theirs` asks at least."""
    for a, b in apart(index, mine, theirs):
        if a.often < b.often:
            what, said = f"{a.matter}少于上位规定", (a.parameter.quote, b.parameter.quote)
            yield Departure(Label.BENEFIT, "visits", what, *said, (a.norm,), (b.norm,))


def apart(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Visits, Visits]]:
    """What two texts have done so often at least, and otherwise."""
    ours, above = (list(_all(norms)) for norms in (mine, theirs))
    for a in ours:
        same = _likest(a, [b for b in above if _one(index, a, b) and not _answered(index, b, a, ours)])
        if same and all(_differ(a, b) for b in same):
            yield a, max(same, key=lambda b: (share(a.deed, b.deed), len(a.what & b.what)))


def _answered(index: CoverageIndex, b: Visits, a: Visits, ours: list[Visits]) -> bool:
    """Whether another line than `a` has for the very class of `b` what `b` has, and `a` is for another."""
    called = b.norm.people.ids() or groups_in(index.documents[b.norm.document].title or "").ids()
    mine = (x for x in ours if x.norm.line != a.norm.line and x.norm.people.ids() & called - a.norm.people.ids())
    return any(not _differ(x, b) and x.deed & b.deed for x in mine)


def doubles(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """How often one thing is done for the same people, said twice in one document."""
    found = [v for v in _all(norms) if v.unit == HOUR or _CALLS_ON.search(v.norm.text)]
    for a, b in combinations(found, 2):
        apart = a.norm.line != b.norm.line and _differ(a, b)
        people = groups_in(a.norm.text) == groups_in(b.norm.text)
        if apart and people and a.norm.aid == b.norm.aid and _one(index, a, b):
            yield Double("visits", a.matter, a.parameter.quote, b.parameter.quote, (a.norm, b.norm))


def _likest(a: Visits, same: list[Visits]) -> list[Visits]:
    """Of several in one paragraph (平时每周三次；预警期间每天两次) those whose own words are the likest."""
    if _OTHERS.search(a.clause):
        return same
    own = bag(a.clause if len(numbers_of(a.norm)) > 1 else a.norm.text)
    shared = {b.parameter.start: len(own & bag(b.norm.text)) for b in same}
    best = {b.norm.line: max(shared[x.parameter.start] for x in same if x.norm.line == b.norm.line) for b in same}
    return [b for b in same if shared[b.parameter.start] == best[b.norm.line]]


def _differ(a: Visits, b: Visits) -> bool:
    """Whether both cannot hold: so often exactly is enough where at least fewer are asked."""
    for exact, floor in ((a, b), (b, a)):
        if exact.op == "=" and floor.op in _FLOOR and exact.often >= floor.often * (1 - _SLACK):
            return False
    return abs(a.often - b.often) > _SLACK * max(a.often, b.often)


def _one(index: CoverageIndex, a: Visits, b: Visits) -> bool:
    """Whether both are of one thing done for the same people, by one body as far as they say by whom."""
    if a.unit != b.unit or not _one_service(index, a, b) or _only_on_paper(a, b) or _only_on_paper(b, a):
        return False
    if not _alike(a, b) or _for_others(index, a, b) or not maybe_one_matter(index, a.norm, b.norm):
        return False
    bodies, phases = ([f(v) for v in (a, b)] for f in (_doers, lambda v: named_in("phase", v.norm.words)))
    one_body = not all(bodies) or bool(bodies[0] & bodies[1])
    return one_body and phases[0] == phases[1] and not _kinds_apart(a.norm, b.norm)


def _only_on_paper(a: Visits, b: Visits) -> bool:
    """Whether one calls on people and the other looks only through what was written of it (核实一次服务记录)."""
    calls = bool(_CALLS_ON.search(a.clause)) and not _CALLS_ON.search(b.clause)
    return calls and not a.acts & b.acts and bool(_ON_PAPER.search(b.clause))


def _one_service(index: CoverageIndex, a: Visits, b: Visits) -> bool:
    """Whether hours are of one programme by the titles of both texts, and for one grade."""
    if a.unit != HOUR:
        return True
    one, two = (index.documents[v.norm.document] for v in (a, b))
    grades = [frozenset(_GRADE.findall(words_before(v.norm, v.parameter) + v.norm.stem)) for v in (a, b)]
    return grades[0] == grades[1] and (one is two or one_programme(one, two))


def _for_others(index: CoverageIndex, a: Visits, b: Visits) -> bool:
    """Whether the norms, or the clauses of both numbers, name other people."""
    one, two = (Number(v.norm, v.parameter, clause_of(v.norm, v.parameter)) for v in (a, b))
    mine, theirs = (groups_in(x.clause).ids() for x in (one, two))
    apart = bool(mine and theirs and not mine & theirs) or has_and_lacks(one, two)
    return apart or people_apart(index, a.norm, b.norm)


def _alike(a: Visits, b: Visits) -> bool:
    """Whether the norms say the same in most of their words, or in many; fewer will do where the clauses do too."""
    if _one_class(a, b):
        return True
    shared, part = len(a.what & b.what), share(a.what, b.what)
    deeds = share(a.deed, b.deed)
    if not (a.deed & b.deed or a.acts & b.acts):
        return False
    return (
        (shared >= _LEAST and part >= _ALIKE)
        or (shared >= _MANY and part >= _PART)
        or (shared >= _FEW and min(part, deeds) >= _MOSTLY)
        or (shared >= _LEAST and deeds >= _MOSTLY)
        or (shared >= _FEW and bool(a.called & b.called))
    )


def _one_class(a: Visits, b: Visits) -> bool:
    """Whether both deal out calls class by class, and this is the class that both open with (中风险的，每月…)."""
    one, two = (words_before(v.norm, v.parameter) for v in (a, b))
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False))
    shared = "".join(c for c, _ in same).removesuffix("的")
    if len(shared) < _LABEL[0] or max(len(one), len(two)) > _LABEL[1] or names_in(shared):
        return False
    return all(_CALLS_ON.search(v.norm.words) for v in (a, b))


def _doers(visits: Visits) -> frozenset[str]:
    """The bodies named in the sentence up to the number, else those that lead in the norm."""
    named = names_in(words_before(visits.norm, visits.parameter)) or frozenset(leads_of(visits.norm))
    return named - _ANYBODY


def _kinds_apart(a: Norm, b: Norm) -> bool:
    """Whether both name kinds of one axis, and none in common."""
    mine, theirs = variants_in(a.words), variants_in(b.words)
    shared = {axis for axis, _ in mine} & {axis for axis, _ in theirs}
    return any(not {v for x, v in mine if x == axis} & {v for x, v in theirs if x == axis} for axis in shared)


def _all(norms: tuple[Norm, ...]) -> Iterator[Visits]:
    """How often things are done in the norms; one that does not say what is about what its paragraph was about."""
    about: tuple[tuple[int, int], str] = ((0, 0), "")
    for norm in norms:
        acts = _RHYTHM.has("done", norm.text)
        topic = about[1] if about[0] == norm.line and not acts else ""
        yield from _visits(norm, topic)
        about = (norm.line, norm.text) if acts else about


def _visits(norm: Norm, topic: str) -> Iterator[Visits]:
    for parameter in numbers_of(norm):
        clause = clause_of(norm, parameter)
        op, often = how_often(parameter)
        done = _RHYTHM.has("done", topic + clause) and not _RHYTHM.has("aside", topic + clause)
        acts = _RHYTHM.words("done", topic + clause)
        if often and op in _EVERY and (op in _FLOOR or done):
            said = topic + clause.replace(parameter.quote, _said(parameter.quote))
            yield Visits(
                norm, parameter, clause, op, often, bag(topic + norm.text), bag(said), acts, _called(topic + clause)
            )
        elif (hours := hours_a_year(norm, parameter)) and parameter.op in _EVERY:
            what = bag(topic + norm.text)
            yield Visits(norm, parameter, clause, parameter.op, hours, what, bag(clause), acts, frozenset(), HOUR)


def _called(said: str) -> frozenset[str]:
    """What is done with the two characters before it that say to what."""
    found = (said[m.start() - 2 : m.end()] for m in _RHYTHM.all("done", said) if m.start() > 1)
    return frozenset(x for x in found if not _PLAIN.search(x[:2]))


def _said(quote: str) -> str:
    """The deed inside a figure's own words (每周上门不少于3次)."""
    return _HOW_OFTEN.sub(" ", quote)
