"""Whose duties a list holds that only its title, heading or lead-in names; rosters and what is told before orders."""

import pytest

from ingest.reading import read_text
from ontology.vocabulary import load_vocabulary

CIVIL = {"civil-affairs:lead"}
GROUP = {"leading-group:lead"}


def rows(text):
    """(words, actors, modality) of every provision of a text."""
    found = read_text("a.txt", text, "0" * 64, load_vocabulary()).provisions
    return [(p.quote.text, {f"{a.agency}:{a.role}" for a in p.actors}, str(p.modality)) for p in found]


def actors(text, words):
    """The actors of the provision that begins with `words`."""
    return next(who for quote, who, _ in rows(text) if quote.startswith(words))


@pytest.mark.parametrize(
    ("lead_in", "expected"),
    [
        ("县民政局的主要职责是：", CIVIL),
        ("县民政局贯彻执行国家方针政策，主要职责是：", CIVIL),
        ("县民政局主要职责：", CIVIL),
        ("社会救助联席会议办公室的主要职责是：", {"leading-office:lead"}),
        # near misses
        ("有关部门的主要职责是：", set()),
        ("各成员单位的主要职责是：", set()),
        ("工作人员的主要职责是：", set()),
    ],
)
def test_a_lead_in_names_whose_duties_follow(lead_in, expected):
    text = f"某县机构规定\n第一条 {lead_in}\n（一）拟订救助政策。\n（二）组织开展业务培训。"
    assert actors(text, "拟订") == expected


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        ("某县民政局职能配置、内设机构和人员编制规定", "主要职责", CIVIL),
        ("某县民政局机构职能", "工作职责", CIVIL),
        ("某县社会救助工作联席会议制度", "主要职能", GROUP),
        ("某县社会救助领导小组工作规则", "主要职责", GROUP),
        ("某县民政局主要职责", "社会事务", CIVIL),
        ("关于成立某县社会救助工作领导小组的通知", "主要职责", GROUP),
        ("某县人民政府关于建立社会救助联席会议制度的通知", "主要职能", GROUP),
        # near misses
        ("某县民政局职能配置、内设机构和人员编制规定", "人员编制", set()),
        ("某县民政局关于开展救助的通知", "主要职责", set()),
        ("关于成立某县社会救助工作领导小组的通知", "工作要求", set()),
        ("关于向某县社会救助工作领导小组报送材料的通知", "主要职责", set()),
        ("某县民政局、财政局工作规则", "主要职责", set()),
        ("某县成员单位工作规则", "主要职责", set()),
    ],
)
def test_a_title_names_whose_duties_stand_under_a_heading(title, heading, expected):
    found = actors(f"{title}\n\n一、{heading}\n拟订救助政策；组织开展业务培训。\n二、附则\n另行通知。", "拟订")
    assert found == expected


def test_an_annex_has_a_title_of_its_own():
    body = "为做好救助工作，现就有关事项作如下安排，请各单位结合实际认真执行。"
    annex = "某县社会救助联席会议制度\n一、主要职能\n拟订救助政策；开展督导。\n二、附则\n另行通知。"
    text = f"某县通知\n{body}\n附件\n{annex}"
    assert actors(text, "拟订") == GROUP


def test_so_many_departments_are_no_member_beside_those_named():
    text = "某县规定\n第一条 联席会议由县民政局、县财政局等9个部门和单位组成。"
    assert rows(text)[0][1] == {"civil-affairs:participate", "finance:participate"}
    assert rows(text.replace("等9个", "9个"))[0][1] == {"civil-affairs:participate", "finance:participate"}
    assert "unresolved:participate" in rows(text.replace("等9个部门和单位", "、有关部门"))[0][1]


def test_units_work_for_the_body_that_has_them():
    units = "（一）办公室。负责机关档案管理。\n（二）救助股。拟订救助政策。"
    text = f"某县民政局规定\n第一条 县民政局设下列内设机构：\n{units}"
    assert [who for _, who, _ in rows(text)][1:] == [CIVIL, CIVIL]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("某县民政局内设股室职责分工", [CIVIL, CIVIL]),
        ("某县民政局各科室工作职责", [CIVIL, CIVIL]),
        ("某县民政局关于明确镇村职责的通知", [set(), set()]),
        ("某县室外劳动者关爱职责分工", [set(), set()]),
    ],
)
def test_a_title_about_the_units_of_a_body(title, expected):
    units = "一、救助股：拟订救助政策，开展入户核查。\n二、综合股：管理机关档案。"
    found = [who - {"leading-office:lead"} for _, who, _ in rows(f"{title}\n\n{units}")]
    assert [found[0], found[-1]] == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("某县民政局关于进一步明确儿童福利工作职责的通知", CIVIL),
        ("某县民政局关于公布救助管理权责清单的公告", CIVIL),
        ("某县民政局\n关于细化养老服务职责任务的通知", CIVIL),
        # near misses
        ("某县民政局关于明确成员单位职责的通知", set()),
        ("某县民政局关于明确乡镇救助职责的通知", set()),
        ("某县民政局、财政局关于明确救助工作职责的通知", set()),
        ("某县民政局关于做好救助工作的通知", set()),
        ("某县民政局关于调整救助标准的通知", set()),
    ],
)
def test_a_notice_of_one_body_on_its_duties_needs_no_name_before_each(title, expected):
    text = f"{title}\n\n一、负责救助对象的资格审核和资金发放。\n二、指导乡镇做好救助工作。"
    assert actors(text, "负责救助") == expected


