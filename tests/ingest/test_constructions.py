"""Constructions of official Chinese: objects put before their verb, coordinated verbs, partners, hand-ups, topics."""

import pytest

from ingest.reading import read_text
from ontology.vocabulary import load_vocabulary
from tests.ingest.test_acts import Read, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 将, 把: the verb that takes the object, not a noun inside it
        ("县人民政府应当把服务机构建设纳入发展规划", [({"government:lead"}, {"plan"})]),
        ("民政局应当将救助对象纳入保障范围", [({"civil-affairs:lead"}, {"implement"})]),
        ("镇人民政府将材料交由县民政局审核", [({"civil-affairs:lead"}, {"investigate"})]),
        ("民政局应当将管理办法公布", [({"civil-affairs:lead"}, {"inform"})]),
        # handed up from level to level
        ("民政局将名册逐级上报至省民政厅", [({"civil-affairs:lead", "civil-affairs:recipient"}, {"inform"})]),
        # what it was, and who does it
        ("将标准由企业职工参保3年放宽至1年", [(set(), {"implement"})]),
        ("由民政局将标准提高到120元", [({"civil-affairs:lead"}, {"policy"})]),
        # papers in hand, and who is asked
        ("申请人凭单据向民政局提出申请", [({"civil-affairs:lead"}, {"accept"})]),
        ("民政局凭诊断证明给予救助", [({"civil-affairs:lead"}, {"implement"})]),
        # people named after a cause are no circumstance
        (
            "因病致贫患者向镇人民政府提出申请，民政局开展核查",
            [({"township:lead"}, {"accept"}), ({"civil-affairs:lead"}, {"investigate"})],
        ),
        ("因工作需要，民政局开展核查", [({"civil-affairs:lead"}, {"investigate"})]),
        # 对X给予Y: what is given, conjunct by conjunct
        ("民政局应当对养老机构开展服务给予必要的扶持", [({"civil-affairs:lead"}, {"implement"})]),
        ("残联应当对志愿者给予技术指导、培训和支持", [({"disabled-fed:lead"}, {"guide", "train", "implement"})]),
        ("民政局对工作人员给予表彰", [({"civil-affairs:lead"}, set())]),
        # coordinated verbs share the object
        ("民政局规范和完善救助政策", [({"civil-affairs:lead"}, {"policy"})]),
        ("民政局监督和指导养老机构", [({"civil-affairs:lead", "welfare-home:recipient"}, {"guide", "supervise"})]),
        ("民政局负责受理和审核工作", [({"civil-affairs:lead"}, {"accept", "investigate"})]),
        # partners before the verb
        ("民政局应当与财政局建立信息共享机制", [({"civil-affairs:lead", "finance:joint"}, {"inform"})]),
        ("与公安局合作为受害人提供照料", [({"police:joint"}, {"service"})]),
        (
            "镇人民政府应当与村民委员会签订供养服务协议",
            [({"township:lead", "village:delegate"}, {"implement"})],
        ),
        ("市和县人民政府应当加强监督", [({"government:lead"}, {"supervise"})]),
        # who is set up by whom, who hands up to whom
        ("由民政局设立的儿童福利机构收留抚养", [({"welfare-home:lead"}, {"service"})]),
        ("由镇人民政府报县民政局核准", [({"civil-affairs:lead"}, {"decide"})]),
        (
            "由村民委员会将评议意见报送镇人民政府审核",
            [({"village:lead", "township:recipient"}, {"inform"}), ({"township:lead"}, {"investigate"})],
        ),
        ("民政局组织医疗机构开展筛查", [({"civil-affairs:lead", "medical-institution:lead"}, {"investigate"})]),
        ("民政局组织开展筛查", [({"civil-affairs:lead"}, {"investigate"})]),
        # money is spent on something that is no work of its own
        ("保障金应当用于职业培训", [(set(), {"fund"})]),
        ("设备应当用于职业培训", [(set(), {"train"})]),
        # joining an insurance is not taking part in work
        ("用人单位应当参加社会保险", [({"employer:lead"}, {"implement"})]),
        ("用人单位应当参加宣传活动", [({"employer:participate"}, {"publicise"})]),
        # social forces are mobilised, an agency's own part is not
        ("民政局发挥社会组织作用", [({"civil-affairs:lead"}, {"mobilise"})]),
        ("民政局发挥牵头作用，做好综合协调工作", [({"civil-affairs:lead"}, {"coordinate"})]),
        (
            "县政府应当建立政府领导，民政局、妇联牵头，教育局、公安局信息共享的工作机制，做好宣传工作",
            [
                (
                    {
                        "government:lead",
                        *("civil-affairs:lead", "women-fed:lead"),
                        *("education:participate", "police:participate"),
                    },
                    {"coordinate", "inform"},
                ),
                ({"government:lead"}, {"publicise"}),
            ],
        ),
        (
            "县政府成立由民政局牵头，财政局参加，残联配合的领导小组",
            [
                (
                    {"government:lead", "civil-affairs:lead", "finance:participate", "disabled-fed:assist"},
                    {"coordinate"},
                )
            ],
        ),
        (
            "县政府成立由副县长任组长，民政局、财政局负责人为成员的工作小组",
            [({"government:lead"}, {"coordinate"})],
        ),
        (
            "县政府应当建立工作机制由民政局负责，财政局应当拨付资金",
            [
                ({"government:lead"}, {"coordinate"}),
                ({"civil-affairs:lead"}, {"implement"}),
                ({"finance:lead"}, {"fund"}),
            ],
        ),
        ("文化广电部门加强宣传", [({"culture-tourism:lead", "broadcast:lead"}, {"publicise"})]),
        ("人民调解委员会调处邻里纠纷", [({"other-body:lead"}, {"implement"})]),
        # an alternative with an object of its own, and one without
        ("民政局优先配租住房或者发放租赁补贴", [({"civil-affairs:lead"}, {"implement", "pay"})]),
        ("民政局负责补贴的审核或者发放", [({"civil-affairs:lead"}, {"investigate", "pay"})]),
        # means that are work, and means that are none
        ("由民政局采取发放救助金等方式给予临时救助", [({"civil-affairs:lead"}, {"pay", "implement"})]),
        ("民政局采取听取汇报等方式开展检查", [({"civil-affairs:lead"}, {"supervise"})]),
        # orders that both have to see to, and orders to put a violation right
        (
            "民政局应当责令救助站及时提供救助",
            [({"civil-affairs:lead", "rescue-station:lead"}, {"implement"})],
        ),
        ("民政局责令救助站限期改正", [({"civil-affairs:lead", "rescue-station:recipient"}, {"sanction"})]),
        # work done for another
        ("残联接受县政府委托开展培训", [({"government:lead", "disabled-fed:delegate"}, {"train"})]),
        (
            "居民委员会根据县民政局的委托，可以开展培训",
            [({"civil-affairs:lead", "village:delegate"}, {"train"})],
        ),
        ("残联依照章程或者接受县政府委托，开展培训", [({"disabled-fed:lead"}, {"train"})]),
        ("残联根据县政府的规定开展培训", [({"disabled-fed:lead"}, {"train"})]),
        # a government and those it makes act
        ("县人民政府组织残联开展培训", [({"government:lead", "disabled-fed:lead"}, {"train"})]),
        ("县委组织部、残联开展培训", [({"party-org:lead", "disabled-fed:lead"}, {"train"})]),
        # an advantage is no work of those who have it, unless they are authorities
        ("用人单位按照规定享受补贴", [(set(), {"pay"})]),
        ("用人单位按照规定缴纳保险费", [({"employer:lead"}, {"pay"})]),
        # a body watched through its people
        (
            "卫生局对医疗机构及其工作人员进行指导",
            [({"health:lead", "medical-institution:recipient"}, {"guide"})],
        ),
        ("卫生局加强对医疗机构人员的监督", [({"health:lead", "medical-institution:recipient"}, {"supervise"})]),
        ("卫生局对医疗机构收治的患者进行指导", [({"health:lead"}, {"guide"})]),
        # money is put in place, policies are carried out
        ("财政局落实救助资金", [({"finance:lead"}, {"fund"})]),
        ("财政局落实救助政策", [({"finance:lead"}, {"implement"})]),
        # procedures are made simpler
        ("民政局简化审批程序", [({"civil-affairs:lead"}, {"policy"})]),
        # complaints that are looked into, and reports that are none
        ("民政局接到投诉后，应当调查核实", [({"civil-affairs:lead"}, {"investigate", "appeal"})]),
        ("民政局接到申请后，应当调查核实", [({"civil-affairs:lead"}, {"investigate"})]),
        # data are shared, the fruits of growth are no data
        ("民政局共享数据", [({"civil-affairs:lead"}, {"inform"})]),
        ("让群众共享发展成果", [(set(), set())]),
        # what is demanded is no supervision
        ("民政局落实各项要求", [({"civil-affairs:lead"}, {"implement"})]),
        # demands on an agency, and on nobody who is one
        ("民政局可以要求申请人配合", [({"civil-affairs:lead"}, set())]),
        ("检察院应当要求公安局说明理由", [({"procuratorate:lead", "police:recipient"}, {"supervise"})]),
        ("民政局可以要求申请人补充材料", [({"civil-affairs:lead"}, {"accept"})]),
        ("残疾人有权要求民政局处理", [(set(), set())]),
        # having a right is no work
        ("妇女享有与男子平等的使用和处分的权利", [(set(), set())]),
        ("学校应当保障妇女享有平等的权利", [({"school:lead"}, {"implement"})]),
        # 对…的给予Y
        ("法律援助机构对符合条件的给予法律援助", [({"legal-aid-institution:lead"}, {"implement"})]),
        # 可由X; 由 before a description and its body at the end of the piece; who finds something so
        ("情节轻微的，可由公安局处罚", [({"police:lead"}, {"sanction"})]),
        ("可由其家属申请", [(set(), {"accept"})]),
        (
            "由收到材料的申请人户籍所在地县民政局，按照规定发放补贴",
            [({"civil-affairs:lead"}, {"pay"})],
        ),
        ("民政局认为申请人材料不齐的，可以要求其补正", [({"civil-affairs:lead"}, {"accept"})]),
        ("申请人接到学校通知后，应当补正", [(set(), {"accept"})]),
        (
            "公安局、妇联等组织和负有照料义务的个人应当提供庇护",
            [({"police:lead", "women-fed:lead"}, {"service"})],
        ),
        # a condition of several pieces, none of which is work
        (
            "经营旅馆的单位，对违法行为放任不管，又不及时报告公安局，造成严重后果的，由公安局处罚",
            [({"police:lead"}, {"sanction"})],
        ),
        # the name that a list of societies closes with is no name of its own
        (
            "工会、妇联等人民团体和行业协会、慈善组织等社会组织，根据职责，参与救助工作",
            [
                (
                    {
                        "unions:participate",
                        "women-fed:participate",
                        "other-body:participate",
                        "charity-org:participate",
                    },
                    {"implement"},
                )
            ],
        ),
        # money before 由, and who acts once he has got something
        ("褒扬金由民政局发放", [({"civil-affairs:lead"}, {"pay"})]),
        ("证书由民政局发给家属", [({"civil-affairs:lead"}, {"implement"})]),
        ("抚恤金由民政局发给家属", [({"civil-affairs:lead"}, {"pay"})]),
        # demands of money are no work
        ("任何单位不得向家属索要救治费用", [(set(), set())]),
        # who is encouraged, and to what
        ("鼓励具有专业知识的公民，志愿参与救助活动", [(set(), {"mobilise"})]),
        # words in titles and catchwords
        ("民政局健全“一门受理”工作机制", [({"civil-affairs:lead"}, {"coordinate"})]),
        ("民政局按照《禁止使用童工规定》处罚", [({"civil-affairs:lead"}, {"sanction"})]),
        # money comes out of an account, which does nothing
        (
            "财政局审核后将基金由财政专户直接支付到医院",
            [({"finance:lead", "medical-institution:recipient"}, {"investigate", "pay"})],
        ),
        ("救助资金由财政局直接支付", [({"finance:lead"}, {"pay"})]),
        # who pays whom, and who does something with whom
        ("由医保局与医院直接结算", [({"medical-security:lead", "medical-institution:recipient"}, {"pay"})]),
        ("由医院与医保局直接结算", [({"medical-security:lead", "medical-institution:lead"}, {"pay"})]),
        ("由县残联与民政局进行信息比对", [({"disabled-fed:lead", "civil-affairs:joint"}, {"investigate"})]),
        ("由县残联与民政局制定办法", [({"disabled-fed:lead", "civil-affairs:lead"}, {"policy"})]),
        # an authority that applies to another, and others that do
        ("由救助站向法院提出申请", [({"rescue-station:lead", "court:recipient"}, {"accept"})]),
        # who is watched, in what
        ("残联加强医疗机构准入、退出等监管", [({"disabled-fed:lead", "medical-institution:recipient"}, {"supervise"})]),
        ("残联做好医疗机构监督管理", [({"disabled-fed:lead", "medical-institution:recipient"}, {"supervise"})]),
        ("残联配合医疗机构加强监管", [({"disabled-fed:assist", "medical-institution:lead"}, {"supervise"})]),
        # what is done right behind a case
        ("对符合条件的纳入农村低保范围", [(set(), {"implement"})]),
        ("民政局对不符合条件的说明理由", [({"civil-affairs:lead"}, {"inform"})]),
        ("对符合条件的认定为救助对象，必要时可以进行核查", [(set(), {"decide"}), (set(), {"investigate"})]),
        ("民政局加强对不符合条件的家庭的管理", [({"civil-affairs:lead"}, {"implement"})]),
        # a body that was just set up
        (
            "县人民政府成立救助工作领导小组，负责制定救助政策",
            [({"government:lead"}, {"coordinate"}), ({"leading-group:lead"}, {"policy"})],
        ),
        (
            "民政局成立宣讲队，负责救助宣传",
            [({"civil-affairs:lead"}, {"implement"}), ({"civil-affairs:lead"}, {"publicise"})],
        ),
        # whoever is told, placed by what stands before
        (
            "救助站应当通知返乡流浪人员或其监护人常住户口所在地的镇人民政府做好帮扶工作",
            [({"rescue-station:lead", "township:recipient"}, {"inform"})],
        ),
        # an authority described at length
        ("暂不具备直接支付条件的统筹地区民政局可以开设支出户", [({"civil-affairs:lead"}, {"fund"})]),
        ("县人民政府广泛调动社会各方面的力量", [({"government:lead"}, {"mobilise"})]),
        ("公安局充分调动警务资源，查找失踪儿童", [({"police:lead"}, {"investigate"})]),
        # what the public is to do belongs to rousing it
        ("民政局积极引导全社会关注儿童，关心、支持儿童工作", [({"civil-affairs:lead"}, {"mobilise"})]),
        # a cost described by who agreed to it
        ("经民政局审核同意发生的费用，由财政局支付", [({"finance:lead"}, {"pay"})]),
        # fields and what comes first
        ("民政局培育康复服务行业协会", [({"civil-affairs:lead"}, {"mobilise"})]),
        (
            "民政局先行垫付资金，救助后及时补办审批手续",
            [({"civil-affairs:lead"}, {"pay"}), ({"civil-affairs:lead"}, {"decide"})],
        ),
        # means of many kinds, whatever is done in them
        ("救助站应当运用信息系统、发布公告等方式，查找其父母", [({"rescue-station:lead"}, {"investigate"})]),
        # who is something, and therefore has to do something
        ("学校是教育学生的主要阵地，应当开展心理辅导", [({"school:lead"}, {"service"})]),
        # who is asked for advice gives it, and what is asked for behind it
        (
            "企业可以向就业服务机构咨询政策，申请用工服务",
            [({"employment-service:lead"}, {"service"}), ({"employment-service:lead"}, {"accept"})],
        ),
        ("企业可以咨询政策", [({"employer:lead"}, {"service"})]),
        # a noun behind 的 is no verb of the clause
        ("人民法院可以应受害人的请求作出裁定", [({"court:lead"}, {"decide"})]),
    ],
)
def test_construction(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a first piece that only describes what the rest is about
        ("职工应当享受的待遇费用，由医保局支付", [({"medical-security:lead"}, {"pay"})]),
        ("设立养老机构，应当具备条件", [(set(), set())]),
        ("设立养老机构，应当具备条件并备案", [(set(), {"inform"})]),
        ("由民政局通过多种途径，给予救助", [({"civil-affairs:lead"}, {"implement"})]),
        ("签订协议的县人民政府，可以开展调查", [({"government:lead"}, {"investigate"})]),
        # an agency deals with the violator, or the violator is the subject
        ("公安局对违反规定的，应当及时查处", [({"police:lead"}, {"sanction"})]),
        ("养老机构违反规定的，应当予以处罚", [(set(), {"sanction"})]),
        # work before a condition that is told anew
        ("民政局重点监测困难家庭，发现问题的，应当告知镇人民政府", 2),
        ("用人单位缴纳费用，且按照规定办理手续的，可以申请补贴", 1),
        # 若, 如果
        ("医生在工作中，若发现伤害，应当进行救治", [(set(), {"service"})]),
    ],
)
def test_topics_and_conditions(text: str, expected: Read | int) -> None:
    acts = read(text)
    assert (acts if isinstance(expected, list) else len(acts)) == expected


CHARGED = {
    "people that are the object": ("负责低保的对象审批。", ["housing"]),
    "staff that are the object": ("负责培训的人员审核。", ["housing"]),
    "a plain object": ("负责低保对象的审批。", ["housing"]),
    # who does the work is described, and is no agency
    "people described by their work": ("负责审核的工作人员应当出示证件。", []),
    "people described by what they join": ("参加培训的人员按照规定领取补贴。", []),
}


@pytest.mark.parametrize(("said", "agencies"), CHARGED.values(), ids=CHARGED)
def test_a_charge_in_a_list_of_duties_stays_with_its_body(said, agencies):
    text = f"某县职责\n一、县财政局：负责资金安排。\n二、县教育局：负责教育救助。\n三、县住房和城乡建设局：{said}\n"
    last = read_text("a.txt", text, "0", load_vocabulary()).provisions[-1]
    assert [a.agency for a in last.actors] == agencies
