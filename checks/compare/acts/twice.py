"""What one document says twice about when people apply, how often, and how long it is in force itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from checks.compare.ground.alignment import bag
from checks.compare.ground.amounts import amount, order
from checks.compare.ground.clauses import words_before
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.doubles import Double
from kg.model import Parameter
from kg.stretches import value_of
from ontology.cues import Setting

_DEADLINE = Setting("deadline")
_TIMES_A_YEAR = Setting("times")
_OWN_FORCE = Setting("force")
_EVENT = re.compile(r"(?P<event>[一-龥]{2,10}?)(?:之日起?|当[日天]起?|次[日月]起|后|起)(?:的)?$")
_PLAIN = re.compile(r"应当|可以|自|在|于|从|须|必须|本人|申请人")
_BODIES = re.compile(r"用人单位|单位|企业|学校|工会|机构|职工|本人|近亲属|个人")
_PROCEDURE = re.compile(
    r"申请人|申请材料|申请|提交|应当|之日起?|后|高校毕业生|毕业生|毕业|学生|人员|家庭|对象|逾期不予受理|事故|发生"
)
_SHARED = 2  # pieces
_TIMES = re.compile(
    r"(?:每|一|1)个?(?:自然)?年(?:度)?(?:内)?|年度内|同一年度|全年|12个月内|十二个月内"
    r"(?=[^。；]{0,30}次)"
)
_MOST = re.compile(
    r"(?:不(?:得)?(?:超过|多于)|只能|仅能|仅限|只限|限|最多|至多|只可)[^，。；]{0,12}?(?P<number>[0-9一二两三四五六]+)次"
)
_VALID = re.compile(r"(?:有效期|试行期?)(?:限)?(?:为|：)?(?P<number>[0-9]{1,2}|[一二三五两十]+)年")
_FORCE = re.compile(
    r"自(?P<day>[0-9一二三四五六七八九十〇零]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日)起(?:施行|实施|执行)"
)
_INTERVAL = re.compile(
    r"(?P<every>每|按)?(?P<period>(?:[两二三2-6]个?)?(?:月|季|半年|年))度?(?:至少|定期|集中|组织|开展|进行)*"
    r"(?P<act>核查|复核|复查|核对|核实|巡查|走访|探访|抽查|检查|评估|体检)(?P<once>(?:不少于|至少)?[1一]次)?"
)
_CLASS = re.compile(r"[A-DＡ-Ｄ甲乙丙一二三]类")
_RECOGNISED = re.compile(r"最低生活保障|低保|特困供养|特困")
_DENIED = re.compile(r"[不无未非]")
_GRADE = re.compile(r"[0-9一二三四五六七八九十]+(?=个?(?:周岁|岁|级|档|人|年))")
_TOWARDS = re.compile(r"(?:^|[，：、])(?:应当|负责|每年)?对(?P<who>[^，。；]{4,}?)(?=，|$)")
_FEW_WORDS = 4
_OF_ONE = 0.8  # part of the words for who is looked at, of the longer


def twice(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Contradictions in deadlines, times a year and force of one document."""
    yield from _deadlines(norms)
    yield from _often(norms)
    yield from _intervals(norms)
    for matter, pattern in (("有效期", _VALID), ("施行日期", _FORCE)):
        said = [(m, n) for n in norms if (m := pattern.search(n.text)) and not _another(n, m)]
        for (one, a), (two, b) in combinations(said, 2):
            if _told(one) != _told(two) and a.line != b.line:
                yield Double("force", matter, one.group(), two.group(), (a, b))


def _told(said: re.Match[str]) -> float | str:
    """The years or the day that a match tells."""
    return value_of(said["number"]) if "number" in said.re.groupindex else said.group(1)


def _another(norm: Norm, said: re.Match[str]) -> bool:
    """Whether it speaks of another text or paper (《…》, 证书) than itself, or of bodies chosen for so many years."""
    return _OWN_FORCE.has("aside", norm.text) or not _OWN_FORCE.has("own", norm.text[: said.end()])


