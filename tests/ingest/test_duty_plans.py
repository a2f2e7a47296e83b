"""Plans that divide work: brackets between measures, headings that charge, approvals, offices, bodies in turn."""

import pytest

from ingest.labels import label_of
from ingest.reading import read_text
from ontology.vocabulary import load_vocabulary
from tests.ingest.test_acts import read

CIVIL = "civil-affairs:lead"
TOWN = "township:lead"
HEALTH = "health:lead"


def rows(text):
    """(words, actors, modality) of every provision of a plan."""
    reading = read_text("a.txt", f"某市实施方案\n\n一、主要任务\n\n{text}", "0" * 64, load_vocabulary())
    return [(p.quote.text, {f"{a.agency}:{a.role}" for a in p.actors}, str(p.modality)) for p in reading.provisions]


def test_each_bracket_between_sentences_closes_its_own_measure():
    found = rows("1.开展政策宣传。（责任单位：市委宣传部）为老年人提供照料服务。（责任单位：市民政局）")
    assert [actors for _, actors, _ in found] == [{"publicity:lead"}, {CIVIL}]


def test_a_bracket_before_the_full_stop_closes_the_measure_as_well():
    found = rows(
        "（一）完善救助标准（由市民政局负责）。开展专项审计（由市审计局牵头，市财政局配合）。市残联做好康复训练。"
    )
    assert [actors for _, actors, _ in found] == [{CIVIL}, {"audit:lead", "finance:assist"}, {"disabled-fed:lead"}]


@pytest.mark.parametrize(
    "heading",
    ["（一）强化教育保障（由市教育局牵头，市财政局配合）。", "（一）强化教育保障（市教育局牵头，市财政局配合）\n"],
)
def test_a_bracket_in_the_heading_charges_with_all_below_it(heading):
    found = rows(f"{heading}落实资助政策。开展排查工作。\n（二）做好宣传。开展政策宣传。")
    assert [actors for _, actors, _ in found] == [{"education:lead", "finance:assist"}] * 2 + [set()]


def test_who_helps_helps_also_where_the_lead_is_named_in_the_measure():
    found = rows("（一）救助金按月发放，由市民政局发放到个人账户。实行动态管理。（市民政局牵头，市财政局配合）")
    assert all(actors == {CIVIL, "finance:assist"} for _, actors, _ in found)


def test_who_helps_helps_in_what_nobody_else_is_named_for():
    charged = "（责任单位：市民政局；配合单位：市财政局）"
    found = rows(f"（一）市民政局负责走访困难老人；市残联核查残疾人状况。开展政策宣传。{charged}")
    assert [actors for _, actors, _ in found] == [{CIVIL}, {"disabled-fed:lead"}, {CIVIL, "finance:assist"}]


def test_another_body_named_in_the_measure_acts_alone_and_only_there():
    found = rows(
        "（一）县级卫生健康部门加强监督，定期进行检查。及时公示结果。（牵头单位：市民政局；责任单位：市财政局）"
    )
    assert [actors for _, actors, _ in found] == [{HEALTH}, {CIVIL, "finance:joint"}]


def test_what_a_charged_body_gives_is_its_duty():
    measure = "（一）对低保家庭给予生活补贴。"
    assert rows(measure)[0][2] == "entitlement"
    assert rows(measure + "（责任单位：市民政局）")[0][2] == "obligation"
    assert rows("（一）低保家庭可以申请生活补贴。（责任单位：市民政局）")[0][2] == "entitlement"


