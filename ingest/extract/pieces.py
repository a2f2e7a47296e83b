"""A comma piece of a sentence as read: its subject, its marker of modality and its steps.

Here the subject is found: agencies no preposition governs, a person, or a thing that something is done to. The verbs
are `verbs.py`; what one piece hands to the next is `acts.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.extract.agencies import Body, Chain
from ingest.extract.functions import head_functions
from ingest.extract.segments import Segment
from ingest.grammar import Token
from kg.model import Role

PERSON = re.compile(
    r"(?:人|者(?<!或者)|员|家庭|户|公民|个人|对象|家属|亲属|律师|居民|村民|群众|学生|父母|子女|妇女|儿童|当事人|一方|成员|双方|教师|青年|农民|职工|"
    r"患者|军人|遗属|配偶|法人|群体|人士|干部|社会力量|社会各界|公众|国家|全社会|用户|考生|代表|委员|村组|新生|任何单位|任何组织)"
    r"(?:及其[^，。；]{0,20})?(?:没有|尚未|未|不|已经?|均|都|也|仍|确|依法|再|等|一般|首次|初次|提交的?|自|本人|应|可|有权)*$"
)
_BODY = re.compile(r"(?:机构|单位|企业|组织|学校|站点?|中心)(?:依法|按规定|应当?|可以?)?$")
_STAFF = re.compile(
    r"(?!工作人员)(?:(?:和|、|以及|及|或者)(?:个人|其他(?:组织|单位|有关单位)|社会组织))?(?:的|及其)?(?:其他)?(?:直接负责的)?"
    r"(?:[一-龥]{0,4}人员|有关人员|主管人员|负责人|主要负责人|办案人员|执法人员|相关人员|责任人员)?(?:均|都|也|一般|原则上|在.{0,20})?$"
)
_TIME = re.compile(
    r"(?:[在于每自从应均都也各年月日季度周前后次底末初的起内期间时定按\d一二三四五六七八九十半两至]|工作日|小时|定期|原则上|一般|依法|负责)*"
)
NOMINAL = re.compile(
    r"(?:标准|情况|结果|材料|意见|信息|名单|方案|资金|对象|事项|记录|报告|制度|政策|费用|人员|机构|程序|条件|数据|档案|经费|需求|办法|"
    r"方式|水平|范围|手续|时限|期限|金额|措施|大厅|方法|规则|流程|规程|目录|清单|依据|职责|责任|体系|机制|渠道|平台|系统|能力|质量|效率|成本)"
)
_DOER = re.compile(r"者|人(?![民大力口员工士类均数身])|单位")
_OWN_WORK = re.compile(r"(?:工作|事务|职责|事宜)(?:可以|应当|应|可)?$")
WITH = ("与", "同", "和")  # before a partner, where nothing stands before that they could join it to
_STATES = frozenset(("accept", "implement", "pay", "appeal", "decide"))
_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
_HAVING = "享有"
_BESIDE = 16  # characters of who else is named beside agencies (村民委员会以及房屋出租人)
_CLOSERS = ("prep", "verb", "role", "marker")


@dataclass(slots=True)
class Step:
    """One act: its verbs' functions and the bodies that the piece itself names."""

    start: int
    end: int
    role: Role = Role.LEAD
    by: tuple[Body, ...] = ()  # 由X, 报X审批: X leads instead of the subject
    behalf: tuple[Body, ...] = ()  # 受X委托: X leads and the subject acts for it
    passes: bool = False  # X is referred to and does not become the subject (报X审批, 经X同意)
    elsewhere: bool = False  # somebody who is no agency acts (由申请人…)
    others: list[tuple[Body, Role]] = field(default_factory=list)
    goal: tuple[Body, ...] = ()  # 向X
    functions: dict[str, None] = field(default_factory=dict)
    light: bool = False  # a control verb stands in it
    carries: bool = False  # one that means carrying out by itself (实施, 落实)
    open: bool = False  # it makes others act, and does not say yet what they do (督促X，为Y提供Z)
    hands_on: bool = False  # it only names whom it helps, and the next piece says with what (配合X，做Y)
    aids: bool = False  # it helps with what was said before (予以配合)
    said: bool = False  # a verb without a function stands in it
    hollow: bool = False  # a verb that says nothing without its object, and has none (提出)

    @property
    def only_said(self) -> bool:
        """Whether a verb without a function is all there is."""
        return self.said and not (self.functions or self.light or self.by or self.others)

    @property
    def empty(self) -> bool:
        """Whether nothing has been said yet."""
        named = self.by or self.others or self.behalf
        return not (self.functions or self.light or self.said or named or self.role is not Role.LEAD)


@dataclass(slots=True)
class Piece:
    """A segment as read; `topic` holds functions that its subject speaks of, `topic_words` what it is about."""

    segment: Segment
    subject: tuple[Body, ...] = ()
    person: bool = False
    thing: bool = False
    marker: str = ""
    steps: list[Step] = field(default_factory=list)
    topic: tuple[str, ...] = ()
    topic_words: str = ""
    subject_end: int = 0
    bare: bool = False  # nothing but agencies


