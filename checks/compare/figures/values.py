"""What one document sets twice, differently: the time limit of a step, the value of an item.

A step may be told by its name (审查期限为7个工作日) and by what has to be done. Left out: cells of tables, which are
compared by row and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from checks.compare.figures.due_twice import drawn_out_twice, due_twice
from checks.compare.figures.figures import ANNUAL, RESERVE, Figure
from checks.compare.figures.limits import alike, comparable
from checks.compare.figures.odds import at_odds
from checks.compare.figures.one_sum import named_and_bare, new_standard, only_two, reckoned
from checks.compare.figures.payments import one_payment
from checks.compare.figures.rounds import one_board
from checks.compare.figures.starts import one_deed, same_event, start_of, told_apart
from checks.compare.ground.alignment import bag, in_one_list, share
from checks.compare.ground.amounts import order
from checks.compare.ground.clauses import clause_of, due_within, words_before, words_behind
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import groups_in
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.stretches import at_line

_PUBLISHED = re.compile(  # what is made public, and of which step it is
    r"(初审|初核|审核|审查|评议|评审|认定|确认|审批|审定|评估|评定|调查|核查|核实|复核|复审|入户)(?:意见|结果|结论|情况)"
    r"|([一-龥]{2})(?:对象|人员|家庭|户)名单"
)
_NOTICE_TIME = re.compile(r"^公示(?:的?期限|期|的?时间|时限)(?:统一|一般|均|应当)?(?:为|是|不(?:得)?少于|不低于)?$")
_WHOLE = ("whole", "decide")  # steps that a matter has once; others are told apart by their words
_CAPS, _SINGLE = ("annual-cap", "total-cap"), "single-cap"
_DEED = 0.5  # of the words of a cap that is said shorter
_CAP_FORM = re.compile(
    r"同一|各项|各类|单个|个人|家庭|[每个户人名]|领取|享受|获得|发放|给予|可以|原则上|不得?(?:超过|高于|突破)|最[高多]"
    r"|封顶线?|超过部分.*|上限|限额|累计|合计|共计|总[额计数]|金额|全年|当年|自然年度?|年度?|之?内|为|元"
)  # how a yearly cap is put: 同一户家庭全年领取的…合计不得超过
_ARTICLE = 300  # characters that an article has at most before a later paragraph
_GOES_ON = re.compile(r"(?:继续|可以?继续|仍(?:可以?|继续|按)|延续|延长)(?P<what>[^，。；、\d]{4,})")  # what is kept
_SINCE = re.compile(r"(?:自|从)?([^，。；自从]{2,12}?)(?:之日|之月|当月|次月|后|的，)")
_KEPT, _EVENT = 4, 2  # characters of what is kept, and of the event, that tell them
_TIME_OF = re.compile(
    r"(?P<of>[^，。；：]{0,16}?)(?P<step>审查|审核|审批|受理|初审|复审|评审|认定|确认|答复|办理|办结|调查|评估)(?:的?(?:期限|时限|时间)(?:为|是|：)?|[（(：])(?:不超过)?$"
)
_OTHER_STEP = re.compile(r"复[核查审议]|异议|补正|再次|公示|听证|特殊|紧急|重大|疑难|延长|变更|年[审检]")
_CASE_OF = re.compile(r"(?:申请|申领|办理)(?P<of>[^，。；]{2,16}?)的，")
_APPLIED = re.compile(
    r"(?:申请|申领|准予|不准)(?:办理|领取|享受|获得|取得)?((?!之日|人|材料|书|进行|后|的|时|条件|审核|受理|并)[一-龥]{2})"
)


def values(index: CoverageIndex, figures: tuple[Figure, ...]) -> Iterator[tuple[Figure, Figure]]:
    """Two values for one step or item, for the same people and circumstances."""
    for a, b in combinations(figures, 2):
        if new_standard(index, a, b) or new_standard(index, b, a):
            yield a, b
            continue
        if in_one_list(a.norm, b.norm) or a.norm.line == b.norm.line or a.item in ("rate", "income-line"):
            continue
        if a.item == b.item == RESERVE and a.agency != b.agency:  # of each body its own
            continue
        if a.tabled or b.tabled:  # what a sentence says against a cell is compared by row and column
            continue
        due = _one_aid(a, b) and (due_twice(index, a, b) or drawn_out_twice(a, b))
        if _one_keeping(a, b) or one_payment(a, b) or due:
            yield a, b
            continue
        if reckoned(index, a, b) or only_two(index, a, b):
            yield a, b
            continue
        if not at_odds(a, b) or not _one_aid(a, b) or at_line(a.norm.text) != at_line(b.norm.text):
            continue
        if _one_circle(a, b) and a.phases == b.phases and (_told_by_name(a, b) or _told_by_name(b, a)):
            yield a, b
            continue
        step = (_one_circle(a, b) or _whole_circle(index, a, b)) and _one_step(index, a, b)
        if _one_publicity(a, b) or (step and comparable(index, a, b) is Verdict.YES) or named_and_bare(index, a, b):
            yield a, b


def _one_keeping(a: Figure, b: Figure) -> bool:
    """Whether both say for how long the same goes on from the same event (自退出之日起继续免收租金三个月)."""
    if not a.amount.dimension == b.amount.dimension == "time" or a.parameter.soft or b.parameter.soft:
        return False
    if not order(a.amount, b.amount):
        return False
    if a.variants != b.variants or a.phases != b.phases or (not _one_circle(a, b) and a.people and b.people):
        return False
    kept = [frozenset(m["what"][:_KEPT] for m in _GOES_ON.finditer(f.norm.text)) for f in (a, b)]
    events = [{m[1][-_EVENT:] for m in _SINCE.finditer(f.norm.text)} for f in (a, b)]
    return bool(kept[0] & kept[1]) and bool(events[0] & events[1] or not (events[0] and events[1]))


def _one_circle(a: Figure, b: Figure) -> bool:
    """Whether both name the same people, or one lists by name all those of the other."""
    mine, theirs = set(a.people), set(b.people)
    return mine == theirs or (bool(mine and theirs) and (mine <= theirs or theirs <= mine))


def _whole_circle(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether two times are for those whom the whole text is for, by its title: one says so, the other names nobody."""
    about = groups_in(index.documents[a.norm.document].title or "").ids()
    named = a.people.ids() | b.people.ids()
    return a.amount.dimension == "time" and not (a.people and b.people) and bool(named) and named <= about


