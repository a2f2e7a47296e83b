"""What headings say for the rows under them: the people they consist of, and that only aims follow."""

import pytest

from ingest.reading import read_text
from kg.model import Provision
from ontology.vocabulary import load_vocabulary


def rows(heading: str, words: str) -> tuple[Provision, ...]:
    text = f"某县救助工作方案\n\n一、{heading}\n（一）加强工作。{words}\n\n二、其他\n（一）做好衔接。另行规定。"
    return read_text("测试.txt", text, "", load_vocabulary()).provisions


def groups_under(heading: str, words: str) -> set[str]:
    text = f"某县救助实施方案\n\n一、救助标准\n（一）{heading}。{words}\n（二）其他。另行规定。"
    found = read_text("测试.txt", text, "", load_vocabulary()).provisions[0]
    return {"+".join(a) for a in found.groups}


@pytest.mark.parametrize(
    ("heading", "words", "expected"),
    [
        ("特困人员", "按每人每月1000元发放", {"tekun"}),
        ("低保对象", "生活不能自理的，每月增发100元", {"dibao+incapacitated"}),
        ("低保对象和特困人员", "按每人每月300元发放", {"dibao", "tekun"}),
        ("困难群众", "对低保对象按每人每月300元发放", {"dibao"}),
        ("普通高中（1900元/年）", "免学费", {"senior-high"}),
        # near misses
        ("低保对象", "特困人员按每人每月1000元发放", {"tekun"}),
        ("残疾人康复", "按每人每月300元发放", set()),
        ("孤儿基本生活费标准", "按每人每月1500元发放", set()),
        ("医疗救助（含疾病应急救助）", "费用由基金按规定支付", set()),
        ("补助标准", "按每人每月300元发放", set()),
    ],
)
def test_a_heading_that_consists_of_people(heading: str, words: str, expected: set[str]) -> None:
    assert groups_under(heading, words) == expected


@pytest.mark.parametrize("heading", ["总体要求", "基本原则", "工作目标", "明确总体要求", "指导思想和工作目标"])
def test_aims_and_principles_are_declarations(heading: str) -> None:
    found = rows(heading, "健全工作机制，统筹各方资源。")[0]
    assert (found.modality.value, found.functions) == ("declaration", ())


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("工作要求", "健全工作机制，统筹各方资源。"),
        ("目标任务分解", "健全工作机制，统筹各方资源。"),
        ("重点任务", "健全工作机制，统筹各方资源。"),
        ("总体要求", "县民政局负责低保的审批。"),
        ("总体要求", "各地应当建立工作台账。"),
    ],
)
def test_what_binds_stays_a_duty(heading: str, words: str) -> None:
    assert rows(heading, words)[0].modality.value == "obligation"


def test_what_stands_before_the_first_heading_only_tells_why() -> None:
    text = "关于救助工作的意见\n\n近年来，救助工作取得明显成效。\n\n一、加强救助\n健全工作机制，统筹资源。"
    found = read_text("测试.txt", text, "", load_vocabulary()).provisions
    assert [p.modality.value for p in found] == ["declaration", "obligation"]