def test_in_a_duty_list_a_sentence_that_names_nobody_is_about_the_heading():
    text = "某县职责分工\n\n（一）县卫健局。做好救治工作。医院不得拒收。加强业务培训。\n（二）县民政局。做好救助。\n"
    found = read_text("a.txt", text, "0" * 64, load_vocabulary()).provisions
    led = [{a.agency for a in p.actors if str(a.role) == "lead"} for p in found]
    assert led == [{"health"}, {"medical-institution"}, {"health"}, {"civil-affairs"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # bodies in turn, each with its own verb
        ("由镇人民政府审核、县民政局确认", [({TOWN}, {"investigate"}), ({CIVIL}, {"decide"})]),
        ("由镇人民政府审核、确认", [({TOWN}, {"investigate", "decide"})]),
        ("督促学校、村民委员会履行职责", [({"school:recipient", "village:recipient"}, {"supervise"})]),
        # what is done once it is approved
        (
            "民政局报县人民政府批准后予以长期安置",
            [({"government:lead"}, {"decide"}), ({CIVIL}, {"implement"})],
        ),
        ("民政局报县人民政府批准后组织实施", [({"government:lead"}, {"decide"})]),
        # leave for a body
        ("可由镇人民政府直接审批", [({TOWN}, {"decide"})]),
        ("可由本人审批", [(set(), {"decide"})]),
        # work handed down
        (
            "民政局将审核确认权限下放至镇人民政府",
            [({CIVIL, "township:delegate"}, {"investigate", "decide"})],
        ),
        # where an office is, and of whom a conference consists
        ("联席会议办公室设在县民政局", [({"leading-office:lead", CIVIL}, {"coordinate"})]),
        ("服务窗口设在县民政局", [(set(), set())]),
        (
            "县政府建立联席会议制度，由民政、教育等部门和妇联组成",
            [
                ({"government:lead"}, {"coordinate"}),
                ({"civil-affairs:participate", "education:participate", "women-fed:participate"}, {"coordinate"}),
            ],
        ),
        ("评审组由医院和残联组成", [(set(), set())]),
        # another rule as the measure
        ("民政局参照单人户将其纳入低保范围", [({CIVIL}, {"implement"})]),
        ("民政局参照孤儿标准发放生活费", [({CIVIL}, {"pay"})]),
        ("丧葬费参照本办法执行", [(set(), set())]),
        # bounds before what is given
        ("民政局对低保家庭给予不超过六个月的渐退期", [({CIVIL}, {"implement"})]),
        # who is watched in what it does; who is not helped
        ("卫健局加强对医院收治病人的监管", [({HEALTH, "medical-institution:recipient"}, {"supervise"})]),
        ("卫健局配合做好医院的技术指导", [({"health:assist", "medical-institution:recipient"}, {"guide"})]),
        ("卫健局配合民政局做好指导", [({"health:assist", CIVIL}, {"guide"})]),
        # told before it acts
        ("公安机关接到儿童遭受暴力的报警后，应当立即调查", [({"police:lead"}, {"investigate"})]),
    ],
)
def test_division_of_work(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("对生活不能自理的老年人、残疾人提供访视服务。引导社会力量参与。", ""),
        ("将特困供养的年龄延长至十八周岁。做好照料。", ""),
        ("对象范围。低保家庭。", "对象范围"),
        ("保障基本医疗。落实政策。", "保障基本医疗"),
        ("强化教育保障（由县教育局牵头）。落实政策。", "强化教育保障（由县教育局牵头）"),
        ("强化教育保障（由县教育局牵头）。落实政策（由县财政局配合）。", ""),
    ],
)
def test_a_measure_is_no_heading(words, label):
    found = label_of(words, "pcn")
    assert (found.text if found else "") == label


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("加强领导，明确责任。各乡镇要成立工作专班，落实专人负责救助工作。", "加强领导，明确责任"),
        ("精心组织，密切配合。各乡镇要成立工作专班，落实专人负责救助工作。", "精心组织，密切配合"),
        # near misses: what is no heading of two halves, or all that is said
        ("落实资金，加强监管。", ""),
        ("受理申请，调查核实。各乡镇要成立工作专班，落实专人负责救助工作。", ""),
        ("加强领导，负责落实。各乡镇要成立工作专班，落实专人负责救助工作。", ""),
        ("加强领导，明确责任，落实资金。各乡镇要成立工作专班，落实专人。", ""),
    ],
)
def test_a_heading_of_two_halves(words, label):
    found = label_of(words, "pcn")
    assert (found.text if found else "") == label


