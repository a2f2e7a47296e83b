"""Rows of a document: where a sentence is cut, what items take from their stem, and what stays the same."""

import pytest

from ingest.reading import read_text
from kg.model import Provision
from ontology.vocabulary import load_vocabulary


def provisions(text: str) -> tuple[Provision, ...]:
    return read_text("测试.txt", text, "", load_vocabulary()).provisions


def leads(provision: Provision) -> set[str]:
    return {a.agency for a in provision.actors if a.role == "lead"}


def test_one_clause_with_one_actor_stays_whole() -> None:
    found = provisions("第一条　乡镇人民政府应当对申请进行调查核实，并在村公示七日。")
    assert [p.functions for p in found] == [("investigate", "inform")]


def test_a_clause_is_cut_where_roles_change() -> None:
    found = provisions("第一条　最低生活保障标准由市民政部门会同财政部门制定，报市人民政府批准后，向社会公布。")
    assert [leads(p) for p in found] == [{"civil-affairs"}, {"government"}, {"civil-affairs"}]


def test_one_more_of_those_it_is_for_is_no_clause() -> None:
    text = "第一条　对特困人员、低保家庭成员，以及不能入学接受义务教育的残疾儿童，给予教育救助。"
    assert [p.quote.text for p in provisions(text)] == [text[4:-1]]


def test_label_rules_all_clauses_of_a_duty() -> None:
    text = "县民政局：负责低保审批；组织开展临时救助。\n县财政局：安排救助资金。\n县残联：协助做好宣传工作。"
    found = provisions(text)
    assert [sorted(p.agencies()) for p in found] == [
        ["civil-affairs"],
        ["civil-affairs"],
        ["finance"],
        ["disabled-fed"],
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("对在残疾人工作中成绩显著的单位和个人，县人民政府应当给予表彰、奖励。", set()),
        ("对学习困难的残疾人，县人民政府应当给予奖励。", {"disabled"}),
        ("县人民政府对残疾人就业贡献突出的单位给予补贴。", {"disabled"}),
    ],
)
def test_those_praised_for_what_they_did_for_others_get_nothing(text: str, people: set[str]) -> None:
    assert {i for p in provisions(text) for group in p.groups for i in group} == people


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("鼓励物业企业为独居老年人提供助餐、助浴等服务。", {"mobilise", "service"}),
        ("鼓励家政企业运用智能设备，为老年人提供上门照料。", {"mobilise", "service"}),
        ("鼓励社会组织为残疾人提供志愿服务。", {"mobilise"}),
        ("鼓励银行为养老机构提供融资服务。", {"mobilise"}),
        ("鼓励企业为困难家庭捐赠物资。", {"mobilise"}),
    ],
)
def test_a_service_to_people_is_work_beside_encouraging_it(text: str, work: set[str]) -> None:
    assert set(provisions(text)[0].functions) == work


@pytest.mark.parametrize(
    ("condition", "agencies"),
    [("律师接受指派后", set()), ("律师提交材料后", {"legal-aid-institution"})],
)
def test_who_has_got_something_acts_then(condition: str, agencies: set[str]) -> None:
    text = f"第一条　法律援助机构应当指派律师。{condition}，应当及时提供法律服务。"
    assert leads(provisions(text)[-1]) == agencies


def test_an_aid_named_first_rules_the_whole_clause() -> None:
    found = provisions("（六）特困人员救助供养：镇人民政府在15日内完成调查；县民政局在8日内作出决定。")
    assert [p.aid for p in found] == [("tekun",), ("tekun",)]


def test_items_that_are_steps_stand_alone() -> None:
    text = (
        "第一条　申请最低生活保障，按照下列程序办理：\n（一）由申请人向乡镇人民政府提出申请；\n"
        "（二）乡镇人民政府应当调查核实；\n（三）县级民政部门审批。"
    )
    found = provisions(text)
    assert len(found) == 4
    assert leads(found[1]) == {"township"} and found[1].functions == ("accept",)


def test_items_that_are_persons_belong_to_their_stem() -> None:
    found = provisions("第一条　下列人员可以申请医疗救助：\n（一）特困人员；\n（二）最低生活保障家庭成员。")
    assert len(found) == 1
    assert set(found[0].groups) == {("tekun",), ("dibao",)}


def test_an_item_with_an_actor_is_a_row_besides() -> None:
    text = "第一条　下列人员可以申请医疗救助：\n（一）特困人员；\n（二）县级以上人民政府规定的其他困难人员。"
    found = provisions(text)
    assert [leads(p) for p in found] == [set(), {"government"}]


