"""Agencies as texts name them: whole names, ellipsis in lists, departments behind their government."""

import pytest

from ingest.extract.bodies.addresses import level_of
from ingest.extract.bodies.agencies import find_chains
from kg.enums import Level
from ontology.vocabulary import load_vocabulary


def named(text: str) -> list[str]:
    return [id_ for chain in find_chains(text, load_vocabulary()) for b in chain.bodies if b.sure for id_ in b.ids]


SEVEN = ["civil-affairs", "education", "hrss", "housing", "health", "emergency", "medical-security"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("民政部门", ["civil-affairs"]),
        ("区（市）、镇人民政府", ["government", "township"]),
        ("区、县和乡、镇人民政府", ["government", "township"]),
        ("精神文明建设部门和民政部门", ["publicity", "civil-affairs"]),
        ("城乡建设部门和民政部门", ["housing", "civil-affairs"]),
        ("住房城乡建设（住房保障）部门和民政部门", ["housing", "civil-affairs"]),
        ("县民政局、财政局", ["civil-affairs", "finance"]),
        ("乡镇人民政府（街道办事处）、县民政局应当", ["township", "township", "civil-affairs"]),
        ("乡镇人民政府（街道办事处）应当", ["township", "township"]),
        ("县人民政府组织有关部门", ["government", "unresolved"]),
        ("县人民政府组织、人事部门", ["party-org", "hrss"]),
        ("民政、应急管理、卫生健康等部门", ["civil-affairs", "emergency", "health"]),
        ("财政、统计、物价等市级相关行政部门", ["finance", "statistics", "price"]),
        ("省委宣传部、省发改委、教育厅", ["publicity", "ndrc", "education"]),
        ("县级人民政府民政部门", ["civil-affairs"]),
        ("司法行政部门所属法律援助机构", ["legal-aid-institution"]),
        ("民政部门所属的救助管理机构", ["rescue-station"]),
        ("县减灾委办公室", ["leading-office"]),
        ("县减灾委", ["disaster-committee"]),
        ("民政部门和法律援助机构", ["civil-affairs", "legal-aid-institution"]),
        ("国务院民政部门", ["civil-affairs"]),
        ("各省、自治区、直辖市和新疆生产建设兵团民政厅", ["civil-affairs"]),
        ("各省、自治区、直辖市人民政府和新疆生产建设兵团应当", ["government", "bingtuan"]),
        ("乡镇人民政府、街道办事处", ["township"]),
        ("县农业农村局（乡村振兴局）", ["agriculture"]),
        ("县教育体育局", ["education", "sports"]),
        ("工商联", ["fic"]),
        ("各级人民政府及其有关部门", ["government", "unresolved"]),
        ("民政、教育等社会救助管理部门", ["civil-affairs", "education"]),
        ("卫生、民政等行政部门和残疾人联合会", ["health", "civil-affairs", "disabled-fed"]),
        ("民政、司法行政、卫生、妇联等机构", ["civil-affairs", "justice", "health", "women-fed"]),
        ("民政、财政、园艺等部门以及工会", ["civil-affairs", "finance", "unions"]),
        ("民政部门设立的儿童福利机构、救助管理站", ["welfare-home", "rescue-station"]),
        ("农业农村（乡村振兴）部门", ["agriculture"]),
        ("发展和改革局（物价局）", ["ndrc"]),
        ("相关社会救助管理部门", SEVEN),
        ("街道办事处和有关社会救助管理部门", ["township", *SEVEN]),
        ("老年人组织", ["other-body"]),
        ("中央军事委员会有关部门", ["military"]),
        ("关工委", ["other-body"]),
        ("在街道、乡（镇）的公共就业服务机构", ["employment-service"]),
        ("人力资源行政部门", ["hrss"]),
        ("医疗保险管理部门", ["medical-security"]),
        ("定点药店", ["other-body"]),
        ("村民委员会或者敬老院等供养服务机构", ["village", "welfare-home", "welfare-home"]),
        ("民政部门等有关部门", ["civil-affairs"]),
        ("妇女联合会等社会组织", ["women-fed"]),
        ("组织有关部门开展检查", ["unresolved"]),
        ("县、乡（镇）人民政府", ["government", "township"]),
        ("市、县、乡三级人民政府", ["government", "township"]),
        ("省、市、县人民政府", ["government"]),
        ("人民银行清河县支行、县财政局", ["finance-regulator", "finance"]),
        ("督促规划、设计、施工单位落实标准", ["other-body"]),
        ("规划、财政、住房等部门", ["natural-resources", "finance", "housing"]),
        ("规划编制机关", ["unresolved"]),
        ("组织、编制、财政等部门", ["party-org", "staffing", "finance"]),
        ("由组织单位会同乡镇验收", ["unresolved"]),
        ("县住房保障服务中心", ["housing"]),
        ("疾病应急救助基金管理中心", ["other-body"]),
        ("用人单位为本单位职工缴费", ["employer", "employer"]),
        ("向民政部门报送本单位情况", ["civil-affairs"]),
        # not agencies
        ("申请人行动不便的", []),
        ("加大学习力度", []),
        ("加大学生资助力度", []),
        ("教育、就业等机构", []),
        ("各地要抓好落实", []),
        ("公立医院改革和政府办医主体", ["medical-institution"]),
        ("教育、就业、住房等救助", []),
        ("社会救助体系建设", []),
        ("加强审计监督", []),
        ("人民政协政策", ["other-body"]),
        ("困难职工的工会经费", ["unions"]),
    ],
)
def test_names(text: str, ids: list[str]) -> None:
    assert named(text) == ids


