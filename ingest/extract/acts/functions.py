"""What kind of work a verb and its object speak of.

The innermost verb decides: behind a light verb (负责, 做好, 开展) the work is the head of the object (申请的审核工作),
conjunct by conjunct; a content verb may be refined by its object (制定…规划 is planning, 制定…办法 policy).
"""

from __future__ import annotations

import re

from ingest.grammar import Token
from ontology.lexemes import OBJECT, Frames, Lexeme

LIGHT = ("light", "control", "nominal")  # manners of verbs whose work is in their object
_LIGHT_NOUNS = re.compile(
    r"(?:的(?=(?:具体|日常|有关|相关|各项)?(?:工作|职责|职能|任务|事项|事宜|程序|流程|期限|时限)))?(?:等|各项|相关|有关|具体|日常|组织|专项|方面|一系列|、)*"
    r"(?:工作|事项|事宜|任务|情况|活动|手续|程序|力度|职责|职能|责任|业务|事务|措施|环节|流程|过程|等|期限|时限|办法|制度|机制|"
    r"服务|管理工作|项目|方面|安排|问题|关系|结果|意见|待遇|能力|水平|频次|频率|次数|密度)*"
)
_WORK = "工作"
_MONEY_WORK = frozenset(("pay", "fund"))  # 承担培训补贴: who bears what is paid
_MANY = 3
OF_DATA = re.compile(  # 房产登记、工资发放等信息比对: what the data is about
    r"、[^，。；]*等(?=(?:各类|相关|有关|方面)?(?:信息|数据|资料)的?[^，。；、的]{2,8}$)"
)
_AIDED = re.compile(r"(?:救助|供养|帮扶|安置|救济|扶助|慰问|援助)(?:等|工作|事项|任务|事宜)*$")  # an aid given
_WITH_AID = frozenset(("advocate", "train"))  # 庇护救助和权益维护工作: what stands beside an aid and does not take it
_JOINED = re.compile(r"[与和及、][^，。；、与和及]{1,12}?(?:衔接|对接|转衔)(?:机制|制度)?$")
_GENUS = re.compile(r"等(?:日常|具体|相关|有关|各项|其他)*管理(?:工作|事务|职责|事项)$")  # 受理、审批等日常管理工作
_EMPTY = re.compile(  # nothing, or how often (培训不少于2次)
    r"[\s）)”’》]*(?:(?:每年|不[少低]于|至少|累计)*[\d一二三四五六七八九十两]+(?:人次|次|期|场|学时|课时)(?:以上)?)?"
)


_COUNTERS = frozenset("次期场个名上元")
_MANY_TIMES = re.compile(  # 招聘会不少于4场, 资金120万元
    r"(?:不少于|不低于|共计?|合计|约)?[\d.,百千万亿余一二三四五六七八九十两]+元(?:以上)?$"
    r"|(?:每年|每季度|每月|不[少低]于|至少|累计|全年)*[\d一二三四五六七八九十两]+(?:人次|次|期|场次?|个|名)(?:以上)?$"
)


def uncounted(words: str) -> str:
    """The words of an object without how many of it there are."""
    return _MANY_TIMES.sub("", words) if words[-1:] in _COUNTERS else words


def lexeme_functions(lexeme: Lexeme, words: str) -> tuple[str, ...]:
    """Functions of a verb with the object `words`; the object's last words decide before its inner ones."""
    framed = _framed(lexeme.frames, words)
    return lexeme.functions if framed is None else framed


def _framed(frames: Frames, words: str) -> tuple[str, ...] | None:
    """What the frames give for an object; `None` where none fits."""
    if not frames or not words:
        return None
    head = uncounted(words.rstrip("。；，、 》”"))
    at_end = frames.at_end(head)
    if at_end is None and head.endswith(_GENERAL):
        at_end = frames.at_end(_TAIL.sub("", head))
    return frames.within(words) if at_end is None else at_end


def object_functions(
    lexeme: Lexeme, text: str, tokens: list[Token], start: int, end: int, topic: str = ""
) -> tuple[str, ...]:
    """Functions of a content verb whose object is `text[start:end]`, joined over the object's conjuncts.

    Without an object behind it the verb speaks of the `topic` (…标准，由…确定). `OBJECT` alone where all that is said
    is that work is done (承担其他工作).
    """
    if not lexeme.frames:
        return lexeme.functions
    if start >= end:
        return _framed(lexeme.frames, topic) or () if lexeme.manner == "object" else lexeme_functions(lexeme, topic)
    data = OF_DATA.search(text, start, end)
    start = data.end() if data else start
    summed = _summed(lexeme.frames, text[start:end]) if "等" in text[start:end] else ()
    if summed and summed != (OBJECT,):
        return summed
    found: dict[str, None] = {}
    fits = False
    told = text.endswith(_INFORMATION, start, end)
    for left, right in conjuncts(tokens, start, end):
        part = text[left:right]
        listed = told and right < end
        gives = lexeme.frames.at_end(part) if listed else _framed(lexeme.frames, part)
        gives = None if listed and gives == ("implement",) else gives  # 低保、特困人员名单: no aid given
        if gives is not None:
            fits = True
            found |= dict.fromkeys(gives)
        elif lexeme.manner in LIGHT:
            found |= dict.fromkeys(head_functions(text, tokens, left, right))
        elif lexeme.functions == ("policy",) and part.endswith(_RULES):
            found |= dict.fromkeys(lexeme.functions)  # 拟订规划、政策和标准
    if OBJECT in found:
        return head_functions(text, tokens, start, end) or (OBJECT,)
    if not fits and lexeme.frames.at_end(_WORK) == (OBJECT,):
        named = head_functions(text, tokens, start, end)
        return lexeme.functions if _MONEY_WORK.issuperset(named) else named  # 承担申请的受理和审核
    if not fits and topic.endswith(_PAPERS):
        return _framed(lexeme.frames, topic) or lexeme.functions  # 证明书由X发给Y
    return tuple(found) if fits else lexeme.functions


