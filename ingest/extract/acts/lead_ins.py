"""First pieces of a sentence that only lead in: whom or what the order behind them is about.

设立慈善组织，应当…; 职工应缴的费用，由…; 签订协议的县人民政府，可以…: their words are kept as topic, person or subject.
"""

from __future__ import annotations

import re

from ingest.extract.acts.acts import Sentence
from ingest.extract.acts.doers import orders_go_on
from ingest.extract.acts.functions import LIGHT, head_functions
from ingest.extract.acts.pieces import Piece
from ingest.extract.acts.segments import Segment
from ingest.extract.acts.subject_zone import PERSON, describes
from ingest.extract.bodies.chains import Body
from ingest.grammar import Token, after_de

_THING = re.compile(
    r"的(?:个人)?[^，。；的]{0,10}(?:费用|[理活疗学育葬]费|部分|人员|家庭|对象|资金|经费|材料|事项|儿童|老年人|残疾人|群众|居民|学生|患者|单位|证书|收入|岗位|住房|地区|地方)$"
)
_AFFAIR = re.compile(  # what a noun phrase before 由X is about
    r"(?:办法|标准|程序|流程|手续|档案|事项|事宜|事务|目录|名单|清单|额度|数额|比例|条件|期限|范围|方案|规划|计划|费用|经费|资金|补贴|补助|津贴|待遇|"
    r"工作|案件|申请|请求|争议|纠纷|证明?书?|团体|组织|机构|设施|单位|企业|幼儿园|学校|数据|信息|情况|结果|材料|"
    r"个案|线索|款项|物资|救助金|补助金|奖金|差额|缺口|部分)$"
)
_BOUNDED = re.compile(r"(?:(?!的).)*(?:不得?|应当?)(?:低于|高于|超过|少于|突破)")
_COLONS = ("：", ":")
_NOUN = 6  # characters of a noun before a colon
_STATES = re.compile(r"不|列入|纳入|属于|符合|按照?")
_GIVEN = re.compile(r"的[^，。；的]{0,16}(?:补助|补贴|津贴|救助金|补助金|生活费|护理费|待遇)$")
_HANDS_IN = re.compile(r"提出|提交|递交|填写|填报|出具|提供|上报|报送|呈报|办理|签订|领取|公示|审核")
_STATED = re.compile(r"坚持|遵循")
_ENJOYED = re.compile(  # 个人捐赠财产，依照规定享受优惠
    r"(?:可以?)?(?:依法|(?:依照|按照|根据)[^，。；]{2,16}(?:规定)?)享受[^，。；]{0,20}(?:优惠|减免|补助|补贴|政策|待遇)"
)
_CLASSED = re.compile(r"的(?:认定|确定|确认|评定|列|归)(?:为|入)")  # 对符合条件的认定为救助对象
_HERE = re.compile(
    r"(?:本[省市区县州]|自治区|全[省市区县州]|国家|各地)(?!人民|政府)"
)  # whose own work it is, no lead-in
_ASKING = ("申请", "享受", "领取", "参加")
_EXPLAINED = re.compile(r"是指|系指|指的是|主要是指|指(?![导定派挥明])|均?包括|主要包括")
_HOW = re.compile(r"(?:依法|按规定|已经?)?")  # 依法履行监护职责的村民委员会，…
_BOUND = re.compile(
    r"(?:不得?|应当?|原则上不)(?:低于|高于|超过|少于|突破)[^，。；\d%％]{2,}(?:标准|水平)(?=[，。；]|$)"
)
_FAILING = re.compile(r"(?:对|凡|凡是)?(?:逾期|无故|仍)?(?:未|不|没有)[^，。；]{2,16}的")  # 未按期完成的责任单位，应当…


