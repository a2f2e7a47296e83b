"""What work an act is that its verbs do not say: what its topic or condition speaks of, or nobody's work at all.

What general verbs mean beside money, harm or a scheme is `meanings.py`, what people ask for `asking.py`.
"""

from __future__ import annotations

import re

from ingest.extract.acts.acts import Sentence
from ingest.extract.acts.controlling import OWN_DUTY
from ingest.extract.acts.meanings import FAR, sets_benefit
from ingest.extract.acts.pieces import Piece, Step

_BY_RULE = re.compile(r"(?:按照?|依照|参照)[^，。；]{2,40}(?:规定|办法|标准|程序|法)》?的?(?:规定)?(?:执行|办理)$")
_HOLDS = re.compile(r"(?:应当|应|要)(?:明确|包括|载明|注明|写明|列明)")
_OFFICE = re.compile(r"(?:委员会|小组|联席会议|指挥部|协调机制)的?(?:日常|具体)(?:工作|事务)$")
_DISCIPLINE = re.compile(r"对[^，。；]*(?:人员|责任人|责任者)，?(?:依法)?(?:给予|予以)[^，。；]{0,4}处分[^，。；]*$")
_PER_HEAD = re.compile(  # 80至89周岁每人每月60元, 本科生每人5000元
    r"(?:人员|对象|家庭|成员|患者|孤儿|儿童|老人)(?:为|按照?|给予)?\d+(?:\.\d+)?[%％](?![^，。；]{0,8}(?:以上|覆盖))|"
    r"每[人户生名](?:一次性)?(?:补助|补贴|发放|给予|资助|救助|奖励)?[0-9一二三四五六七八九十百千.]+万?元|"
    r"每[人户][^，。；]{0,2}每?[月年次季天日](?:补助|补贴|发放|给予|为|不低于|不超过)?[0-9一二三四五六七八九十百千.]+元"
)
_LEVEL = re.compile(r"标准(?:应当?|一般|原则上)*(?:不低于|不得低于|不高于|不得高于|不超过|不得超过|高于)")
_SUM = re.compile(  # 护理补贴每人每月100元: how much there is to get, ordered of nobody
    r"(?![对向由给将把为按与并])[^，。；对由给将把]{2,24}(?:补助|补贴|津贴|救助|救助金|补助金|助学金|资助|生活费|标准)(?:资金|标准|金额)?"
    r"(?:为|每[人户生]|最高|最低|一般|原则上|不超过|不低于)[^，。；]{0,16}\d[^，。；]{0,4}[元倍%％]"
)
_WEIGHING = re.compile(r"(?:应当|应|(?<!首)要)(?:充分|综合|统筹|重点)*(?:考虑|参考|兼顾|听取)")
_SERVICES = re.compile(
    r"(?![^，。；]*(?:鼓励|支持|提供|开展|参加|参与|享受|负责))(?!组织|做好|加强|办理|落实|推进|推动|发展|为|对|向|将|由|以)[^，。；]{2,60}、[^，。；]{2,40}等[^，。；、的]{0,12}服务"
)


def orders(text: str, piece: Piece) -> bool:
    """Whether a piece that speaks of no work orders something; 应当依法履行职责，采取… says it in what follows."""
    return bool(piece.marker) and OWN_DUTY.search(text, piece.subject_end, piece.segment.end) is None


def settled_elsewhere(sentence: Sentence, piece: Piece, step: Step) -> bool:
    """Y按照有关规定执行, Y应当载明…: what a thing has in it, or which rules settle it, is nobody's work."""
    if piece.subject:
        return False
    text, start = sentence.text, piece.segment.start
    if not (piece.marker or sentence.acts) and _DISCIPLINE.search(text, max(0, start - FAR), step.end):
        return True  # whoever is their superior
    if not piece.marker and _SUM.match(text, start):
        return True
    if not piece.topic_words:
        return False
    words = text[start : step.end]
    return _BY_RULE.search(words) is not None or (bool(piece.marker) and _HOLDS.search(words) is not None)


def spoken_of(sentence: Sentence, end: int) -> tuple[str, ...]:
    """Functions of words without a verb of work: an exemption is about its condition, a standard is policy."""
    words = sentence.text[sentence.start : end]
    if "不受" in words or "免予" in words:
        return sentence.background
    if sentence.topic_words.endswith("标准") or _LEVEL.search(words):
        return ("policy",)
    return ("pay",) if sets_benefit(words) or _PER_HEAD.search(words) else ()


def kinds_of_service(text: str, piece: Piece) -> bool:
    """安全指导、巡访探视等安全保障服务: whether all that is said is a list of services, whatever they are called."""
    whole = piece.segment.last and not (piece.marker or piece.subject or any(s.by or s.others for s in piece.steps))
    return whole and _SERVICES.fullmatch(text, piece.segment.start, piece.segment.end) is not None


def weighed(sentence: Sentence, end: int) -> tuple[str, ...]:
    """确定金额，应当综合考虑收入: the work is what it is done by, said before."""
    weighs = sentence.led_in and sentence.marker and _WEIGHING.search(sentence.text, sentence.start, end)
    return sentence.background if weighs else ()


def unsaid(sentence: Sentence, step: Step, acted: bool) -> tuple[str, ...]:
    """Functions of a step whose verbs say none; `acted` where somebody acts."""
    if step.light or sentence.marker == "prohibition":
        return _controlled(sentence, step, acted)
    return sentence.topic or spoken_of(sentence, step.end)


def _controlled(sentence: Sentence, step: Step, acted: bool) -> tuple[str, ...]:
    """Functions of an act whose verbs only control: those its topic or condition speaks of, else carrying out."""
    banned = sentence.marker == "prohibition"
    if step.hollow and step.goal and not sentence.background:
        return ("accept",)
    if (step.hollow or banned or sentence.led_in) and sentence.background:
        return sentence.background
    if banned and not step.light:
        return ()
    if _OFFICE.search(sentence.topic_words):
        return ("coordinate",)
    if sentence.topic_words.endswith(("具体工作", "日常工作")) and sentence.acts:
        return sentence.acts[-1].functions
    return sentence.topic or (("implement",) if acted or (step.carries and not sentence.person) else ())
