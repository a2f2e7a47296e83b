"""Parties beside the one that acts: who guides or helps it, who is paid, where people register; and places."""

import pytest

from ingest.reading import read_text
from ontology.vocabulary import load_vocabulary
from tests.ingest.test_acts import Read, read

CIVIL = "civil-affairs:lead"
FINANCE = "finance:lead"
TOWN = "township:lead"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # under whose guidance, and with whose help
        (
            "敬老院在民政局的业务指导下，开展照料服务",
            [({CIVIL, "welfare-home:recipient"}, {"guide"}), ({"welfare-home:lead"}, {"service"})],
        ),
        (
            "救助站应当在民政局指导、监督下提供服务",
            [({CIVIL, "rescue-station:recipient"}, {"guide", "supervise"}), ({"rescue-station:lead"}, {"service"})],
        ),
        ("在民政局指导下，村民委员会开展调查", [({"village:lead"}, {"investigate"})]),
        ("在县人民政府领导下，民政局负责审核工作", [({CIVIL}, {"investigate"})]),
        ("镇人民政府在村民委员会协助下进行调查", [({TOWN, "village:assist"}, {"investigate"})]),
        (
            "在村民委员会、学校及热心群众的配合下，民政局组织调查",
            [({CIVIL, "village:assist", "school:assist"}, {"investigate"})],
        ),
        ("在特殊情况下，民政局可以简化程序", [({CIVIL}, {"policy"})]),
        # bodies that a first piece describes, and lists that close with a body described
        ("依法履行监护职责的村民委员会或者民政局，对孤儿可以安排寄养", [({"village:lead", CIVIL}, {"service"})]),
        ("依法履行监护职责的村民委员会，对孤儿，可以安排寄养", [({"village:lead"}, {"service"})]),
        ("建设养老机构，对老人应当提供照料", [(set(), {"implement"}), (set(), {"service"})]),
        (
            "学校、村民委员会、密切接触儿童的单位及其工作人员，在工作中发现险情的，应当向公安机关报告",
            [({"school:lead", "village:lead", "police:recipient"}, {"inform"})],
        ),
        # who stands by only helps
        ("有关部门应当给予支持和配合", [({"unresolved:assist"}, {"implement"})]),
        ("民政局应当给予支持", [({CIVIL}, {"implement"})]),
        # to whom money goes, and whose account it goes through
        ("财政局将补助资金拨付给镇人民政府", [({FINANCE, "township:recipient"}, {"fund"})]),
        ("财政局将补助资金下达至县民政局", [({FINANCE, "civil-affairs:recipient"}, {"fund"})]),
        ("医保局将费用支付到医院", [({"medical-security:lead", "medical-institution:recipient"}, {"pay"})]),
        ("基金应当存入财政局开设的专户", [(set(), {"fund"})]),
        ("所需经费由县级财政直接拨付敬老院", [({FINANCE, "welfare-home:recipient"}, {"fund"})]),
        ("财政局审核后将资金支付给学校", [({FINANCE, "school:recipient"}, {"investigate", "pay"})]),
        ("民政局组织灾后恢复重建", [({CIVIL}, {"implement"})]),
        ("民政局向财政局提出资金支付申请", [({CIVIL, "finance:recipient"}, {"fund", "inform"})]),
        ("申请人向民政局提出救助申请", [({CIVIL}, {"accept"})]),
        # at which body people register
        ("求职者由本人在镇人民政府办理求职登记", [({TOWN}, {"accept"})]),
        ("申请人在社区居民委员会报名", [({"village:lead"}, {"accept"})]),
        ("民政局在救助站设立登记点", [({CIVIL}, {"accept"})]),
        ("创业者由本人到镇人民政府办理就业登记", [({TOWN}, {"accept"})]),
        ("医疗费由事故发生地县（市、区）民政局解决", [({CIVIL}, {"pay"})]),
        ("医疗费由救助行为发生地的村民解决", [(set(), {"pay"})]),
        ("失业人员凭失业证到银行领取补贴", [({"other-body:lead"}, {"pay"})]),
        ("失业人员凭失业证享受就业扶持", [(set(), {"implement"})]),
        ("民政局到银行领取资金", [({CIVIL, "other-body:recipient"}, {"pay"})]),
        ("同级财政可给予补助", [({FINANCE}, {"pay"})]),
        ("村民名单应当在选举日的二十日前由民政局公布", [({CIVIL}, {"inform"})]),
        ("由民政局核定其应当缴纳的费用", [({CIVIL}, {"investigate"})]),
        ("民政局的决定其应当执行", [(set(), {"implement"})]),
        ("具体办法由省、自治区的人民代表大会规定", [({"people-congress:lead"}, {"policy"})]),
        # who leads and who helps in what is set up
        (
            "建立在政府统一领导下，民政局统筹协调，教育、公安等部门各司其职、密切配合的工作机制",
            [({"government:lead", CIVIL, "education:assist", "police:assist"}, {"coordinate"})],
        ),
        (
            "建立政府主导，民政局牵头，教育、公安等部门分工负责、密切配合的工作机制",
            [({CIVIL, "education:assist", "police:assist"}, {"coordinate"})],
        ),
        # who applies for others, and who applies
        ("其近亲属、村民委员会可以代为提出申请", [({"village:delegate"}, {"accept"})]),
        ("村民委员会可以代为发放救助金", [({"village:lead"}, {"pay"})]),
        # whom a check confirms
        ("经村民委员会核实情况属实的，给予救助", [({"village:lead"}, {"investigate"}), (set(), {"implement"})]),
        ("经审核符合条件的，给予救助", [(set(), {"implement"})]),
        ("由民政局责令改正，并对责任人员给予处分", [({CIVIL}, {"sanction"}), ({CIVIL}, {"sanction"})]),
        # an employer sees to papers, which others accept
        ("用人单位应当为职工办理失业登记", [({"employer:lead"}, {"implement"})]),
        ("用人单位应当向民政局办理登记", [({CIVIL}, {"accept"})]),
        ("由民政局向财政局提出支付申请", [({CIVIL, "finance:recipient"}, {"fund", "inform"})]),
        ("残疾人工作委员会的日常工作由残联负责", [({"disabled-fed:lead"}, {"coordinate"})]),
        ("残疾人工作委员会的办事机构负责日常工作", [({"disability-committee:lead"}, {"coordinate"})]),
        ("残疾人工作委员会的会议负责通报情况", [(set(), {"inform"})]),
        ("医疗单位应当提供治疗", [({"medical-institution:lead"}, {"service"})]),
        ("新闻单位应当宣传救助政策", [({"other-body:lead"}, {"publicise"})]),
        # places are nobody, divisions are their governments
        ("各地应当制定实施细则", [(set(), {"policy"})]),
        ("条件成熟的地区可以提高标准", [(set(), {"policy"})]),
        ("各县（市、区）应当制定实施细则", [({"government:lead"}, {"policy"})]),
        ("各县（市、区）民政局负责审批", [({CIVIL}, {"decide"})]),
        # a name with its verb, and a name that ends in the same word
        ("残联组织残疾人开展调查", [({"disabled-fed:lead"}, {"investigate"})]),
        ("残联组织应当开展调查", [({"disabled-fed:lead"}, {"investigate"})]),
        # who sends people out to do it
        ("县民政局派出工作组赴灾区核查情况", [({CIVIL}, {"investigate"})]),
        # rules that a body follows are not laid down by it
        ("财政局按规定将资金下达到各县区", [({FINANCE, "government:recipient"}, {"fund"})]),
    ],
)
def test_parties(text: str, expected: Read) -> None:
    assert read(text) == expected