def open_piece(text: str, segment: Segment, tokens: list[Token], topic: str) -> tuple[Piece, int]:
    """The piece with subject and marker, and the index of the first token behind them."""
    piece = Piece(segment, topic_words=topic, subject_end=segment.start)
    at = _marker_index(text, tokens)
    zone = at if at is not None else _zone_end(text, tokens, segment.start)
    stop = tokens[zone].start if zone < len(tokens) else segment.end
    before = tokens[:zone]
    chain = _free_chain(before, segment.start)
    passive = zone < len(tokens) and tokens[zone].word.value == "by"
    if chain is not None and passive and _OWN_WORK.search(text, chain.end, stop):
        piece.thing, piece.topic_words = True, text[segment.start : stop].strip()
    elif chain is not None and _is_subject(text, chain, before, stop, segment.end, segment.manner != "open"):
        piece.subject, piece.subject_end = chain.bodies, chain.end
        piece.bare = chain.end >= segment.end and len(tokens) == 1
    elif chain is None and at is not None and (last := _described(text, before, stop)):
        piece.subject, piece.subject_end = last, stop
    elif chain is not None and (both := _coordinated(text, before, stop)):
        piece.subject, piece.subject_end = both, stop
    elif chain is None or at is not None:
        _other_subject(text, piece, before, stop)
    if at is None:
        partner = tokens and tokens[0].text in WITH and tokens[0].start == segment.start
        return piece, 0 if partner else zone
    piece.marker = tokens[at].word.value
    if tokens[at].text.endswith(_HAVING):
        return piece, len(tokens)  # a right is no work
    inner = next((i for i, t in enumerate(before) if t.kind == "prep"), None) if piece.subject else None
    return piece, at + 1 if inner is None else inner


def _marker_index(text: str, tokens: list[Token]) -> int | None:
    """The marker of the main clause: no verb before it but in relative clauses or prepositional phrases."""
    for i, token in enumerate(tokens):
        if token.kind != "marker" or (i and tokens[i - 1].kind == "prep" and tokens[i - 1].end == token.start):
            continue
        before = tokens[:i]
        verbs = [t for t in before if t.kind in ("verb", "role")]
        if token.text.endswith(_HAVING) and text.startswith("的", token.end):
            continue  # 妇女享有的权利
        if not verbs or _governed(before, verbs[0], token):
            return i
        closed = max((t.start for t in before if t.kind == "de"), default=-1)
        if verbs[0].start == before[0].start and token.start - closed > 7:
            closed = -1
        plain = all(t.end <= closed or after_de(text, t) or _noun_before(text, t, token) for t in verbs)
        return i if plain else None
    return None


def _governed(before: list[Token], verb: Token, marker: Token) -> bool:
    """Whether a preposition governs the verbs before a marker; for 享有 only one before them (保障妇女在…方面享有…)."""
    having = marker.text.endswith(_HAVING)
    return any(t.kind == "prep" and not (having and t.start > verb.start) for t in before)


def _noun_before(text: str, verb: Token, marker: Token) -> bool:
    """Whether the verb ends the subject's noun, right before the marker (…审批手续应当…)."""
    noun = NOMINAL.fullmatch(text, verb.end, marker.start) or _DOER.fullmatch(text, verb.end, marker.start)
    return verb.end == marker.start or noun is not None


def after_de(text: str, token: Token) -> bool:
    """Whether 的 stands right before the token."""
    return token.start > 0 and text[token.start - 1] == "的"


def _zone_end(text: str, tokens: list[Token], start: int) -> int:
    """Index of the first preposition, verb or role word: what stands before it may be the subject."""
    passive = next((i for i, t in enumerate(tokens) if t.kind == "prep" and t.word.value == "by"), 0)
    plain = tokens[0].kind not in ("verb", "role", "prep") if tokens else False
    if passive and (plain or passive == 1 or text[tokens[0].end] == "的"):
        return passive
    behind = _behind_description(text, tokens, start)
    if behind:
        return behind
    for i, token in enumerate(tokens):
        if token.kind in ("prep", "role") or (token.kind == "verb" and not _nominal(text, tokens, i, start)):
            return i
    return len(tokens)


def _describes(token: Token) -> bool:
    """Whether a verb can open a description of people: what they do or have, not what is done to them."""
    if token.kind == "role":
        return token.word.value == "participate"
    return token.word.lexeme is not None and token.word.value != "causing" and {*token.word.lexeme.functions} <= _STATES


def _behind_description(text: str, tokens: list[Token], start: int) -> int:
    """Index of the first token behind a person described by a clause (参加培训的人员按照…); 0 where there is none."""
    if not tokens or tokens[0].start != start or not _describes(tokens[0]):
        return 0
    closed = next((i for i, t in enumerate(tokens) if t.kind == "de"), 0)
    if not closed:
        return 0
    behind = next((i for i in range(closed + 1, len(tokens)) if tokens[i].kind in _CLOSERS), 0)
    if not behind or not 0 < tokens[behind].start - tokens[closed].end <= 12:
        return 0
    if tokens[0].word.value == "control" and tokens[behind].kind == "verb":
        return 0  # 负责低保的对象审批: what is done is the object, nobody is described
    noun = (tokens[closed].end, tokens[behind].start)
    return behind if PERSON.search(text, *noun) or _BODY.search(text, *noun) else 0


