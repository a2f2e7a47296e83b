"""Which aid a stretch speaks of, named or inherited."""

import pytest

from ingest.extract.aids.aid import find_aid, inherited_aid
from tests.ingest.reading_helpers import around, place


def aid(text: str, words: str | None = None) -> set[str]:
    context = around(text)
    clause, start, end = place(context, words or text)
    return set(find_aid(context, clause, start, end))


NAMED = {
    # people by the aid they get name it where nothing else does
    "对临时救助对象给予以下救助": {"temporary"},
    "对临时救助对象减免学费": {"education"},
    "建立专项救助对象台账": set(),
    # relief of what is used and of rides, money for pupils and what a kindergarten takes
    "落实特困人员用水优惠": {"fee-relief"},
    "落实老年人乘坐公共汽车优惠政策": {"fee-relief"},
    "资助困难大学新生": {"education"},
    "资助困难家庭": set(),
    "减免学前教育保教费": {"education"},
    # orphans are kept as children, others as people without anybody; pupils are helped, victims moved
    "孤儿集中供养每人每月1800元": {"child"},
    "特困人员集中供养": {"tekun"},
    "建立从学前教育到高等教育的资助体系": {"education"},
    "做好灾民过渡安置": {"disaster"},
    # care shared by people of several kinds, need said of people, other aid than what the act is about
    "做好困难残疾人和困境儿童关爱服务": {"service-aid"},
    "做好困境儿童关爱服务": {"child"},
    "因贫困导致生活、就学困难的儿童": set(),
    "解决生活、就学困难": {"living-aid", "education"},
    "对申请其他专项救助的，予以转交": {"social-assistance"},
    "动员社会力量，开展工作": set(),
    "动员社会力量参与救助": {"social-participation"},
    "退役军人应急救助资金": {"veterans"},
    "拓宽就业渠道": {"employment"},
    "为残疾人发放残疾人证": {"disability-general"},
    "凭残疾人证免费乘车": set(),
    "参保（合）费用由财政解决": {"medical-contribution"},
    "医疗救助对象范围、救助方式，依照规定执行": {"medical"},
    "交纳诉讼费确有困难的，可以缓交": {"judicial-aid"},
    "查询户籍登记、就业登记、社会保险等信息，核实家庭收入": set(),
    "办理就业登记和社会保险登记": {"employment-service", "social-insurance"},
    "为受灾人员提供衣被、取暖、临时住所等应急救助": {"disaster"},
    "为受灾人员发放取暖补贴": {"heating"},
    "支持返乡人员、被征地农民等自主创业": {"employment"},
    "老年人的监护人履行监护职责": set(),
    "残疾人联合会支持监护人履行监护职责": {"child"},
    "落实社会救助政策": {"social-assistance"},
    "监督医疗救助基金的使用": {"medical"},
    "负责医疗救助、临时救助等社会救助工作": {"medical", "temporary"},
    "对其参加居民基本医疗保险的个人缴费部分给予补贴": {"medical-contribution"},
    "医疗救助应当与基本医疗保险相衔接": {"medical", "medical-insurance"},
    "费用经基本医疗保险支付后，个人自付部分给予医疗救助": {"medical"},
    "按照城市低保标准的6倍给予临时救助": {"temporary"},
    "按照城市低保月标准的1—6倍给予临时救助": {"temporary"},
    "按照城市低保月标准发放低保金": {"dibao"},
    "已享受医疗救助后负担仍然较重的，给予临时救助": {"temporary"},
    "享受医疗救助后不再报销": {"medical"},
    "享受孤儿基本生活保障政策的残疾儿童不享受残疾人两项补贴": {"disability-allowance"},
    "孤儿可以享受孤儿基本生活保障政策": {"child"},
    "领取失业保险金的人员可以申请临时救助": {"temporary"},
    "申请临时救助应当提供医疗费用票据": {"temporary"},
    "对医疗费用给予补助": {"medical"},
    "对超过防止返贫监测标准的费用给予医疗救助": {"medical"},
    "向医保服务站申请医疗救助": {"medical"},
    "开展防止返贫监测帮扶": {"development"},
    "实现医疗费用一站式结算": {"medical"},
    "努力实现一站式结算": set(),
    "社会工作服务机构应当向公安机关报案": set(),
    "购买社会工作服务": {"social-participation"},
    "提供社会工作服务": {"service-aid"},
    "对低保对象，扶贫部门给予生产项目扶持": {"development"},
    "享受医疗、住房、教育、就业等专项救助": {"medical", "housing", "education", "employment"},
    "企业参与社会救助": {"social-participation"},
    "加大教育、医疗、就业、住房、交通、文化等方面的优待力度": {"education", "medical", "employment", "housing"},
    "在交通、文化、医疗、教育、就业等方面给予照顾": {"education", "medical", "employment"},
    "加强交通、文化、教育等方面的建设": set(),
    "鼓励、支持企业运用智能技术，为居家老人提供便捷的家政服务": {"social-participation"},
    "鼓励公民志愿参与法律援助": {"legal-aid", "social-participation"},
    "鼓励企业招用就业困难人员": {"employment"},
    "鼓励有劳动能力的人员就业": {"employment"},
    "提供职业介绍服务": {"employment-service"},
    "组织下岗妇女开展技能培训": {"vocational-training"},
    "落实被征地农民社会保障政策": {"land-expropriation"},
    "对低保家庭减免用水、用电费用": {"fee-relief"},
    "开展残疾儿童康复训练": {"rehabilitation"},
    "对残疾人参加城乡居民养老保险、城镇居民医疗保险给予补贴": {"pension-insurance", "medical-contribution"},
    "参加城乡居民基本医疗保险的，对其个人缴费部分给予全额资助": {"medical-contribution"},
    "重度残疾人参加居民医疗保险的，由县人民政府代缴个人承担部分": {"medical-contribution"},
    "孤儿的城乡居民医保个人缴费部分由财政负担": {"medical-contribution"},
    "企业缴纳职工基本医疗保险的个人缴费部分": {"medical-insurance"},
    "由基本医疗保险经办机构核对名单": set(),
    "资金存入社保基金财政专户": set(),
    "享受医疗保险待遇后仍有困难的，给予临时救助": {"temporary"},
    "对生活困难的残疾人发放生活补贴": {"disability-allowance"},
    "对孤儿发放生活补贴": set(),
    "对重残父母的事实无人抚养儿童发放基本生活补贴": {"child"},
    "临时救助标准与最低生活保障标准同步调整": {"temporary"},
    "对不符合低保或者特困供养条件的困难家庭给予临时救助": {"temporary"},
    "停止救助供养的人员可以申请临时救助": {"temporary"},
    "易地扶贫搬迁到城镇的，给予临时救助": {"temporary"},
    "拒绝接受社区介绍的适当工作的，停发低保金": {"dibao"},
    "办理就业失业登记": {"employment-service"},
    "开展劳动能力评估": set(),
    "开展订单式培训": {"vocational-training"},
    "在就业、从事个体经营等方面给予扶持": {"employment"},
    "对流浪乞讨人员给予及时救助": {"vagrant"},
    "鼓励企业和个人资助困难学生": {"education", "social-participation"},
    "鼓励企业招用残疾人": set(),
    "参加职工基本医疗保险的，享受相应待遇": {"medical-insurance"},
    "对生活不能自理的残疾人给予护理补贴": {"disability-allowance"},
    "依法保护妇女儿童的合法权益": {"women", "child"},
    "分层分类提供常态化救助帮扶": {"social-assistance"},
    "通过农村危房改造等方式优先给予住房救助": {"rural-housing"},
    "通过政府购买服务等方式提供社区康复服务": {"rehabilitation"},
    "获得司法救助后仍有困难的，给予临时救助": {"temporary"},
    "供养对象丧葬事宜办理完毕后，应当报告": set(),
    "对不符合最低生活保障条件，但收入较低的家庭，予以登记": set(),
    "最低生活保障边缘家庭标准由省人民政府确定": set(),
    "对康复专业人员定期进行技术培训": set(),
    "对登记失业人员组织开展职业技能培训": {"vocational-training"},
    "为零就业家庭中的就业困难人员举办技能培训": {"vocational-training"},
    "购买残疾人福利性单位的产品": set(),
    "农业农村（乡村振兴）等部门负责": set(),
    "由民政、医疗保障、住房保障等部门负责": set(),
    "对已享受最低生活保障待遇且低于补贴标准的，按照差额补足": set(),
    "对低保对象，给予最低生活保障待遇的，按月发放": {"dibao"},
    "临时救助标准与当地最低生活保障标准挂钩": {"temporary"},
    "落实特困人员参加城乡居民基本医疗保险的全额资助政策": {"medical-contribution"},
    "定点医疗机构应当优先配备基本医疗保险目录内药品": set(),
    "高龄津贴和优抚对象的抚恤补助不计入家庭收入": set(),
    "发放高龄津贴": {"elderly"},
    "开展为老助餐": {"elderly"},
    "做好孤寡老人关爱服务": {"elderly"},
    "走访孤寡老人": set(),
    "规范急危重伤病患者救治": {"emergency-medical"},
    "登记急危重伤病患者": set(),
    "参与困境儿童、留守妇女关爱服务": {"child", "women"},
    "推行青年职业见习制度": {"employment"},
    "给予岗位补贴和社会保险费补贴": {"employment"},
    "提供开业培训和开业指导": {"vocational-training", "employment-service"},
    "设置就业援助员": set(),
    "就业困难人员应当参加职业培训": {"vocational-training"},
    "对就业困难人员给予帮助": {"employment"},
    "养老保险、工伤保险等社会保险经办工作": {"pension-insurance"},
    "养老、工伤等社会保险": {"social-insurance"},
    "工伤保险、生育保险等社会保险": {"social-insurance"},
    "由基本医疗保险（含生育保险）基金支付": {"medical-insurance"},
    "养老金低于伤残津贴的，由工伤保险基金补足": {"pension-insurance", "social-insurance"},
    "社会保险经办机构应当公开信息": set(),
    "将低保、特困等社会救助审核权限下放": {"dibao", "tekun"},
    "做好异地就医直接结算": {"medical-insurance"},
    "对需要急救但身份不明的患者及时救治": {"emergency-medical"},
    "按照70%的比例救助其住院自负费用": {"medical"},
    "收入不超过我县最低生活保障标准1.5倍的家庭": set(),
    "未纳入最低生活保障，但收入较低的家庭": set(),
    "鼓励社会各界积极参与扶贫开发活动": {"social-participation", "development"},
    "鼓励企业参与招标": set(),
    "鼓励农村劳动者参加技能培训": {"vocational-training"},
    "对照护人员开展护理技能培训": set(),
    "负责流浪未成年人的入学、复学": {"education"},
    "在复学、升学、就业等方面不受歧视": set(),
    "组织照护者参加技能培训": set(),
    "开展应急救护知识和技能培训": set(),
    "对脱贫县给予补助": set(),
    "提供应急庇护救助": {"other-aid"},
    "帮助困难职工子女完成学业": set(),
    "走访困难职工": {"labour-hardship"},
    "对工作人员开展教育培训": set(),
    "通过结对帮扶等形式，为老人提供情感抚慰": {"service-aid"},
    "开展结对帮扶": {"social-participation"},
    "为家庭暴力受害人提供心理咨询": {"service-aid"},
    "对遭受性侵害的儿童进行心理康复": {"service-aid"},
    "对残疾儿童进行心理康复": {"rehabilitation"},
    "医院开设心理咨询门诊": set(),
    "倡导敬老爱幼的风尚": set(),
    "开展敬老助老活动": {"elderly"},
    "加强安全生产、劳动保护、防灾减灾": set(),
    "补贴资金从残疾人就业保障金中安排": set(),
    "安排残疾人就业保障金": {"employment"},
    "与民政部门最低生活保障数据进行比对": set(),
    "提供无障碍信息服务": set(),
    "根据《城市居民最低生活保障条例》制定本办法": set(),
    "为儿童福利机构养育的残疾儿童配发矫形器": set(),
    "残疾人随身携带的辅助器具免费托运": {"rehabilitation"},
    "对低保家庭免收住院押金": {"medical"},
    "经商业保险支付后个人负担的部分，在医疗保险定点医院结算": set(),
    "资助困难群众参加居民基本医疗保险和大病医疗保险": {"medical-contribution"},
    "参加补充医疗保障计划的，个人缴费由财政给予补贴": {"medical-contribution"},
    "建立长期护理保险制度": {"social-insurance"},
    "未参加工伤保险的，由单位解决": set(),
    "将残疾人家庭列入农村住房救助对象": {"housing"},
    "向城镇低保、低保边缘住房困难家庭配租公共租赁住房": {"housing"},
    "为城乡低保、零就业家庭成员提供就业援助": {"employment"},
    "组织实施城乡低保、临时救助": {"dibao", "temporary"},
    "低保家庭有就业、医疗等实际困难的，按规定给予专项救助": {"employment", "medical"},
    "采取培训补贴、岗位补贴等办法，给予就业援助": {"employment"},
    "承担服务指导和业务培训、养老服务评估": {"elderly"},
    "按照当地低保标准，按月给予生活补助": set(),
    "对享受生活救助的家庭发放价格临时补贴": {"price-subsidy"},
    "未纳入国家司法救助范围的，可以申请临时救助": {"temporary"},
    "鼓励社会组织为孤儿提供心理辅导": {"social-participation", "service-aid"},
    "支持企业事业单位和社会团体开放活动场所": {"social-participation"},
    "鼓励企业事业单位招用残疾人": set(),
    "支持社会组织依法登记": set(),
    "采取政府补贴、政府购买服务等方式兴办机构": set(),
    "提高残疾儿童的社会参与能力": set(),
}


