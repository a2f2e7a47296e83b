"""One-point changes of what medical assistance pays: floors, deductibles, caps."""

from __future__ import annotations

from collections.abc import Iterator

from bench.mutation.acts import STRATA, Rule, Spec, base, draft
from bench.mutation.pairs import WORSE_FIGURE, Pair, pair, twins


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
    news = (
        draft(
            spec,
            spec.city,
            "医疗救助",
            _medical(spec.say("rate", people=people, value=value), "rate", "=", value, group),
        )
        for value in (floor - 5, floor + 5)
    )
    yield from twins(spec, "rate-below-floor", WORSE_FIGURE, base(spec, spec.province, "医疗救助", old), news)


def strata_apart(spec: Spec) -> Iterator[Pair]:
    """The floor of one stratum against the figure of another is no comparison; changed: the same stratum."""
    floor = spec.random().choice((65, 70, 75))
    old = _medical(f"低保对象的救助比例不低于{floor}%。", "rate", ">=", floor, "dibao")
    for (people, group), changed in ((("低保对象", "dibao"), True), (("低保边缘家庭成员", "dibao-margin"), False)):
        new = _medical(f"{people}的救助比例为{floor - 10}%。", "rate", "=", floor - 10, group)
        yield pair(
            spec,
            "stratum-changed",
            WORSE_FIGURE,
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
    news = (
        draft(
            spec,
            spec.city,
            "医疗救助",
            _medical(spec.say("deductible", value=value), "deductible", "=", value, "dibao", basis),
        )
        for value in (ceiling + 3, ceiling - 2)
    )
    yield from twins(spec, "deductible-above-ceiling", WORSE_FIGURE, base(spec, spec.province, "医疗救助", old), news)


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
            WORSE_FIGURE,
            changed,
            base(spec, spec.city, "临时救助", old),
            draft(spec, spec.county, "临时救助", new),
        )


KINDS = (floors, strata_apart, ceilings, caps)