def leads_in(sentence: Sentence, piece: Piece, segments: list[Segment], inside: list[list[Token]]) -> bool:
    """A办理X，应当…; 召开会议，B不得…: whether a first piece without marker only leads in."""
    if piece.marker or len(segments) < 2 or sentence.scope.duty_list:
        return False
    following = inside[1]
    if not following:
        return False
    if any(s.by or s.others for s in piece.steps):
        return following[0].word.value == "by" and _names_thing(sentence, piece, following[0])
    if not piece.subject and (described := _described_before(sentence.text, piece.segment, inside)):
        piece.subject = described
        if following[0].kind == "prep":
            return True
    if not piece.subject and _EXPLAINED.match(sentence.text, segments[1].start):
        return True
    if not piece.subject and segments[1].manner == "condition" and _asks(sentence.text, piece.segment, inside[0]):
        piece.person = True
        return True
    if not piece.subject and segments[1].last and _ENJOYED.match(sentence.text, segments[1].start, segments[1].end):
        return piece.segment.manner == "open"
    topic = piece.segment.manner == "open" and _is_topic(segments[1], following[0])
    topic = topic and not (following[0].word.value == "prohibition" and _says_itself(piece))
    if not piece.subject and (topic or _names_thing(sentence, piece, following[0])):
        piece.person = piece.person or (topic and _describes_person(sentence.text, piece.segment, inside[0]))
        return True
    if following[0].word.value == "by" and not (piece.subject or piece.person or sentence.scope.subject):
        return bool(piece.steps) and sentence.text.startswith("申请", piece.segment.start)
    if piece.subject or piece.person:
        bare = following[0].kind == "marker" and following[0].start - segments[1].start <= 2
        bare = bare or (_ordered_of_another(following) and not orders_go_on(piece.subject))
        return bare or (piece.person and not any(step.functions for step in piece.steps))
    return bool(piece.steps) and _ordered_of_another(following) and not _HERE.match(sentence.text, piece.segment.start)


def _ordered_of_another(following: list[Token]) -> bool:
    """普通学校招收残疾学生，财政部门应当…: whether an agency and a marker open the next piece."""
    return following[0].kind == "agency" and any(t.kind == "marker" for t in following[1:2])


def _names_thing(sentence: Sentence, piece: Piece, following: Token) -> bool:
    """职工应缴的费用，由…: a piece that only describes what the next says something of."""
    start, end = piece.segment.start, piece.segment.end
    if sentence.text.startswith("对", start) and _CLASSED.search(sentence.text, start, end):
        return False
    tokens = sentence.tokens.between(start, end)
    if following.word.value == "by" and _is_noun(sentence.text, piece.segment, tokens):
        piece.topic = piece.topic or head_functions(sentence.text, tokens, start, end)
        return True
    if _is_given(sentence.text, piece.segment, tokens):
        return True
    if not _THING.search(sentence.text, max(start, end - 24), end):
        return False
    passive = following.kind in ("marker", "agency") or following.word.value in ("by", "along")
    return passive or not any(t.start == start and t.kind == "verb" for t in tokens)


def _is_given(text: str, segment: Segment, tokens: list[Token]) -> bool:
    """各地给予的生活补助，每户每年不得低于300元: whether a piece only names the money that the next bounds."""
    opens = bool(tokens) and tokens[0].start == segment.start and tokens[0].kind in ("verb", "role", "prep")
    bounded = _BOUNDED.match(text, segment.end + 1) is not None
    return bounded and not opens and _GIVEN.search(text, segment.start, segment.end) is not None


def is_topic_line(sentence: Sentence, piece: Piece, inside: list[Token]) -> bool:
    """监督投诉：县纪委受理举报: a noun before a colon for what is said behind it."""
    start, end = piece.segment.start, piece.segment.end
    if sentence.text[end : end + 1] not in _COLONS or end - start > _NOUN or piece.marker or not inside:
        return False
    opens = inside[0].word.value in LIGHT or inside[0].kind in ("role", "prep")
    return not opens and all(t.chain is None for t in inside)


def names_matter(sentence: Sentence, piece: Piece, following: list[Token]) -> bool:
    """身份不明的，其急救费用，由医疗机构申请支付: a noun phrase behind a condition that the next says something of."""
    said = _STATES.search(sentence.text, piece.segment.start, piece.segment.end)
    fresh = not (said or sentence.acts or piece.marker or piece.segment.last or piece.subject)
    named = fresh and bool(following) and following[0].word.value == "by" and piece.segment.manner == "open"
    return named and not any(s.by or s.others for s in piece.steps) and _names_thing(sentence, piece, following[0])