@pytest.mark.parametrize(
    ("words", "agency"),
    [
        ("指导企业履行社会责任。要引导企业稳定岗位。", False),
        ("督促村民委员会。落实巡查。", False),
        ("县工商业联合会。开展帮扶。", True),
        ("残疾人联合会职责。负责康复。", True),
    ],
)
def test_a_heading_that_ends_like_a_body_is_none(words, agency):
    found = label_of(words, "pcn")
    assert found is not None and found.agency is agency


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # another step behind 、 with an object of its own, and nouns that only look like one
        ("镇人民政府负责受理救助申请、调查核实家庭状况", [({TOWN}, {"accept", "investigate"})]),
        ("镇人民政府负责受理救助申请、审核工作", [({TOWN}, {"accept"})]),
        ("民政局提供就业信息、登记服务", [({CIVIL}, {"inform", "service"})]),
        # money by a rate, projects approved
        ("低保对象按百分之七十的比例救助", [(set(), {"pay"})]),
        ("民政局对低保对象予以救助", [({CIVIL}, {"implement"})]),
        ("发改委对养老院建设项目优先予以审批", [({"ndrc:lead"}, {"approve-project"})]),
        ("民政局对救助申请予以审批", [({CIVIL}, {"decide"})]),
        # a name that closes with training
        ("民政局组织低保对象参加转移就业培训", [({CIVIL}, {"train"})]),
        # who coordinates goes on
        (
            "联席会议办公室设在县民政局，负责监督检查",
            [({"leading-office:lead", CIVIL}, {"coordinate"}), ({"leading-office:lead", CIVIL}, {"supervise"})],
        ),
    ],
)
def test_steps_and_settings(text, expected):
    assert read(text) == expected


def test_what_is_given_among_others_is_no_definition():
    text = "（一）完善资助，为学生提供包括义务教育在内的免费教育。（市教育局负责）"
    assert {(*actors, force) for _, actors, force in rows(text)} == {("education:lead", "obligation")}


def aid_and_groups(text):
    reading = read_text("a.txt", f"某市实施方案\n\n一、主要任务\n\n{text}", "0" * 64, load_vocabulary())
    found = reading.provisions[0]
    return set(found.aid), {"+".join(sorted(alternative)) for alternative in found.groups}


@pytest.mark.parametrize(
    ("text", "aid", "groups"),
    [
        ("市扶贫办组织贫困劳动力参加技能培训。", {"vocational-training"}, {"hardship+working-age"}),
        ("市扶贫办组织建档立卡贫困劳动力参加技能培训。", {"vocational-training"}, {"antipoverty"}),
        ("妇联关爱单亲困难母亲。", {"women"}, {"female+hardship+single-parent"}),
        ("妇联关爱留守儿童。", set(), {"left-behind+minor"}),
        ("医院对危急重症患者及时救治。", set(), {"emergency"}),
        ("工会加强困难职工常态化帮扶。", {"labour-hardship"}, {"hardship+worker"}),
        ("做好困难退役军人和烈士遗属的帮扶援助工作。", {"veterans"}, {"hardship+veteran", "entitled-group"}),
        ("残联为受助残疾人适配辅助器具。", {"rehabilitation"}, {"disabled"}),
        ("妇联资助贫困女童就学。", {"education"}, {"female+hardship+minor"}),
        ("供水、供电等企业对低保家庭给予费用减免。", {"fee-relief"}, {"dibao"}),
        ("分别做好教育、住房和受灾人员救助工作。", {"education", "housing", "disaster"}, {"disaster-hit"}),
    ],
)
def test_aid_by_the_people_it_is_for(text, aid, groups):
    assert aid_and_groups(text) == (aid, groups)


def test_work_of_another_authority_farther_down_has_an_aid_of_its_own():
    text = "发展改革部门要做好物价上涨挂钩联动机制的启动工作。卫生健康部门要做好健康检查，指导医院收治重病患者。"
    reading = read_text("a.txt", f"某市实施方案\n\n一、主要任务\n\n{text}", "0" * 64, load_vocabulary())
    assert [set(p.aid) for p in reading.provisions][-1] == set()


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("贫困学生由当地政府资助。完善救助政策。", set()),
        ("贫困学生纳入资助范围；学校为其提供岗位。完善救助政策。", set()),
        ("市民政局负责救助；学校为其提供岗位。完善救助政策。", {CIVIL}),
        ("市民政局要开展救助。完善救助政策。", {CIVIL}),
        ("对贫困学生，市民政局要开展救助。完善救助政策。", {CIVIL}),
    ],
)
def test_who_acts_in_a_part_of_a_sentence_only_is_not_ordered_about_behind_it(text, behind):
    assert rows(text)[-1][1] == behind
