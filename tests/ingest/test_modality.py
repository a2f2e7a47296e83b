"""The force of a clause from its marker, its subject and what it allows."""

import pytest

from ingest.extract.force.modality import modality_of
from ingest.extract.force.voice import Voice


def force(words: str, marker: str = "", *, agency: bool = False, person: bool = False, people: bool = False) -> str:
    return modality_of(Voice(words, marker, agency, person, False, ("implement",), people=people)).value


@pytest.mark.parametrize(
    ("words", "marker", "agency", "person", "people", "expected"),
    [
        ("救助基金由下列各项构成", "", False, False, False, "definition"),
        ("所需经费，包括人员经费，列入预算", "", False, False, False, "obligation"),
        ("老年人的婚姻自由受法律保护", "", False, False, True, "declaration"),
        ("受法律保护的老年人应当得到照料", "obligation", False, False, True, "obligation"),
        ("入伍前是企业职工的，退役后允许复工", "", False, False, True, "obligation"),
        ("其近亲属、村民委员会可以代为申请", "permission", True, False, False, "right"),
        ("村民委员会可以代为保管", "permission", True, False, False, "permission"),
        ("老年人继续享有相应待遇", "", False, False, True, "entitlement"),
        ("可以通过政务平台提出申请", "permission", False, False, False, "right"),
        ("县民政局可以通过政务平台受理申请", "permission", True, False, False, "permission"),
        ("本办法所称收入，是指家庭成员依法应当取得的全部收入", "obligation", False, True, False, "definition"),
        ("所称设施应当符合标准", "obligation", False, False, False, "obligation"),
        ("边缘家庭一般指收入低于低保标准1.5倍的家庭", "", False, False, True, "definition"),
        ("救助站的救助是一项临时措施", "", True, False, False, "declaration"),
        ("救助对象是特困人员和孤儿", "", False, False, True, "definition"),
        ("实行教育和处罚相结合的原则", "obligation", False, False, False, "declaration"),
        ("强化政府属地管理责任", "", False, False, False, "obligation"),
        ("本县户籍的低保家庭妇女，一次性发放救助金", "", False, False, False, "obligation"),
        ("本县建立低保制度", "", False, False, False, "declaration"),
        ("因工作需要，可以不公开招标", "obligation", True, False, False, "permission"),
        ("重度残疾人，由县人民政府代缴保险费", "", True, False, True, "entitlement"),
        ("职工缴纳的保险费，由单位代扣代缴", "", True, False, True, "obligation"),
        ("对低保家庭优先实施危房改造", "", False, False, True, "entitlement"),
        ("本县户籍的最低生活保障家庭中患病的妇女，一次性发放救助金1万元", "", False, False, True, "entitlement"),
        ("本县保障困难群众基本生活", "", False, False, True, "declaration"),
        ("对考入大学的残疾人给予奖励", "", False, False, True, "entitlement"),
        ("对助残工作成绩突出的单位给予奖励", "", False, False, True, "obligation"),
        ("民政部门应当受理申请", "obligation", True, False, False, "obligation"),
        ("任何单位和个人不得挪用", "prohibition", False, True, False, "prohibition"),
        ("符合条件的当事人应当获得法律援助", "obligation", False, False, True, "entitlement"),
        ("申请人经审查可以获得临时救助", "permission", True, False, False, "entitlement"),
        ("医疗机构应当获得执业许可", "obligation", False, False, False, "obligation"),
        ("县民政局可以委托镇人民政府审批", "permission", True, False, False, "permission"),
        ("低保对象可以申请医疗救助", "permission", False, True, True, "entitlement"),
        ("申请人可以依法申请行政复议", "permission", False, True, True, "right"),
        ("没有委托代理人的，可以向法律援助机构申请法律援助", "permission", True, True, True, "entitlement"),
        ("国家对特困人员给予供养", "", False, False, True, "entitlement"),
        ("低保对象免予核查", "", False, False, True, "entitlement"),
        ("国家鼓励社会力量参与救助", "", False, False, False, "encouragement"),
        ("各级人民政府应当鼓励社会力量参与救助", "obligation", True, False, False, "obligation"),
        ("本办法所称低保，是指最低生活保障", "", False, False, False, "definition"),
        ("申请人未补正材料的，视为撤回申请", "", True, True, False, "definition"),
        ("为了规范救助工作，制定本办法", "", False, False, False, "declaration"),
        ("救助工作遵循公开、公平的原则", "", False, False, False, "declaration"),
        ("本办法自2025年1月1日起施行", "", False, False, False, "declaration"),
        ("民政部门负责低保的审批", "", True, False, False, "obligation"),
        ("对低保家庭，由民政部门给予临时救助", "", True, False, True, "entitlement"),
        ("对边缘家庭中的重病患者，纳入低保救助范围", "", False, False, True, "entitlement"),
        ("未按照规定缴费的，职工不享受待遇", "", False, False, True, "prohibition"),
        ("停止待遇期间的费用，基金不予支付", "", False, False, True, "prohibition"),
        ("公民有依法参加基本医疗保险的权利和义务", "", False, True, False, "right"),
        ("承包土地代耕的收益归特困人员所有", "", False, False, True, "right"),
        ("救助对象范围包括", "", False, False, True, "definition"),
        ("培训对象为低保家庭中的失业人员", "", False, False, True, "definition"),
        ("培训对象向镇人民政府提出书面申请", "", False, False, True, "obligation"),
        ("社会救助分为基本生活救助和专项社会救助", "", False, False, False, "definition"),
        ("本市根据经济发展水平，建立生活补贴制度", "", False, False, False, "declaration"),
        ("工作应当贯彻预防为主的方针", "obligation", False, False, False, "declaration"),
        ("人民法院有权终止协议", "right", True, False, False, "permission"),
        ("评估工作也可以委托第三方机构承担", "obligation", True, False, False, "permission"),
        ("确有困难的，可以由村民委员会代为申请", "permission", True, False, False, "right"),
        ("满18周岁后仍在校就读的孤儿，可以继续享受生活补贴", "permission", True, False, True, "entitlement"),
        ("失业人员可以自登记次月起，按月领取失业保险金", "permission", False, False, True, "entitlement"),
        ("书面申请确有困难的，可以口头申请", "permission", False, False, False, "right"),
        ("对自主创业的人员，可以按照有关规定减免税收", "permission", False, False, True, "permission"),
        ("申办残疾人证，免交工本费", "", False, False, True, "entitlement"),
        ("政府通过提供补贴等措施，鼓励用人单位提供见习岗位", "", True, False, True, "encouragement"),
        ("国家推行生育保险制度", "", False, False, False, "declaration"),
        ("符合两类补贴条件的，可以择高申领其中一类", "permission", False, True, True, "entitlement"),
        ("不重复享受同一资助项目", "", False, False, True, "prohibition"),
        ("低保家庭还可以就下列事项申请法律援助", "permission", False, True, True, "entitlement"),
        ("已经提交的材料，不再要求重复提交", "", False, False, False, "entitlement"),
        ("无需出具收入证明", "obligation", True, False, True, "entitlement"),
        ("认定期内，边缘家庭按照规定获得专项救助", "", False, False, True, "entitlement"),
        ("孤儿年满十八周岁后仍在校就读的，继续享有原有政策", "right", False, True, True, "entitlement"),
        ("对特困人员，按照下列规定予以供养", "", False, False, True, "entitlement"),
        ("对低保家庭，按照差额，按月发放低保金", "", False, False, True, "entitlement"),
        ("困难残疾学生在园期间，由当地政府予以资助", "", True, False, True, "entitlement"),
        ("一级残疾军人，由国家供养终身", "", False, False, True, "entitlement"),
        ("对独生子女家庭的老年人，按照规定给予奖励扶助", "", True, False, True, "entitlement"),
        ("具有本市户籍的老年人享受政府提供的下列服务", "", True, True, True, "entitlement"),
        ("残联有权要求有关部门查处", "right", True, False, False, "right"),
        ("用人单位对决定不服的，可以依法申请行政复议", "permission", True, False, False, "permission"),
        ("信访人生活困难的，可参照执行", "permission", False, True, True, "permission"),
        ("救助制度自2030年1月1日起全面实施", "", False, False, False, "declaration"),
        ("有效期五年", "", False, False, False, "declaration"),
        # near misses
        ("经认定的家庭，有效期满后应当重新申请", "obligation", False, True, True, "obligation"),
        ("经认定为边缘家庭的，有效期不超过十二个月", "", False, False, True, "obligation"),
        ("使用资金应当严格遵循以下程序", "obligation", False, False, False, "obligation"),
        ("申请享受低保待遇，由户主提出", "", True, True, True, "obligation"),
        ("救助站不再要求家属签字，并及时安置", "", True, False, True, "obligation"),
        ("公民可以依照本条例的规定申领居住证", "permission", False, True, False, "right"),
        ("民政部门应当审核，也可以委托第三方核实", "obligation", True, False, False, "obligation"),
        ("情况复杂的，可以延长至六十日", "permission", False, False, False, "permission"),
        ("本市推行电子证照", "", False, False, False, "obligation"),
        ("建立以就业率为重点的评估体系", "", False, False, False, "obligation"),
        ("发展教育，实行以普及为重点的方针", "", False, False, False, "declaration"),
        ("殡仪馆免除基本服务费用", "", True, False, True, "obligation"),
        ("县民政局对批准的家庭，按月发给低保金", "", True, False, True, "obligation"),
        ("民政部门对不符合条件的不予救助", "", True, False, True, "obligation"),
        ("各地对已纳入救助范围的低收入人口，重点监测", "", False, False, True, "obligation"),
        ("对低保对象，按规定落实税费减免政策", "", False, False, True, "obligation"),
        ("国家对成绩显著的个人给予表彰和奖励", "", False, False, True, "obligation"),
        ("本市对地震预报实行统一发布制度", "", False, False, False, "obligation"),
        ("本市推进信息化工作", "", False, False, False, "obligation"),
        ("劳动者可持身份证向就业服务机构申请就业服务", "permission", False, True, True, "entitlement"),
        ("国家救助以支付救助金为主要方式", "", False, False, False, "entitlement"),
        ("民政局以入户调查为主", "", True, False, False, "obligation"),
        ("由监护人自主选择康复机构", "", False, True, True, "right"),
        ("由监护人选择康复机构", "", False, True, True, "obligation"),
        ("坚持正确舆论导向，加强政策解读", "", False, False, False, "obligation"),
        ("低保对象有权申请复核", "right", False, True, True, "right"),
        ("康复服务按照规定纳入医疗保障范围", "", False, False, True, "obligation"),
        ("指导镇人民政府开展工作", "", True, False, False, "obligation"),
        ("军休服务机构（以下简称机构）组织实施", "", False, False, False, "obligation"),
        ("特困人员供养由镇人民政府办理", "", True, False, True, "obligation"),
        ("对侵害行为未及时给予帮助的，给予处分", "", False, False, True, "obligation"),
    ],
)
def test_force(words: str, marker: str, agency: bool, person: bool, people: bool, expected: str) -> None:
    assert force(words, marker, agency=agency, person=person, people=people) == expected


