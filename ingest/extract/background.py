"""Pieces of a sentence that are no act: conditions and circumstances, lead-ins, and what an act is for.

What such a piece names is kept for the acts behind it.
"""

from __future__ import annotations

import re

from ingest.extract.acts import Sentence
from ingest.extract.pieces import Piece
from ingest.extract.segments import Segment
from ingest.extract.subject_zone import HAS_GOT, PERSON, describes
from ingest.extract.subjects import described_before
from ingest.grammar import Token

_DONE = re.compile(
    r"(?:经|审核|审查|公示|评议|核实|调查|审批|批准|初审|核准|认定|评估|核查|确认|受理|登记|汇总|复核|同意|研究|征求意见)[^，]{0,6}后$"
)
_OVER = re.compile(r"(?:结束|完成|期满|届满|发生|收到|接到|稳定|消除|获得|批准获得|不服|无异议)[^，]{0,8}后$")
DISPUTE = re.compile(r"异议(?<!无异议)(?<!没有异议)(?<!未提出异议)|不服")
_VIOLATION = re.compile(
    r"违反|拒不|未(?:按|依|经|履行|及时|在|取得)|不(?:履行|依法|按照?)|侵占|侵犯|挪用|截留|克扣|私分|骗取|玩忽职守|滥用职权|徇私|"
    r"弄虚作假|虚报|隐瞒|逾期|泄露|拒绝|造成.{0,10}(?:后果|损失)|构成"
)
_FAILS = re.compile(r"放任|(?:不|未|拒不)(?:采取|及时|报告|制止|履行|依法|按照?|执行)")  # what nobody is told to do
_THING = re.compile(
    r"的(?:个人)?[^，。；的]{0,10}(?:费用|[理活疗学育葬]费|部分|人员|家庭|对象|资金|经费|材料|事项|儿童|老年人|残疾人|群众|居民|学生|患者|单位|证书|收入|岗位|住房|地区|地方)$"
)
_CLASSED = re.compile(r"的(?:认定|确定|确认|评定|列|归)(?:为|入)")  # 对符合条件的认定为救助对象
_FRESH = re.compile(r"(?:如|若|发现|经|对|符合|不符合|属于|确[有需]|情节|逾期|拒不|因|有下列|遇有?|出现|构成|造成)")
_CONFIRMED = re.compile(r"经[^，。；]*(?:属实|无误|真实|情况属实|符合[^，。；]{0,10}(?:条件|规定|标准))的$")
_UNHEEDED = re.compile(r"(?:拒不|逾期|仍不|情节|造成[^，。；]{0,8}后果|经责令)")
_ORDERED = re.compile(r"(?:责令|警告|罚款|批评|整改)[^。；]*；\s*$")
_ORDER = 80  # characters back to the order
_BY_MEANS = re.compile(r"(?:通过|采取|以).*(?:方式|形式|途径|渠道)$")
_OWN_DUTY = frozenset(("monitor", "supervise", "guide", "publicise", "inform", "coordinate", "policy", "fund"))
_WHAT_OTHERS_DO = ("提供", "参与", "参加", "开展", "从事")
_HERE = re.compile(
    r"(?:本[省市区县州]|自治区|全[省市区县州]|国家|各地)(?!人民|政府)"
)  # whose own work it is, no lead-in
_MOST_BODIES = 60
_FOR_WHOM = re.compile(r"对(?:于)?|为|向|给")
_OF_WHOM = ("申请", "案件", "费用", "诉求")  # 对X的申请，以及Y的申请，由…
_AND = re.compile(r"(?:以及|及其?|和|与|或者|或)")
_ASKING = ("申请", "享受", "领取", "参加")
_EXPLAINED = re.compile(r"是指|系指|指的是|主要是指|指(?![导定派挥明])|均?包括|主要包括")
_ENCOURAGES = re.compile(r"(?:国家|本省|本市|自治区)?(?:积极|大力)?(?:鼓励|支持|提倡|倡导)")
_ROUSES = re.compile(  # 引导全社会…，关心、支持…
    r"(?:引导|动员|倡导|号召|发动|鼓励)(?:全社会|社会各界|社会各方面|社会公众|公众|群众|广大|家长)"
)
_JOINING = re.compile(r"(?:共同|积极|自觉|主动|踊跃)*(?:关心|关爱|支持|参与|理解|尊重|帮助|形成|营造)")
_ENCOURAGED = re.compile(
    r"(?:依法|积极|主动|自愿|志愿|自行|踊跃|广泛|就近|因地制宜|共同|优先)*"
    r"(?:提供|参与|参加|开展|从事|举办|兴办|承接|投资|捐赠|捐助|设立|开设|开放|吸纳|招用|传播|[为向][^，。；]{2,30}(?:提供|开展|捐|开放))"
)


