"""Matters that one body passes to another, what those guided do, pieces that only say by what or at whose request."""

import pytest

from ingest.reading import read_text
from ontology.vocabulary import load_vocabulary
from tests.ingest.test_acts import Read, read

CIVIL = "civil-affairs:lead"
TOWN = "township:lead"
GUIDED = {CIVIL, "township:recipient"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who settles it stands behind what describes him
        ("镇人民政府受理后，报主管的县民政局审核", [({CIVIL}, {"investigate"})]),
        ("材料报负责审批的县民政局确认", [({CIVIL}, {"decide"})]),
        # nobody entrusts itself; whoever settled the matter before does
        (
            "镇人民政府将意见报县民政局审批，小额的可以委托镇人民政府审批",
            [({CIVIL}, {"decide"}), ({CIVIL, "township:delegate"}, {"decide"})],
        ),
        ("县民政局可以委托镇人民政府审批", [({CIVIL, "township:delegate"}, {"decide"})]),
        # what is provided by those who are guided; what else is done by whoever guides
        ("民政局指导镇人民政府做好受理，为困难群众提供照料服务", [(GUIDED, {"guide"})]),
        ("民政局指导镇人民政府做好受理，对符合条件的给予救助", [(GUIDED, {"guide"}), ({CIVIL}, {"implement"})]),
        ("民政局开展培训，为困难群众提供照料服务", [({CIVIL}, {"train"}), ({CIVIL}, {"service"})]),
        # 将 with a noun only names what the next piece says something of
        (
            "民政局可以将入户调查工作，通过购买服务方式委托社会组织开展",
            [({CIVIL, "other-body:delegate"}, {"implement"})],
        ),
        ("民政局将救助名单公示，接受群众监督", [({CIVIL}, {"inform"})]),
        # at whose request is no step of its own; an application to a body is
        ("残疾人经本人申请，民政局可以发放补贴", [({CIVIL}, {"pay"})]),
        ("由本人向镇人民政府提出申请，民政局发放补贴", [({TOWN}, {"accept"}), ({CIVIL}, {"pay"})]),
        # money that is watched, said without a marker
        ("基金的收支、管理依法接受财政局的监督", [({"finance:lead"}, {"supervise"})]),
        ("救助站接受捐赠", [({"rescue-station:lead"}, set())]),
        # whom a condition names beside a person
        ("用人单位与职工解除合同的，应当出具证明", [({"employer:lead"}, {"inform"})]),
        ("职工与用人单位解除合同的，应当出具证明", [(set(), {"inform"})]),
        # who learns at work of a wrong has to tell of it; first of all is a time
        (
            "学校、养老院及其工作人员，在工作中发现监护人不履行职责的，应当向公安局报告",
            [({"school:lead", "welfare-home:lead", "police:recipient"}, {"inform"})],
        ),
        ("学校应当在第一时间向公安局报告", [({"school:lead", "police:recipient"}, {"inform"})]),
        # what is brought to bear
        ("民政局发挥协调机制作用", [({CIVIL}, {"coordinate"})]),
        ("民政局发挥志愿者作用", [({CIVIL}, {"mobilise"})]),
        ("村民委员会发挥贴近群众的优势，协助做好调查", [({"village:assist"}, {"investigate"})]),
        # what is taken into an audit, what is looked at when it is done
        ("审计局将救助资金纳入审计重点", [({"audit:lead"}, {"audit"})]),
        ("审计局将审计工作纳入年度计划", [({"audit:lead"}, {"plan"})]),
        ("住建局对改造房屋组织竣工验收", [({"housing:lead"}, {"investigate"})]),
        ("住建局对验收合格的给予补助", [({"housing:lead"}, {"pay"})]),
        # who looks into it before it is handed up; what was found is only told of
        (
            "由村民委员会初核后报镇人民政府审核",
            [({"village:lead"}, {"investigate"}), ({TOWN}, {"investigate"})],
        ),
        ("审核意见报县民政局审批", [({CIVIL}, {"decide"})]),
        ("检查情况在全县通报", [(set(), {"inform"})]),
        ("检查养老机构，由民政局通报", [({"welfare-home:recipient"}, {"supervise"}), ({CIVIL}, {"inform"})]),
        # who goes to see with whom, and what they do there
        ("由镇人民政府会同村民委员会入户，核实家庭情况", [({TOWN, "village:joint"}, {"investigate"})]),
        # how many there are is no part of what is held, nor is 组织 part of a name
        ("残联组织专场招聘会不少于4场", [({"disabled-fed:lead"}, {"service"})]),
        ("残联组织要加强宣传", [({"disabled-fed:lead"}, {"publicise"})]),
        # what is declared: a change is told of, an aid applied for
        ("收入发生变化的，应当向镇人民政府申报", [({"township:recipient"}, {"inform"})]),
        ("家庭困难的，应当向镇人民政府申报", [({TOWN}, {"accept"})]),
        # an aid that ends, and a punishment
        ("对不符合条件的，取消其救助资格", [(set(), {"decide"})]),
        ("对违规的，取消定点资格", [(set(), {"sanction"})]),
        ("鼓励用人单位安排残疾人就业", [(set(), {"mobilise"})]),
        ("鼓励残疾人就业", [(set(), set())]),
        # short names in a mechanism
        (
            "建立民政牵头、部门协同、街道落实的工作机制",
            [({CIVIL, "unresolved:assist", TOWN}, {"coordinate"})],
        ),
        ("落实街道责任", [(set(), {"implement"})]),
    ],
)
def test_who_has_the_matter_and_what_he_does(text: str, expected: Read) -> None:
    assert read(text) == expected


