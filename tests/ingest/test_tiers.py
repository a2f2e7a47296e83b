"""Graded rules read from text into scales, with their holes and clashes; lists that are no scale stay out."""

import pytest

from ingest.extract.figures.parameters import find_parameters
from kg.scales import Scale, clashes, holes, in_words
from kg.tiers import find_scales
from tests.ingest.quantity_helpers import document


def scales(text: str) -> tuple[Scale, ...]:
    context = document(text)
    clauses = [c for c in context.clauses if not any(d.parent == c.id for d in context.clauses)]
    return find_scales("d", text, [p for c in clauses for p in find_parameters(context, c, c.start, c.end)])


def grades(scale: Scale) -> list[str]:
    return [
        f"{in_words(s.interval, scale.unit) if s.interval else s.label}: "
        + "、".join(f"{r.value:g}{r.unit}" for r in s.results)
        for s in scale.steps
    ]


ITEMS = (
    "第一条　自付费用按照下列比例救助：\n（一）1万元以上不满3万元的，救助30%；\n"
    "（二）{}的，救助40%；\n（三）5万元以上的，救助50%。\n"
)


def test_items_form_one_scale() -> None:
    (scale,) = scales(ITEMS.format("3万元以上不满5万元"))
    assert grades(scale) == ["1万元以上不满3万元: 30%", "3万元以上不满5万元: 40%", "5万元以上: 50%"]
    assert holes(scale) == clashes(scale) == ()


def test_a_hole_between_two_items() -> None:
    (scale,) = scales(ITEMS.format("4万元以上不满5万元"))
    assert [in_words(h.interval, "元") for h in holes(scale)] == ["3万元以上不满4万元"]


def test_both_items_take_the_same_sum() -> None:
    (scale,) = scales(ITEMS.format("2万元以上5万元以下"))
    assert [in_words(c.interval, "元") for c in clashes(scale)] == ["2万元以上不满3万元", "5万元"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "第一条　缴费满一年不足五年的，领取期限最长为十二个月；满五年不足十年的，领取期限最长为十八个月；"
            "十年以上的，领取期限最长为二十四个月。",
            ["1年以上不满5年: 12月", "5年以上不满10年: 18月", "10年以上: 24月"],
        ),
        ("第一条　一级伤残为27个月的本人工资，二级伤残为25个月的本人工资。", ["1级: 27月", "2级: 25月"]),
        (
            "第一条　有3项以下指标不能达到的，为部分丧失；有4项以上指标不能达到的，为完全丧失。",
            ["3项以下: ", "4项以上: "],
        ),
        (
            "第一条　护理标准：全自理的按照最低工资标准的5%确定，半护理的按照最低工资标准的15%确定。",
            ["全自理: 5%", "半护理: 15%"],
        ),
        (
            "第一条　收入在低保标准1倍以上1.5倍以下的，救助50%；1.5倍以上2倍以下的，救助30%。",
            ["1倍以上1.5倍以下: 50%", "1.5倍以上2倍以下: 30%"],
        ),
    ],
)
def test_grades_inside_a_sentence(text: str, expected: list[str]) -> None:
    (scale,) = scales(text + "\n")
    assert grades(scale) == expected


@pytest.mark.parametrize(
    "text",
    [
        "第一条　违法所得一万元以上的，处二倍罚款；违法所得不足一万元的，处五千元以上一万元以下罚款。",
        "第一条　女满四十周岁以上、男满五十周岁以上的失业人员可以申请。",
        "第一条　耕地超过三十五公顷的。\n第二条　其他土地超过七十公顷的。",
        "第一条　应当在3日内受理，在5日内审核，在7日内答复。",
    ],
)
def test_what_is_no_scale(text: str) -> None:
    assert scales(text + "\n") == ()
