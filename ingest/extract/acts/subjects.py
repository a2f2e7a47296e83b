"""The subject of a comma piece: agencies no preposition governs, a person, or a thing that something is done to."""

from __future__ import annotations

import re

from ingest.extract.acts.described import STAFF, coordinated, described, described_about, shared_marker
from ingest.extract.acts.functions import LIGHT, head_functions
from ingest.extract.acts.matters import behind_matter
from ingest.extract.acts.pieces import Piece
from ingest.extract.acts.segments import Segment
from ingest.extract.acts.subject_zone import HAVING, OFTEN, PERSON, marker_index, zone_end
from ingest.extract.bodies.chains import Chain
from ingest.grammar import Token

_CLOSES = re.compile(r"等?(?:有关|相关)?(?:(?:或者|和|、)?(?:部门|机构|单位|组织|团体|媒体))?")  # 民政等部门或者机构，
_OWNING = ("《", "所需")  # 国务院《条例》另有规定的, 经办机构所需经费
_NOT_DOING = ("是", "系", "无", "没有")  # 入伍时是学校学生, 无工作单位的
_BESIDES = "以及"
_FURTHERS = ("促进", "方便", "便于", "推动", "提升", "提高")
_AGAINST = ("与", "同")  # behind a person: whom he has to do with
WITH = ("与", "同", "和")  # before a partner, where nothing stands before that they could join it to
_TIME = re.compile(
    r"(?:[在于每自从应均都也各年月日季度周前后次底末初的起内期间时定按个终了上中下旬学\d一二三四五六七八九十半两至]|工作日|小时|定期|原则上|一般|依法|负责"
    r"|派员|派人|入户|上门|实地|现场|逐户|及时|立即|尽快)*"
)
_GETTING = "收到|接到|接获"
_GOT = ("收", "接", "受理")
_GETS = re.compile(rf"(?:{_GETTING}|接报|获悉)(?!的)")
_HAVING_GOT = re.compile(  # 接到名单后10日内: when, said before the verb
    rf"(?:{_GETTING}|接报|获悉|取得|拿到|受理)[^，。；]{{0,20}}?(?:之?后|以后|之日起|当[日天]|次日)"
)
_GOT_FROM = re.compile(rf"(?:{_GETTING})(?:[^，。；的]{{1,12}}、)?[^，。；、的]{{0,4}}$")
_ENTERS = re.compile(r"(?:考[入取上]|报考|升入|入读|就读于?|毕业于|转入|复学到)[^，。；的]{0,6}$")  # 子女考入高等学校的
_URGED = re.compile(  # whoever makes them better, or goes to see them, acts, not they
    r"(?:深入|走进|走访|进驻|促进|带动|提升|提高|增强|厚植|夯实|激发|调动|促使|壮大)(?:各[级类地])?(?:[^，。；、]{1,8}、)?$"
)
_OWN_WORK = re.compile(r"(?:工作|事务|职责|事宜|分工)(?:可以|应当|应|可)?$")
_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")
_ALSO = re.compile(  # 以及其他组织和个人, 、密切接触儿童的单位及其工作人员 beside agencies
    r"(?:(?:和|、|以及|及|或者)(?:其他)?(?:有关)?(?:[^，。；、和与及的]{2,14}的)?(?:[^，。；、的及]{1,8}等)?"
    r"(?:社会组织|组织|用人单位|单位|机构|企业|场所|部门|个人|公民)){1,3}(?:及其(?:(?:工作|从业|有关|相关)?人员|职工))?"
)
_CALLED = re.compile(r"(?:是|作为|系)[^，。；]{2,40}(?:牵头|主管|主责|责任|办事|协调)[^，。；]{0,4}(?:部门|单位|机构)")
_BEING = re.compile(r"(?:是|系|作为)(?!否)")  # 学校是…的阵地，应当…
_FINDS = re.compile(r"(?:经审[查核]|经评估|经调查)?(?:认为|得知|获知|获悉)")  # X认为申请人…的，可以…
_SENDS = re.compile(
    r"(?:紧急|及时|立即|随即|统一)?派(?:出|遣|员)(?!机构|单位|部门|人员|所)[^，。；的]{0,20}$"
)  # 民政局派出工作组赴灾区…
_AGREES = re.compile(r"(?:依法|同意|批准|统一|共同|直接|投资|出资|自行|委托|负责)*")  # 村民委员会同意成立的团体
_BESIDE = 16  # characters of who else is named beside agencies (村民委员会以及房屋出租人)


