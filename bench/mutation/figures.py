"""One-point changes of a sum: amount, period of payment, threshold, fine, standard, order of strata, bracket."""

from __future__ import annotations

from collections.abc import Iterator

from bench.mutation.acts import Rule, Spec, base, draft
from bench.mutation.pairs import INTERNAL, PARAMETER, WORSE_FIGURE, Pair, pair, twins


def _subsidy(text: str, value: float, unit: str, basis: str | None = None) -> Rule:
    parameter = f"benefit-standard = {value:g} {unit} {basis or ''}".strip()
    return Rule(text, {"aid": "employment", "groups": [["hard-to-employ"]], "parameters": parameter, "function": "pay"})


def amounts(spec: Spec) -> Iterator[Pair]:
    """The same subsidy, another ratio; twin: the same ratio in other words."""
    item = spec.pick(("岗位补贴", "社会保险补贴"))
    ratio = spec.random().choice((1.2, 1.5, 0.6, 0.8))
    old = _subsidy(f"就业困难人员的{item}按照当地最低工资标准的{ratio:g}倍执行。", ratio, "倍", "最低工资标准")
    other = ratio * 100 + spec.random().choice((10, 20, 30))
    news = (
        draft(
            spec,
            spec.county,
            "就业困难人员安置",
            _subsidy(spec.say("subsidy", item=item, value=value), value, "%", "最低工资标准"),
        )
        for value in (other, ratio * 100)
    )
    yield from twins(
        spec, "amount-changed", PARAMETER, base(spec, spec.county, "就业补贴", old), news, aside=("overlap.benefit",)
    )


def periods(spec: Spec) -> Iterator[Pair]:
    """A yearly sum against a monthly one; twin: twelve times as much."""
    monthly = spec.random().choice((50, 80, 100, 120))
    facts = {"aid": "heating", "groups": [["dibao"]], "function": "pay"}
    old = Rule(
        f"低保家庭的取暖补贴每户每月{monthly}元。", facts | {"parameters": f"benefit-standard = {monthly} 元/户/月"}
    )
    news = (
        draft(
            spec,
            spec.county,
            "取暖补贴",
            Rule(spec.say("heating", value=yearly), facts | {"parameters": f"benefit-standard = {yearly} 元/户/年"}),
        )
        for yearly in (monthly * 12 + 240, monthly * 12)
    )
    yield from twins(
        spec, "period-of-payment", PARAMETER, base(spec, spec.county, "取暖补贴", old), news, aside=("overlap.benefit",)
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
    news = (
        draft(
            spec,
            spec.county,
            "社会救助一门受理",
            Rule(spec.say("threshold", value=value), facts | {"parameters": f"benefit-standard <= {value} 元"}),
        )
        for value in (sum_ + 500, sum_)
    )
    yield from twins(spec, "delegated-sum", PARAMETER, base(spec, spec.county, "临时救助", old), news)


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
            WORSE_FIGURE,
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
            WORSE_FIGURE,
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
    thresholds,
    fines,
    standards,
    inversions,
    brackets,
)
