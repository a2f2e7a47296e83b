"""Work joined, handed over, only spoken of or asked of others: what each clause orders and of whom."""

import pytest

from ingest.reading import read_text
from kg.enums import Role
from ontology.vocabulary import load_vocabulary
from tests.ingest.test_acts import Read, read

L = "{}:lead".format
CIVIL = L("civil-affairs")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # verbs joined by 、 share the object behind the last
        ("民政局负责协调、指导救助工作", [({CIVIL}, {"coordinate", "guide"})]),
        ("民政局负责组织、协调、指导、检查救助工作", [({CIVIL}, {"implement", "coordinate", "guide", "supervise"})]),
        ("民政局负责受理、审核低保申请", [({CIVIL}, {"accept", "investigate"})]),
        ("民政局负责救助、供养等工作", [({CIVIL}, {"implement"})]),
        ("民政局负责救助工作的指导和监督检查", [({CIVIL}, {"guide", "supervise"})]),
        ("民政局制定政策并组织实施", [({CIVIL}, {"policy", "implement"})]),
        ("财政局加强资金使用绩效评价和监督检查", [({L("finance")}, {"supervise"})]),
        ("财政局加强资金使用管理", [({L("finance")}, {"fund"})]),
        # whoever is watched is no one who watches
        (
            "救助站接受民政局、审计局的指导和监督",
            [({CIVIL, L("audit"), "rescue-station:recipient"}, {"guide", "supervise"})],
        ),
        ("救助资金应当接受财政部门监督", [({L("finance")}, {"supervise"})]),
        ("救助站接受社会监督", [({L("rescue-station")}, {"supervise"})]),
        ("救助站接受民政局的捐赠", [({L("rescue-station")}, set())]),
        ("民政局负责养老机构的监督", [({CIVIL, "welfare-home:recipient"}, {"supervise"})]),
        ("民政局加强对养老机构消防工作的监督", [({CIVIL, "welfare-home:recipient"}, {"supervise"})]),
        ("民政局督促本行政区域内的救助站整改", [({CIVIL, "rescue-station:recipient"}, {"supervise"})]),
        ("民政局督促养老机构的经营者整改", [({CIVIL}, {"supervise"})]),
        # where people are brought, to whom money and matters are sent
        ("民政局将其安置到福利机构", [({CIVIL, "welfare-home:recipient"}, {"implement"})]),
        ("公安局护送流浪人员到救助站", [({L("police"), "rescue-station:recipient"}, {"service"})]),
        ("民政局提供服务到养老机构", [({CIVIL}, {"service"})]),
        ("财政局将资金拨付民政局", [({L("finance"), "civil-affairs:recipient"}, {"fund"})]),
        ("镇人民政府移送县民政局处理", [({L("township"), "civil-affairs:recipient"}, {"coordinate"})]),
        ("镇人民政府报县民政局处理", [({CIVIL}, {"implement"})]),
        ("残联向有关部门发出督促处理书", [({L("disabled-fed"), "unresolved:recipient"}, {"supervise"})]),
        ("民政局受理后，可委托村民委员会核实", [({CIVIL, "village:delegate"}, {"investigate"})]),
        ("人社局开展技能培训和就业指导", [({"hrss:lead"}, {"train", "service"})]),
        ("用人单位给予护理假", [({"employer:lead"}, {"implement"})]),
        ("用人单位给予护理", [({"employer:lead"}, {"service"})]),
        ("查找不到监护人的，由民政局办理", [({CIVIL}, {"implement"})]),
        ("民政局查找监护人", [({CIVIL}, {"investigate"})]),
        ("民政局给予每人低保标准六倍以下的临时救助", [({CIVIL}, {"pay"})]),
        ("民政局给予每人适当的临时救助", [({CIVIL}, {"implement"})]),
        # who agrees to something leads in it, unless it is people's to have
        (
            "经受理申请的镇人民政府审查同意，可以中止救助",
            [({L("township")}, {"investigate"}), ({L("township")}, {"implement"})],
        ),
        ("经民政局确认，可以继续领取低保金", [({CIVIL}, {"decide"}), (set(), {"pay"})]),
        # an aid that is an act keeps its verb
        ("学校应当减免学费", [({L("school")}, {"implement"})]),
        ("医保局资助参加城乡居民基本医疗保险", [({L("medical-security")}, {"pay"})]),
        ("学生享受减免学费政策", [(set(), {"implement"})]),
        # measures are work, ways are not
        ("学校应当及时采取保护措施", [({L("school")}, {"implement"})]),
        ("学校应当采取措施加强管理", [({L("school")}, {"implement"})]),
        # what is told, to whom
        ("审计局将审计结果向民政局通报", [({L("audit"), "civil-affairs:recipient"}, {"inform"})]),
        ("总工会将信息推送民政局", [({L("unions"), "civil-affairs:recipient"}, {"inform"})]),
        ("医保局将信息推送给民政局", [({L("medical-security"), "civil-affairs:recipient"}, {"inform"})]),
        ("民政局在每年10月底前向财政局报送预算", [({CIVIL, "finance:recipient"}, {"inform"})]),
        ("申请人应当在5日内向民政局提出申请", [({CIVIL}, {"accept"})]),
        ("医院应当与医保局按月结算", [({L("medical-institution"), "medical-security:joint"}, {"pay"})]),
        # 受理后N日内 is when, not what
        ("镇人民政府应当在受理后10个工作日内完成调查核实", [({L("township")}, {"investigate"})]),
        # asking an agency to settle a dispute
        ("父母与学校发生争议的，可以申请教育局处理", [({L("education")}, {"appeal"})]),
        ("父母可以申请教育局确认", [({L("education")}, {"accept"})]),
        # what an office is asked or has to do besides, and who stands in for whom
        ("民政局负责资金的筹集和监督管理", [({CIVIL}, {"fund", "supervise"})]),
        ("民政局负责供养资金的筹集和监督管理", [({CIVIL}, {"fund", "supervise"})]),
        (
            "村民委员会发现困境儿童立即向公安局报告",
            [({L("village"), "police:recipient"}, {"monitor", "inform"})],
        ),
        ("可以由村民委员会代为申请", [({"village:delegate"}, {"accept"})]),
        ("可以由村民委员会申请", [({L("village")}, {"accept"})]),
        (
            "各地要建立政府领导、民政牵头、部门协作的工作机制",
            [({"civil-affairs:lead", "government:lead", "unresolved:assist"}, {"coordinate"})],
        ),
        # agencies keep the work where others are named after them; all the world is nobody in particular
        ("民政局以及其他组织和个人应当救助困难群众", [({CIVIL}, {"implement"})]),
        ("任何组织和个人不得泄露申请人的信息", [(set(), {"inform"})]),
        ("有关部门做好配合工作", [({"unresolved:assist"}, {"implement"})]),
        (
            "指挥部对县人民政府开展救助工作进行督查",
            [({L("leading-group"), "government:recipient"}, {"supervise"})],
        ),
        ("民政局对县人民政府申报的项目进行审核", [({CIVIL}, {"investigate"})]),
        (
            "由民政局委托具备资质的医疗机构进行评估",
            [({CIVIL, "medical-institution:delegate"}, {"investigate"})],
        ),
        ("医保局按月向民政局推送信息", [({L("medical-security"), "civil-affairs:recipient"}, {"inform"})]),
        ("民政局按月发放救助金", [({CIVIL}, {"pay"})]),
        # 其 is whoever was told before; a noun that ends in a verb's object has things done to it
        (
            "养老机构应当报告镇人民政府，由其审核",
            [({L("welfare-home"), "township:recipient"}, {"inform"}), ({L("township")}, {"investigate"})],
        ),
        ("民政局公布名单，由其监护人领取补贴", [({CIVIL}, {"inform"}), (set(), {"pay"})]),
        ("照料护理标准由民政局制定", [({CIVIL}, {"policy"})]),
        ("民政局将供养资金拨付到养老机构", [({CIVIL, "welfare-home:recipient"}, {"fund"})]),
        ("初审合格材料报送县残联进行审核", [({L("disabled-fed")}, {"investigate"})]),
        ("其余资金由市、县两级财政负担", [({L("finance")}, {"fund"})]),
        ("残疾人可择高申领一类补贴", [(set(), {"accept"})]),
        # words that only look like others
        ("民政局每年组织经办人员培训不少于2次", [({CIVIL}, {"train"})]),
        ("学校从事业收入中提取经费用于资助", [({L("school")}, {"fund"})]),
        ("民政局在执法检查中做好困难群众的发现工作", [({CIVIL}, {"monitor"})]),
        ("联系指挥部成员单位", [(set(), {"coordinate"})]),
        # bans
        ("学校不得拒绝招收残疾儿童", [({L("school")}, {"implement"})]),
        ("学校不得拒绝家长探望", [({L("school")}, set())]),
        ("学校应当尊重学生，不得体罚", [({L("school")}, set()), ({L("school")}, set())]),
    ],
)
def test_work(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what an agency does only describes which thing is meant
        ("政府举办的敬老院用地，应当优先保证", [(set(), set())]),
        ("政府设立的救助站应当提供食宿", [({L("rescue-station")}, {"service"})]),
        ("省人民政府编制的规划，应当公布", [(set(), {"inform"})]),
        ("省人民政府编制规划，应当公布", [({L("government")}, {"inform"})]),
        # what comes before the marker is what is spoken of
        ("养老服务设施建设用地，可以采取出让方式供应", [(set(), {"service"})]),
        ("本条例所称养老服务，是指生活照料等服务", [(set(), {"service"})]),
        # those encouraged do it, not the government
        ("鼓励企业发挥自身优势，为老年人提供养老服务", [(set(), {"mobilise"})]),
        ("鼓励企业参与养老服务，完善扶持政策", [(set(), {"mobilise"}), (set(), {"policy"})]),
    ],
)
def test_what_is_only_spoken_of(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("民政局应当会同财政局制定标准，开展检查；公布名单。", [True, True]),
        ("民政局应当会同财政局制定标准。民政局公布名单。", [True, False]),
        ("民政局制定标准，会同财政局开展检查；公布名单。", [False, False]),
        ("标准由民政局会同财政局制定，并向社会公布。", [True, False]),
        ("民政局应当会同财政局制定标准；残联公布名单。", [True, False]),
    ],
)
def test_partners_right_behind_the_marker_take_part_in_all_of_the_sentence(text: str, joint: list[bool]) -> None:
    reading = read_text("a.txt", f"某县救助办法\n第一条　{text}\n", "0", load_vocabulary())
    found = [any(a.role is Role.JOINT for a in p.actors) for p in reading.provisions]
    assert [found[0], found[-1]] == joint


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what is decided of people goes on from the paragraph before
        ("民政局应当动态管理。\n对核实的家庭，应当公布名单。", ["civil-affairs"]),
        ("民政局应当动态管理。\n家庭收入发生变化的，应当及时增加救助金额。", ["civil-affairs"]),
        ("民政局应当动态管理。\n家庭收入发生变化的，应当及时告知。", []),
        ("民政局应当动态管理。\n对决定不服的，应当先行申请复核。", []),
        ("救助站应当动态管理。\n对核实的家庭，民政局应当公布名单。", ["civil-affairs"]),
        ("养老机构应当动态管理。\n对核实的家庭，应当公布名单。", []),
        # a thing holds something, or other rules settle it
        ("养老机构应当提交安置方案。安置方案应当载明老年人的数量。", []),
        ("养老机构应当提交安置方案。安置方案应当及时公布。", ["welfare-home"]),
        ("民政局应当审核申请。档案的保存期限，按照国家有关规定执行。", []),
        # orders go on behind a sentence about somebody else
        ("县政府制定规划。社会力量举办的机构和政府举办的机构在准入方面执行相同的政策。加强人才培养。", ["government"]),
        ("养老机构制定规划。社会力量举办的机构和政府举办的机构在准入方面执行相同的政策。加强人才培养。", []),
    ],
)
def test_whose_work_the_next_sentence_is(text: str, wanted: list[str]) -> None:
    reading = read_text("a.txt", f"某县救助办法\n第一条　{text}\n", "0", load_vocabulary())
    assert [a.agency for a in reading.provisions[-1].actors] == wanted