def _modalities(text: str) -> list[tuple[str, str]]:
    read = read_text("测试.txt", text, "0", load_vocabulary())
    return [(p.quote.text, p.modality.value) for p in read.provisions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一是全面排查。各地要完成走访。", [("各地要完成走访", "obligation")]),
        ("一是加强宣传。二是强化督查。", [("一是加强宣传", "obligation"), ("二是强化督查", "obligation")]),
        ("县委、县政府高度重视救助工作。", [("县委、县政府高度重视救助工作", "declaration")]),
        ("县政府要高度重视救助工作。", [("县政府要高度重视救助工作", "obligation")]),
        (
            "鼓励社会力量参与救助，将志愿服务纳入考核。",
            [("鼓励社会力量参与救助", "encouragement"), ("将志愿服务纳入考核", "obligation")],
        ),
        ("残疾人可参照单人户纳入低保范围。", [("残疾人可参照单人户纳入低保范围", "permission")]),
        ("残疾人可以自愿参加培训。", [("残疾人可以自愿参加培训", "right")]),
    ],
)
def test_what_only_heads_and_what_is_told_orders_nothing(text: str, expected: list[tuple[str, str]]) -> None:
    assert _modalities(text) == expected


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("民政局负责困难群众的认定，财政局负责资金筹集。", [["hardship"], []]),
        ("民政局负责困难群众的认定，残联协助做好有关工作。", [["hardship"], ["hardship"]]),
        ("对困难群众，镇人民政府审核，民政局审批。", [["hardship"], ["hardship"]]),
        ("民政局负责困难群众的认定，发放补贴。", [["hardship"]]),
    ],
)
def test_people_another_body_works_for_are_not_handed_on(text: str, groups: list[list[str]]) -> None:
    read = read_text("测试.txt", text, "0", load_vocabulary())
    assert [["+".join(sorted(a)) for a in p.groups] for p in read.provisions] == groups


@pytest.mark.parametrize(
    ("title", "aid"),
    [
        ("低保边缘家庭认定操作流程", {"social-assistance"}),
        ("关于开展家庭经济困难学生认定工作的通知", {"education"}),
        ("关于做好冬春困难群众基本生活保障工作的通知", {"living-aid"}),
        ("关于做好受灾群众冬春生活困难救助工作的通知", {"disaster"}),
        ("关于开展年度考核工作的通知", set()),
    ],
)
def test_what_a_title_is_about(title: str, aid: set[str]) -> None:
    read = read_text("测试.txt", f"{title}\n\n一、各地要加强排查。", "0", load_vocabulary())
    assert {i for p in read.provisions for i in p.aid} == aid


def test_certificates_and_pupils_named_after_an_aid_name_none() -> None:
    read = read_text("测试.txt", "资助特困供养学生。\n申请人持低保证到镇人民政府登记。", "0", load_vocabulary())
    assert [p.aid for p in read.provisions] == [("education",), ()]


@pytest.mark.parametrize(
    ("text", "acting"),
    [
        # an order to people ends the subject before; one to the body's own staff does not
        ("学校负责审核；班主任要逐一家访，核实家庭情况。", [["school"], []]),
        ("学校负责审核；每组调查人员要佩戴证件，核实家庭情况。", [["school"], ["school"]]),
    ],
)
def test_orders_to_people(text: str, acting: list[list[str]]) -> None:
    read = read_text("测试.txt", text, "0", load_vocabulary())
    assert [[a.agency for a in p.actors] for p in read.provisions] == acting