@pytest.mark.parametrize("text", NAMED)
def test_named(text):
    assert aid(text) == NAMED[text]


ACT = """某县医疗救助办法

第一章 总则

第一条 县医疗保障局负责组织实施。

第二章 临时救助

第二条 情况紧急的，可以先行办理。

第三条 申请住房救助的，向住房城乡建设局提出。

住房城乡建设局应当在十日内审核。
"""


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("县医疗保障局负责组织实施", ("medical",)),
        ("情况紧急的，可以先行办理", ("temporary",)),
        ("住房城乡建设局应当在十日内审核", ("housing",)),
    ],
)
def test_inherited_from_article_chapter_or_act(words, ids):
    context = around(ACT)
    clause, start, end = place(context, words)
    assert find_aid(context, clause, start, end) == ()
    assert inherited_aid(context, clause) == ids


@pytest.mark.parametrize(
    ("opening", "ids"),
    [
        ("各级人民政府应当发展残疾人托养服务。", ("rehabilitation",)),
        ("各级人民政府应当发展残疾人医疗救助。", ("medical",)),
    ],
)
def test_an_opening_that_says_no_more_than_the_title_gives_way_to_the_heading(opening, ids):
    text = f"某市残疾人保障条例\n\n第一章 康复\n\n第一条 {opening}\n税务部门应当减免税收。\n"
    context = around(text)
    clause, *_ = place(context, "税务部门应当减免税收")
    assert inherited_aid(context, clause) == ids


