"""Steps joined by arrows, questions, bodies told by what reached them, and aids given beside other work."""

import pytest

from ingest.reading import read_text
from ontology.vocabulary import load_vocabulary
from tests.ingest.test_acts import Read, read
from tests.ingest.test_groups import alternatives


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each step of a procedure has its own doer
        (
            "本人申请→村民委员会评议→镇人民政府审核→县民政局审批",
            [
                (set(), {"accept"}),
                ({"village:lead"}, {"investigate"}),
                ({"township:lead"}, {"investigate"}),
                ({"civil-affairs:lead"}, {"decide"}),
            ],
        ),
        # 组织 behind a mass body is its own kind, behind a Party committee a department
        ("各级工会组织和民政部门开展宣传", [({"unions:lead", "civil-affairs:lead"}, {"publicise"})]),
        ("基层妇联组织和村民委员会开展宣传", [({"women-fed:lead", "village:lead"}, {"publicise"})]),
        ("县委组织、宣传部门开展宣传", [({"party-org:lead", "publicity:lead"}, {"publicise"})]),
        # an aid given beside other work is work of its own; one that shares the head behind it is not
        ("应急管理局组织开展灾情核查和受灾人员救助", [({"emergency:lead"}, {"investigate", "implement"})]),
        ("民政局做好孤儿的庇护救助和权益维护工作", [({"civil-affairs:lead"}, {"advocate", "implement"})]),
        ("民政局做好临时救助和低保的审核工作", [({"civil-affairs:lead"}, {"investigate"})]),
        ("民政局做好医疗救助与慈善救助的衔接", [({"civil-affairs:lead"}, {"coordinate"})]),
        # whom a case reached
        ("首先接到求助的单位，应当做好受理工作", [({"unresolved:lead"}, {"accept"})]),
        ("负有救助职责的部门、单位应当公布电话", [({"unresolved:lead"}, {"inform"})]),
        ("参加培训的个人和单位，应当遵守纪律", [(set(), set())]),
        # 对以…为…的
        ("各级人民政府对以促进就业为宗旨的社会组织给予扶持", [({"government:lead"}, {"implement"})]),
        ("民政局征询老年人对养老服务的意见", [({"civil-affairs:lead"}, {"advise"})]),
    ],
)
def test_acts(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("问：民政部门多长时间审核一次？\n答：民政部门每半年审核一次。\n", ["答：民政部门每半年审核一次"]),
        ("孤儿能否享受低保？可以享受低保。\n", ["可以享受低保"]),
        ("民政部门审核申请。\n", ["民政部门审核申请"]),
    ],
)
def test_a_question_orders_nothing(text: str, quotes: list[str]) -> None:
    reading = read_text("a.txt", f"低保政策问答\n\n{text}", "0", load_vocabulary())
    assert [p.quote.text for p in reading.provisions] == quotes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("为肢体、智力残疾儿童提供康复训练", {"disabled+minor", "mental+minor"}),
        ("为精神残疾和听力残疾儿童提供服务", {"disabled+minor", "mental+minor"}),
        ("为肢体、精神残疾人提供服务", {"disabled", "mental"}),
        ("为听力、言语残疾儿童提供服务", {"disabled+minor"}),
        ("开展关爱留守儿童活动", {"left-behind+minor"}),
        ("开展儿童活动", set()),
    ],
)
def test_people(text: str, expected: set[str]) -> None:
    assert alternatives(text) == expected
