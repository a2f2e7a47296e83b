"""Pieces of a sentence that are no act: conditions and circumstances.

What such a piece names is kept for the acts behind it.
"""

from __future__ import annotations

import re

from ingest.extract.acts.acts import Sentence
from ingest.extract.acts.pieces import Piece
from ingest.extract.acts.segments import Segment
from ingest.extract.acts.subject_zone import HAS_GOT, PERSON
from ingest.grammar import Token

_DONE = re.compile(
    r"(?:经|审核|审查|公示|评议|核实|调查|审批|批准|初审|核准|认定|评估|核查|确认|受理|登记|汇总|复核|同意|研究|征求意见)[^，]{0,6}后$"
)
_OVER = re.compile(r"(?:结束|完成|期满|届满|发生|收到|接到|稳定|消除|获得|批准获得|不服|无异议)[^，]{0,8}后$")
_SO_FAR = re.compile(  # how things stand, told before anything is ordered: 近年来，…; …亟待解决
    r"(?:近年来|近几年来?|多年来|长期以来|改革开放以来|一直以来|当前，|目前，)[^。；]*$|"
    r"[^，。；]{0,12}(?:党中央|国务院|党委|政府|[省市县区州]委|总书记)[^，。；]{0,60}高度重视[^。；]*$|"
    r"[^，。；]{2,30}?(?:关系(?=到|着|和谐|全局|大局|民生|国计|社会|人民|群众|广大|切身|千家|稳定|国家|困难)|事关|关乎)[^，。；]{2,40}(?:，(?:关系|事关|关乎|涉及|政策性|意义|责任|任务)[^。；]*)?$|"
    r"(?:但是?，?|同时，|然而，)?[^。；]{0,80}(?<!是否)(?:仍然?|还|也)(?:处于|存在)[^。；]*$|[^。；]*(?:问题|任务)[^。；]{0,12}(?:亟待|亟需|有待)[^。；]*$"
)
_ATTENDED = re.compile(  # who was there, in minutes
    r"[^。；]{2,300}?(?:负责同志|负责人|分管领导|联络员|有关同志|相关同志)(?:出席|列席|参加|参会)了?(?:本次|此次)?(?:全体|联席)?(?:会议|会)?"
    r"(?:，[^。；]{2,60}请假)?$"
)
_TELLING = re.compile("近|多年|长期|改革开放|一直|当前|目前|还|也|仍|问题|任务|关系|事关|关乎|高度重视")
DISPUTE = re.compile(r"异议(?<!无异议)(?<!没有异议)(?<!未提出异议)|不服")
_VIOLATION = re.compile(
    r"违反|拒不|未(?:按|依|经|履行|及时|在|取得)|不(?:履行|依法|按照?)|侵占|侵犯|挪用|截留|克扣|私分|骗取|玩忽职守|滥用职权|徇私|"
    r"弄虚作假|虚报|隐瞒|逾期|泄露|拒绝|造成.{0,10}(?:后果|损失)|构成"
)
_UNABLE = re.compile(r"(?:无力|无法|不能|难以)(?:全部|足额|按时|及时)?(?:支付|承担|负担|暂付|缴纳|垫付|履行)")
_LEARNS = re.compile(  # who learns of a wrong has done none
    r"(?:及其工作人员)?(?:在[^，]{2,20}[中时])?(?:发现|接到|收到|得知|获知|查明|查实|认为|认定|经(?:查|调查|核实|审查))"
)
_FAILS = re.compile(r"放任|(?:不|未|拒不)(?:采取|及时|报告|制止|履行|依法|按照?|执行)")  # what nobody is told to do
_FRESH = re.compile(r"(?:如|若|发现|经|对|符合|不符合|属于|确[有需]|情节|逾期|拒不|因|有下列|遇有?|出现|构成|造成)")
_CONFIRMED = re.compile(r"经[^，。；]*(?:属实|无误|真实|情况属实|符合[^，。；]{0,10}(?:条件|规定|标准))的$")
_REQUESTED = re.compile(  # …的残疾人，经本人申请，可以纳入低保
    r"(?:[^，。；向由]{1,24}[人员者童户庭生象众民])?经(?:其|申请人|受益人|残疾人|老年人|患者|学生|当事人)?(?:本人|个人|家庭|家庭成员|监护人|法定代理人|近亲属|家属|户主|申请人)"
    r"(?:或者?其?(?:监护人|近亲属|家属|法定代理人|代理人))?(?:自愿|书面|主动)?(?:提出)?(?:书面)?(?:申请|同意|请求|要求)"
)
_OWN_STAFF = re.compile("(?:工作|调查|经办|核查|审核|评估|办案|执法|服务|管理|值班)人员")
_UNHEEDED = re.compile(r"(?:拒不|逾期|仍不|情节|造成[^，。；]{0,8}后果|经责令)")
_ORDERED = re.compile(r"(?:责令|警告|罚款|批评|整改)[^。；]*；\s*$")
_ORDER = 80  # characters back to the order
_OWN_DUTY = frozenset(("monitor", "supervise", "guide", "publicise", "inform", "coordinate", "policy", "fund"))
_ACTING = ("agency", "marker")
_MOST_BODIES = 60
_FOR_WHOM = re.compile(r"对(?:于)?|为|向|给")
_OF_WHOM = ("申请", "案件", "费用", "诉求")  # 对X的申请，以及Y的申请，由…
_AND = re.compile(r"(?:以及|及其?|和|与|或者|或)")