def test_whoever_is_no_authority_asks_for_review_by_right() -> None:
    voice = Voice("用人单位对决定不服的，可以依法申请行政复议", "permission", True, False, False, ("appeal",))
    assert modality_of(voice).value == "right"


def test_what_a_stem_orders_is_a_duty_also_where_it_gives() -> None:
    voice = Voice("对低保家庭给予临时救助", "", True, False, False, ("implement",), people=True)
    assert modality_of(voice).value == "entitlement"
    voice.ordered = True
    assert modality_of(voice).value == "obligation"


def test_services_are_ordered_where_no_articles_stand() -> None:
    voice = Voice("为低保对象提供照料服务", "", False, False, False, ("service",), people=True)
    assert modality_of(voice).value == "entitlement"
    voice.statute = False
    assert modality_of(voice).value == "obligation"
    voice = Voice("对低保对象给予补助", "", False, False, False, ("pay",), people=True, statute=False)
    assert modality_of(voice).value == "entitlement"


def test_duty_list_makes_encouraging_a_duty() -> None:
    voice = Voice("鼓励企业参与救助", "", True, False, True, ("mobilise",))
    assert modality_of(voice).value == "obligation"


@pytest.mark.parametrize(
    ("words", "marker", "expected"),
    [
        ("根据困难情形，临时救助对象可分为急难型和支出型", "permission", "definition"),
        ("支出型救助对象主要包括收入较低的家庭，财产应当符合规定", "obligation", "definition"),
        ("应急预案应当包括下列内容", "obligation", "obligation"),
        ("保护令可以包括下列措施", "permission", "permission"),
        ("对生活不能自理的给予照料，包括住院期间的陪护", "", "entitlement"),
    ],
)
def test_what_something_consists_of(words: str, marker: str, expected: str) -> None:
    assert modality_of(Voice(words, marker, False, False, False, (), people=True)).value == expected


@pytest.mark.parametrize(
    ("words", "first", "expected"),
    [
        ("救助后及时补办手续", False, "obligation"),
        ("并按规定补齐材料", False, "obligation"),
        ("补办手续", True, "permission"),
        ("补贴参保人员", False, "permission"),
        ("简化手续", False, "permission"),
    ],
)
def test_what_is_left_for_later_has_to_be_done(words: str, first: bool, expected: str) -> None:
    voice = Voice(words, "permission", True, False, False, ("decide",), first=first)
    assert modality_of(voice).value == expected
