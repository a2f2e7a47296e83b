"""Who is in charge where a noun says it: X的牵头单位为A, A为牵头单位, X以A为主, X归A管理, 召集人由A负责人担任."""

from __future__ import annotations

import re

from ingest.extract.acts.acts import Sentence
from ingest.extract.acts.pieces import Piece, Step
from ingest.extract.bodies.chains import Body, Chain
from kg.enums import Role

_POST = (
    r"(?:行政|业务|具体|主要|总)*(?P<kind>牵头|主管|主责|责任|实施|承办|经办|主办|组织实施|负责|配合|协办|协助|支持|参与|参加)"
    r"(?:责任)?(?:单位|部门|主体|机构|机关)"
)
_BEHIND = re.compile(_POST + r"(?:仍|均|应当|分别)?(?:为|是|系)$")  # 牵头单位为|A
_BEFORE = re.compile(r"(?:仍|均|应当)?(?:为|是|系)(?:[^，。；]{0,24}?的)?" + _POST + "$")  # A|是X的牵头单位
_MAINLY = re.compile(r"为(?:主(?:体|导|责)?|牵头|主导)$")  # 以A|为主
_UNDER = re.compile(r"(?:统一|集中|具体|归口)*(?:管理|负责|承办|办理|管辖?)$")  # 归A|统一管理
_CONVENES = re.compile(r"(?<!副)召集人(?:由|为|是)$")  # 召集人由|A主要负责人担任
_IN_PERSON = re.compile(
    r"(?:的?(?:主要|分管|有关|相关)?(?:负责人|负责同志|领导|领导同志|局长|主任|部长|书记))?(?:兼任|担任|出任)?$"
)
_HELPS = frozenset({"配合", "协办", "协助", "支持"})
_JOINS = frozenset({"参与", "参加"})


def take_charge(sentence: Sentence, piece: Piece) -> None:
    """Give the piece the one step that a noun of charge in it says, for the bodies it names."""
    start, end = piece.segment.start, piece.segment.end
    for token in sentence.tokens.between(start, end):
        chain = token.chain
        if chain is None:
            continue
        if step := _convenes(sentence.text, chain, start, end):
            piece.steps[:] = [step]
            return
        role = _role(sentence.text, chain, start, end)
        if role is not None:
            _charge(piece, chain.bodies, role)
            return


def _charge(piece: Piece, bodies: tuple[Body, ...], role: Role) -> None:
    start, end = piece.segment.start, piece.segment.end
    if role is Role.LEAD:
        piece.subject = ()
        piece.steps[:] = [Step(start, end, by=bodies, light=True)]
    else:
        piece.subject, piece.subject_end = bodies, bodies[-1].end
        piece.steps[:] = [Step(start, end, role=role, aids=True)]


def _role(text: str, chain: Chain, start: int, end: int) -> Role | None:
    """What a noun right before or behind a body, to the end of the piece, says that it does."""
    opens = not text[start : chain.start].strip() or text.endswith("，", start, chain.start)
    said = _BEHIND.search(text, start, chain.start) if chain.end == end else None
    said = said or (_BEFORE.match(text, chain.end, end) if opens else None)
    if said:
        kind = said["kind"]
        return Role.ASSIST if kind in _HELPS else Role.PARTICIPATE if kind in _JOINS else Role.LEAD
    mainly = text.endswith("以", start, chain.start) and _MAINLY.match(text, chain.end, end)
    under = text.endswith("归", start, chain.start) and _UNDER.match(text, chain.end, end)
    return Role.LEAD if mainly or under else None


def _convenes(text: str, chain: Chain, start: int, end: int) -> Step | None:
    """召集人由A主要负责人担任: whoever convenes coordinates."""
    named = _CONVENES.search(text, start, chain.start) and _IN_PERSON.match(text, chain.end, end)
    return Step(start, end, by=chain.bodies, functions={"coordinate": None}) if named else None
