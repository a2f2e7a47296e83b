"""What a paragraph names as its work before the first body in it: 看护点工作，由甲配合…; 追偿工作由甲协助….

A later sentence names it as well as the first one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBERED = r"\s*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]\s*|第[一二三四五六七八九十]{1,3}[条项]\s*)?"
_TOPIC = re.compile(
    _NUMBERED
    + r"(?!为|按|根据|依[据照]|在|经|对[^，。；：]*的|凡|如|自|各)"
    + r"(?:(?P<given>[^，。；：（）由]{2,40}?(?:服务|工作|救助|任务|事项|活动|抚慰|疏导|照料|巡查|走访|探访))"
    r"|(?P<topic>[^，。；：（）]{6,40})[，：]"
    + r"|(?P<begun>(?:建立|健全|开展|组织|实行|推行|实施|设立|举办|落实)[^，。；：（）]{4,40})[。；])"
    + r"由?[^，。；：]{0,4}"
)
_BODY = re.compile(r"[局委厅站院]|部门|政府|联合会|中心|机构|机关")  # who does what the later sentence says
_OWN_STEP = re.compile(
    _NUMBERED
    + r"(?:应急|紧急|突发|及时|事后)?(?:处置|救治|转介|转送|转运|护送|安置|追偿|追回|追缴|救援|疏散|返乡|善后|回访)。"
)


def starts_with_step(line: str) -> bool:
    """Whether a paragraph is headed by a step of its own in a work (（三）处置。…)."""
    return _OWN_STEP.match(line) is not None


def topics(text: str, begin: int, first: int) -> Iterator[tuple[str, str]]:
    """The works named from `begin`, or from the last sentence before it, to `first`; each with what stands before."""
    sentence = max(begin, *(text.rfind(mark, begin, first) + 1 for mark in "。；"))
    for at in dict.fromkeys((begin, sentence)):
        named = _TOPIC.fullmatch(text, at, first)
        if named and not (at > begin and _BODY.search(text, at, first)):
            yield named["topic"] or named["begun"] or named["given"], text[begin:at]
