"""One-point changes of a number: amount, rate, deductible, cap, time, threshold, fine, age, tier, bracket."""

from __future__ import annotations

from collections.abc import Iterator

from bench.mutation.acts import STRATA, Rule, Spec, base, draft
from bench.mutation.pairs import Pair, pair

PARAMETER = ("conflict.parameter",)
SUPERIOR = ("conflict.superior", "conflict.parameter")
INTERNAL = ("conflict.internal",)


def _subsidy(text: str, value: float, unit: str, basis: str | None = None) -> Rule:
    parameter = f"benefit-standard = {value:g} {unit} {basis or ''}".strip()
    return Rule(text, {"aid": "employment", "groups": [["hard-to-employ"]], "parameters": parameter, "function": "pay"})


def amounts(spec: Spec) -> Iterator[Pair]:
    """The same subsidy, another ratio; twin: the same ratio in other words."""
    item = spec.pick(("岗位补贴", "社会保险补贴"))
    ratio = spec.random().choice((1.2, 1.5, 0.6, 0.8))
    old = _subsidy(f"就业困难人员的{item}按照当地最低工资标准的{ratio:g}倍执行。", ratio, "倍", "最低工资标准")
    other = ratio * 100 + spec.random().choice((10, 20, 30))
    for value, changed in ((other, True), (ratio * 100, False)):
        new = _subsidy(spec.say("subsidy", item=item, value=value), value, "%", "最低工资标准")
        yield pair(
            spec,
            "amount-changed",
            PARAMETER,
            changed,
            base(spec, spec.county, "就业补贴", old),
            draft(spec, spec.county, "就业困难人员安置", new),
            aside=("overlap.benefit",),
        )


def periods(spec: Spec) -> Iterator[Pair]:
    """A yearly sum against a monthly one; twin: twelve times as much."""
    monthly = spec.random().choice((50, 80, 100, 120))
    facts = {"aid": "heating", "groups": [["dibao"]], "function": "pay"}
    old = Rule(
        f"低保家庭的取暖补贴每户每月{monthly}元。", facts | {"parameters": f"benefit-standard = {monthly} 元/户/月"}
    )
    for yearly, changed in ((monthly * 12 + 240, True), (monthly * 12, False)):
        new = Rule(spec.say("heating", value=yearly), facts | {"parameters": f"benefit-standard = {yearly} 元/户/年"})
        yield pair(
            spec,
            "period-of-payment",
            PARAMETER,
            changed,
            base(spec, spec.county, "取暖补贴", old),
            draft(spec, spec.county, "取暖补贴", new),
            aside=("overlap.benefit",),
        )


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
    for new, changed in ((same, True), (other, False)):
        yield pair(
            spec,
            "time-limit-changed",
            PARAMETER,
            changed,
            base(spec, spec.county, "临时救助", old),
            draft(spec, spec.county, "临时救助", new),
        )


def thresholds(spec: Spec) -> Iterator[Pair]:
    """How much the township may decide; twin: the same sum."""
    sum_ = spec.random().choice((1000, 1500, 2000, 3000))
    said = spec.pick(
        (
            "临时救助金额在{0}元以下的，由乡镇人民政府、街道办事处审批。",
            "单次救助金额{0}元以下的，委托乡镇人民政府审批。",
        )
    )
    facts = {"aid": "temporary", "function": "decide", "agency": "township"}
    old = Rule(said.format(sum_), facts | {"parameters": f"benefit-standard <= {sum_} 元"})
    for value, changed in ((sum_ + 500, True), (sum_, False)):
        new = Rule(spec.say("threshold", value=value), facts | {"parameters": f"benefit-standard <= {value} 元"})
        yield pair(
            spec,
            "delegated-sum",
            PARAMETER,
            changed,
            base(spec, spec.county, "临时救助", old),
            draft(spec, spec.county, "社会救助一门受理", new),
        )


def _medical(text: str, kind: str, op: str, value: float, group: str, basis: str = "") -> Rule:
    return Rule(
        text,
        {
            "aid": "medical",
            "agency": "medical-security",
            "groups": [[group]],
            "parameters": f"{kind} {op} {value:g} % {basis}".strip(),
        },
    )