def _one_aid(a: Figure, b: Figure) -> bool:
    return a.aid == b.aid or bool(a.aid & b.aid - {"social-assistance"})


def _one_publicity(a: Figure, b: Figure) -> bool:
    """Whether both periods are for making the same thing public, for the same people, in the same round."""
    if not a.item == b.item == "publicity" or a.phases != b.phases or a.variants != b.variants:
        return False
    mine, theirs = (_published(f.norm.text) or _published(f.norm.prior) for f in (a, b))
    unsaid = not mine and not theirs
    told = mine & theirs or (unsaid and (_same_body(a, b) or _of_any_notice(a) or _of_any_notice(b)))
    return one_board(a, b) and bool(told) and (a.people == b.people or not (a.people and b.people))


def _of_any_notice(figure: Figure) -> bool:
    """Whether a period is said of notices as such (公示期为5天), of nobody's and of no step."""
    return not figure.agency and bool(_NOTICE_TIME.search(words_before(figure.norm, figure.parameter)))


def _published(text: str) -> frozenset[str]:
    """The steps whose results a text makes public, or what a list is called."""
    return frozenset(m[1] or m[2] or "名单" for m in _PUBLISHED.finditer(text))


def _one_application(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether two decisions are on one application: not where each paragraph names what it is for, and differently.

    Nor where one alone opens with a case that the text is not called after (申请异地康复的，).
    """
    cases = [_CASE_OF.match(f.norm.text) for f in (a, b)]
    special = cases[0] or cases[1]
    if special and not all(cases) and special["of"] not in (index.documents[a.norm.document].title or ""):
        return False
    mine, theirs = (
        _applied_for(f.norm.prior + f.norm.text)
        or _applied_for(index.documents[f.norm.document].text[f.norm.line[0] : f.norm.end])
        or _applied_for(_article(index, f.norm))
        for f in (a, b)
    )
    return not mine or not theirs or bool(mine & theirs)


def _article(index: CoverageIndex, norm: Norm) -> str:
    """The words of its article up to the end of the norm."""
    text = index.documents[norm.document].text
    start = text.rfind("\n第", max(0, norm.line[0] - _ARTICLE), norm.line[0] + 1)
    return text[norm.line[0] if start < 0 else start : norm.end]


def _applied_for(text: str) -> frozenset[str]:
    """The first two characters of what is applied for or granted: 登记, 提取, 变更."""
    return frozenset(_APPLIED.findall(text))


def _same_body(a: Figure, b: Figure) -> bool:
    return bool(a.agency) and (a.agency, a.level) == (b.agency, b.level)


def _one_step(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """A time limit needs the same body and the same start; a money item the same words around it."""
    if a.stage:
        said = {start_of(f) for f in (a, b)} - {""}
        starts = told_apart(said) if one_deed(a, b) else said
        started = len(starts) == 1 and all(f.parameter.basis for f in (a, b))
        again = _same_body(a, b) and same_event(a, b) and one_deed(a, b)  # 完成复核评估, 完成复核
        if again and a.stage not in _WHOLE:
            return True
        if not (_one_application(index, a, b) if a.stage in _WHOLE else alike(a, b) or started):
            return False
        if a.agency and b.agency:
            return (a.agency, a.level) == (b.agency, b.level) and len(starts) <= 1
        deed = a.stage in _WHOLE or (alike(a, b) and one_deed(a, b))  # a decision is due once from one event
        whole = a.stage == b.stage == _WHOLE[0]  # whoever does it
        return (whole or bool(a.agency or b.agency)) and started and deed
    rhythm = a.parameter.kind == b.parameter.kind == "review-interval"
    named = a.item or rhythm or _one_case(a, b)
    kind = a.people and b.people if a.item in _CAPS else a.variants if a.item == _SINGLE else None
    capped = bool(kind)  # it has one cap of the kind, in whatever words
    same = _one_cap(a, b) if a.item == ANNUAL else alike(a, b)
    return bool(named) and a.variants == b.variants and (capped or same)


def _told_by_name(named: Figure, said: Figure) -> bool:
    """Whether a time is that of a step by name (申请的审查期限为7个工作日), and the other that of taking the step."""
    words = _TIME_OF.search(words_before(named.norm, named.parameter))
    if words is None or (named.agency and named.agency != said.agency) or not said.parameter.basis:
        return False
    return words["step"] in clause_after(said) and not _OTHER_STEP.search(words["of"])


def clause_after(figure: Figure) -> str:
    """The words between a time and the next pause: what has to be done by then."""
    return due_within(words_behind(figure.norm, figure.parameter))


def _one_cap(a: Figure, b: Figure) -> bool:
    """Whether two yearly caps are of the same money, by the words that do not only say how a cap is put."""
    mine, theirs = (bag(_CAP_FORM.sub(" ", clause_of(f.norm, f.parameter))) for f in (a, b))
    return not mine or not theirs or share(mine, theirs) >= _DEED


def _one_case(a: Figure, b: Figure) -> bool:
    """Whether both are sums for people of just the same ages, amounts or grades, whatever the sum is called."""
    both = a.parameter.kind == b.parameter.kind == "benefit-standard" and a.parameter.unit == b.parameter.unit
    return both and bool(a.bands) and a.bands == b.bands
