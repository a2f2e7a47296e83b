"""Work that a sentence shares out: partners and helpers in what follows, mechanisms among bodies, nouns in a row."""

import pytest

from ingest.reading import read_text
from ontology.vocabulary import load_vocabulary
from tests.ingest.test_acts import Read, read

CIVIL = "civil-affairs:lead"
FINANCE = "finance:joint"
TOWN = "township:lead"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # how often the same work is done: still with the partner
        (
            "民政局会同财政局开展动态监测，每季度进行一次比对",
            [({CIVIL, FINANCE}, {"monitor"}), ({CIVIL, FINANCE}, {"investigate"})],
        ),
        ("民政局会同财政局制定方案，并组织实施", [({CIVIL, FINANCE}, {"policy"}), ({CIVIL, FINANCE}, {"implement"})]),
        # other work, another subject
        ("民政局会同财政局制定标准，向社会公布", [({CIVIL, FINANCE}, {"policy"}), ({CIVIL}, {"inform"})]),
        (
            "民政局会同财政局开展检查，教育局每月通报",
            [({CIVIL, FINANCE}, {"supervise"}), ({"education:lead"}, {"inform"})],
        ),
        # who works together in what is set up, and who is told to take part or help
        (
            "妇联应当建立公安、民政等部门的协作机制",
            [({"women-fed:lead", "police:joint", CIVIL.replace("lead", "joint")}, {"coordinate"})],
        ),
        (
            "应急局建立公安、卫健等部门参加的联动机制",
            [({"emergency:lead", "police:participate", "health:participate"}, {"coordinate"})],
        ),
        (
            "民政局健全财政、残联等单位配合的工作机制",
            [({CIVIL, "finance:assist", "disabled-fed:assist"}, {"coordinate"})],
        ),
        ("民政局完善部门协作机制", [({CIVIL}, {"coordinate"})]),
        ("民政局建立学校、医院等单位的台账", [({CIVIL}, {"inform"})]),
        # how often, before a partner; a body beside another
        ("残联每月与民政局核对名单", [({"disabled-fed:lead", "civil-affairs:joint"}, {"investigate"})]),
        (
            "经办机构建立台账，定期与财政部门对账",
            [({"handling-agency:lead"}, {"inform"}), ({"handling-agency:lead", FINANCE}, {"fund"})],
        ),
        ("镇人民政府与村民委员会应当公布名单", [({TOWN, "village:lead"}, {"inform"})]),
        ("人社局定期与企业签订协议", [({"hrss:lead"}, {"implement"})]),
        # the end of a name is no part of the word behind it
        ("残疾人联合会审核材料", [({"disabled-fed:lead"}, {"investigate"})]),
        ("无异议的报总工会审批", [({"unions:lead"}, {"decide"})]),
        ("民政、财政部门会审材料", [({CIVIL, "finance:lead"}, {"investigate"})]),
        ("救助站接受审计部门监督", [({"audit:lead", "rescue-station:recipient"}, {"supervise"})]),
        # several nouns of work, one of them in two words
        ("民政局负责政策拟订、资金使用计划编制和监督检查", [({CIVIL}, {"policy", "plan", "fund", "supervise"})]),
        ("镇人民政府承担供养的申请受理和调查审核", [({TOWN}, {"accept", "investigate"})]),
        ("财政局承担培训补贴", [({"finance:lead"}, {"fund"})]),
        ("财政局承担救治费用", [({"finance:lead"}, {"fund"})]),
        # nouns of work behind what describes them
        ("司法局开展预防和化解家庭矛盾的宣传", [({"justice:lead"}, {"publicise"})]),
        ("人社局对企业开展预防和处置欠薪的指导和检查", [({"hrss:lead", "employer:recipient"}, {"guide", "supervise"})]),
        ("民政局开展受理、审核工作", [({CIVIL}, {"accept", "investigate"})]),
        ("民政局做好受理、审核和资金的监管", [({CIVIL}, {"accept", "investigate", "supervise"})]),
        # X is told to act, for others too; what is put right is a sanction
        ("责成住建局对房屋进行排查", [({"housing:lead"}, {"monitor"})]),
        ("责令用人单位向劳动者支付工资", [({"employer:recipient"}, {"sanction"})]),
        # whoever asks is told; an authority finds out itself
        ("申请人有权向镇人民政府了解审核进度", [({TOWN}, {"inform"})]),
        ("民政局向公安局了解户籍情况", [({CIVIL}, {"monitor"})]),
        # whom the money is for in the first place is no work beside dealing it out
        ("住建局分配补助资金，优先支持低保户和特困人员", [({"housing:lead"}, {"fund"})]),
        (
            "住建局分配补助资金，优先支持企业改造",
            [
                ({"housing:lead"}, {"fund"}),
                (
                    {
                        "housing:lead",
                    },
                    {"mobilise"},
                ),
            ],
        ),
        # a fine by what was got
        ("民政局可以处骗取金额1倍以上3倍以下的罚款", [({CIVIL}, {"sanction"})]),
        ("民政局骗取资金的，处罚款", [(set(), {"sanction"})]),
        # what is said of a thing before a ban is an order of its own; what is done there is not
        ("所需经费从公益金中列支，严禁挪用", [(set(), {"fund"}), (set(), {"fund"})]),
        ("设立慈善组织，不得以营利为目的", [(set(), {"implement"})]),
        # who has failed at something, and when something has not come about
        (
            "未落实政策的学校，应当向教育局报告",
            [({"school:lead", "education:recipient"}, {"inform"})],
        ),
        ("未纳入低保范围的家庭，可以向镇人民政府申请救助", [({TOWN}, {"accept"})]),
    ],
)
def test_shared_work(text: str, expected: Read) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("卫健局负责筛查，财政局予以配合。建立筛查档案。", {"health"}),
        ("卫健局负责筛查，财政局负责拨款。建立专项台账。", {"finance"}),
        ("村民委员会宣传政策，协助乡镇做好核查。发现情况立即报告。", {"village"}),
        ("民政局负责认定，镇人民政府协助。生活补贴每人每月100元。", set()),
        ("民政局负责认定，镇人民政府协助。按月发放生活补贴。", {"civil-affairs"}),
    ],
)
def test_whose_work_is_behind_a_helper(text: str, leads: set[str]) -> None:
    found = read_text("办法.txt", f"第一条　{text}", "", load_vocabulary()).provisions[-1]
    assert {a.agency for a in found.actors} == leads


@pytest.mark.parametrize(
    ("label", "leads"),
    [
        ("市农业农村局（市乡村振兴局）", {"agriculture"}),
        ("市农业农村局、市乡村振兴局", {"agriculture", "poverty-rural"}),
        ("民政厅（局）", {"civil-affairs"}),
    ],
)
def test_a_second_sign_in_brackets_is_the_same_body(label: str, leads: set[str]) -> None:
    text = f"成员单位职责\n\n{label}：落实救助政策。\n教育局：落实资助政策。\n"
    found = read_text("办法.txt", text, "", load_vocabulary()).provisions[0]
    assert {a.agency for a in found.actors} == leads


@pytest.mark.parametrize(
    ("text", "aid"),
    [
        ("民政局负责低保、特困、临时救助的实施；负责联席会议日常事务。", {"social-assistance"}),
        ("民政局负责低保、特困、临时救助的实施；定期公布名单。", {"dibao", "tekun", "temporary"}),
    ],
)
def test_another_duty_is_about_an_aid_of_its_own(text: str, aid: set[str]) -> None:
    found = read_text("职责.txt", f"社会救助职责\n\n{text}\n", "", load_vocabulary()).provisions[-1]
    assert set(found.aid) == aid
