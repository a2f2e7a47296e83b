"""One-point changes of who does what for whom: leads, grants, helpers, groups, bodies, articles, place and time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bench.mutation.acts import AIDS, Rule, Spec, base, draft
from bench.mutation.figures import amounts
from bench.mutation.pairs import Pair, pair, twins
from bench.mutation.rates import floors
from bench.mutation.times import longer, steps
from bench.mutation.wording import agencies

NAMES = {
    "civil-affairs": "县民政局",
    "medical-security": "县医疗保障局",
    "education": "县教育局",
    "housing": "县住房和城乡建设局",
    "hrss": "县人力资源和社会保障局",
}
_GRANT = {"aid": "heating", "function": "pay", "modality": "entitlement"}


def leads(spec: Spec) -> Iterator[Pair]:
    """Two departments lead the same; twin: lead and helper."""
    aid, id_, line = spec.pick(AIDS)
    first, (second, other) = NAMES[line], spec.pick((("县教育局", "education"), ("县医疗保障局", "medical-security")))
    if other == line:
        second, other = "县民政局", "civil-affairs"
    one = Rule(f"{first}负责低保对象{aid}的组织实施。", {"aid": id_, "agency": line})
    leads_too = Rule(f"{second}负责低保对象{aid}的组织实施。", {"aid": id_, "agency": other})
    helps = Rule(
        f"{second}协助{first}做好低保对象{aid}的组织实施。", {"aid": id_, "actors": [[other, "assist"], [line, "lead"]]}
    )
    for new, changed in ((leads_too, True), (helps, False)):
        yield pair(
            spec,
            "two-leads",
            ("overlap.lead", "conflict.internal"),
            changed,
            draft(spec, spec.county, "社会救助职责分工", one, new),
        )


def benefits(spec: Spec) -> Iterator[Pair]:
    """A second grant for the same; twin: with a rule that nobody gets both."""
    old = Rule(
        "县民政局对低保家庭发放冬季取暖救助金，每户每年1000元。",
        _GRANT | {"groups": [["dibao"]], "parameters": "benefit-standard = 1000 元/户/年"},
    )
    money = spec.random().choice((800, 1200, 1500))
    said = f"县民政局对低保家庭中的残疾人发放冬季取暖补贴，每户每年{money}元"
    facts = _GRANT | {"groups": [["dibao", "disabled"]], "parameters": f"benefit-standard = {money} 元/户/年"}
    rule = spec.pick(
        (
            "已享受其他取暖救助的，不重复享受。",
            "同时符合其他取暖救助条件的，按照就高不就低的原则享受一项，不得重复享受。",
        )
    )
    stacked = Rule(f"{said}；{rule}", facts | {"limits": "stacking:no-double"})
    news = (draft(spec, spec.county, "困难残疾人冬季取暖补贴", new) for new in (Rule(f"{said}。", facts), stacked))
    yield from twins(
        spec,
        "stacking-rule-dropped",
        ("overlap.benefit", "conflict.parameter"),
        base(spec, spec.county, "低保家庭冬季取暖救助", old),
        news,
    )


def restated(spec: Spec) -> Iterator[Pair]:
    """A rule copied word for word; twin: another rule of the same shape."""
    text = "公益性岗位安置人员连续旷工15日以上、不服从岗位管理且经教育不改的，或者补贴期满的，应当退出公益性岗位。"
    facts = {"aid": "employment", "agency": "hrss", "groups": [["hard-to-employ"]]}
    other = "公益性岗位安置人员每年参加一次岗位技能培训，培训合格的由用人单位记入个人工作档案。"
    news = (draft(spec, spec.county, "公益性岗位安置", Rule(said, facts)) for said in (text, other))
    yield from twins(
        spec, "copied-rule", ("overlap.restated",), base(spec, spec.county, "公益性岗位管理", Rule(text, facts)), news
    )


def helpers(spec: Spec) -> Iterator[Pair]:
    """Helpers without a lead; twin: the lead is named."""
    facts = {"aid": "vagrant", "groups": [["vagrant"]]}
    alone = Rule("公安局：协助做好流浪乞讨人员救助工作。", facts | {"agency": "police", "role": "assist"})
    with_lead = Rule(
        "公安局：协助民政局做好流浪乞讨人员救助工作。",
        facts | {"actors": [["police", "assist"], ["civil-affairs", "lead"]]},
    )
    for new, changed in ((alone, True), (with_lead, False)):
        yield pair(
            spec, "lead-dropped", ("gap.no-lead",), changed, draft(spec, spec.county, "社会救助成员单位职责分工", new)
        )


def bodies(spec: Spec) -> Iterator[Pair]:
    """A body that is gone; twin: its successor."""
    gone, now, line = spec.pick(
        (
            ("县工商行政管理局", "县市场监督管理局", "market-reg"),
            ("县卫生和计划生育委员会", "县卫生健康委员会", "health"),
            ("县扶贫开发办公室", "县农业农村局", "poverty-rural"),
        )
    )
    for name, changed in ((gone, True), (now, False)):
        new = Rule(
            f"{name}负责为困难群众提供登记便利和费用减免。",
            {"aid": "social-assistance", "agency": line, "groups": [["hardship"]]},
        )
        yield pair(spec, "body-gone", ("gap.dangling",), changed, draft(spec, spec.county, "社会救助帮扶", new))


def articles(spec: Spec) -> Iterator[Pair]:
    """An article of the same text that is not there; twin: one that is."""
    facts = {"aid": "temporary", "function": "pay"}
    first = Rule("临时救助金由县民政局按月发放。", facts)
    for number, changed in (("第三十五条", True), ("第一条", False)):
        new = Rule(f"符合本细则{number}规定的家庭，按照一次性救助办理。", facts | {"citations": f"- {number}"})
        yield pair(
            spec, "article-missing", ("gap.dangling",), changed, draft(spec, spec.county, "临时救助", first, new)
        )


def elsewhere(spec: Spec) -> Iterator[Pair]:
    """Region moved: the same change against a neighbour's act is none."""
    for made in (*amounts(spec), *steps(spec), *agencies(spec)):
        if made.changed:
            moved = tuple(a if a.draft else a.moved(spec.neighbour) for a in made.acts)
            yield replace(made, kind="region-moved")
            yield replace(made, kind="region-moved", acts=moved, changed=False)