def _is_noun(text: str, segment: Segment, tokens: list[Token]) -> bool:
    """退休军官的移交接收，由…; 户口的迁移、登记等手续，由…: whether a piece is a noun phrase and no verb's object."""
    closed = max((i for i, t in enumerate(tokens) if t.kind == "de"), default=-1)
    opens = bool(tokens) and tokens[0].kind in ("verb", "role", "prep") and tokens[0].start == segment.start
    if segment.manner != "open" or _STATED.search(text, segment.start, segment.end):
        return False
    if opens and (closed < 0 or tokens[0].kind != "verb" or tokens[1].kind == "prep"):
        return False
    if closed < 0 and tokens and tokens[0].chain is not None:
        return False  # 村民委员会审核名单
    behind = tokens[closed + 1 :]
    if any(t.kind == "prep" for t in behind) or any(_HANDS_IN.match(text, t.start, t.end) for t in behind[:-1]):
        return False  # 申请人向乡镇人民政府提出申请, 申请人提交材料
    acts = closed >= 0 and bool(behind) and behind[-1].end == segment.end and not opens
    acts = acts and all(t.kind in ("verb", "and") for t in behind)
    people = closed >= 0 and PERSON.search(text, tokens[closed].end, segment.end) is not None
    return acts or people or _AFFAIR.search(text, segment.start, segment.end) is not None


def _describes_person(text: str, segment: Segment, inside: list[Token]) -> bool:
    """年满十八周岁后仍在学校就读的孤儿，可以…: a person behind what describes them, no verb's object."""
    verbal = bool(inside) and inside[0].kind in ("verb", "role", "prep") and inside[0].start == segment.start
    verbal = verbal and not (inside[0].kind == "verb" and describes(inside[0]))
    owner = text.rfind("的", segment.start, segment.end)
    return not verbal and owner > 0 and PERSON.search(text, owner + 1, segment.end) is not None


def _asks(text: str, segment: Segment, inside: list[Token]) -> bool:
    """申请救助的人员，有下列情形之一的: people by what they ask for or have."""
    asks = bool(inside) and inside[0].start == segment.start and inside[0].text.startswith(_ASKING)
    return asks and PERSON.search(text, segment.start, segment.end) is not None


def _is_topic(segment: Segment, following: Token) -> bool:
    """设立慈善组织，应当符合…; 营利性设施用地，可以…: what is done or spoken of is named first."""
    return following.kind == "marker" and following.start - segment.start <= 2


def _says_itself(piece: Piece) -> bool:
    """经费从公益金中列支，严禁挪用: whether what is said of a thing before a ban is an order of its own."""
    return bool(piece.topic_words) and any(step.functions for step in piece.steps)


def _described_before(text: str, segment: Segment, inside: list[list[Token]]) -> tuple[Body, ...]:
    """履行职责的村民委员会，(对孤儿，)可以…: the agencies described in a first piece, where an order follows."""
    opens = inside[1][0].kind
    ordered = opens == "prep" and any(t.kind == "marker" for tokens in inside[1:3] for t in tokens)
    return _described_alone(text, segment, inside[0]) if opens == "marker" or ordered else ()


def _described_alone(text: str, segment: Segment, tokens: list[Token]) -> tuple[Body, ...]:
    """签订协议的县人民政府，可以…: the agency that closes a piece behind what describes it."""
    if segment.manner != "open" or len(tokens) < 2:
        return ()
    fails = _FAILING.fullmatch(text, segment.start, tokens[-1].start) is not None
    if not fails and (len(tokens) < 3 or not _HOW.fullmatch(text, segment.start, tokens[0].start)):
        return ()
    if tokens[0].word.value == "on":
        return ()  # 对X的Y，应当…: Y is dealt with
    last = tokens[-1]
    described = last.chain is not None and last.end == segment.end and after_de(text, last)
    return last.chain.bodies if described and last.chain is not None else ()


def bounds(sentence: Sentence, end: int) -> bool:
    """各地制定的标准，不得低于省定标准: whether a standard only has another as its bound, whoever was ordered."""
    standard = sentence.topic_words.endswith(("标准", "比例", "限额", "水平")) and not (
        sentence.explicit or sentence.acts
    )
    return standard and _BOUND.search(sentence.text, sentence.start, end) is not None