def remember(sentence: Sentence, piece: Piece) -> None:
    """Keep what a piece that is no act names: its marker, its agencies or person, the work it speaks of."""
    if piece.marker and not piece.steps:
        sentence.owed = piece.segment.end
    sentence.marker = piece.marker or sentence.marker
    sentence.behalf = piece.behalf or sentence.behalf
    if piece.segment.manner == "condition" and _violates(sentence, piece) and not _still_ordered(sentence, piece):
        sentence.waiting, sentence.subject, sentence.person = (), (), True
    elif piece.subject:
        sentence.waiting, sentence.person = (*sentence.listed, *piece.subject), False
        sentence.listed = sentence.waiting if piece.bare and len(sentence.waiting) < _MOST_BODIES else ()
    elif piece.person:
        sentence.person = True
        if HAS_GOT.search(sentence.text, piece.segment.start, piece.segment.end):
            sentence.subject = ()  # 律师接受指派后，应当…
    spoken = tuple(f for step in piece.steps for f in step.functions)
    disputed = DISPUTE.search(sentence.text, piece.segment.start, piece.segment.end)
    sentence.background = ("appeal",) if disputed else spoken or sentence.background


def _violates(sentence: Sentence, piece: Piece) -> bool:
    """Whether a condition speaks of who breaks a rule; not where an agency deals with them (公安机关对违反…的)."""
    start, end = piece.segment.start, piece.segment.end
    dealt_with = sentence.text.startswith("对", piece.subject_end if piece.subject else start)
    return not dealt_with and _VIOLATION.search(sentence.text, start, end) is not None


def _still_ordered(sentence: Sentence, piece: Piece) -> bool:
    """由X责令改正；拒不改正的，处以罚款: whether who gave the order punishes those who do not follow it."""
    text, start = sentence.text, piece.segment.start
    if sentence.acts or _UNHEEDED.match(text, start) is None:
        return False
    return _ORDERED.search(text, max(0, start - _ORDER), start) is not None


# -- before the act --------------------------------------------------------------------------------------------------


def leading_conditions(text: str, segments: list[Segment], inside: list[list[Token]]) -> int:
    """How many pieces only lead up to the last condition: those before it, where the main clause has a marker.

    `inside` holds the tokens of each segment.
    """
    last = len(segments) - 1
    while last > 0 and segments[last].manner != "condition":
        last -= 1
    if last < 1:
        return 0
    fresh = _FRESH.match(text, segments[last].start) is not None
    fresh = fresh and not _VIOLATION.search(text, segments[0].start, segments[0].end)
    fresh = fresh and not any(s.manner == "open" and _FAILS.search(text, s.start, s.end) for s in segments[:last])
    for segment, found in zip(segments[:last], inside, strict=False):
        if segment.manner == "condition":
            continue
        if any(t.kind == "marker" or (t.kind == "prep" and t.word.value == "by") for t in found):
            return 0
        if fresh and segment.manner == "open" and any(_works(t) for t in found):
            return 0
    behind = (t for found in inside[last + 1 :] for t in found)
    return last if any(t.kind == "marker" or t.word.value == "by" for t in behind) else 0


def _works(token: Token) -> bool:
    """Whether a verb does work that no condition speaks of: watching, telling, helping others along."""
    lexeme = token.word.lexeme
    return token.kind == "verb" and lexeme is not None and bool(_OWN_DUTY & set(lexeme.functions))


def is_background(sentence: Sentence, piece: Piece) -> bool:
    """Whether the piece only says when or for whom: conditions, and circumstances that are no step done."""
    if piece.segment.manner == "condition":
        return not _passed_by(sentence, piece)
    if piece.segment.manner == "aim" or _lists_on(sentence, piece):
        return True
    if piece.segment.manner != "circumstance":
        return False
    words = sentence.text[piece.segment.start : piece.segment.end]
    if not piece.steps or _OVER.search(words):
        return True
    if words.endswith("下") and any(step.others for step in piece.steps):
        return False  # 在X协助下
    named = any(step.by for step in piece.steps)
    return not ((_DONE.search(words) or named) and (sentence.acts or named or words.startswith("经")))


def _passed_by(sentence: Sentence, piece: Piece) -> bool:
    """经X核实属实的，给予…: what X does is a step, where nobody else is named before."""
    if sentence.acts or sentence.subject or piece.subject or not any(step.by for step in piece.steps):
        return False
    return _CONFIRMED.match(sentence.text, piece.segment.start, piece.segment.end) is not None