def test_an_item_that_an_agency_settles_is_policy() -> None:
    text = "第一条　下列人员可以申请医疗救助：\n（一）特困人员；\n（二）县级以上人民政府规定的其他特殊困难人员。"
    assert [p.functions for p in provisions(text)] == [("accept",), ("policy",)]


def test_organised_leadership_is_nobody() -> None:
    text = "第一条　县级人民政府应当加强组织领导，建立政府领导、民政部门牵头、有关部门配合的工作机制。"
    assert {a for p in provisions(text) for a in leads(p)} == {"government", "civil-affairs"}


def test_situations_belong_to_their_stem() -> None:
    text = "第一条　有下列情形之一的，民政部门应当终止救助：\n（一）家庭收入超过标准；\n（二）成员死亡。"
    found = provisions(text)
    assert len(found) == 1 and leads(found[0]) == {"civil-affairs"}


def test_violations_and_all_their_sanctions_are_one_rule() -> None:
    items = "\n（一）隐瞒收入，骗取救助的；\n（二）不按规定告知，继续享受救助的。"
    text = "第一条　申请人有下列行为之一的，由民政部门给予警告；情节严重的，处1倍以上3倍以下的罚款：" + items
    found = provisions(text)
    assert [(leads(p), p.functions, p.modality) for p in found] == [({"civil-affairs"}, ("sanction",), "obligation")]


def test_other_work_behind_a_list_of_violations_stands_alone() -> None:
    items = "\n（一）隐瞒收入，骗取救助的；\n（二）拒绝调查的。"
    text = "第一条　申请人有下列行为之一的，由民政部门给予警告；财政部门审核资金：" + items
    assert [leads(p) for p in provisions(text)] == [{"civil-affairs"}, {"finance"}]


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("民政部门应当受理申请；对困难家庭给予救助。", ["obligation", "obligation"]),
        ("民政部门应当受理申请。对困难家庭给予救助。", ["obligation", "entitlement"]),
        ("民政部门应当受理申请；财政部门对困难家庭给予救助。", ["obligation", "obligation"]),
        ("民政部门应当受理申请。对困难家庭，由财政部门给予救助。", ["obligation", "entitlement"]),
        ("民政部门可以受理申请；对困难家庭给予救助。", ["permission", "entitlement"]),
        ("民政部门应当受理申请；鼓励社会力量参与救助。", ["obligation", "encouragement"]),
    ],
)
def test_a_duty_goes_on_behind_a_semicolon(text: str, force: list[str]) -> None:
    assert [p.modality for p in provisions("第一条　" + text)] == force


def test_headings_and_titles_are_no_provisions() -> None:
    found = provisions("某县临时救助办法\n\n第一章　总则\n\n第一条　县民政局负责临时救助。")
    assert [p.quote.text for p in found] == ["县民政局负责临时救助"]


def test_aid_comes_from_the_title_where_a_row_names_none() -> None:
    found = provisions("某县医疗救助办法\n\n第一条　乡镇人民政府应当自受理之日起五日内审核。")
    assert found[0].aid == ("medical",)


def test_ids_do_not_change_when_a_paragraph_is_added() -> None:
    text = "第一条　县民政局负责审批。\n第二条　县财政局负责资金安排。"
    longer = text + "\n第三条　县审计局负责审计。"
    assert {p.id for p in provisions(text)} < {p.id for p in provisions(longer)}


def test_equal_words_get_different_ids() -> None:
    found = provisions("第一条　县民政局负责审批。\n第二条　县民政局负责审批。")
    assert len({p.id for p in found}) == 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("特困人员可以选择供养形式。生活不能自理的，优先集中供养。", [("incapacitated", "tekun")]),
        ("特困人员可以选择供养形式；未满16周岁的，安置到儿童福利机构。", [("tekun", "under16")]),
        ("特困人员选择供养形式。生活不能自理的，集中供养；未满16周岁的，另行安置。", [("tekun", "under16")]),
        ("资助孤儿参加医疗保险，对其个人自付的住院费用给予救助。", [("orphan",)]),
        ("特困人员、孤儿不享受困难残疾人生活补贴，可以享受重度残疾人护理补贴。", [("tekun",), ("orphan",)]),
        ("公安局护送流浪儿童到救助站。其中由他人带领流浪的，应当查明原因。", [("minor", "vagrant")]),
        # near misses
        ("学校招收残疾儿童。不得拒绝残疾考生。", [("disabled",)]),
        ("对低保对象给予补助，发放重度残疾人护理补贴。", [("dibao",), ("severely-disabled",)]),
        ("对低保对象给予补助。收入低于低保标准1.5倍的，可以申请。", [("low-income",)]),
        ("对特困人员给予补助。残疾人按照规定享受补贴。", [("disabled",)]),
        ("对特困人员给予补助。财政部门应当安排资金。", []),
    ],
)
def test_conditions_alone_hold_of_those_named_before(words: str, expected: list[tuple[str, ...]]) -> None:
    assert list(provisions(f"第一条　{words}")[-1].groups) == expected