def open_piece(text: str, segment: Segment, tokens: list[Token], topic: str) -> tuple[Piece, int]:
    """The piece with subject and marker, and the index of the first token behind them."""
    piece = Piece(segment, topic_words=topic, subject_end=segment.start)
    at = marker_index(text, tokens)
    if at is not None and segment.manner == "condition" and tokens[at].text == "不宜":
        at = None  # 不宜出院的，应当: how things are, no order
    zone = at if at is not None else zone_end(text, tokens, segment.start)
    _find_subject(text, piece, tokens, zone, at is not None)
    if at is None:
        if text.startswith(_GOT, piece.subject_end) and (
            got := _HAVING_GOT.match(text, piece.subject_end, segment.end)
        ):
            zone = next((i for i, t in enumerate(tokens) if i >= zone and t.start >= got.end()), zone)
        partner = _partner_at(text, piece, tokens[:zone])
        return piece, zone if partner is None else partner
    piece.marker = tokens[at].word.value
    if tokens[at].text.endswith(HAVING):
        return piece, len(tokens)  # a right is no work
    inner = next((i for i, t in enumerate(tokens[:at]) if t.kind == "prep"), None) if piece.subject else None
    behind = at if tokens[at].text.endswith("由") else at + 1
    return piece, behind if inner is None else inner


def _partner_at(text: str, piece: Piece, zone: list[Token]) -> int | None:
    """与X…, 定期与X…, A每月与X…: index of the word before a partner that stands ahead of the verb."""
    for i, token in enumerate(zone):
        if token.text in WITH and token.start >= piece.subject_end:
            opens = token.start == piece.segment.start or OFTEN.fullmatch(text, piece.subject_end, token.start)
            return i if opens else None
    return None


def _find_subject(text: str, piece: Piece, tokens: list[Token], zone: int, marked: bool) -> None:
    """Note the subject that stands in the first `zone` tokens; `marked` where a marker of modality ends them."""
    segment, before = piece.segment, tokens[:zone]
    stop = tokens[zone].start if zone < len(tokens) else segment.end
    chain = _free_chain(text, before, segment.start)
    if chain is not None and any(p.search(text, segment.start, chain.start) for p in (_GOT_FROM, _ENTERS, _URGED)):
        chain = None  # 监护人接到学校通知后, 子女考入普通高等学校的, 促进学校加强…
    if chain is not None and not marked and _inside(text, segment, chain):
        chain = None
    if chain is not None:
        _named_subject(text, piece, tokens, zone, chain, marked)
    elif marked and (last := described(text, before, stop)):
        piece.subject, piece.subject_end = last, stop
    elif not marked and not segment.last and (about := described_about(tokens)):
        piece.subject, piece.subject_end = about.bodies, about.end
    else:
        _other_subject(text, piece, before, stop)


def _inside(text: str, segment: Segment, chain: Chain) -> bool:
    """促进产地与学校对接; 以及在学校就读的情况: whether agencies stand in what is brought about or listed besides."""
    further = segment.manner == "outcome" and text.startswith(_FURTHERS, segment.start)
    return further or (text.startswith(_BESIDES, segment.start) and chain.start > segment.start + len(_BESIDES))


def _named_subject(text: str, piece: Piece, tokens: list[Token], zone: int, chain: Chain, marked: bool) -> None:
    """Note as subject the agencies `chain`, those beside them or those they describe; else what is said of theirs."""
    segment, before = piece.segment, tokens[:zone]
    stop = tokens[zone].start if zone < len(tokens) else segment.end
    passive = zone < len(tokens) and tokens[zone].word.value == "by"
    if _only_describes(text, chain, tokens):
        piece.subject = described(text, before, stop)
        piece.subject_end = stop if piece.subject else segment.start
    elif not segment.last and (_BEING.match(text, chain.end) or _gets(text, chain, before)):
        piece.subject, piece.subject_end = chain.bodies, chain.end
    elif passive and _OWN_WORK.search(text, chain.end, stop):
        piece.topic_words = text[segment.start : stop].strip()
    elif (marked or not segment.last) and (several := shared_marker(text, chain, before, stop)):
        piece.subject, piece.subject_end = several, stop
    elif _is_subject(text, chain, before, stop, segment.end, segment.manner != "open"):
        piece.subject, piece.subject_end = chain.bodies, chain.end
        listed = all(t.kind in ("agency", "and") for t in tokens)
        piece.bare = listed and bool(_CLOSES.fullmatch(text, tokens[-1].end, segment.end))
    elif both := coordinated(text, before, stop):
        piece.subject, piece.subject_end = both, stop
    elif marked:
        _other_subject(text, piece, before, stop)


