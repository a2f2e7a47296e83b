"""Shapes of local measures and duty lists: headings that name a department, principles, lists parted by other text."""

import pytest

from ingest.reading import read_text
from ontology.vocabulary import load_vocabulary


def provisions(text):
    """Every provision of a text."""
    return read_text("a.txt", text, "0" * 64, load_vocabulary()).provisions


def found(text, words):
    """The provision that begins with `words`."""
    return next(p for p in provisions(text) if p.quote.text.startswith(words))


def actors(provision):
    """Agencies with their roles."""
    return {f"{a.agency}:{a.role}" for a in provision.actors}


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("财政部门职责", {"finance:lead"}),
        ("教育行政部门工作职责", {"education:lead"}),
        ("住房城乡建设主管部门职责", {"housing:lead"}),
        # near misses
        ("有关部门职责", set()),
        ("相关行政部门职责", set()),
        ("县直部门职责", set()),
        ("成员单位职责", set()),
        ("各部门职责", set()),
    ],
)
def test_a_run_in_heading_names_the_department_whose_duties_follow(heading, expected):
    text = f"某县救助办法\n五、职责分工\n1.{heading}。负责拟订救助政策。定期开展业务培训。"
    assert actors(found(text, "负责拟订")) == expected
    assert actors(found(text, "定期开展")) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("街道办事处审核后报县级政府民政部门审批", {"civil-affairs:lead"}),
        ("街道办事处审核后报区政府教育行政部门审批", {"education:lead"}),
        ("街道办事处审核后报县级政府审批", {"government:lead"}),
    ],
)
def test_a_department_behind_its_government_decides_alone(words, expected):
    assert actors(found(f"第一条 {words}。", "报")) == expected


PRINCIPLES = "第二条 救助工作应当遵循以下{}：\n（一）属地管理；\n（二）政府主导与社会参与相结合；\n（三）资助贫困学生。"


def test_principles_are_one_statement_with_those_they_list():
    (only,) = provisions(PRINCIPLES.format("原则"))
    assert str(only.modality) == "declaration"
    assert only.quote.text.endswith("资助贫困学生")
    assert not only.functions
    assert not only.actors


def test_rules_to_follow_are_no_principles():
    assert len(provisions(PRINCIPLES.format("规定"))) > 1


def test_a_list_in_an_article_is_not_that_of_the_text_around_it():
    inside = "第三条 下列人员可以申请：\n（一）低保对象；\n（二）孤儿；\n（三）特困人员。"
    text = f"一、救助\n（一）组织。成立机构。\n（二）经费\n{inside}\n（五）监督。财政部门应当监督资金使用。"
    listed = found(text, "下列人员")
    assert listed.quote.text.endswith("特困人员")
    assert len(listed.groups.alternatives) == 3
    assert actors(found(text, "财政部门")) == {"finance:lead"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("民政部门负责发放证件、过程的检查指导、人员的培训等工作", {"implement", "guide", "train"}),
        ("民政部门负责救助过程的检查指导、人员的培训等工作", {"guide", "train"}),
        # near misses: what stands behind 、 is the object
        ("民政部门负责发放证件、证书等工作", {"implement"}),
        ("民政部门组织翻译、教材的编写", {"implement"}),
    ],
)
def test_nouns_of_work_behind_a_verb_and_its_object(words, expected):
    assert set(found(f"二、职责\n{words}。", "民政部门").functions) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("对群众反映的问题有关部门要及时处理", {"unresolved:lead"}),
        ("对上述情况民政部门应当及时处理", {"civil-affairs:lead"}),
        # near misses: what is dealt with stands right behind 对
        ("对民政部门应当加强监督", set()),
    ],
)
def test_who_acts_behind_the_matter(words, expected):
    assert actors(found(f"第一条 {words}。", "对")) == expected


def test_those_who_give_money_do_not_act_where_others_take_it():
    given = provisions("第一条 社会组织捐赠资助的低保资金，由民政部门负责接收。")
    assert {a for p in given for a in actors(p)} == {"civil-affairs:lead"}
    led = found("第一条 民政部门负责补贴的受理工作。", "民政部门")
    assert actors(led) == {"civil-affairs:lead"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("残疾学生要全部享受国家助学金", "entitlement"),
        ("残疾学生也应享受国家助学金", "entitlement"),
        ("对农村学生免费提供教科书", "entitlement"),
        ("全面实施残疾学生免费义务教育", "obligation"),
        ("社会救助实行政府领导、民政主管、部门配合的工作机制", "declaration"),
        # near misses
        ("对农村学生提供心理辅导", "obligation"),
        ("残疾学生要遵守国家规定", "obligation"),
        ("民政部门应当建立部门配合的工作机制", "obligation"),
    ],
)
def test_force_in_a_plan(words, expected):
    assert str(found(f"一、教育\n{words}。", words[:4]).modality) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("落实城乡特困群众就业政策", {("hardship",)}),
        ("城市医疗救助基金用于救助对象的医疗费用", {("hardship", "urban")}),
        ("失业人员按照规定享受城市居民最低生活保障", {("unemployed", "urban")}),
        ("完善低保制度，掌握保障对象生活状况", {("dibao",)}),
        # near misses
        ("对农村住房救助对象优先改造危房", {("hardship", "rural")}),
        ("完善低保制度，掌握住房保障对象生活状况", set()),
        ("完善医疗救助制度，掌握保障对象生活状况", set()),
    ],
)
def test_people_of_schemes_in_town_and_country(words, expected):
    assert {a for p in provisions(f"一、工作\n{words}。") for a in p.groups.alternatives} == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("积极解决残疾考生的入学问题", ("education",)),
        ("继续执行困难群众在水、电、气等方面的优惠政策", ("fee-relief",)),
        ("在就业、子女读书、看病治病、租用住处等方面给予必要扶持", ("education", "employment", "medical")),
        # near misses
        ("做好供水、电力设施的维护", ()),
        ("解决群众反映的突出问题", ()),
    ],
)
def test_aid_named_by_what_is_eased(words, expected):
    assert tuple(sorted(found(f"一、工作\n{words}。", words[:3]).aid)) == expected