def _summed(frames: Frames, words: str) -> tuple[str, ...]:
    """Functions of an enumeration that closes with its genus (法律咨询、建议等法律帮助); none where it has none."""
    species, _, genus = words.rpartition("等")
    shared = _of_genus(frames, species, genus)
    if shared:
        return shared
    whole = frames.at_end(words)
    if whole and whole != frames.at_end(genus):
        return whole
    if "、" not in species or not genus:
        return ()
    gives = frames.at_end(genus.rstrip("。；，、 "))
    beside = ((part, f) for part in species.split("、") for f in frames.at_end(part) or ())
    kept = _DELIVERY - {"implement"} if gives == ("service",) else _DELIVERY  # 创业支持等服务
    found = (f for part, f in beside if f in kept or part.endswith(_ASKED))
    return tuple(dict.fromkeys((*gives, *found))) if gives else ()


def _of_genus(frames: Frames, species: str, genus: str) -> tuple[str, ...]:
    """需求评估、服务补贴等制度: what each kind of the genus is; none unless every kind has a frame of its own."""
    kind = genus.rstrip("。；，、 ")
    plain = frames.at_end(kind)
    gives = [frames.at_end(part + kind) for part in species.split("、")] if kind and plain else []
    own = [g for g in gives if g and g != plain]
    return tuple(dict.fromkeys(f for g in own for f in g)) if own and len(own) == len(gives) else ()


# 申请救助家庭的户籍、车辆信息: shared by all before it
_INFORMATION = ("信息", "情况", "资料", "数据", "材料", "证明", "名单", "名册")
_PAPERS = ("证", "证》", "证书", "证书》", "证明", "证明书", "证明书》", "通知书", "通知书》", "告知书")
_RULES = ("政策", "标准", "办法", "法规", "规章", "制度", "规定", "细则", "措施", "规范", "意见", "草案")
_GENERAL = ("工作", "事项", "内容", "措施", "制度", "信息", "情况", "服务", "等")
_TAIL = re.compile(r"(?:等(?:工作|事项|内容|措施|制度|信息|情况|服务)?|工作)$")
_DELIVERY = frozenset(("service", "implement", "train"))
_ASKED = "查询"  # telling whoever asks is work of its own among services


def conjuncts(tokens: list[Token], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of `start:end` between 、和以及及与或."""
    parts: list[tuple[int, int]] = []
    left = start
    for token in tokens:
        if token.kind == "and" and start <= token.start < end:
            if left < token.start:
                parts.append((left, token.start))
            left = token.end
    if left < end:
        parts.append((left, end))
    return parts


def head_functions(text: str, tokens: list[Token], start: int, end: int) -> tuple[str, ...]:
    """Functions named by the heads of a noun phrase's conjuncts (…的受理、审核和公示工作)."""
    if all(t.word.lexeme is None for t in tokens):
        return ()
    strong: dict[str, None] = {}
    light: dict[str, None] = {}
    about, start = start, _behind_about(tokens, start, end)
    data = OF_DATA.search(text, start, end)
    start = data.end() if data else start
    shared = text[about:start]
    silent, aided = 0, 0
    for left, right in conjuncts(tokens, start, end):
        genus = _GENUS.search(text, left, right)
        token = _head(text, tokens, left, genus.start() if genus and left < genus.start() else right)
        if token is None or token.word.lexeme is None or token.word.lexeme.manner == "demanding":
            silent += 1
            aided = right if _AIDED.search(text, left, right) else aided
            continue
        lexeme = token.word.lexeme
        gives = lexeme_functions(lexeme, text[left : token.start] or shared)
        shared = text[left : token.end]
        (light if lexeme.manner in ("control", "nominal") else strong).update(dict.fromkeys(gives))
    joined = _JOINED.search(text, start, end) is not None and not text.startswith("工作", end)
    if len(strong) > 1 and joined:
        strong.pop("implement", None)  # 医疗救助与慈善救助的衔接: what is joined is no work of its own
    if strong and aided and (aided == end or _WITH_AID.issuperset(strong)):
        strong["implement"] = None  # 灾情核查和受灾人员救助
    if strong and silent >= _MANY and not joined:
        strong["implement"] = None  # a list of fields, some of which name their work
    return tuple(f for f in (strong or light) if f != OBJECT)


def _behind_about(tokens: list[Token], start: int, end: int) -> int:
    """对A、B及C的监督: only what stands behind the last 的 is the head."""
    inside = [t for t in tokens if start <= t.start < end]
    if inside and inside[0].kind == "prep" and inside[0].word.value == "on":
        return max((t.end for t in inside if t.kind == "de"), default=start)
    return start


def _head(text: str, tokens: list[Token], start: int, end: int) -> Token | None:
    """The last cue of the conjunct with nothing but light nouns behind it."""
    for token in reversed(tokens):
        if token.word.lexeme is None or token.kind == "role" or token.start < start or token.end > end:
            continue
        if text.startswith("的", token.end) and any(t.chain and t.end == token.start for t in tokens):
            return None  # 联席会议确定的工作任务: done by others
        rest = _LIGHT_NOUNS.match(text, token.end, end)
        stop = rest.end() if rest else token.end
        return token if _EMPTY.fullmatch(text, stop, end) else None
    return None
