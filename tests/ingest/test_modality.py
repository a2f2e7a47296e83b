"""The force of a clause from its marker, its subject and what it allows."""

import pytest

from ingest.extract.modality import Voice, modality_of


def force(words: str, marker: str = "", *, agency: bool = False, person: bool = False, people: bool = False) -> str:
    return modality_of(Voice(words, marker, agency, person, False, ("implement",), people=people)).value


@pytest.mark.parametrize(
    ("words", "marker", "agency", "person", "people", "expected"),
    [
        ("民政部门应当受理申请", "obligation", True, False, False, "obligation"),
        ("任何单位和个人不得挪用", "prohibition", False, True, False, "prohibition"),
        ("县民政局可以委托镇人民政府审批", "permission", True, False, False, "permission"),
        ("低保对象可以申请医疗救助", "permission", False, True, True, "entitlement"),
        ("申请人可以依法申请行政复议", "permission", False, True, True, "right"),
        ("没有委托代理人的，可以向法律援助机构申请法律援助", "permission", True, True, True, "entitlement"),
        ("国家对特困人员给予供养", "", False, False, True, "entitlement"),
        ("低保对象免予核查", "", False, False, True, "entitlement"),
        ("国家鼓励社会力量参与救助", "", False, False, False, "encouragement"),
        ("各级人民政府应当鼓励社会力量参与救助", "obligation", True, False, False, "obligation"),
        ("本办法所称低保，是指最低生活保障", "", False, False, False, "definition"),
        ("申请人未补正材料的，视为撤回申请", "", True, True, False, "definition"),
        ("为了规范救助工作，制定本办法", "", False, False, False, "declaration"),
        ("救助工作遵循公开、公平的原则", "", False, False, False, "declaration"),
        ("本办法自2025年1月1日起施行", "", False, False, False, "declaration"),
        ("民政部门负责低保的审批", "", True, False, False, "obligation"),
        # near misses
        ("指导镇人民政府开展工作", "", True, False, False, "obligation"),
        ("军休服务机构（以下简称机构）组织实施", "", False, False, False, "obligation"),
        ("特困人员供养由镇人民政府办理", "", True, False, True, "obligation"),
        ("对侵害行为未及时给予帮助的，给予处分", "", False, False, True, "obligation"),
    ],
)
def test_force(words: str, marker: str, agency: bool, person: bool, people: bool, expected: str) -> None:
    assert force(words, marker, agency=agency, person=person, people=people) == expected


def test_duty_list_makes_encouraging_a_duty() -> None:
    voice = Voice("鼓励企业参与救助", "", True, False, True, ("mobilise",))
    assert modality_of(voice).value == "obligation"