def _nominal(text: str, tokens: list[Token], at: int, start: int) -> bool:
    """Whether a verb in the subject's place is part of a noun (…的审批, 供养标准, 最低生活保障审批按照…)."""
    token = tokens[at]
    if at and tokens[at - 1].kind == "de":
        return True
    before = token.start - start - sum(t.end - t.start for t in tokens[:at] if t.kind == "and")
    if before < 2 or any(t.kind == "agency" for t in tokens[:at]):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    closed = following is not None and following.start == token.end and following.word.value == "along"
    return closed or bool(NOMINAL.match(text, end := _run_end(tokens, at)) or _does(text, token, end))


def _does(text: str, token: Token, end: int) -> bool:
    """Whether the verb is part of a word for who does it (使用者, 管理单位)."""
    return token.word.value != "causing" and _DOER.match(text, end) is not None


def _run_end(tokens: list[Token], at: int) -> int:
    """Where the verbs that stand one behind the other from `at`, behind 和, end (和照料护理标准)."""
    end = tokens[at].end
    beside = at and tokens[at - 1].word.value == "any" and tokens[at - 1].end == tokens[at].start
    for token in tokens[at + 1 :] if beside else ():
        if token.kind != "verb" or token.start != end:
            break
        end = token.end
    return end


def _free_chain(tokens: list[Token], start: int) -> Chain | None:
    """The first agencies in the zone that no preposition governs."""
    for i, token in enumerate(tokens):
        if (token.kind == "prep" and token.word.value != "with") or (token.start == start and token.text in WITH):
            return None
        if token.chain is not None:
            return token.chain
        if token.kind in ("verb", "role") and i == 0:
            return None
    return None


def _is_subject(text: str, chain: Chain, zone: list[Token], stop: int, end: int, background: bool) -> bool:
    """Whether the agencies are the subject and not the owner of what is (X的决定应当…)."""
    rest = _BRACKETS.sub("", text[chain.end : stop])
    if stop == end and rest:
        following = next((t.start for t in zone if t.start >= chain.end), stop)
        leads = background or (len(rest) > 3 and "的" not in rest and all(t.kind == "and" for t in zone[1:]))
        return leads and rest[0] not in "的、和及" and not PERSON.search(text, chain.end, following)
    if _STAFF.fullmatch(rest) or _TIME.fullmatch(rest):
        return True
    behind = next((t for t in zone if t.start >= chain.end), None)
    if behind is not None and behind.kind == "prep":
        return bool(_TIME.fullmatch(text, chain.end, behind.start))
    beside = not background and rest[0] in "、和及与或以" and "的" not in rest and len(rest) <= _BESIDE
    if not beside and (PERSON.search(rest) or rest.startswith("的")):
        return False
    return len(rest) <= 6 or rest[0] in "和、及与或以"


def _described(text: str, zone: list[Token], stop: int) -> tuple[Body, ...]:
    """The agency right before the marker, behind a relative clause (使用校车的学校应当)."""
    if len(zone) < 2 or zone[-1].chain is None or zone[-2].kind != "de" or zone[0].kind == "prep":
        return ()
    return zone[-1].chain.bodies if _STAFF.fullmatch(text, zone[-1].end, stop) else ()


def described_alone(text: str, segment: Segment, tokens: list[Token]) -> tuple[Body, ...]:
    """签订协议的县人民政府，可以…: the agency that closes a piece behind what describes it."""
    if segment.manner != "open" or len(tokens) < 3 or tokens[0].start != segment.start:
        return ()
    last = tokens[-1]
    described = last.chain is not None and last.end == segment.end and after_de(text, last)
    return last.chain.bodies if described and last.chain is not None else ()


def _coordinated(text: str, zone: list[Token], stop: int) -> tuple[Body, ...]:
    """Agencies with a description between them (市人民政府和易发地区的县级人民政府应当): all of them, or none."""
    chains = [t.chain for t in zone if t.chain is not None]
    if any(t.kind == "prep" for t in zone) or not _STAFF.fullmatch(text, chains[-1].end, stop):
        return ()
    joined = all(text[c.end : c.end + 1] in "和、或及与" for c in chains[:-1])
    return tuple(b for c in chains for b in c.bodies) if joined else chains[-1].bodies


def _other_subject(text: str, piece: Piece, zone: list[Token], stop: int) -> None:
    """A subject that is no known agency: a person, or a thing that something is done to."""
    start = piece.segment.start
    first = next((t for t in zone if t.kind == "prep"), None)
    if first is not None and first.start <= start + 1:
        return
    words = text[start : first.start if first else stop].strip()
    if not words or words.startswith("并"):
        return
    piece.person = bool(PERSON.search(words, max(0, len(words) - 40)))
    piece.thing = not piece.person and len(words) > 1
    piece.topic_words = words if piece.thing else piece.topic_words
    piece.topic = head_functions(text, zone, start, stop)
