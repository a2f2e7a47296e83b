"""Pieces behind an act that are no act of their own: what it is for (确保…), and what it encourages others to do."""

from __future__ import annotations

import re

from ingest.extract.acts.acts import Sentence
from ingest.extract.acts.pieces import Piece
from kg.enums import Role

_LEFT_OUT = re.compile(r"(?:但是?|不过)[^，。；]{2,60}除外")
_HOW_OFTEN = re.compile(
    r"(?:原则上|一般)?(?:每半?[年月周季]度?|一年|全年|年度)?内?(?:累计|各)?(?:不少于|不低于|不超过|至少|最多)[0-9一二两三四五六七八九十]+[次场期]"
)
_FIRST_OF_ALL = re.compile(  # 分配补助资金，优先支持低保户: whom the act before is for in the first place
    r"(?:优先|重点)(?:支持|倾斜|保障|考虑|照顾|关注|安排|解决|纳入)[^，。；的]{0,40}(?:人|户|家庭|人员|对象|者|儿童|群众|学生|妇女|居民|孤儿)"
)
_BY_MEANS = re.compile(r"(?:通过|采取|以).*(?:方式|形式|途径|渠道)$")
_MEANS = re.compile(r"(?:是指|系指)(?=[^，。；：]{2})")
_ROUSED = re.compile(  # 鼓励社会组织，结合自身优势，配合…开展…: who is encouraged, and not yet to what
    r"\W*(?:国家|本省|本市|自治区)?(?:积极|大力)?(?:鼓励|支持|引导|提倡|倡导)(?:、|和|并)?(?:支持|引导|扶持)?[^，。；]{0,50}?"
    r"(?:社会力量|社会组织|组织|机构|企业|单位|个人|公民|法人|志愿者|(?:范围|领域)内)(?=$|，)"
)
_WHAT_OTHERS_DO = ("提供", "参与", "参加", "开展", "从事")
_WATCHING = frozenset(("guide", "supervise"))
_PROVIDES = re.compile(  # behind who is guided
    r"[为向](?!社会|公众)[^，。；]{2,40}?(?:提供|办理|开展|安排)(?![^，。；]{0,12}(?:指导|督导|检查))"
)
_ENCOURAGES = re.compile(r"(?:国家|本省|本市|自治区)?(?:积极|大力)?(?:鼓励|支持|提倡|倡导)")
_ROUSES = re.compile(  # 引导全社会…，关心、支持…
    r"(?:引导|动员|倡导|号召|发动|鼓励)(?:全社会|社会各界|社会各方面|社会公众|公众|群众|广大|家长)"
)
_JOINING = re.compile(r"(?:共同|积极|自觉|主动|踊跃)*(?:关心|关爱|支持|参与|理解|尊重|帮助|形成|营造)")
_ENCOURAGED = re.compile(
    r"(?:依法|积极|主动|自愿|志愿|自行|踊跃|广泛|就近|因地制宜|共同|优先|进[^，。；、]{1,3}(?:、进[^，。；、]{1,3})*"
    r"|多渠道|多形式|分层分级|重点|结合[^，。；]{2,12}?(?=开|提|设)|在[^，。；]{2,14}[时中内])*"
    r"(?:提供|参与|参加|开展|从事|举办|兴办|承接|投资|捐赠|捐助|设立|增设|开设|建设|设置|配备|打造|推出|开放|吸纳"
    r"|招用|录用|传播|资助|接收|培养(?!和引进)|开发|挖掘"
    r"|将(?![^，。；]*(?:支付|报销|保险|保障|救助|预算|考核|考评|评价|评估|信用|积分|规划|评优|评先|评定))|扩大|增加"
    r"|运用|利用|"
    r"[为向][^，。；]{2,30}(?:提供|开展|捐|开放|申请))"
)


def is_outcome(sentence: Sentence, piece: Piece) -> bool:
    """确保…, 促进…: what the act before is for; 但…的除外: what it leaves out."""
    if sentence.acts and _LEFT_OUT.fullmatch(sentence.text, piece.segment.start, piece.segment.end):
        return True
    if piece.segment.manner != "outcome" or not sentence.acts or piece.marker:
        return False
    if piece.subject and not (_ensures(sentence, piece) and sentence.acts[-1].actors):
        return False
    return not any(step.by or step.others for step in piece.steps)


def _ensures(sentence: Sentence, piece: Piece) -> bool:
    """确保医疗机构先救治: others do it, and whoever acts sees to it."""
    return sentence.text.startswith(("确保", "保证", "使"), piece.segment.start)


def completes(sentence: Sentence, piece: Piece) -> bool:
    """鼓励X通过…方式，提供Y: the piece only says what the act before it is for."""
    if not sentence.acts or piece.subject or piece.marker or sentence.start != sentence.acts[-1].end:
        return False
    text, last = sentence.text, sentence.acts[-1]
    if last.functions and _FIRST_OF_ALL.fullmatch(text, piece.segment.start, piece.segment.end):
        return True
    if text[piece.segment.end - 1] in "次场期" and _HOW_OFTEN.fullmatch(text, piece.segment.start, piece.segment.end):
        return True  # 举办招聘会，每年不少于2次，并提供…
    if _MEANS.search(text, last.start, last.end):
        return True  # X，是指A，B的行为
    if _roused(sentence) and text[piece.segment.start] not in "对给由":
        return True
    if sentence.open and text[piece.segment.start] in "为对按依":
        return all("sanction" not in step.functions for step in piece.steps)
    if sentence.open and not last.actors and text.startswith(_WHAT_OTHERS_DO, piece.segment.start):
        return True
    if _guided(sentence, piece):
        return True
    if _ROUSES.search(text, last.start, last.end) and _JOINING.match(text, piece.segment.start):
        return True
    if _ENCOURAGES.match(text, last.start) and _ENCOURAGED.match(text, piece.segment.start):
        return True
    return bool(_BY_MEANS.search(text, max(last.start, last.end - 200), last.end))


def _guided(sentence: Sentence, piece: Piece) -> bool:
    """指导X做好Y，为Z提供照料: whether what is provided is what those who are guided do."""
    last = sentence.acts[-1]
    watches = bool(last.functions) and _WATCHING.issuperset(last.functions)
    told = watches and any(role is Role.RECIPIENT for _, role in last.actors)
    return told and _PROVIDES.match(sentence.text, piece.segment.start, piece.segment.end) is not None


def _roused(sentence: Sentence) -> bool:
    """Whether the last act says first of all who is encouraged, and not yet to what."""
    last = sentence.acts[-1]
    found = _ROUSED.match(sentence.text, last.start, last.end)
    inside = sentence.tokens.between(*found.span()) if found else []
    works = (t.word.lexeme for t in inside if t.kind == "verb" and not sentence.text.startswith("的", t.end))
    return found is not None and all(lexeme is None or lexeme.functions == ("mobilise",) for lexeme in works)
