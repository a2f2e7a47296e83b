"""Titles of acts in running text: 《…》 with what follows in brackets, and laws named without 《》 (依照律师法).

Inner titles belong to the outer one (《关于修改〈…〉的决定》). Forms, certificates and plans are no acts, and the
short name a text introduces (以下简称《慈善法》) is a definition, not a citation.
"""

from __future__ import annotations

import re

from ontology.act_names import load_act_names

_LONGEST_TITLE = 200
_MARKS = re.compile(r"[《》\n]")
_NUMBER = re.compile(r"\s?[（(]([^（()）\n]{2,80})[）)]")
_DOCUMENT_NUMBER = re.compile(r"^[^，,；;、]{0,40}?(?:号|令)|^GB[^，,；;]{1,30}")
_ALIAS = re.compile(r"(?:简称|统称|称)(?:为|作)?[“\"]?$")
_SUFFIX = re.compile(r"[（(][^（()）]*[）)]\s*$")
_NAMED = re.compile(
    r"(?:依照|按照|根据|依据|违反|适用|执行|符合|参照|遵守|落实|实施|和|与|及|或者|有|《|[，、。；：（(\s])"
    r"([\u4e00-\u9fff]{2,20}(?:法|条例))$"
)
_PREPOSITION = re.compile(r"(?:依照|按照|根据|依据|违反|适用|执行|符合|参照|遵守|落实|实施)+")
_FULL = "中华人民共和国"
_NO_LAW = ("本法", "办法", "方法", "依法", "该法", "税法", "本条例", "该条例", "同法")


def quoted_title(text: str, start: int) -> tuple[str, int] | None:
    """Title that opens with the 《 at `start`, and the offset behind its 》; `None` where it is never closed."""
    if text.find("》", start, start + _LONGEST_TITLE) < 0:
        return None
    depth = 0
    for mark in _MARKS.finditer(text, start, start + _LONGEST_TITLE):
        if mark[0] == "\n":
            return None
        depth += 1 if mark[0] == "《" else -1
        if depth == 0:
            return text[start + 1 : mark.start()], mark.end()
    return None


def is_act(text: str, start: int, title: str) -> bool:
    """Whether the thing in 《》 at `start` is an act that is cited, not a form or an alias being defined."""
    if _ALIAS.search(text, max(0, start - 6), start):
        return False
    return bool(title.strip()) and not _SUFFIX.sub("", title).rstrip().endswith(load_act_names().not_acts)


def document_number(text: str, start: int) -> tuple[str | None, int]:
    """文号 in brackets at `start` and the offset behind the brackets; `None` and `start` where none stands there."""
    match = _NUMBER.match(text, start)
    number = _DOCUMENT_NUMBER.match(match[1]) if match else None
    return (number[0], match.end()) if match and number else (None, start)


def bare_title(text: str, low: int, end: int) -> tuple[str, int] | None:
    """Short title of a known law that ends at `end`, and its start; the longest one, 中华人民共和国 included."""
    names = load_act_names()
    for length in names.lengths:
        title = text[end - length : end]
        if length <= end - low and title in names.bare:
            start = end - length
            if text[start - 1 : start] in ("省", "市", "区", "县", "州", "盟", "旗"):
                return None
            if text.startswith(_FULL, start - len(_FULL)) and start - len(_FULL) >= low:
                start -= len(_FULL)
            return text[start:end], start
    return None


def named_before(text: str, low: int, end: int) -> tuple[str, int] | None:
    """An act no list knows, named right before an article: 依照某某条例第十条."""
    match = _NAMED.search(text, max(low, end - 24), end)
    if match is None:
        return None
    title = _PREPOSITION.split(match[1])[-1]
    return None if len(title) < 3 or title.endswith(_NO_LAW) else (title, end - len(title))