def expired(spec: Spec) -> Iterator[Pair]:
    """Period moved: the same change against an act that has ended is none."""
    for made in (*amounts(spec), *floors(spec), *agencies(spec)):
        if made.changed:
            ended = tuple(a if a.draft else replace(a, start="2019-01-01", end="2024-12-31") for a in made.acts)
            yield replace(made, kind="period-moved")
            yield replace(made, kind="period-moved", acts=ended, changed=False)


def repealed(spec: Spec) -> Iterator[Pair]:
    """The repeal is dropped; twin: the draft repeals the older act."""
    for made in (*amounts(spec), *agencies(spec)):
        if made.changed:
            old = made.acts[0]
            ending = tuple(replace(a, repeals=(old.title,)) if a.draft else a for a in made.acts)
            yield replace(made, kind="repeal-dropped")
            yield replace(made, kind="repeal-dropped", acts=ending, changed=False)


def strangers(spec: Spec) -> Iterator[Pair]:
    """The same people; twin: the figure is for people who can never be those."""
    for made in floors(spec):
        if made.changed and "特困" not in made.acts[0].rules[0].text:
            other = Rule(
                "特困人员住院费用的救助比例为40%。",
                {**made.acts[-1].rules[0].facts, "groups": [["tekun"]], "parameters": "rate = 40 %"},
            )
            twin = tuple(replace(a, rules=(other,)) if a.draft else a for a in made.acts)
            yield replace(made, kind="group-disjoint")
            yield replace(made, kind="group-disjoint", acts=twin, changed=False)


def deference(spec: Spec) -> Iterator[Pair]:
    """The clause that yields to higher rules is dropped; twin: it stands."""
    for made in (*floors(spec), *longer(spec)):
        if made.changed:
            last = made.acts[-1]
            rule = last.rules[0]
            yields = Rule(rule.text[:-1] + "，省另有规定的，从其规定。", {**rule.facts, "limits": "deference"})
            twin = tuple(replace(a, rules=(yields,)) if a.draft else a for a in made.acts)
            yield replace(made, kind="deference-dropped")
            yield replace(made, kind="deference-dropped", acts=twin, changed=False)


def left_out(spec: Spec) -> Iterator[Pair]:
    """Fewer people than the higher rule grants the aid to; twin: as many."""
    facts = {"aid": "housing", "agency": "housing", "modality": "entitlement", "function": "implement"}
    old = Rule(
        "国家对住房困难的最低生活保障家庭、分散供养的特困人员，给予住房救助。",
        facts | {"groups": [["dibao"], ["tekun"]]},
    )
    fewer = Rule("住房救助对象为住房困难的最低生活保障家庭。", facts | {"groups": [["dibao"]]})
    all_ = Rule(
        "住房救助对象为住房困难的最低生活保障家庭和分散供养的特困人员。", facts | {"groups": [["dibao"], ["tekun"]]}
    )
    news = (draft(spec, spec.city, "住房救助", new) for new in (fewer, all_))
    yield from twins(
        spec, "group-left-out", ("gap.uncovered", "conflict.superior"), base(spec, spec.province, "住房救助", old), news
    )


def promises(spec: Spec) -> Iterator[Pair]:
    """An act that has been repealed is cited; twin: one in force."""
    old = Rule("救助对象凭救助证享受减免。", {"aid": "fee-relief"})
    gone = base(spec, spec.county, "水电费用减免", old, start="2015-01-01", end="2020-12-31")
    for act, changed in ((gone, True), (replace(gone, start="2023-01-01", end=None), False)):
        new = Rule(f"减免的具体办法，按照《{act.title}》执行。", {"aid": "fee-relief", "citations": act.title})
        yield pair(
            spec,
            "act-expired",
            ("gap.dangling",),
            changed,
            act,
            draft(spec, spec.county, "困难家庭帮扶", new),
            aside=("overlap.restated",),
        )


KINDS = (
    leads,
    benefits,
    restated,
    helpers,
    bodies,
    articles,
    elsewhere,
    expired,
    repealed,
    strangers,
    deference,
    left_out,
    promises,
)
TEXT_ONLY = frozenset({"body-gone"})
"""Kinds about a name as it is written, which normal form does not keep."""
