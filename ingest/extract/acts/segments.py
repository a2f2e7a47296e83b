"""Cutting a sentence at its commas and arrows, outside brackets and quotation marks, and what the pieces are.

A piece that ends in 的 is a condition, one that ends in 时, 后, 前 … a circumstance, one that opens with 确保, 促进 …
behind a norm a purpose; what is left is a norm or a topic, which `background.py` tells apart by its verbs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKS = re.compile(r"[（()）《》“”‘’，,：:→]")
_OPEN = dict(zip("（(《“‘", "）)》”’", strict=True))
_CONDITION = ("的", "的）", "的)", "的”")
_CIRCUMSTANCE = (
    *("时", "后", "前", "起", "下", "期间", "之际", "期满", "届满", "之间", "方面", "为止"),
    *("之内", "以内", "日内", "月内", "年内", "基础上", "过程中", "之中"),
)
_EXCEPT = ("外", "除外")
_IF = re.compile(r"(?:若|一旦|倘若|如果|假如|凡是|如(?![实期数何下上前故今]))")
_CAUSE = re.compile(  # 因军队编制调整，…; 未纳入低保范围，…的家庭可以: when, said before everything else
    r"因(?![此材势类]|[病灾残学意事][致返]?[贫困]|地制宜|人而|人施|户施|村制|时制|素)[^，]{2,30}$|(?:尚未|未(?!经|成年|来))"
    r"(?![^，]*的[^，的]{0,12}(?:单位|部门|机构|学校|幼儿园|医院|政府|办事处|委员会|企业|组织|中心|[局站])$)[^，]{2,30}$"
)
_MADE = "建立|健全|完善|形成|构建|成立|组建|设立"
_TOLD = f"{_MADE}|应当|加强|制定|开展"  # opens work beside what is set up
_SET_UP = re.compile(  # 建立政府领导，A牵头，B参加的工作机制; 成立由A任组长，B为成员的领导小组
    rf"(?:{_MADE})(?P<inside>[^，。；：]{{0,24}}(?:(?:领导|主导)下?|负责|牵头|统筹|协调|组长|主任|召集人)，(?:(?!{_TOLD})[^。；：]){{2,120}}?)的"
    r"[^，。；、的]{0,20}(?:机制|体制|格局|体系|小组|联席会议|委员会|专班|指挥部)(?:制度)?(?=[，。；]|$)"
)
_LONGEST = 800  # characters
_MEANS = re.compile("是(?!指)")
_TERM = re.compile(r"\s*本[^，。；]{1,6}所称[^，。；]{1,40}")
_TOLD_OF = re.compile(
    r"(?:变动|变化|变更|调整|更换|死亡|迁移|无异议|有异议|属实|发生|困难)的"
    r"(?=(?:应当?|要|须)?(?:及时|立即|即时|第一时间|当日|\d+日内|于)(?:书面)?(?:告知|报告|通知|上报|报送|报|反馈))"
)
_MARGIN = " \t\n\r\f\v\xa0\u2002\u2003\u3000\u200b，,。；;：:→"
_DURING = re.compile(r"在[^，]{2,}中$")
_WEIGHED = re.compile(r"(?:应当|应|要|必须|坚持)?以[^，]+为(?:重点|目标|目的|主线|核心|抓手|突破口|导向|牵引)$")
_WEIGHING = frozenset("点标的线心手口向引")
_AIM = re.compile(
    r"^(?:为了|为(?!其|此|主|期|[^，]*(?:提供|办理|发放|创造|开展|配备|缴纳|安排|设立|给予|代缴))|旨在|以便|以期|以利|以保障|以确保|以满足)"
)
_OUTCOME = re.compile(
    r"^(?:并|进而|从而|切实|不断|进一步|有效|努力|积极|逐步|更好|更好地|充分|坚决|最大限度|着力|全力)*"
    r"(?:(?:主要|具体|一般)?(?:包括|包含)|确保|保证|促进|避免|防止|使|让|提高|增强|提升|实现|形成|做到|维护"
    r"|保障(?![^，]*(?:经费|资金(?!的?安全)|投入|供应|人员))|改善|营造|构建(?:和谐|良好|安全|友好)|减轻|缓解|满足"
    r"|解决|共同推进|方便|预防[^，]*的?(?:发生|升级|扩大|风险)|依法保护|切实保护|保护[^，]*权益|杜绝|防范|化解|推动"
    r"|增加|减少|扩大|拓宽|织密|兜住|巩固|力争|争取|便于"
    r"|(?:自觉|主动|依法)*接受(?:社会|群众|公众|舆论|广大)[^，、]{0,6}监督$|受(?:国家)?法律保护$|以"
    r"|为[^，]{2,30}提供[^，]{0,12}(?<!资金|经费|物资|财力)(?:支撑|依据|保障|基础|参考)$)"
)


@dataclass(slots=True)
class Segment:
    """A piece of a sentence between commas; `manner` is condition, circumstance, aim, outcome or open."""

    start: int
    end: int
    manner: str
    last: bool


def cut(text: str, start: int, end: int) -> list[Segment]:
    """The comma pieces of one sentence, classified by their first and last words."""
    bounds = _bounds(text, start, end)
    last = len(bounds) - 1
    return [Segment(a, b, _manner(words, i, i == last), i == last) for i, (a, b, words) in enumerate(bounds)]


def _bounds(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """(start, end, words) of each piece without the blanks and marks at its ends; empty ones are left out."""
    pieces: list[tuple[int, int]] = []
    closing: list[str] = []
    left = start
    held = set_up(text, start, end)
    for mark in _MARKS.finditer(text, start, end):
        char = mark[0]
        if held and held[0] <= mark.start() < held[1] and not closing:
            continue
        if char in _OPEN:
            closing.append(_OPEN[char])
        elif closing and char == closing[-1]:
            closing.pop()
        elif char in "，,：:→" and not closing and _cuts(text, left, mark.start()):
            pieces.append((left, mark.start()))
            left = mark.end()
    pieces.append((left, end))
    pieces = [part for a, b in pieces for part in _told_of(text, a, b)]
    return [trimmed for a, b in _short(pieces) if (trimmed := _trim(text, a, b))]


def set_up(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words stand that say who does what in a mechanism or body set up, if commas stand among them."""
    found = _SET_UP.search(text, start, end) if text.find("，", start, end) >= 0 else None
    return found.span("inside") if found else None


