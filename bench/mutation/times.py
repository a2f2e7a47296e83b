"""One-point changes of a time: limits of a step, against the higher rule, and inside one text."""

from __future__ import annotations

from collections.abc import Iterator

from bench.mutation.acts import Rule, Spec, base, draft
from bench.mutation.pairs import INTERNAL, PARAMETER, WORSE_FIGURE, Pair, pair, twins


def steps(spec: Spec) -> Iterator[Pair]:
    """Another limit for the same step; twin: the limit of another step."""
    days = spec.random().choice((3, 5, 8, 10))
    facts = {"aid": "temporary", "function": "decide"}
    old = Rule(
        f"县民政局应当自收到审核材料之日起{days}个工作日内作出临时救助审批决定。",
        facts | {"parameters": f"time-limit <= {days} 工作日 收到审核材料之日"},
    )
    longer = days + spec.random().choice((2, 5, 7))
    same = Rule(
        spec.say("decision", days=longer),
        facts | {"parameters": f"time-limit <= {longer} 工作日 收到审核材料之日"},
    )
    other = Rule(
        f"不予临时救助的，县民政局应当在{longer}个工作日内书面告知申请人并说明理由。",
        {"aid": "temporary", "function": "inform", "parameters": f"time-limit <= {longer} 工作日"},
    )
    news = (draft(spec, spec.county, "临时救助", new) for new in (same, other))
    yield from twins(spec, "time-limit-changed", PARAMETER, base(spec, spec.county, "临时救助", old), news)


def longer(spec: Spec) -> Iterator[Pair]:
    """A longer time than the higher rule allows; twin: a shorter one."""
    days = spec.random().choice((20, 25, 30))
    facts = {"aid": "dibao", "function": "decide"}
    old = Rule(
        f"最低生活保障审核确认工作应当自受理之日起{days}个工作日内办结。",
        facts | {"parameters": f"time-limit <= {days} 工作日 受理之日"},
    )
    news = (
        draft(
            spec,
            spec.county,
            "最低生活保障审核确认",
            Rule(spec.say("procedure", days=value), facts | {"parameters": f"time-limit <= {value} 工作日 受理之日"}),
        )
        for value in (days + 10, days - 5)
    )
    yield from twins(spec, "time-longer", WORSE_FIGURE, base(spec, spec.province, "最低生活保障审核确认", old), news)


def working_days(spec: Spec) -> Iterator[Pair]:
    """As many working days as days allowed; twin: days for working days."""
    days = spec.random().choice((15, 20, 30))
    facts = {"aid": "dibao", "function": "decide"}
    for above, here, changed in (("日", "个工作日", True), ("个工作日", "日", False)):
        old, new = (
            Rule(
                f"最低生活保障审批手续应当自受理之日起{days}{unit}内办结。",
                facts | {"parameters": f"time-limit <= {days} {unit.removeprefix('个')} 受理之日"},
            )
            for unit in (above, here)
        )
        yield pair(
            spec,
            "working-days",
            WORSE_FIGURE,
            changed,
            base(spec, spec.province, "最低生活保障", old),
            draft(spec, spec.city, "最低生活保障", new),
        )


def two_limits(spec: Spec) -> Iterator[Pair]:
    """Two limits for one step inside one text; twin: two steps."""
    days = spec.random().choice((3, 5, 8))
    facts = {"aid": "temporary", "function": "decide"}
    first = Rule(
        f"县民政局应当自收到审核材料之日起{days}个工作日内作出审批决定。",
        facts | {"parameters": f"time-limit <= {days} 工作日 收到审核材料之日"},
    )
    again = Rule(
        spec.say("again", days=days + 5), facts | {"parameters": f"time-limit <= {days + 5} 工作日 收到审核材料之日"}
    )
    other = Rule(
        f"县民政局应当自作出决定之日起{days + 5}个工作日内发放救助金。",
        {"aid": "temporary", "function": "pay", "parameters": f"time-limit <= {days + 5} 工作日 作出决定之日"},
    )
    for new, changed in ((again, True), (other, False)):
        yield pair(spec, "two-limits-inside", INTERNAL, changed, draft(spec, spec.county, "临时救助", first, new))


KINDS = (steps, longer, working_days, two_limits)