def test_item_number_is_no_part_of_a_name() -> None:
    text = "（二）乡镇人民政府应当受理"
    chain = find_chains(text, load_vocabulary())[0]
    assert text[chain.start : chain.end] == "乡镇人民政府"


def test_line_break_is_no_part_of_a_name() -> None:
    text = "第一款。\n各级人民政府应当"
    chain = find_chains(text, load_vocabulary())[0]
    assert text[chain.start : chain.end] == "各级人民政府"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("国务院民政部门", Level.CENTRAL),
        ("民政部", Level.CENTRAL),
        ("省民政厅", Level.PROVINCE),
        ("民政厅", Level.PROVINCE),
        ("市民政局", Level.PREFECTURE),
        ("县民政局", Level.COUNTY),
        ("各县（市、区）民政局", Level.COUNTY),
        ("县市区民政部门", Level.COUNTY),
        ("县城市管理局", Level.COUNTY),
        ("市城市管理局", Level.PREFECTURE),
        ("旗县区民政局", Level.COUNTY),
        ("市（州）民政局", Level.PREFECTURE),
        ("县级以上人民政府民政部门", None),
        ("民政部门", None),
        ("省委宣传部", Level.PROVINCE),
        ("市场监督管理部门", None),
        ("阿克苏地区民政局", Level.PREFECTURE),
        ("受灾地区县级人民政府应急管理部门", Level.COUNTY),
        ("受灾地区人民政府应急管理部门", None),
        ("边远地区教育部门", None),
        ("住房城乡建设部门", None),
        ("市住房城乡建设局", Level.PREFECTURE),
    ],
)
def test_level_is_in_the_name_or_before_it(text: str, level: Level | None) -> None:
    body = find_chains(text, load_vocabulary())[0].bodies[-1]
    assert level_of(text, body.start, body.end) is level


@pytest.mark.parametrize(
    ("before", "start"),
    [
        ("", 0),
        ("报", 1),
        ("送达", 2),
        ("他们和", 3),
        ("省级", 0),
        ("各", 0),
        ("各地", 0),
        ("自治区", 0),
        ("有关", 0),
        ("其他", 0),
        ("所在地县级", 0),
        ("县级以上", 0),
        ("不设区的市", 0),
        ("（市辖区）", 0),
        ("报县级", 1),
        ("由市、区", 1),
        ("由省和设区的市", 1),
        ("市以及县级", 0),
        ("送安置地", 1),
        ("送户口所在地", 1),
        ("由所在区", 1),
        ("安置", 2),
        ("在当地、", 4),
    ],
)
def test_words_of_place_and_level_belong_to_the_name(before: str, start: int) -> None:
    assert [c.start for c in find_chains(f"{before}民政部门负责", load_vocabulary())] == [start]