def _lists_on(sentence: Sentence, piece: Piece) -> bool:
    """对X家庭成员，以及不能入学接受教育的儿童，给予…: one more of those for whom the act behind it is."""
    start, end = piece.segment.start, piece.segment.end
    if sentence.acts or piece.segment.last or piece.marker == "obligation":
        return False
    text = sentence.text
    return bool(
        _AND.match(text, start, end)
        and _FOR_WHOM.match(text, sentence.start)
        and (PERSON.search(text, end - 12, end) or text.endswith(_OF_WHOM, start, end))
    )


def leads_in(sentence: Sentence, piece: Piece, segments: list[Segment], inside: list[list[Token]]) -> bool:
    """A办理X，应当…; 召开会议，B不得…: whether a first piece without marker only leads in."""
    if piece.marker or len(segments) < 2 or sentence.scope.duty_list:
        return False
    following = inside[1]
    if not following:
        return False
    if any(s.by or s.others for s in piece.steps):
        return following[0].word.value == "by" and _names_thing(sentence, piece, following[0])
    if not piece.subject and (described := described_before(sentence.text, piece.segment, inside)):
        piece.subject = described
        if following[0].kind == "prep":
            return True
    if not piece.subject and _EXPLAINED.match(sentence.text, segments[1].start):
        return True
    if not piece.subject and segments[1].manner == "condition" and _asks(sentence.text, piece.segment, inside[0]):
        piece.person = True
        return True
    topic = piece.segment.manner == "open" and _is_topic(segments[1], following[0])
    if not piece.subject and (topic or _names_thing(sentence, piece, following[0])):
        piece.person = piece.person or (topic and _describes_person(sentence.text, piece.segment, inside[0]))
        return True
    if following[0].word.value == "by" and not (piece.subject or piece.person or sentence.scope.subject):
        return bool(piece.steps) and sentence.text.startswith("申请", piece.segment.start)
    if piece.subject or piece.person:
        bare = following[0].kind == "marker" and following[0].start - segments[1].start <= 2
        return bare or (piece.person and not any(step.functions for step in piece.steps))
    named = following[0].kind == "agency" and any(t.kind == "marker" for t in following[1:2])
    return bool(piece.steps) and named and not _HERE.match(sentence.text, piece.segment.start)


def _names_thing(sentence: Sentence, piece: Piece, following: Token) -> bool:
    """职工应缴的费用，由…: a piece that only describes what the next says something of."""
    start, end = piece.segment.start, piece.segment.end
    if sentence.text.startswith("对", start) and _CLASSED.search(sentence.text, start, end):
        return False
    if not _THING.search(sentence.text, max(start, end - 24), end):
        return False
    passive = following.kind in ("marker", "agency") or following.word.value in ("by", "along")
    return passive or not any(t.start == start and t.kind == "verb" for t in sentence.tokens.between(start, end))


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


def says_how(sentence: Sentence, inside: list[Token], segment: Segment) -> bool:
    """Whether a piece only says by what measure (标准，按照…，…确定), so that the topic before it stays."""
    opens = bool(inside) and inside[0].kind == "prep" and inside[0].start == segment.start
    return opens and bool(sentence.topic_words)


# -- behind the act --------------------------------------------------------------------------------------------------


def is_outcome(sentence: Sentence, piece: Piece) -> bool:
    """确保…, 促进…: what the act before is for."""
    if piece.segment.manner != "outcome" or not sentence.acts or piece.subject or piece.marker:
        return False
    return not any(step.by or step.others for step in piece.steps)


def completes(sentence: Sentence, piece: Piece) -> bool:
    """鼓励X通过…方式，提供Y: the piece only says what the act before it is for."""
    if not sentence.acts or piece.subject or piece.marker or sentence.start != sentence.acts[-1].end:
        return False
    text, last = sentence.text, sentence.acts[-1]
    if sentence.open and text[piece.segment.start] in "为对按依":
        return all("sanction" not in step.functions for step in piece.steps)
    if sentence.open and not last.actors and text.startswith(_WHAT_OTHERS_DO, piece.segment.start):
        return True
    if _ROUSES.search(text, last.start, last.end) and _JOINING.match(text, piece.segment.start):
        return True
    if _ENCOURAGES.match(text, last.start) and _ENCOURAGED.match(text, piece.segment.start):
        return True
    return bool(_BY_MEANS.search(text, max(last.start, last.end - 200), last.end))