def test_an_office_that_is_no_unit_is_a_body_of_its_own():
    text = "某县救助制度\n一、职责分工\n（一）办公室。负责日常协调工作。\n（二）民政局。负责拟订救助政策。"
    assert actors(text, "负责日常") == {"leading-office:lead"}


def test_who_sits_in_a_group_is_no_provision():
    text = (
        "某县救助工作制度\n一、工作要求\n民政局应当会同有关部门做好困难群众的临时救助工作，并及时向社会公布救助情况。\n某县救助工作领导小组成员名单\n"
        "组　长：张　三　　县人民政府副县长\n副组长：李四光　县民政局局长\n成　员：王　五　县财政局副局长"
    )
    assert all(quote.startswith(("民政局", "并及时")) for quote, _, _ in rows(text))


def test_one_name_alone_is_no_roster():
    text = "某县救助工作制度\n一、工作要求\n民政局 负责救助对象信息采集的督导员\n民政局应当做好救助工作。"
    assert len(rows(text)) == 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("近年来，各地积极开展临时救助，收到了良好效果。", "declaration"),
        ("但救助工作总体上仍处于起步阶段，资金保障不到位。", "declaration"),
        ("资金筹集等问题亟待解决。", "declaration"),
        ("到2030年，救助制度更加完善。", "declaration"),
        ("县民政局是县人民政府工作部门。", "declaration"),
        ("你局的请示收悉。", "declaration"),
        # near misses
        ("近年来未享受救助的困难家庭，民政局应当优先救助。", "obligation"),
        ("当前，要突出抓好困难群众救助。", "obligation"),
        ("重点核查家庭是否还存在其他困难。", "obligation"),
        ("到2030年，县民政局建成救助信息平台。", "obligation"),
    ],
)
def test_what_is_told_before_anything_is_ordered(words, expected):
    assert rows(f"某县关于做好救助工作的意见\n一、工作情况\n{words}")[0][2] == expected


def test_plans_and_rules_made_together_are_both_said():
    found = read_text("a.txt", "民政局拟订救助规划、政策和标准。", "0" * 64, load_vocabulary()).provisions[0]
    alone = read_text("a.txt", "民政局拟订救助规划和年度计划。", "0" * 64, load_vocabulary()).provisions[0]
    assert (set(found.functions), set(alone.functions)) == ({"plan", "policy"}, {"plan"})


def test_a_bare_title_of_aims_is_no_provision():
    text = "某县救助方案\n一、总体要求和基本原则\n（一）总体要求。健全救助机制。\n（二）基本原则。\n坚持应救尽救。"
    assert [(quote, force) for quote, _, force in rows(text)] == [
        ("健全救助机制", "declaration"),
        ("坚持应救尽救", "declaration"),
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("某县民政局社会救助职责清单", CIVIL),
        ("某县民政局儿童福利和未成年人保护权责清单（2024年版）", CIVIL),
        ("某县妇女联合会权责事项一览", {"women-fed:lead"}),
        ("某县教育局关爱保护学生工作任务分工", {"education:lead"}),
        ("某县财政局社会救助有关职责", {"finance:lead"}),
        # near misses
        ("某县社会救助部门职责清单", set()),
        ("某县民政局、财政局职责清单", set()),
        ("某县民政局关于做好救助工作的通知", set()),
    ],
)
def test_a_list_is_of_the_duties_of_the_one_body_in_its_title(title, expected):
    text = f"{title}\n\n1.拟订救助政策。\n2.组织开展业务培训。\n"
    assert actors(text, "拟订") == expected
    assert actors(text, "组织开展") == expected


def test_such_a_body_helps_where_it_says_so():
    text = "某县民政局社会救助职责清单\n\n1.拟订救助政策。\n2.配合县教育局做好学生资助。\n"
    assert "civil-affairs:assist" in actors(text, "配合")


@pytest.mark.parametrize(
    ("issuer", "words", "expected"),
    [
        ("某县卫生健康局", "训练费由我局按季核定。", {"health:lead"}),
        ("某县残疾人联合会", "训练费由我会按季核定。", {"disabled-fed:lead"}),
        ("某县卫生健康局", "训练费由本局按季核定。", {"health:lead"}),
        # near misses
        ("某县卫生健康局", "训练费由本部门按季核定。", {"unresolved:lead"}),
        ("某县人民政府", "我县训练费按季核定。", set()),
    ],
)
def test_an_office_speaks_of_itself(issuer, words, expected):
    text = f"某县康复训练方案\n\n{issuer}\n\n一、为做好训练，制定本方案。\n二、{words}\n"
    assert actors(text, words[:3]) == expected