def floors(spec: Spec) -> Iterator[Pair]:
    """A rate below the floor above; twin: at or over it."""
    people, group = spec.pick(STRATA)
    floor = spec.random().choice((60, 65, 70, 75))
    old = _medical(f"{people}政策范围内住院费用的救助比例不低于{floor}%。", "rate", ">=", floor, group)
    for value, changed in ((floor - 5, True), (floor + 5, False)):
        new = _medical(spec.say("rate", people=people, value=value), "rate", "=", value, group)
        yield pair(
            spec,
            "rate-below-floor",
            SUPERIOR,
            changed,
            base(spec, spec.province, "医疗救助", old),
            draft(spec, spec.city, "医疗救助", new),
        )


def strata_apart(spec: Spec) -> Iterator[Pair]:
    """The floor of one stratum against the figure of another is no comparison; changed: the same stratum."""
    floor = spec.random().choice((65, 70, 75))
    old = _medical(f"低保对象的救助比例不低于{floor}%。", "rate", ">=", floor, "dibao")
    for (people, group), changed in ((("低保对象", "dibao"), True), (("低保边缘家庭成员", "dibao-margin"), False)):
        new = _medical(f"{people}的救助比例为{floor - 10}%。", "rate", "=", floor - 10, group)
        yield pair(
            spec,
            "stratum-changed",
            SUPERIOR,
            changed,
            base(spec, spec.province, "医疗救助", old),
            draft(spec, spec.city, "医疗救助", new),
        )


def ceilings(spec: Spec) -> Iterator[Pair]:
    """A deductible above the ceiling; twin: below."""
    ceiling = spec.random().choice((5, 8, 10))
    basis = "人均可支配收入"
    old = _medical(
        f"低保对象的起付标准不得高于上年居民人均可支配收入的{ceiling}%。", "deductible", "<=", ceiling, "dibao", basis
    )
    for value, changed in ((ceiling + 3, True), (ceiling - 2, False)):
        new = _medical(spec.say("deductible", value=value), "deductible", "=", value, "dibao", basis)
        yield pair(
            spec,
            "deductible-above-ceiling",
            SUPERIOR,
            changed,
            base(spec, spec.province, "医疗救助", old),
            draft(spec, spec.city, "医疗救助", new),
        )


def caps(spec: Spec) -> Iterator[Pair]:
    """A cap over a ceiling that nobody may raise; twin: under it."""
    cap = spec.random().choice((5, 6, 8))
    tail = spec.pick(("县（市、区）不得另行提高", "各地不得自行提高"))
    facts = {"aid": "temporary"}
    old = Rule(
        f"临时救助单次救助金额不得超过最低生活保障月标准的{cap}倍，{tail}。",
        facts | {"parameters": f"benefit-cap <= {cap} 倍 最低生活保障标准"},
    )
    for value, changed in ((cap + 2, True), (cap - 1, False)):
        new = Rule(
            spec.say("cap", value=value),
            facts | {"parameters": f"benefit-cap = {value} 倍 最低生活保障标准"},
        )
        yield pair(
            spec,
            "cap-over-ceiling",
            SUPERIOR,
            changed,
            base(spec, spec.city, "临时救助", old),
            draft(spec, spec.county, "临时救助", new),
        )


def longer(spec: Spec) -> Iterator[Pair]:
    """A longer time than the higher rule allows; twin: a shorter one."""
    days = spec.random().choice((20, 25, 30))
    facts = {"aid": "dibao", "function": "decide"}
    old = Rule(
        f"最低生活保障审核确认工作应当自受理之日起{days}个工作日内办结。",
        facts | {"parameters": f"time-limit <= {days} 工作日 受理之日"},
    )
    for value, changed in ((days + 10, True), (days - 5, False)):
        new = Rule(spec.say("procedure", days=value), facts | {"parameters": f"time-limit <= {value} 工作日 受理之日"})
        yield pair(
            spec,
            "time-longer",
            SUPERIOR,
            changed,
            base(spec, spec.province, "最低生活保障审核确认", old),
            draft(spec, spec.county, "最低生活保障审核确认", new),
        )


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
            SUPERIOR,
            changed,
            base(spec, spec.province, "最低生活保障", old),
            draft(spec, spec.city, "最低生活保障", new),
        )


