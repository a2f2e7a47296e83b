"""Who does what in a sentence: roles by the outermost verb, functions by the innermost, inheritance between pieces."""

import pytest

from ingest.extract.acts.acts import Scope
from ingest.extract.acts.sentence_acts import read_sentence
from ingest.extract.bodies.agencies import find_chains
from ingest.grammar import Tokens
from ontology.vocabulary import load_vocabulary

Read = list[tuple[set[str], set[str]]]


def read(text: str) -> Read:
    """(agency:role, functions) of every act of one sentence."""
    vocabulary = load_vocabulary()
    tokens = Tokens(text, vocabulary, find_chains(text, vocabulary))
    acts = read_sentence(text, tokens, 0, len(text), Scope())
    return [({f"{i}:{r}" for b, r in a.actors for i in b.ids}, set(a.functions)) for a in acts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the outermost verb decides the role, the innermost the function
        ("民政局负责制定救助办法", [({"civil-affairs:lead"}, {"policy"})]),
        ("村民委员会协助做好入户调查工作", [({"village:assist"}, {"investigate"})]),
        ("残联协助、参与、配合做好宣传工作", [({"disabled-fed:assist"}, {"publicise"})]),
        ("财政局参与救助政策的制定", [({"finance:participate"}, {"policy"})]),
        ("民政局指导养老机构提供照料服务", [({"civil-affairs:lead", "welfare-home:recipient"}, {"guide"})]),
        # partners and helped bodies
        ("民政局会同财政局制定标准", [({"civil-affairs:lead", "finance:joint"}, {"policy"})]),
        (
            "民政局应当制定标准，会同财政局，推动标准落实",
            [({"civil-affairs:lead", "finance:joint"}, {"policy"})],
        ),
        (
            "公安机关对违反治安管理规定的，应当依法受理",
            [({"police:lead"}, {"accept"})],
        ),
        ("公安局协助民政局做好护送工作", [({"police:assist", "civil-affairs:lead"}, {"service"})]),
        ("残联配合有关部门开展培训", [({"disabled-fed:assist", "unresolved:lead"}, {"train"})]),
        # heads of the object, conjunct by conjunct
        ("镇人民政府负责申请的受理、审核和公示工作", [({"township:lead"}, {"accept", "investigate", "inform"})]),
        ("财政局负责资金的预算编制和使用情况的监督检查", [({"finance:lead"}, {"fund", "supervise"})]),
        # objects refine the verb
        ("民政局编制年度计划", [({"civil-affairs:lead"}, {"plan"})]),
        ("民政局提供家庭信息", [({"civil-affairs:lead"}, {"inform"})]),
        ("民政局提供照料服务", [({"civil-affairs:lead"}, {"service"})]),
        ("财政局将经费纳入财政预算", [({"finance:lead"}, {"fund"})]),
        # 由, 报, 经, 委托, 向, 告知
        ("由县民政局审批", [({"civil-affairs:lead"}, {"decide"})]),
        ("报县民政局审批", [({"civil-affairs:lead"}, {"decide"})]),
        ("镇人民政府将审核意见报县民政局审批", [({"civil-affairs:lead"}, {"decide"})]),
        ("申请人应当向镇人民政府提出书面申请", [({"township:lead"}, {"accept"})]),
        ("县民政局可以委托镇人民政府审批", [({"civil-affairs:lead", "township:delegate"}, {"decide"})]),
        ("医疗机构应当告知民政部门", [({"medical-institution:lead", "civil-affairs:recipient"}, {"inform"})]),
        ("民政局应当向县人民政府报告工作", [({"civil-affairs:lead", "government:recipient"}, {"inform"})]),
        # persons are no actors, agencies in a condition only where nobody else acts
        ("值班律师应当提供法律咨询", [(set(), {"service"})]),
        ("法律援助机构收到通知后，应当指派律师", [({"legal-aid-institution:lead"}, {"service"})]),
        ("民政局作出决定的，申请人可以申请行政复议", [(set(), {"appeal"})]),
        ("用人单位拒不缴纳的，由税务机关责令改正", [({"tax:lead"}, {"sanction"})]),
        # purposes carry no function
        ("民政局加强监督检查，确保资金安全", [({"civil-affairs:lead"}, {"supervise"})]),
        # words that only look like verbs
        ("监察局对申请人的投诉进行调查", [({"supervision:lead"}, {"investigate"})]),
    ],
)
def test_sentence(text: str, expected: Read) -> None:
    assert read(text) == expected


def test_subject_goes_on_until_another_comes() -> None:
    acts = read("由镇人民政府审核，报县民政局批准后，向社会公布")
    assert acts == [
        ({"township:lead"}, {"investigate"}),
        ({"civil-affairs:lead"}, {"decide"}),
        ({"township:lead"}, {"inform"}),
    ]


def test_helping_what_was_said_before() -> None:
    acts = read("民政局开展核查工作，村民委员会应当予以配合")
    assert acts[-1] == ({"village:assist", "civil-affairs:lead"}, {"investigate"})


def test_topic_says_the_work_of_a_light_verb() -> None:
    assert read("低保审批按照下列程序办理")[0][1] == {"decide"}
    assert read("救助标准，由省人民政府确定、公布")[0] == ({"government:lead"}, {"policy", "inform"})


def test_mechanism_names_roles() -> None:
    actors, functions = read("建立健全政府领导、民政部门牵头、有关部门配合、社会参与的工作协调机制")[0]
    assert actors == {"government:lead", "civil-affairs:lead", "unresolved:assist"}
    assert functions == {"coordinate"}