def test_a_clause_of_a_duty_list_has_no_aid_from_the_clause_before() -> None:
    found = provisions("社会救助成员单位职责\n县民政局：落实临时救助；负责低收入人口监测。\n县财政局：安排资金。")
    assert [p.aid for p in found] == [("temporary",), ("social-assistance",), ("social-assistance",)]


def test_a_topic_before_a_colon_rules_all_of_its_item() -> None:
    found = provisions("一、程序\n（一）低保、特困供养：镇人民政府受理申请；县民政局作出决定。\n（二）其他：另行规定。")
    assert {p.aid for p in found[:2]} == {("dibao", "tekun")}


def test_the_bodies_a_duty_is_labelled_with_name_no_aid() -> None:
    found = provisions(
        "县社会救助部门职责分工\n\n县妇女联合会：参与困难群体帮扶。\n县财政局：安排资金。\n县民政局：落实政策。"
    )
    assert ("women",) not in {p.aid for p in found}


@pytest.mark.parametrize(
    ("stem", "item", "expected"),
    [
        ("对救助对象给予分类资助", "特困人员、孤儿，全额资助", [("orphan",), ("tekun",)]),
        ("对困难群众给予分类资助", "残疾人，全额资助", [("disabled", "hardship")]),
        ("对残疾人给予分类资助", "低保对象，全额资助", [("dibao", "disabled")]),
    ],
)
def test_the_word_for_all_says_nothing_beside_those_it_covers(stem: str, item: str, expected: list[tuple[str]]) -> None:
    found = provisions(f"第一条　{stem}：\n（一）{item}；\n（二）其他人员，由县民政局定额资助。")
    assert sorted(found[1].groups) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("关于孤儿和事实无人抚养儿童保障工作的通知", [("orphan",), ("unsupported-child",)]),
        ("某县城乡最低生活保障办法", [("dibao",)]),
        ("某县困难群众救助办法", []),
        ("某县住房保障办法", []),
    ],
)
def test_those_covered_are_those_the_title_names(title: str, expected: list[tuple[str, ...]]) -> None:
    found = provisions(f"{title}\n\n第一条　县民政局每半年对保障对象复核一次。\n\n第二条　本办法自公布之日起施行。")
    assert sorted(found[0].groups) == expected


def test_an_authority_goes_on_to_encourage_in_the_same_sentence() -> None:
    found = provisions("第一条　县人民政府举办康复机构。完善筹资机制，鼓励社会捐赠。")
    assert [(p.modality.value, len(p.actors)) for p in found][-1] == ("encouragement", 1)
    found = provisions("第一条　慈善组织开展募捐。完善筹资机制，鼓励社会捐赠。")
    assert [(p.modality.value, len(p.actors)) for p in found][-1] == ("encouragement", 0)


def test_orders_behind_whom_they_are_about_are_for_them() -> None:
    found = provisions("第一条　对就业困难人员实施重点帮助，组织参加职业培训，开展心理疏导。")
    assert {tuple(p.groups) for p in found} == {(("hard-to-employ",),)}
    found = provisions("第一条　民政局对就业困难人员给予就业援助，县财政局应当发放取暖补贴。")
    assert [len(tuple(p.groups)) for p in found] == [1, 0]


def test_cases_of_a_list_without_numbers_belong_to_what_is_said_of_them() -> None:
    words = "有以下情形之一的，不予救助：有重大过错的；故意作虚假陈述，妨碍调查的。确有困难的，民政局应当予以救助。"
    found = provisions(f"第一条　{words}")
    assert [p.quote.text for p in found] == [words.partition("。")[0], "确有困难的，民政局应当予以救助"]


def test_people_counted_behind_a_semicolon_belong_to_the_definition() -> None:
    found = provisions("第一条　救助对象为困难群众，包括低保家庭；残疾孤儿；其他困难家庭。认定办法由县人民政府制定。")
    assert found[-2].modality.value == "definition" and len(tuple(found[-2].groups)) == 3
    assert len(provisions("第一条　救助对象包括低保家庭；民政局应当帮助残疾孤儿。")) == 2


def test_who_encourages_is_not_always_named() -> None:
    found = provisions("第一条　县人民政府举办康复机构。完善筹资机制，鼓励社会捐赠。县民政局制定计划，鼓励社会捐赠。")
    assert [p.modality.value for p in found] == ["obligation", "obligation", "encouragement", "obligation"]