def _cuts(text: str, start: int, at: int) -> bool:
    """Whether a mark ends a piece: not in 1,200, nor between a term and what it is (本办法所称X，是对Y给予的Z)."""
    named = _MEANS.match(text, at + 1) and _TERM.fullmatch(text, start, at)
    return not (named or _in_number(text, at))


def _told_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """联络员变动的及时告知办公室: a condition, and who is told, though no comma stands between."""
    found = _TOLD_OF.search(text, start, end)
    return [(start, found.end()), (found.end(), end)] if found else [(start, end)]


def _short(pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces; one that no writer would leave uncut in lengths that keep the work in proportion to the text."""
    if all(b - a <= _LONGEST for a, b in pieces):
        return pieces
    return [(at, min(at + _LONGEST, b)) for a, b in pieces for at in range(a, b, _LONGEST)]


def _in_number(text: str, at: int) -> bool:
    return text[at] in ",:：" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _trim(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    words = text[start:end].lstrip(_MARGIN)
    left, words = end - len(words), words.rstrip(_MARGIN)
    return (left, left + len(words), words) if words else None


def strip_end(text: str, start: int, end: int) -> int:
    """`end` without the blanks and marks that close a clause."""
    return start + len(text[start:end].rstrip(_MARGIN))


def _manner(words: str, place: int, last: bool) -> str:
    if not last:
        if words.endswith(_CONDITION) or _IF.match(words):
            return "condition"
        if words[0] == "除" and words.endswith(_EXCEPT):
            return "circumstance"
        if words.endswith(_CIRCUMSTANCE) or (words[-1] == "中" and _DURING.search(words)):
            return "circumstance"
        if not place and words[0] in "因未尚" and _CAUSE.match(words):
            return "circumstance"
        if (words[0] in "为旨以" and _AIM.match(words)) or (words[-1] in _WEIGHING and _WEIGHED.match(words)):
            return "aim"
    if place and _OUTCOME.match(words):
        return "outcome"
    return "open"
