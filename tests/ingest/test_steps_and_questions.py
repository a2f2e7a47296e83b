"""Steps joined by arrows, questions, bodies told by what reached them, and aids given beside other work."""

import pytest

from ingest.extract.aids.aid import find_aid
from ingest.reading import read_text
from ontology.vocabulary import load_vocabulary
from tests.ingest.reading_helpers import around, place
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
        # who acts on those who have something, and which money is arranged for whom
        ("医保局对患大病的困难群众给予救助", [({"medical-security:lead"}, {"implement"})]),
        ("民政局对外公布救助电话", [({"civil-affairs:lead"}, {"inform"})]),
        ("财政局安排敬老院运行经费", [({"finance:lead"}, {"fund"})]),
        ("卫健局安排医院收治病人", [({"health:lead", "medical-institution:lead"}, {"service"})]),
        # a part played says nothing beside what is done
        ("民政局要发挥平台作用，开展数据比对", [({"civil-affairs:lead"}, {"investigate"})]),
        ("各地要充分发挥社会组织作用", [(set(), {"mobilise"})]),
        # what data is about is no work on it
        ("民政局推动不动产登记、养老金缴纳等信息比对", [({"civil-affairs:lead"}, {"investigate"})]),
        ("民政局按照规划要求提供服务", [({"civil-affairs:lead"}, {"service"})]),
        ("民政局要求养老机构提供服务", [({"civil-affairs:lead", "welfare-home:recipient"}, {"supervise"})]),
        ("民政局征询老年人对养老服务的意见", [({"civil-affairs:lead"}, {"advise"})]),
    ],
)
def test_acts(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("问：民政部门多长时间审核一次？\n答：民政部门每半年审核一次。\n", ["民政部门每半年审核一次"]),
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
        ("帮助临时遇困人员渡过难关", {"hardship"}),
        ("对陷入临时困境的家庭给予救助", {"hardship"}),
        ("对处于困境的儿童给予保护", {"child-in-difficulty"}),
    ],
)
def test_people(text: str, expected: set[str]) -> None:
    assert alternatives(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("资助低保对象、特困人员参保", {"medical-contribution"}),
        ("为孤儿参保给予补贴", {"medical-contribution"}),
        ("资助贫困人员参保养老保险", {"pension-insurance"}),
        ("核查工资、养老金、经营等收入", set()),
        ("办理养老保险参保登记", {"pension-insurance"}),
        ("开展“送温暖”活动，走访低保对象、特困人员", set()),
        ("开展送温暖活动，走访困难职工和低保对象", {"labour-hardship"}),
        ("编制自然灾害应急预案", {"disaster"}),
        ("协助民政部门审核两项补贴", {"disability-allowance"}),
        ("走访慰问烈属、军属", {"veterans"}),
        ("走访慰问困难群众", set()),
    ],
)
def test_aid(text: str, expected: set[str]) -> None:
    context = around(text)
    assert set(find_aid(context, *place(context, text))) == expected