def told_so_far(words: str) -> bool:
    """Whether a sentence tells how things stand."""
    so_far = _TELLING.search(words) is not None and _SO_FAR.match(words) is not None
    present = "同志" in words or "负责人" in words
    return so_far or (present and _ATTENDED.fullmatch(words) is not None)


def remember(sentence: Sentence, piece: Piece) -> None:
    """Keep what a piece that is no act names: its marker, its agencies or person, the work it speaks of."""
    if piece.marker and not piece.steps and piece.segment.manner != "condition":
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
        words = (sentence.text, piece.segment.start, piece.segment.end)
        if (piece.marker and not _OWN_STAFF.search(*words)) or HAS_GOT.search(*words):
            sentence.subject = ()  # 律师接受指派后，应当…; 班主任要逐一家访，核实…
    spoken = tuple(f for step in piece.steps for f in step.functions)
    disputed = DISPUTE.search(sentence.text, piece.segment.start, piece.segment.end)
    sentence.background = ("appeal",) if disputed else spoken or sentence.background


def _violates(sentence: Sentence, piece: Piece) -> bool:
    """Whether a condition speaks of who breaks or cannot keep a rule; not where an agency deals with them."""
    start, end = piece.segment.start, piece.segment.end
    dealt_with = sentence.text.startswith("对", piece.subject_end if piece.subject else start)
    learns = piece.subject_end if piece.subject else start if sentence.waiting else -1
    dealt_with = dealt_with or (learns >= 0 and bool(_LEARNS.match(sentence.text, learns, end)))
    wrong = _VIOLATION.search(sentence.text, start, end) or _UNABLE.search(sentence.text, start, end)
    return not dealt_with and wrong is not None


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
    acting = any(t.kind in _ACTING for found in inside[:last] for t in found)
    if text.startswith("或", segments[last].start) and not acting:
        return last  # 公示没有异议，或者经再次评议异议不成立的，…
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
    if not piece.segment.last and _REQUESTED.fullmatch(sentence.text, piece.segment.start, piece.segment.end):
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


def says_how(sentence: Sentence, inside: list[Token], segment: Segment) -> bool:
    """Whether a piece only says by what measure (标准，按照…，…确定), so that the topic before it stays."""
    opens = bool(inside) and inside[0].kind == "prep" and inside[0].start == segment.start
    return opens and bool(sentence.topic_words)
