"""The subject of a comma piece: agencies before the marker or the first verb, a person, or what the piece is about."""

import pytest

from ingest.extract.acts.pieces import Piece
from ingest.extract.acts.segments import cut
from ingest.extract.acts.subjects import open_piece
from ingest.extract.bodies.agencies import find_chains
from ingest.grammar import Tokens
from ontology.vocabulary import load_vocabulary


def opened(text: str) -> Piece:
    """The first comma piece of the text with its subject and marker."""
    vocabulary = load_vocabulary()
    tokens = Tokens(text, vocabulary, find_chains(text, vocabulary))
    segment = cut(text, 0, len(text))[0]
    return open_piece(text, segment, tokens.between(segment.start, segment.end), "")[0]


@pytest.mark.parametrize(
    ("text", "agencies", "marker"),
    [
        ("由民政局的决定应当公布", set(), "obligation"),  # a preposition governs the agency
        ("民政局的决定应当公布", set(), "obligation"),  # the agency owns what is
        ("申请人应当提交材料", set(), "obligation"),
        ("对民政局不服的", set(), ""),
        ("民政局工作人员不得泄露信息", set(), "prohibition"),  # people, not the agency
        ("民政局应当受理申请", {"civil-affairs"}, "obligation"),
        ("民政局派员入户了解情况", {"civil-affairs"}, ""),
        ("民政局接到名单后10日内确定对象", {"civil-affairs"}, ""),  # when, before the verb
        ("民政局收到名单后及时审定对象", {"civil-affairs"}, ""),
        ("民政局收到名单后的审核结果应当公布", set(), "obligation"),
        ("财政局安排资金", {"finance"}, ""),
        ("农业农村局对监测户给予补贴", {"agriculture"}, ""),  # the segmenter sees 局对
        ("应急局向灾区调拨物资", {"emergency"}, ""),
        ("使用校车的学校应当建立制度", {"school"}, "obligation"),  # a relative clause before the agency
        ("安置地人民政府应当提供岗位", {"government"}, "obligation"),  # 安置 says which place, not what is done
        ("急难发生地乡镇人民政府应当先行救助", {"township"}, "obligation"),
        ("所在区人民政府应当给予补助", {"government"}, "obligation"),
        ("市和区人民政府应当安排经费", {"government"}, "obligation"),
        ("医院或者具备条件的村民委员会应当看护", {"medical-institution", "village"}, "obligation"),
        ("财政、审计等有关部门应当监督", {"finance", "audit"}, "obligation"),
        ("民政局收到申请，应当在五日内审核", {"civil-affairs"}, ""),
        ("公安机关接到报告或者公安机关、检察院发现的，应当告知", {"police", "procuratorate"}, ""),
        ("促进学校加强专业建设", set(), ""),  # who is made better does not act
        ("带动各级政府、学校建设基地", set(), ""),
        ("增强村民委员会的服务能力", set(), ""),
        ("深入企业宣讲政策", set(), ""),
        ("民政局深入乡镇了解情况", {"civil-affairs"}, ""),
        ("学校促进学生成长", {"school"}, ""),
        ("职工与所在单位发生争议的，可以申请调解", set(), ""),  # a person, and whom he has to do with
    ],
)
def test_subject(text: str, agencies: set[str], marker: str) -> None:
    piece = opened(text)
    assert ({i for body in piece.subject for i in body.ids}, piece.marker) == (agencies, marker)


@pytest.mark.parametrize(
    ("text", "person", "topic"),
    [
        ("民政局应当受理申请", False, ""),
        ("申请人应当提交材料", True, ""),
        ("救助标准按照下列规定确定", False, "救助标准"),
        ("派员入户了解家庭情况", False, ""),
    ],
)
def test_subjects_that_are_no_agency(text: str, person: bool, topic: str) -> None:
    piece = opened(text)
    assert (piece.person, piece.topic_words) == (person, topic)
