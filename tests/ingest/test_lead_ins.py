"""First pieces of a sentence that only name what the rest is about, beside those that are work of their own."""

import pytest

from tests.ingest.test_acts import Read, read

CIVIL = "civil-affairs:lead"
FINANCE = "finance:lead"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # work of its own: a verb with its object, a preposition before it
        ("开展就业培训工作，由财政局负责补贴", [(set(), {"train"}), ({FINANCE}, {"pay"})]),
        ("加强对资金的监督检查，由财政局负责拨付", [(set(), {"supervise"}), ({FINANCE}, {"fund"})]),
        ("建立救助台账，由民政局公布名单", [(set(), {"inform"}), ({CIVIL}, {"inform"})]),
        # what is done before it
        ("申请人向乡镇人民政府提出申请，由民政局审批", [({"township:lead"}, {"accept"}), ({CIVIL}, {"decide"})]),
        ("申请人填写申请表并提供证明材料，由民政局审批", [(set(), {"accept"}), ({CIVIL}, {"decide"})]),
        # what 由 says the doer of
        ("救助对象提出的申请，由民政局审批", [({CIVIL}, {"decide"})]),
        ("残疾军人的移交接收，由民政局组织办理", [({CIVIL}, {"implement"})]),
        ("随迁家属户口的迁移、登记等手续，由公安局及时办理", [({"police:lead"}, {"accept"})]),
        ("安排工作的士兵量化评分的具体办法，由民政局制定", [({CIVIL}, {"policy"})]),
        ("基金筹集使用管理办法，由财政局制定", [({FINANCE}, {"policy"})]),
        ("村民委员会同意成立的文艺团体，由民政局实施管理", [({CIVIL}, {"implement"})]),
        # why and for whom, said before everything else
        ("因地制宜开展救助，由民政局公布名单", [(set(), {"implement"}), ({CIVIL}, {"inform"})]),
        ("因编制调整建立台账，由民政局公布名单", [({CIVIL}, {"inform"})]),
        ("未纳入低保范围，收入较低的家庭，可以申请临时救助", [(set(), {"accept"})]),
        ("未经民政局批准，不得开展救助", [({CIVIL}, {"decide"}), (set(), {"implement"})]),
    ],
)
def test_first_pieces(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an act that is named before the marker: who is asked, what is barred
        ("开展救助活动应当遵守法律", [(set(), set())]),
        ("民政局开展救助应当经财政局批准", [({FINANCE}, {"decide"})]),
        ("从事代理业务应当经民政局批准", [({CIVIL}, {"decide"})]),
        ("办理手续不得收取费用", [(set(), set())]),
        # who learns of a wrong has done none
        ("用人单位骗取资金的，应当及时移送公安局", [({"police:recipient"}, {"coordinate"})]),
        (
            "镇人民政府发现骗取资金的，在停止救助的同时，应当移送公安局处理",
            [({"township:lead", "police:recipient"}, {"coordinate"})],
        ),
        # taking part that only describes, or that others do
        ("民政局参加方便居民的活动", [({"civil-affairs:participate"}, {"implement"})]),
        ("民政局建设方便残疾人参加的站点", [({CIVIL}, {"implement"})]),
        ("民政局为居民参与活动提供必要的资金", [({CIVIL}, {"pay"})]),
        ("民政局或者其授权的镇人民政府审核申请", [({CIVIL, "township:delegate"}, {"investigate"})]),
    ],
)
def test_whose_work_a_piece_is(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is encouraged is named first, and then to what; what the state gives is no part of it
        ("鼓励社会力量，结合自身优势，配合民政局开展救助", [(set(), {"mobilise"})]),
        ("鼓励学校设置护理专业，培养护理人才", [(set(), {"mobilise"})]),
        ("鼓励企业招用残疾人，对其给予补贴", [(set(), {"mobilise"}), (set(), {"pay"})]),
        ("鼓励企业招用残疾人，由财政局给予补贴", [(set(), {"mobilise"}), ({FINANCE}, {"pay"})]),
        ("鼓励社会力量参与，完善救助政策", [(set(), {"mobilise"}), (set(), {"policy"})]),
        # what others are made to do, and what comes about between others
        ("民政局建立台账，确保医院先救治", [({CIVIL}, {"inform"})]),
        ("确保医院及时救治病人", [({"medical-institution:lead"}, {"service"})]),
        ("民政局建立救助站，促进居民与学校对接", [({CIVIL}, {"implement"})]),
        # bodies listed in pieces of their own
        (
            "民政局、公安局等部门或者机构，工会等团体，以及金融机构应当予以配合",
            [({f"{i}:assist" for i in ("civil-affairs", "police", "unions", "other-body")}, {"implement"})],
        ),
        ("民政局核对用水支出，以及在学校就读等情况", [({CIVIL}, {"investigate"})]),
        # no body of those named does it
        ("无工作单位的，从基金中给予补助", [(set(), {"pay"})]),
        ("工作单位无力支付的，从基金中支付", [(set(), {"pay"})]),
        ("工作单位拖延支付的，从基金中支付", [({"employer:lead"}, {"pay"})]),
        # beside another word of helping, behind a description, to people described
        ("工会应当协助、支持民政局做好救助工作", [({"unions:assist", CIVIL}, {"implement"})]),
        ("工会应当支持民政局做好救助工作", [({"unions:lead"}, {"mobilise"})]),
        ("负责收治病人的指定医院应当及时救治", [({"medical-institution:lead"}, {"service"})]),
        ("民政局应当向接受指派的律师支付补贴", [({CIVIL}, {"pay"})]),
        ("民政局应当向财政局报告补贴的发放", [({CIVIL, "finance:recipient"}, {"inform"})]),
        ("用人单位应当制定禁止性骚扰的制度", [({"employer:lead"}, {"policy"})]),
    ],
)
def test_who_and_what_goes_on(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # matters that a body has: whoever is named behind 由 acts, or whoever has them lets others act
        ("人民法院指定辩护的案件，由该市法律援助机构受理", [({"legal-aid-institution:lead"}, {"accept"})]),
        (
            "村民委员会入户调查，由镇人民政府公示",
            [({"village:lead"}, {"investigate"}), ({"township:lead"}, {"inform"})],
        ),
        ("救助站受理的事项，可以委托村民委员会办理", [({"rescue-station:lead", "village:delegate"}, {"implement"})]),
        ("符合条件的事项，可以委托村民委员会办理", [({"village:delegate"}, {"implement"})]),
        # what is left out is no act
        ("民政局应当公示名单，但残联自愿提供服务的除外", [({CIVIL}, {"inform"})]),
        ("民政局应当公示名单，残联提供服务", [({CIVIL}, {"inform"}), ({"disabled-fed:lead"}, {"service"})]),
        # a school in one clause, whoever is ordered in the next; a school behind what describes it
        ("学校招收残疾学生，财政局应当拨付经费", [({FINANCE}, {"fund"})]),
        ("民政局公示名单，财政局应当拨付经费", [({CIVIL}, {"inform"}), ({FINANCE}, {"fund"})]),
        ("招收残疾学生的学校对困难学生，应当减免学费", [({"school:lead"}, {"implement"})]),
        ("对招收残疾学生的学校，应当给予补贴", [(set(), {"pay"})]),
        # bodies that only own, or are quoted
        ("救助站所需经费列入预算", [(set(), {"fund"})]),
        ("国务院《救助条例》另有规定的，从其规定", [(set(), set())]),
        ("县人民政府负责修志的机构应当公布名录", [({"other-body:lead"}, {"inform"})]),
        ("民政局向养老机构购买养老服务", [({CIVIL}, {"service"})]),
        ("民政局购买设备", [({CIVIL}, set())]),
    ],
)
def test_whose_matters(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who has an advantage, said first; besides what; what others take part in
        ("个人捐赠财产，依照规定享受税收优惠", [(set(), {"implement"})]),
        ("除审核材料外，民政局应当公示名单", [({CIVIL}, {"inform"})]),
        ("审核材料后，民政局应当公示名单", [({CIVIL}, {"inform"})]),
        ("民政局应当为老年人参与社会活动创造条件", [({CIVIL}, set())]),
        ("民政局应当参与社会活动", [({"civil-affairs:participate"}, {"implement"})]),
        ("由残联核发证件，享受优惠待遇", [({"disabled-fed:lead"}, {"inform"}), (set(), {"implement"})]),
        ("规模在五百张以上的养老机构应当公示名单", [({"welfare-home:lead"}, {"inform"})]),
        ("子女报考高等学校，按照规定给予补助", [(set(), {"pay"})]),
        ("民政局责令将财产用于救助", [({CIVIL}, {"sanction"})]),
    ],
)
def test_advantages_and_exceptions(text: str, expected: Read) -> None:
    assert read(text) == expected