def _deadlines(norms: tuple[Norm, ...]) -> Iterator[Double]:
    found = [(n, p, e) for n in norms if _DEADLINE.has("opens", n.text) for p in numbers_of(n) if (e := _event(n, p))]
    for (a, x, one), (b, y, two) in combinations(found, 2):
        same = {_who(a, x), _who(b, y)}
        alike = a.line != b.line and a.aid == b.aid and bool(one & two) and len(same) == 1 and _same_work(a, b)
        if alike and order(amount(x), amount(y)):
            yield Double("deadline", "提出申请的期限", x.quote, y.quote, (a, b))


def _same_work(a: Norm, b: Norm) -> bool:
    """Whether both name the same thing to apply for, people and words of procedure aside."""
    mine, theirs = (bag(_PROCEDURE.sub(" ", n.text)) for n in (a, b))
    return len(mine & theirs) >= _SHARED


def _who(norm: Norm, parameter: Parameter) -> frozenset[str]:
    """Those named in the clause up to the number."""
    return frozenset(_BODIES.findall(PAUSE.split(words_before(norm, parameter))[-1]))


def _event(norm: Norm, parameter: Parameter) -> frozenset[str]:
    """Pieces of the event that a time limit of people runs from."""
    if parameter.kind != "time-limit":
        return frozenset()
    before = words_before(norm, parameter)
    clause = PAUSE.split(before)[-1]
    match = _EVENT.search(clause)
    if not match or _DEADLINE.has("aside", clause):
        return frozenset()
    return bag(_PLAIN.sub(" ", match["event"]))


def _often(norms: tuple[Norm, ...]) -> Iterator[Double]:
    found = [
        (n, m)
        for n in norms
        if _TIMES.search(n.text) and not _TIMES_A_YEAR.has("aside", n.text) and (m := _MOST.search(n.text))
    ]
    for (a, one), (b, two) in combinations(found, 2):
        same = a.line != b.line and a.aid == b.aid and len(bag(a.text) & bag(b.text)) > 1
        if same and value_of(one["number"]) != value_of(two["number"]):
            yield Double("times", "每年的次数", one.group(), two.group(), (a, b))


def _intervals(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """How often the same people are looked at, where a place says it in passing (半年核查一次的事项)."""
    said = [(m, n) for n in norms if (m := _INTERVAL.search(n.text)) and (m["every"] or m["once"])]
    for (one, a), (two, b) in combinations(said, 2):
        both_read = all(any(p.kind == "review-interval" for p in numbers_of(n)) for n in (a, b))
        apart = a.line != b.line and one["act"] == two["act"] and one["period"] != two["period"]
        told = both_read and bool(a.people) == bool(b.people)  # as two figures for the people that both name
        who = (a.text[: one.start()], b.text[: two.start()])
        if bool(a.people) != bool(b.people) and a.aid == b.aid:  # one leaves the class to the rest of the text
            who = (_RECOGNISED.sub("", who[0]), _RECOGNISED.sub("", who[1]))
        if apart and not told and _same_people(*who):
            yield Double("interval", f"{one['act']}的周期", one.group(), two.group(), (a, b))


def _same_people(one: str, two: str) -> bool:
    """Whether those named before an interval are the same, by nearly all of the words, by class and by denial."""
    one, two = (_looked_at(x) for x in (one, two))
    mine, theirs = bag(one), bag(two)
    near = len(mine & theirs) >= max(_FEW_WORDS, _OF_ONE * max(len(mine), len(theirs)))
    return near and all(words.findall(one) == words.findall(two) for words in (_CLASS, _DENIED, _GRADE))


def _looked_at(text: str) -> str:
    """Those named by 对… in a stretch, else all of it."""
    named = _TOWARDS.findall(text)
    return named[-1] if named else text