def acting(*paragraphs: str) -> list[set[str]]:
    """Who acts in each provision of an act with these paragraphs in one article."""
    text = "某县社会救助办法\n\n第一条　" + "\n".join(paragraphs) + "\n"
    return [{a.agency for a in p.actors} for p in read_text("办法.txt", text, "", load_vocabulary()).provisions]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        # who gave an order punishes those who do not follow it; superiors discipline their own people
        (("由民政部门责令改正；拒不改正的，处以罚款。",), [{"civil-affairs"}, {"civil-affairs"}]),
        (("由民政部门责令改正；对责任人员依法给予处分。",), [{"civil-affairs"}, set()]),
        # who grants goes on granting in the next paragraph; people go on by themselves
        (
            ("对特困人员，由民政部门给予供养。", "对特困人员参加医疗保险的费用给予资助。"),
            [{"civil-affairs"}, {"civil-affairs"}],
        ),
        (("对特困人员，由民政部门给予供养。", "特困人员可以自行选择供养形式。"), [{"civil-affairs"}, set()]),
        (("民政部门应当公布标准。", "对特困人员给予补助。"), [{"civil-affairs"}, set()]),
    ],
)
def test_who_goes_on(paragraphs: tuple[str, ...], expected: list[set[str]]) -> None:
    assert acting(*paragraphs) == expected
