"""Benefits that a text itself sets side by side as two, by a rule on having both.

租房补贴与城镇住房保障租赁补贴不得同时享受: who has the one may not have the other, so each is a programme of its
own with a lead of its own. The other benefit counts where the sentence calls it as the title of the other text does.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checks.compare.ground.marks import SENTENCE
from checks.fingerprint import REMEMBERED
from kg.model import Document

_BENEFIT = re.compile(r"补贴|补助|津贴|救助|资助|保障|供养|奖励|减免|关爱金|慰问金")
_BOTH = re.compile(
    r"(?:不得|不能|不可|不)(?:同时|重复|叠加|兼得)|(?:只能|只可|仅能|限)[^，。；]{0,8}(?:其中|一[项种类])|择(?:一|其一|高)|就高"
    r"|(?:已经?|正在)(?:享受|领取|获得)[^。；]{2,40}不(?:再|得|予|能|享受|领取|发放)|可以?(?:同时|叠加)(?:享受|领取|申领)"
)
_LEAST = 6  # characters that tell a benefit from another
_WORD = 2  # characters of the last word
_BETWEEN = r"[一-龥]{0,4}"  # what a title may add before its last word: 辅助器具补贴, 辅助器具适配补贴


def told_apart(a: Document, b: Document) -> bool:
    """Whether one of two texts rules on having its benefit and that of the other."""
    return _speaks_of(a.text, b.title or "", a.title or "") or _speaks_of(b.text, a.title or "", b.title or "")


@lru_cache(maxsize=REMEMBERED)
def _speaks_of(text: str, title: str, own: str) -> bool:
    ruled = (m.group() for m in SENTENCE.finditer(text) if _BOTH.search(m.group()))
    return any(_is_called(sentence, end.end(), title, own) for sentence in ruled for end in _BENEFIT.finditer(sentence))


def _is_called(sentence: str, end: int, title: str, own: str) -> bool:
    """Whether the words up to `end` are long enough a part of the title, and no part of the sentence's own title."""
    name = sentence[max(0, end - _LEAST) : end]
    said = re.compile(re.escape(name[:-_WORD]) + _BETWEEN + re.escape(name[-_WORD:]))
    return len(name) == _LEAST and bool(said.search(title)) and not said.search(own)
