"""Structure: locators and leaves of documents in the manners people write them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ingest.structure import leaves, parse_structure

STATUTE = """某市救助办法
第一章　总则
第一条　为了规范救助工作，制定本办法。
第二条　市民政部门负责救助工作。
有关部门应当配合。
第三条　下列人员可以申请：
（一）老年人；
（二）残疾人：
1.重度残疾人；
2.其他残疾人。
前款规定以外的人员不予受理。
第三条之一　本办法自公布之日起施行。
"""
DUTIES = """某县成员单位职责
一、成员单位职责：
民政局：负责低保；负责临时救助。
教育局：负责学生资助。
其他单位按照职责做好工作。
二、工作制度
（一）会议制度
定期召开会议。
（二）通报制度。每季度通报一次。
"""


def locators(text: str, *kinds: str) -> list[str]:
    """Locators of the clauses of `kinds` (all where none is given)."""
    return [c.locator for c in parse_structure("a.txt", text) if not kinds or c.kind in kinds]


@pytest.mark.parametrize(
    ("text", "kinds", "expected"),
    [
        (STATUTE, ["article"], ["第一条", "第二条", "第三条", "第三条之一"]),
        (STATUTE, ["paragraph"], ["第二条第一款", "第二条第二款", "第三条第一款", "第三条第二款"]),
        (
            STATUTE,
            ["item"],
            ["第三条第一款第（一）项", "第三条第一款第（二）项", *(f"第三条第一款第（二）项第{n}目" for n in (1, 2))],
        ),
        (DUTIES, ["duty"], ["一/民政局", "一/教育局"]),
        (DUTIES, ["point", "subpoint"], ["一", "二", "二/（一）", "二/（二）"]),
        (DUTIES, ["paragraph"], ["一/第一段"]),
    ],
)
def test_locators(text: str, kinds: list[str], expected: list[str]) -> None:
    assert locators(text, *kinds) == expected


def test_leaves_hold_the_words_of_every_paragraph_once() -> None:
    found = [c for c in leaves(parse_structure("a.txt", STATUTE)) if c.kind not in ("title", "chapter")]
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某办法\n\n为了做好工作，现将有关事项通知如下：\n一、总体要求\n做好工作。\n", ["导语", "一"]),
        ("某方案\n\n（一）成立领导机构。负责统筹。\n（二）建立会议制度。定期开会。\n", ["（一）", "（二）"]),
        (
            "某规定\n\n第一条　条件如下：（一）本地户籍；（二）生活困难。\n",
            ["第一条", "第一条第（一）项", "第一条第（二）项"],
        ),
        ("某清单\n\n1　总则\n1.1　目的\n为了应急。\n1.2　依据\n依据法律。\n", ["1", "1.1", "1.2"]),
        ("某职责\n\n一、县民政局：负责低保；负责救助。\n二、县财政局：负责资金。\n", ["一、县民政局", "二、县财政局"]),
        (
            "某职责\n\n成员单位职责：\n县民政局：负责低保。\n团县委：参与宣传。\n",
            ["成员单位职责", "成员单位职责/县民政局", "成员单位职责/团县委"],
        ),
    ],
)
def test_numbering_of_many_manners(text: str, expected: list[str]) -> None:
    assert [x for x in locators(text) if x != "标题"] == expected


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("某意见\n\n（一）加强领导。各地应当落实。\n（二）严格考核。每年考核一次。\n", ["加强领导", "严格考核"]),
        (
            "某职责\n\n（一）制订设置标准。鼓励办学。\n（二）管理学校，做好工作。\n（三）编制规划，做好预算。\n",
            ["", "", ""],
        ),
        ("某职责\n\n（一）民政局。负责低保。\n（二）其他部门做好工作。\n（三）各镇做好工作。\n", ["民政局", "", ""]),
        ("某意见\n\n（一）救助程序。\n受理。村民可以申请。\n审定。由镇审核。\n", ["救助程序", "受理", "审定"]),
        ("某意见\n\n（一）救助程序。\n受理。村民可以申请。\n由镇人民政府审核。\n", ["救助程序", "", ""]),
        (
            "某规定\n\n（一）组建应急管理局。整合职责。\n（二）组建医疗保障局。整合职责。\n",
            ["组建应急管理局", "组建医疗保障局"],
        ),
    ],
)
def test_a_short_first_sentence_is_a_heading_only_among_headings(text: str, labels: list[str]) -> None:
    assert [c.label for c in parse_structure("a.txt", text) if c.kind != "title"] == labels


@pytest.mark.parametrize(
    ("label", "agency"),
    [
        ("民政厅", True),
        ("县委宣传部", True),
        ("民委（宗教局）", True),
        ("县教育局、县财政局", True),
        ("市、县人民政府民政部门", True),
        ("各乡镇人民政府（街道办事处）", True),
        ("团州委", True),
        ("县公安局交警大队", True),
        ("其他成员单位", True),
        ("办理流程", False),
        ("申请条件", False),
        ("迅速审查、立案和转处", False),
        ("资助项目和标准", False),
        ("应当符合下列条件的单位", False),
        ("有关要求", False),
    ],
)
def test_agencies_before_a_colon(label: str, agency: bool) -> None:
    found = parse_structure("a.txt", f"某职责\n\n{label}：负责做好工作。\n某某：做好工作。\n")
    assert (found[1].kind == "duty") is agency


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("联席会议主要职责", "duty"),
        ("协调机制的职责", "duty"),
        ("工作小组职责分工", "duty"),
        ("联席会议", "point"),
        ("健全工作机制", "point"),
        ("主要职责", "point"),
    ],
)
def test_the_tasks_of_a_conference_are_a_duty(heading: str, kind: str) -> None:
    found = parse_structure("a.txt", f"某规则\n\n一、{heading}\n\n（一）研究政策；\n\n（二）督促落实。\n")
    assert next(c.kind for c in found if c.number) == kind