def test_one_act_of_encouraging_after_the_other() -> None:
    found = provisions("第一条　鼓励慈善组织设立救助项目，支持工会开展职工医疗互助。鼓励企业捐赠，县民政局应当登记。")
    assert [p.modality.value for p in found][0 :: len(found) - 1] == ["encouragement", "obligation"]
    assert {p.modality.value for p in found[:-1]} == {"encouragement"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("对侵害妇女权益的行为，公安机关应当及时制止。", [("female",)]),
        ("用人单位不得辞退女职工。", [("female", "worker")]),
        ("侵害妇女权益的，由公安机关给予处罚。", []),
        ("侵害妇女权益的，由主管部门责令改正，制止侵害。", []),
    ],
)
def test_who_is_punished_and_for_what_benefits_nobody(words: str, expected: list[tuple[str, ...]]) -> None:
    assert list(provisions(f"第一条　{words}")[0].groups) == expected


def test_who_applied_for_others_does_not_hand_in_their_papers() -> None:
    first, second = provisions("村民委员会可以代为提出申请。申请时应当提交材料。")
    assert [[a.agency for a in p.actors] for p in (first, second)] == [["village"], []]


@pytest.mark.parametrize(
    ("behind", "people"),
    [("并对其实施医疗救助", {"elderly"}), ("并实施医疗救助", set()), ("并对其子女实施教育救助", set())],
)
def test_a_word_that_points_back_is_about_those_before_it(behind: str, people: set[str]) -> None:
    last = provisions(f"民政局组织老年人开展康复训练，{behind}。")[-1]
    assert {"+".join(a) for a in last.groups} == people


def test_nobody_is_handed_on_to_a_punishment() -> None:
    found = provisions("第一条　侵害妇女权益的，应当赔偿妇女的损失，并由所在单位依法给予处分。")
    assert found[-1].groups.ids() == frozenset()


def test_a_new_stage_takes_the_place_of_the_one_before() -> None:
    text = "第一条　资助孤儿，在普通高中、中等职业教育阶段免除学费。对考入普通高等学校的，给予助学补助。"
    assert sorted(provisions(text)[-1].groups) == [("higher-ed", "orphan")]


def test_situations_belong_to_what_is_said_of_them() -> None:
    found = provisions(
        "第一条　本办法所称就业困难人员，具体范围为：\n（一）属于零就业家庭成员的；\n（二）连续失业一年以上的。\n"
        "第二条　民政部门负责下列工作：\n（一）审核低保申请；\n（二）发放低保金。"
    )
    assert [p.locator for p in found] == ["第一条", "第二条", "第二条第（一）项", "第二条第（二）项"]


def test_orders_go_on_in_the_next_paragraph_of_an_article() -> None:
    found = provisions(
        "第一条　县级人民政府应当加强临时救助工作。\n建立主动发现机制。\n鼓励社会力量参与。\n"
        "第二条　养老机构应当签订协议。\n完善医疗救助政策。"
    )
    assert [leads(p) for p in found] == [{"government"}, {"government"}, set(), {"welfare-home"}, set()]


PLAN = "某县社会救助方案\n\n一、{}。\n二、县民政局做好有关工作。\n"


@pytest.mark.parametrize(
    ("words", "last"),
    [
        (
            "县医保局对特困人员参加居民基本医疗保险的个人缴费部分给予全额资助，对低保对象按60%给予资助",
            "medical-contribution",
        ),
        ("县民政局对特困人员发放丧葬补助，对低保对象发放取暖补贴", "heating"),
        ("县司法局提供法律援助；县交通运输局为群众返乡提供便利", "social-assistance"),
        ("县司法局提供法律援助。县交通运输局为群众返乡提供便利", "social-assistance"),
        ("县司法局提供法律援助，并公布咨询电话", "legal-aid"),
    ],
)
def test_aid_goes_on_where_the_same_body_gives_it(words: str, last: str) -> None:
    assert provisions(PLAN.format(words))[-2].aid == (last,)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("市人力资源和社会保障局为返乡人员提供职业介绍", "obligation"),
        ("市住房和城乡建设局对低保家庭优先配租公租房", "obligation"),
        ("省医疗保障局对特困人员给予资助", "obligation"),
        # near misses
        ("市对低保家庭给予补贴", "entitlement"),
        ("国家对特困人员给予供养", "entitlement"),
    ],
)
def test_a_place_before_a_long_name_is_part_of_it(words: str, expected: str) -> None:
    assert provisions(f"第一条　{words}。")[0].modality.value == expected


def test_an_article_is_about_one_aid_whoever_acts() -> None:
    found = provisions("第一条　县司法局提供法律援助；县财政局应当保障所需经费。\n\n第二条　本办法自公布之日起施行。")
    assert [p.aid for p in found[:2]] == [("legal-aid",)] * 2