@pytest.mark.parametrize(
    ("text", "acting", "modality"),
    [
        # whom a condition names is given something, and goes on with nothing
        ("用人单位招用残疾人的，按规定给予社会保险补贴。对困难人员，要落实岗位补贴。", [[], []], "entitlement"),
        ("用人单位招用残疾人的，应当签订劳动合同。", [["employer"]], "obligation"),
        # who is organised does as well what follows
        ("人社局要组织公共就业服务机构，做好衔接。", [["hrss", "employment-service"]], "obligation"),
        ("应急局要组织有关部门迅速查清灾情，做好衔接。", [["emergency"]], "obligation"),
        # a principle before the order, and one that is all there is
        ("各乡镇要按照“属地管理”的原则，做好排查。", [["township"]], "obligation"),
        ("救助工作应当坚持属地管理的原则，确保公平。", [[]], "declaration"),
        ("社会救助事关困难群众基本生活。", [[]], "declaration"),
        ("民政局办理婚姻关系变更。", [["civil-affairs"]], "obligation"),
        # grass-roots bodies by their kind
        ("街道劳动保障所要进行随访。", [["employment-service"]], "obligation"),
    ],
)
def test_who_acts_by_what_force(text: str, acting: list[list[str]], modality: str) -> None:
    read = read_text("测试.txt", text, "0", load_vocabulary())
    assert [[a.agency for a in p.actors] for p in read.provisions] == acting
    assert read.provisions[0].modality.value == modality


@pytest.mark.parametrize(
    ("text", "functions"),
    [
        ("财政局将所需资金纳入预算予以保障。", ("fund",)),
        ("财政局确定专项经费预算。", ("fund",)),
        ("编办核定人员编制。", ("decide",)),
        ("民政局核定家庭收入。", ("investigate",)),
        ("建立政府统一领导、部门齐抓共管的运行机制。", ("coordinate",)),
        ("民政局做好低保、医疗救助、教育救助、住房救助等政策与其他政策的衔接。", ("coordinate",)),
        ("人社局在失业登记证上注明结果。", ()),
        ("人社局办理失业登记。", ("accept",)),
    ],
)
def test_work_by_its_object(text: str, functions: tuple[str, ...]) -> None:
    read = read_text("测试.txt", text, "0", load_vocabulary())
    assert read.provisions[0].functions == functions


@pytest.mark.parametrize(
    ("text", "aid"),
    [
        ("为流浪乞讨人员提供免费的职业培训", {"vocational-training"}),
        ("对基层工作人员开展业务培训", set()),
        ("给予基本养老保险、基本医疗保险和失业保险补贴", {"employment"}),
        ("组织领取失业保险金人员参加就业援助活动", {"employment"}),
        ("享受失业保险待遇的权利", {"unemployment-insurance"}),
    ],
)
def test_aids_told_from_people_and_staff(text: str, aid: set[str]) -> None:
    read = read_text("测试.txt", text + "。", "0", load_vocabulary())
    assert {i for p in read.provisions for i in p.aid} == aid


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # a standard that another bounds is policy, whoever was ordered before
        (
            "民政局拟定标准。各地制定的具体标准，不得低于省人民政府制定的标准。",
            [(["civil-affairs"], ("policy",)), ([], ("policy",))],
        ),
        ("养老机构不得低于省定标准。", [(["welfare-home"], ())]),
        # by which unit is no means
        ("各地要以县为单位启动救助机制，不得下放。", [([], ("implement",)), ([], ())]),
        ("民政局以入户走访为主要方式核查。", [(["civil-affairs"], ("investigate",))]),
        ("中央财政将加大资金投入力度。", [(["finance"], ("fund",))]),
        ("由民政局担任监护人。", [(["civil-affairs"], ("service",))]),
    ],
)
def test_standards_units_and_purses(text: str, rows: list[tuple[list[str], tuple[str, ...]]]) -> None:
    read = read_text("测试.txt", text, "0", load_vocabulary())
    assert [([a.agency for a in p.actors], p.functions) for p in read.provisions] == rows


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "养育标准为每人每月600元，其中，中央财政补助270元、省级财政补助130元。",
            ["benefit-standard", "amount", "amount"],
        ),
        ("财政部门按每人每月600元给予补助。", ["benefit-standard"]),
        ("按一年的供养标准支付丧葬补助费。", ["benefit-standard"]),
        ("服务协议期限为一年。", ["duration"]),
    ],
)
def test_what_a_sum_or_a_year_is_for(text: str, kinds: list[str]) -> None:
    read = read_text("测试.txt", text, "0", load_vocabulary())
    assert [q.kind for p in read.provisions for q in p.parameters] == kinds


def test_the_destitute_by_a_list_of_conditions() -> None:
    text = "第六条\u3000五保供养的对象是指村民中符合下列条件的老年人：\n"
    text += "（一）无法定扶养义务人的；\n（二）无劳动能力的；\n（三）无生活来源的。"
    read = read_text("测试.txt", text, "0", load_vocabulary())
    assert [["+".join(sorted(a)) for a in p.groups] for p in read.provisions] == [["elderly+no-supporter"]]