@pytest.mark.parametrize(
    ("heading", "ids"),
    [
        ("资金管理与社会参与", {"education"}),
        ("社会参与", {"education", "social-participation"}),
        ("住房救助与社会参与", {"housing", "social-participation"}),
    ],
)
def test_a_heading_that_names_help_by_society_beside_its_topic(heading, ids):
    text = f"某县学生资助办法\n\n第一章 {heading}\n\n第一条 县财政局应当拨付资金。\n"
    context = around(text)
    clause, *_ = place(context, "县财政局应当拨付资金")
    assert set(inherited_aid(context, clause)) == ids


def test_a_part_with_a_heading_is_about_what_the_heading_names():
    text = "关于加强孤儿保障工作的意见\n\n（一）加大学校保护力度。县政府要做好控辍保学。教育局应当督促学校。\n"
    context = around(text)
    clause, *_ = place(context, "教育局应当督促学校")
    assert inherited_aid(context, clause) == ("child",)


@pytest.mark.parametrize("words", ["发放取暖补贴", "提供基本生活救助"])
def test_disaster_rules_speak_of_disaster_aid_alone(words):
    text = f"某县自然灾害救助办法\n\n第一条 民政局应当对受灾人员{words}。\n"
    assert aid(text, words) == {"disaster"}