def fines(spec: Spec) -> Iterator[Pair]:
    """A fine outside the higher range; twin: inside."""
    most = spec.random().choice((2, 3))
    said = "采取虚报、隐瞒、伪造等手段骗取社会救助资金的，责令退回，处骗取金额{0}倍以下的罚款。"
    facts = {"aid": "social-assistance", "function": "sanction"}
    old = Rule(said.format(most), facts | {"parameters": f"fine <= {most} 倍"})
    for value, changed in ((most + 2, True), (most - 1, False)):
        text = spec.say("fine", value=value)
        new = Rule(text, facts | {"parameters": f"fine <= {value} 倍"})
        yield pair(
            spec,
            "fine-outside-range",
            SUPERIOR,
            changed,
            base(spec, spec.province, "社会救助", old),
            draft(spec, spec.city, "社会救助", new),
        )


def standards(spec: Spec) -> Iterator[Pair]:
    """A standard of living under the multiple above; twin: over it."""
    floor = spec.random().choice((1.3, 1.4))
    facts = {"aid": "tekun", "groups": [["tekun"]]}
    old = Rule(
        f"特困人员基本生活标准不低于当地最低生活保障标准的{floor:g}倍。",
        facts | {"parameters": f"benefit-standard >= {floor:g} 倍 最低生活保障标准"},
    )
    for value, changed in ((floor - 0.1, True), (floor + 0.2, False)):
        new = Rule(
            spec.say("living", value=value),
            facts | {"parameters": f"benefit-standard = {value:g} 倍 最低生活保障标准"},
        )
        yield pair(
            spec,
            "standard-below-floor",
            SUPERIOR,
            changed,
            base(spec, spec.province, "特困人员救助供养", old),
            draft(spec, spec.city, "特困人员救助供养", new),
        )


def inversions(spec: Spec) -> Iterator[Pair]:
    """The less needy served better, inside one text; twin: in order."""
    low = spec.random().choice((60, 65, 70))
    for first, second, changed in ((low, low + 5, True), (low + 5, low, False)):
        text = f"救助比例按照下列规定执行：低保对象为{first}%；低保边缘家庭成员为{second}%。"
        new = Rule(
            text,
            {
                "aid": "medical",
                "agency": "medical-security",
                "groups": [["dibao"], ["dibao-margin"]],
                "parameters": [f"rate = {first} %", f"rate = {second} %"],
            },
        )
        yield pair(spec, "tier-inversion", INTERNAL, changed, draft(spec, spec.city, "医疗救助", new))


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


def brackets(spec: Spec) -> Iterator[Pair]:
    """A hole between two grades; twin: grades that touch."""
    edge = spec.random().choice((10000, 20000, 30000))
    facts = {"aid": "medical", "agency": "medical-security", "groups": [["dibao"]]}
    for start, changed in ((edge + 10000, True), (edge, False)):
        grades = f"5000元以上不满{edge}元的，救助40%；{start}元以上的，救助60%。"
        text = f"低保对象个人自付住院费用按照下列标准给予救助：{grades}"
        numbers = [
            "benefit-standard >= 5000 元",
            f"benefit-standard < {edge} 元",
            "rate = 40 %",
            f"benefit-standard >= {start} 元",
            "rate = 60 %",
        ]
        new = Rule(text, facts | {"parameters": numbers})
        yield pair(spec, "bracket-hole", ("gap.bracket",), changed, draft(spec, spec.city, "医疗救助", new))


KINDS = (
    amounts,
    periods,
    steps,
    thresholds,
    floors,
    strata_apart,
    ceilings,
    caps,
    longer,
    working_days,
    fines,
    standards,
    inversions,
    two_limits,
    brackets,
)