def _free_chain(text: str, tokens: list[Token], start: int) -> Chain | None:
    """The first agencies in the zone that no preposition governs, and that are not with a person (职工与用人单位)."""
    for i, token in enumerate(tokens):
        if token.text in _AGAINST and PERSON.search(text, start, token.start):
            return None
        if token.word.value == "on" and token.start == start and (last := behind_matter(text, token, tokens[i + 1 :])):
            return last
        if (token.kind == "prep" and token.word.value != "with") or (token.start == start and token.text in WITH):
            return None
        if token.text in WITH and OFTEN.fullmatch(text, start, token.start):
            return None
        if token.chain is not None:
            silent = text.endswith(_NOT_DOING, start, token.start) or text.startswith(_OWNING, token.end)
            return None if silent else token.chain
        if token.kind in ("verb", "role") and i == 0:
            return None
    return None


def _only_describes(text: str, chain: Chain, tokens: list[Token]) -> bool:
    """政府举办的养老机构, 省人民政府编制的规划: what the agency does only says which thing is meant."""
    verb = next((t for t in tokens if t.start >= chain.end), None)
    if verb is None or verb.kind != "verb":
        return False
    last = _verbs_end(tokens, tokens.index(verb))
    if not text.startswith("的", last):
        return False
    if last > verb.end and (verb.word.value in LIGHT or any(t.start == last + 1 for t in tokens if t.kind == "verb")):
        return False  # 负责申请的受理
    if last > verb.end and text[last + 1 : last + 2] in "，。；":
        return False  # 决定停止救助的，
    return _AGREES.fullmatch(text, chain.end, verb.start) is not None


def _verbs_end(tokens: list[Token], at: int) -> int:
    """Where the verbs end that stand one right behind the other from token `at` (人民法院指定辩护的案件)."""
    end = tokens[at].end
    for token in tokens[at + 1 :]:
        if token.kind != "verb" or token.start != end:
            break
        end = token.end
    return end


def _is_subject(text: str, chain: Chain, zone: list[Token], stop: int, end: int, background: bool) -> bool:
    """Whether the agencies are the subject and not the owner of what is (X的决定应当…)."""
    rest = _BRACKETS.sub("", text[chain.end : stop])
    if not rest:
        return True
    if (told := _HAVING_GOT.match(text, chain.end, end)) and told.end() >= stop:
        return True
    if _SENDS.match(rest) or _CALLED.match(rest) or _ALSO.fullmatch(rest) or _FINDS.match(rest):
        return True
    if stop == end:
        following = next((t.start for t in zone if t.start >= chain.end), stop)
        leads = background or (len(rest) > 3 and "的" not in rest and all(t.kind == "and" for t in zone[1:]))
        return leads and rest[0] not in "的、和及" and not PERSON.search(text, chain.end, following)
    if background and rest[0] in _AGAINST:
        return True  # 用人单位与职工解除劳动关系的，应当…
    got = _HAVING_GOT.match(rest)
    if STAFF.fullmatch(rest) or _TIME.fullmatch(rest, got.end() if got else 0):
        return True
    behind = next((t for t in zone if t.start >= chain.end), None)
    if behind is not None and (behind.kind == "prep" or OFTEN.fullmatch(text, chain.end, behind.start)):
        return bool(_TIME.fullmatch(text, chain.end, behind.start)) or behind.text in WITH
    beside = not background and rest[0] in "、和及与或以" and "的" not in rest and len(rest) <= _BESIDE
    if not beside and (PERSON.search(rest) or rest.startswith("的")):
        return False
    return len(rest) <= 6 or rest[0] in "和、及与或以"


def _gets(text: str, chain: Chain, zone: list[Token]) -> bool:
    """民政部门接到申请，应当: unless another agency stands beside it (公安机关接到报告或者检察院发现)."""
    beside = (t for t in zone if t.chain is not None and t.start > chain.end and text[t.start - 1] in "者或和")
    return _GETS.match(text, chain.end) is not None and next(beside, None) is None


def _other_subject(text: str, piece: Piece, zone: list[Token], stop: int) -> None:
    """A subject that is no known agency: a person, or a thing that something is done to."""
    start = piece.segment.start
    first = next((t for t in zone if t.kind == "prep"), None) if zone else None
    if first is not None and first.start <= start + 1:
        return
    words = text[start : first.start if first else stop].strip()
    if not words or words.startswith("并") or _TIME.fullmatch(words):
        return
    piece.person = bool(PERSON.search(words, max(0, len(words) - 40)))
    thing = not piece.person and len(words) > 1
    piece.topic_words = words if thing else piece.topic_words
    piece.topic = head_functions(text, zone, start, stop)