def test_funeral_aid_keeps_the_aid_it_belongs_to():
    text = "第一章 特困人员供养\n\n第一条 供养的内容包括：\n（一）办理丧葬事宜。\n"
    assert aid(text, "办理丧葬事宜") == {"tekun", "funeral"}


def test_free_travel_is_a_form_of_the_aid_to_people_of_one_kind():
    assert aid("某省老年人权益保障办法\n\n第一条 老年人免费乘坐公共汽车。\n", "老年人免费乘坐公共汽车") == set()
    assert aid("第一条 低保对象免费乘坐公共汽车。\n", "低保对象免费乘坐公共汽车") == {"fee-relief"}


def test_nothing_named_and_nothing_to_inherit():
    context = around("县财政局应当按时拨付资金。")
    clause, start, end = place(context, "县财政局应当按时拨付资金")
    assert find_aid(context, clause, start, end) == inherited_aid(context, clause) == ()


@pytest.mark.parametrize(
    ("opening", "ids"),
    [
        ("妇联应当开展宣传，健全热线，提供法律援助", ("legal-aid",)),
        ("妇联应当开展宣传，健全热线，接待来访，提供法律援助", ()),
    ],
)
def test_what_stands_behind_much_other_work_is_not_what_an_article_is_about(opening, ids):
    context = around(f"某市规定\n\n第一条　{opening}。妇联应当建立工作站。\n")
    clause, *_ = place(context, "妇联应当建立工作站")
    assert inherited_aid(context, clause) == ids


