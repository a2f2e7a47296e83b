"""A part of its own matter that a text leaves to another by its title: 受灾住房重建…按照《某补助规定》执行.

A text on two works that has one of them go by the rules of another text keeps its other lines for the other work: they
are not held against those rules. Quiet where all that the text is about goes by them, or only steps do (具体标准按照…).
"""

from __future__ import annotations

import re

from checks.compare.ground.marks import SENTENCE, line_around
from checks.compare.ground.wording import pieces
from checks.remember import per_index
from kg.coverage import CoverageIndex
from kg.force import same_title
from kg.model import Quote

_GOES = re.compile(
    r"(?:按照?|依照|适用|执行)《(?P<title>[^》]+)》(?:的?(?:有关|相关)?规定)?(?:执行|办理|实施|处理|[，。；]|$)"
)
_TOPIC = re.compile(
    r"^[\s0-9一二三四五六七八九十第条款项、.．（）()]*(?P<topic>[^，。；：由]{4,24}?)(?=由|，|：|按照?|依照|适用|执行)"
)
_STEPS = re.compile(r"未尽|其[他它]|具体|程序|标准|方式|待遇|手续|资金|未作规定|本[办细规方条]|管理|规定")
_MADE = re.compile(r"^[^。]{0,6}为了?|制[定订]|结合[^，。；]{0,12}实际")  # 为巩固成果，按照《…》，制定本方案
_SAID, _CALLED = 0.5, 0.4  # of the pieces of what is left: in a norm of it, in the title of the text it is left to
_MORE = 3  # pieces of the text's own title beside it


def of_the_rest(index: CoverageIndex, place: Quote, other: str) -> bool:
    """Whether the paragraph of a place is about something else than what its document leaves to `other`."""
    left = _left(index, place.document, other)
    text = index.documents[place.document].text
    said = pieces(line_around(text, place.start, place.end)) if left else frozenset()
    return bool(left) and all(len(said & topic) < _SAID * len(topic) for topic in left)


@per_index
def _left(index: CoverageIndex, name: str, other: str) -> tuple[frozenset[str], ...]:
    """Pieces of what a document, about more than that, leaves to another one which is about it."""
    mine, theirs = index.documents[name], index.documents[other]
    own, about = pieces(mine.title or ""), pieces(theirs.title or "")
    topics = (pieces(topic) for topic in _topics(mine.text, theirs.title or ""))
    return tuple(t for t in topics if len(t & about) >= _CALLED * len(t) and len(own - t - about) >= _MORE)


def _topics(text: str, title: str) -> list[str]:
    """What a text says goes by the one of that title, as its sentences name it."""
    found = []
    for sentence in (m.group() for m in SENTENCE.finditer(text)):
        named = _TOPIC.match(sentence)
        goes = named and any(same_title(m["title"], title) for m in _GOES.finditer(sentence))
        if named and goes and not _STEPS.search(named["topic"]) and not _MADE.search(sentence):
            found.append(named["topic"])
    return found
