"""One body's time for one deed after one event, said twice: 自受理之日起5个工作日内完成入户评估 here, 15个工作日 there.

The body, the event and the words for the deed tell it, whatever step it is. Quiet where a norm is for a case of its own
(行动不便的，…), for other people or another round; what is handed to somebody goes to each in its own time. Up to how
long a whole procedure may be drawn out (情况复杂的可以延长至…) is one time as well, where neither case is special.
"""

from __future__ import annotations

import re

from checks.compare.figures.figures import Figure
from checks.compare.figures.starts import one_deed, same_event, start_of, told_apart
from checks.compare.ground.amounts import order
from checks.compare.ground.clauses import due_within, words_before, words_behind
from checks.compare.ground.windows import groups_in
from kg.coverage import CoverageIndex

_CASE = re.compile(r"的，|时，|的?情[况形]下|首[次批]|初次|再次|重新|第[一二三四]次|分别|遇|其中|除")
_ANY_HARD_CASE = re.compile(
    r"(?:特殊|复杂|疑难)(?:的?(?:情况|情形|原因|事项|案件))?|(?:情况|情形|案情|事项)(?:特殊|复杂|疑难)|确需延长|因故|不能按期"
)
_OTHER_CASE = re.compile(r"异地|跨[省市县区]|外出|听证|鉴定|检验|评估|举报|异议|公示|灾害|疫情|不可抗力")
_HANDED = re.compile(r"[报送交转函向]|通知|告知|拨付|支付")
_WHO = re.compile(r"[^，。；：]{2,14}的，")
_TIME, _TO = "time-limit", "<="


def due_twice(index: CoverageIndex, a: Figure, b: Figure) -> bool:
    """Whether one body has two times for one deed after one event."""
    if not all(_is_plain(f) for f in (a, b)) or not order(a.amount, b.amount):
        return False
    one_body = bool(a.agency) and (a.agency, a.level) == (b.agency, b.level)
    one_case = _circumstances(index, a) == _circumstances(index, b)
    return one_body and one_case and _one_event(a, b) and one_deed(a, b)


def drawn_out_twice(a: Figure, b: Figure) -> bool:
    """Whether one whole procedure may in hard cases last up to two different times."""
    whole = a.stage == b.stage == "whole" and a.phases == b.phases == {"extended"}
    same = (a.people, a.variants, a.bands, a.agency) == (b.people, b.variants, b.bands, b.agency)
    limits = all(f.parameter.kind == _TIME and f.parameter.op == _TO for f in (a, b))
    said = [words_before(f.norm, f.parameter) for f in (a, b)]
    hard = all(_ANY_HARD_CASE.search(x) and not _OTHER_CASE.search(x) for x in said)
    return whole and same and limits and hard and bool(order(a.amount, b.amount))


def _is_plain(figure: Figure) -> bool:
    """Whether it is a time limit of no case of its own, for what is handed to nobody."""
    limit = figure.parameter.kind == _TIME and figure.parameter.op == _TO and not figure.parameter.soft
    if not limit or _HANDED.search(due_within(words_behind(figure.norm, figure.parameter))):
        return False
    before = words_before(figure.norm, figure.parameter)
    who = _WHO.match(before)  # 身份不明的，: people, who are compared as such
    return not _CASE.search(figure.norm.stem + (before[who.end() :] if who and groups_in(who.group()) else before))


def _circumstances(index: CoverageIndex, figure: Figure) -> tuple[object, ...]:
    """In which case it holds, and for whom, less the words for whoever gets the aid or is in need (求助人员)."""
    people = figure.people.ids() - index.groups.relations.umbrella["group"] - figure.aid
    return people, figure.phases, figure.variants, figure.bands


def _one_event(a: Figure, b: Figure) -> bool:
    return same_event(a, b) and len(told_apart({start_of(a), start_of(b)})) == 1