def test_later_sentences_of_a_paragraph_are_not_what_it_is_about():
    text = "某市低收入人口动态监测办法\n\n（一）加强监测。民政局应当定期走访。对就业困难的，给予就业援助。\n"
    context = around(text)
    clause, *_ = place(context, "民政局应当定期走访")
    assert "employment" not in inherited_aid(context, clause)


def test_a_form_of_the_aid_inherited_is_no_aid_of_its_own():
    text = "第一条 国家给予特困人员供养。提供必要的照料服务。\n"
    assert aid(text, "提供必要的照料服务") == set()
    assert aid("第一条 提供必要的照料服务。\n", "提供必要的照料服务") == {"service-aid"}


CHILDREN = "关于孤儿保障工作的通知\n\n一、落实基本生活保障\n（一）按时发放。按月发放补贴。\n（二）其他。另行规定。\n"


def test_a_heading_that_names_only_a_form_of_aid_gives_way_to_the_title():
    context = around(CHILDREN)
    clause, *_ = place(context, "按月发放补贴")
    assert inherited_aid(context, clause) == ("child",)


def test_a_heading_that_names_another_aid_stands():
    context = around(CHILDREN.replace("基本生活保障", "医疗救助"))
    clause, *_ = place(context, "按月发放补贴")
    assert inherited_aid(context, clause) == ("medical",)


@pytest.mark.parametrize(
    ("title", "purpose", "ids"),
    [
        ("某市刚性支出困难家庭认定细则", "为规范认定工作，制定本细则。", ("social-assistance",)),
        ("某市居民家庭经济状况核对办法", "为规范核对工作，制定本办法。", ("social-assistance",)),
        ("某县工作规程", "为做好临时救助工作，制定本规程。", ("temporary",)),
        ("某县工作规程", "根据《医疗救助办法》，制定本规程。", ("medical",)),
        ("某县工作规程", "根据《宪法》《婚姻法》《医疗救助办法》，制定本规程。", ()),
        ("某县工作规程", "为做好临时救助和住房救助工作，制定本规程。", ()),
        ("某县工作规程", "为提高效率，制定本规程。", ()),
        ("某县医疗救助规程", "根据《社会救助暂行办法》，制定本规程。", ("medical",)),
    ],
)
def test_an_act_whose_title_names_no_aid_is_about_that_of_its_purpose(title, purpose, ids):
    context = around(f"{title}\n\n第一条 {purpose}\n\n第二条 民政局应当在十日内办结。\n")
    clause, *_ = place(context, "民政局应当在十日内办结")
    assert inherited_aid(context, clause) == ids


@pytest.mark.parametrize(
    ("title", "words", "ids"),
    [
        ("某省老年人权益保障条例", "倡导志愿服务", {"elderly", "social-participation"}),
        ("某省法律援助条例", "鼓励社会捐赠", {"legal-aid", "social-participation"}),
        ("某省社会救助条例", "鼓励社会捐赠", {"social-participation"}),
        ("某省老年人权益保障条例", "鼓励捐赠和医疗救助", {"medical", "social-participation"}),
    ],
)
def test_help_by_society_goes_beside_the_aid_that_the_act_is_about(title, words, ids):
    assert aid(f"{title}\n\n第一条 {words}。\n", words) == ids


@pytest.mark.parametrize(
    ("title", "words", "ids"),
    [
        ("某省军人抚恤优待条例", "可以集中供养", set()),
        ("某省特殊群体保障条例", "可以集中供养", {"tekun"}),
        ("某省军人抚恤优待条例", "解决医疗费用", set()),
        ("某省特殊群体保障条例", "解决医疗费用", {"medical"}),
    ],
)
def test_care_in_a_home_and_fees_of_doctors_are_no_aid_of_their_own_to_soldiers(title, words, ids):
    assert aid(f"{title}\n\n第一条 无人照料的，{words}。\n", words) == ids


@pytest.mark.parametrize(("heading", "ids"), [("打击拐卖未成年人犯罪", ("vagrant",)), ("加强儿童福利服务", ("child",))])
def test_a_heading_that_only_names_people_keeps_the_aid_of_the_title(heading, ids):
    context = around(f"关于流浪儿童救助工作的通知\n\n一、{heading}\n（一）协作。公安局应当及时立案。\n")
    clause, *_ = place(context, "公安局应当及时立案")
    assert inherited_aid(context, clause) == ids


def test_what_an_opening_adds_for_some_is_not_what_an_article_is_about():
    text = "某省优抚办法\n\n第一条 对残疾军人予以优待，其中参加工伤保险的，由工伤保险基金支付。\n\n民政局应当核查。\n"
    context = around(text)
    clause, *_ = place(context, "民政局应当核查")
    assert inherited_aid(context, clause) == ("veterans",)
