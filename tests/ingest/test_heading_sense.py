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
        ("救助对象", "0—6岁残疾儿童", {"disabled+preschool"}),
    ],
)
def test_a_heading_that_consists_of_people(heading: str, words: str, expected: set[str]) -> None:
    assert groups_under(heading, words) == expected


@pytest.mark.parametrize("heading", ["总体要求", "基本原则", "工作目标", "明确总体要求", "指导思想和工作目标"])
def test_aims_and_principles_are_declarations(heading: str) -> None:
    found = rows(heading, "健全工作机制，统筹各方资源。")[0]
    assert (found.modality.value, found.functions) == ("declaration", ())


@pytest.mark.parametrize(
    ("heading", "words", "force"),
    [
        ("救助对象", "具有本县户籍的困难家庭。", "definition"),
        ("发放对象及标准", "年满80周岁的老年人。", "definition"),
        # near misses
        ("救助标准", "具有本县户籍的困难家庭。", "obligation"),
        ("救助对象", "民政局负责救助对象的认定。", "obligation"),
        ("救助对象", "困难家庭应当提交材料。", "obligation"),
        ("对象认定", "具有本县户籍的困难家庭。", "obligation"),
    ],
)
def test_whom_the_rules_are_for_is_a_definition(heading: str, words: str, force: str) -> None:
    assert rows(heading, words)[0].modality.value == force


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


def second_paragraph(first: str, second: str) -> list[set[str]]:
    text = f"某县学生资助办法\n\n第一条 {first}\n{second}"
    found = read_text("测试.txt", text, "", load_vocabulary()).provisions
    return [{"+".join(a) for a in p.groups} for p in found if p.quote.text in second]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("义务教育阶段学生免除学杂费。", {"compulsory+hardship"}),
        ("中等职业学校的农村学生和城市学生，免除学费。", {"hardship+secondary-vocational"}),
        # near misses
        ("家庭经济困难学生免除学费。", {"hardship+student"}),
        ("义务教育阶段学生和普通高中学生免除学费。", {"hardship+student"}),
        ("县教育局应当督促监护人送适龄儿童、少年完成义务教育。", {"hardship+student"}),
    ],
)
def test_students_of_an_article_about_one_stage_are_at_it(first: str, expected: set[str]) -> None:
    assert second_paragraph(first, "对家庭经济困难的寄宿生给予生活补助。") == [expected]


def test_another_stage_of_the_same_article_is_its_own() -> None:
    first = "普通高中家庭经济困难学生可以申请国家助学金。"
    assert second_paragraph(first, "对高等学校新生给予路费补助。") == [{"higher-ed"}]