@pytest.mark.parametrize(
    ("text", "functions"),
    [
        ("宣传部门负责舆情引导。", ("publicise",)),
        ("公安机关告知、引导或者护送流浪乞讨人员到救助管理站。", ("service",)),
        ("人社部门为残疾人提供岗位推荐、技能培训。", ("service", "train")),
        ("医疗机构落实先诊疗后付费制度。", ("implement",)),
        ("慈善总会筹集善款救助重病患者。", ("mobilise",)),
        ("财政部门加大政府购买服务力度。", ("implement",)),
    ],
)
def test_names_that_hold_another_verb(text: str, functions: tuple[str, ...]) -> None:
    read = read_text("测试.txt", text, "0", load_vocabulary())
    assert [p.functions for p in read.provisions] == [functions]


def test_who_is_told_and_who_is_not() -> None:
    text = "乡镇人民政府确定名单后，报主管民政部门备案。用人单位向本单位职工公布结果。"
    read = read_text("测试.txt", text, "0", load_vocabulary())
    told = [(a.agency, a.role) for p in read.provisions for a in p.actors]
    assert ("civil-affairs", "recipient") in told
    assert [role for agency, role in told if agency == "employer"] == ["lead"]


def test_a_deductible_goes_on() -> None:
    text = "起付标准为每年3000元，低保对象为1500元，特困人员不设起付线。"
    read = read_text("测试.txt", text, "0", load_vocabulary())
    assert [q.kind for p in read.provisions for q in p.parameters] == ["deductible"] * 3


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # who goes into homes is nobody the piece speaks of
        (
            "残联接受民政部门委托，开展困难残疾人的入户核查。",
            [(["civil-affairs", "disabled-fed"], ("investigate",), "obligation")],
        ),
        # having got something is when, and no work
        ("民政部门接到求助后24小时内核实处理。", [(["civil-affairs"], ("investigate",), "obligation")]),
        # an order that says how things are
        ("患者不宜出院的，医疗机构应当告知理由。", [(["medical-institution"], ("inform",), "obligation")]),
        ("期限可延长至3年。", [([], (), "permission")]),
        # people described by what they have
        (
            "享受最低生活保障的老年人和低收入家庭的老年人参加医疗保险所需个人缴费部分，由政府给予补贴。",
            [(["government"], ("pay",), "entitlement")],
        ),
        # two verbs, two agencies
        (
            "交通运输部门优先运送救灾物资，公安机关维护灾区秩序。",
            [(["transport"], ("implement",), "obligation"), (["police"], ("implement",), "obligation")],
        ),
    ],
)
def test_when_how_and_of_whom(text: str, rows: list[tuple[list[str], tuple[str, ...], str]]) -> None:
    read = read_text("测试.txt", text, "0", load_vocabulary())
    assert [([a.agency for a in p.actors], p.functions, p.modality) for p in read.provisions] == rows


def test_the_station_for_vagrants_in_a_list() -> None:
    text = "居民委员会、社会工作服务机构、救助管理机构、福利机构发现家庭暴力的，应当向公安机关报案。"
    read = read_text("测试.txt", text, "0", load_vocabulary())
    assert [p.aid for p in read.provisions] == [()]


@pytest.mark.parametrize(
    ("text", "functions"),
    [
        ("民政部门负责制定供养标准、审批供养对象、监督供养机构。", ("policy", "decide", "supervise")),
        ("民政部门负责制定供养标准、审批程序和发放办法。", ("policy",)),
        ("民政部门负责受理申请、审批供养对象、监督供养机构。", ("accept", "decide", "supervise")),
        ("街道办事处应当指定专人受理临时救助申请。", ("accept",)),
        ("救助资金由民政部门管理使用。", ("fund",)),
    ],
)
def test_one_task_behind_another(text: str, functions: tuple[str, ...]) -> None:
    read = read_text("测试.txt", text, "0", load_vocabulary())
    assert [p.functions for p in read.provisions] == [functions]


def test_what_parents_suffer_is_not_the_childs() -> None:
    text = "父母双方均符合重残、重病、服刑在押、失联情形之一的儿童，认定为事实无人抚养儿童。"
    read = read_text("测试.txt", text, "0", load_vocabulary())
    assert [["+".join(sorted(a)) for a in p.groups] for p in read.provisions] == [["unsupported-child"]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("财政部门于15日前将资金划入个人账户。", [("pay",)]),
        ("民政部门将发放名册送财政部门。", [("inform",)]),
        ("市人社局举办残疾人招聘会，每年不少于2次，并提供免费技能培训。", [("service",), ("train",)]),
    ],
)
def test_accounts_rolls_and_how_often(text: str, rows: list[tuple[str, ...]]) -> None:
    read = read_text("测试.txt", text, "0", load_vocabulary())
    assert [p.functions for p in read.provisions] == rows
    assert len(read.provisions[0].parameters) == len([1 for mark in ("15日", "2次") if mark in text])
