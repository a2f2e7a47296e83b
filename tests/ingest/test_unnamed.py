"""Bodies that act without a name the vocabulary knows."""

import pytest

from ingest.extract.bodies.agencies import find_chains
from ontology.vocabulary import load_vocabulary


def acting(text: str) -> list[tuple[str, str]]:
    chains = find_chains(text, load_vocabulary())
    return [(text[b.start : b.end], id_) for chain in chains for b in chain.bodies for id_ in b.ids]


@pytest.mark.parametrize(
    "text",
    [
        "任何单位应当尊重残疾人。",
        "单位和个人不得干涉。",
        "鼓励志愿者发起的组织可以开展活动。",
        "在具备条件的机构可以开展活动。",
        "相关人员要求机构要素齐全。",
        "提供服务的机构数量不足。",
        "所需资金列入财政预算。",
        "财政困难地区给予倾斜。",
        "不以营利为目的的公益性组织，负责采血。",
        "市场化运营公司提供服务。",
        "县级中心提供服务。",
        "可以委托县客运公司的车辆。",
    ],
)
def test_quiet(text: str) -> None:
    assert not acting(text)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("县客运公司对残疾人减收票价。", [("县客运公司", "employer")]),
        ("市数据管理中心做好比对。", [("市数据管理中心", "other-body")]),
        ("从事园艺疗愈的机构应当具备场地。", [("从事园艺疗愈的机构", "other-body")]),
        ("（二）由项目承接单位负责运行。", [("项目承接单位", "other-body")]),
        ("首先接案的中心应反馈。", [("首先接案的中心", "unresolved")]),
        ("学校和其他为儿童服务的机构应当报告。", [("学校", "school"), ("其他为儿童服务的机构", "unresolved")]),
        ("评残委员会下设的办事机构，承办日常工作。", [("办事机构", "other-body")]),
        ("违反规定的，由发证机关责令改正。", [("发证机关", "unresolved")]),
        ("伪造证件的，由发证机关的人员处理。", []),
        ("所需经费由机关负责。", []),
        ("从事诊断、治疗的机构应当培训人员。", [("从事诊断、治疗的机构", "other-body")]),
        ("县人民政府负责教育督导的机构应当开展督导。", [("负责教育督导的机构", "other-body")]),
        ("镇人民政府负责民政的机构应当建立台账。", [("镇人民政府", "township")]),
        ("镇人民政府所属的网格管理机构对发现的老人，应当登记。", [("网格管理机构", "other-body")]),
        ("民政部门应当公布。", [("民政部门", "civil-affairs")]),
        ("资金不足的，中央财政给予补助。", [("中央财政", "finance")]),
        ("省级财政通过转移支付给予补助。", [("省级财政", "finance")]),
        ("所需经费由同级财政承担。", [("同级财政", "finance")]),
    ],
)
def test_bodies(text: str, bodies: list[tuple[str, str]]) -> None:
    assert acting(text) == bodies
