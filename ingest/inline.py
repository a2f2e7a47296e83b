"""Numbers inside a line: `…：（一）…；（二）…。` and whole statutes pasted without line breaks.

A line is cut where numbers of one series follow each other without a gap, each behind a mark of punctuation;
anything else (（一）项, a range, quoted words) stays in the sentence.
"""

from __future__ import annotations

import re

from ingest.numbering import marker
from ingest.numerals import to_number

_CN = "一二三四五六七八九十百零〇"
_BEFORE = r"(?<=[：:；;。\s])\s*"
_LISTS = (
    ("[\\s。；]二、", _BEFORE + rf"(?=[{_CN}]{{1,3}}、(?![{_CN}级类档期等]))"),
    ("（二）|\\(二\\)", _BEFORE + rf"(?=[（(][{_CN}]{{1,3}}[）)](?![项款目、，至和或及]))"),
    ("2[.、．]", _BEFORE + r"(?=\d{1,2}[.．、](?!\d))"),
    ("（2）|\\(2\\)", _BEFORE + r"(?=[（(]\d{1,2}[）)](?![项款目、，至和或及]))"),
    ("②", _BEFORE + r"(?=[①-⑳])"),
)
_SECOND = re.compile("|".join(f"({sign})" for sign, _ in _LISTS))
_PATTERNS = tuple(re.compile(pattern) for _, pattern in _LISTS)
_ARTICLES = re.compile(rf"(?<=[。；\s])\s*(?=第[{_CN}\d]{{1,6}}[章节条](?:之[{_CN}]+)?[\s　])")
_SOME_ARTICLE = re.compile(rf"[。；\s]第[{_CN}\d]{{1,6}}[章节条]")
_DIVISION = re.compile(rf"第([{_CN}\d]{{1,6}})([章节条])")
_QUOTED = re.compile(r"“[^”]*”?")
_LONG = 200


def cuts(words: str, article: int) -> list[int]:
    """Offsets at which `words` (one line) falls apart; `article` is the number of the last article before it."""
    found: list[int] = []
    if "二" in words or "2" in words or "②" in words:
        for which in {m.lastindex or 0 for m in _SECOND.finditer(words)}:
            found += _run(words, _PATTERNS[which - 1])
    if len(words) > _LONG and "条" in words and _SOME_ARTICLE.search(words):
        found += _statute(words, article)
    return sorted(set(found))


def _free(words: str, pattern: re.Pattern[str]) -> list[int]:
    """Matches outside quotation marks."""
    places = [m.end() for m in pattern.finditer(words)]
    if not places or "“" not in words:
        return places
    spans = [m.span() for m in _QUOTED.finditer(words)]
    out, i = [], 0
    for place in places:
        while i < len(spans) and spans[i][1] <= place:
            i += 1
        if i == len(spans) or place <= spans[i][0]:
            out.append(place)
    return out


def _run(words: str, pattern: re.Pattern[str]) -> list[int]:
    """Places of 1, 2, 3 … (of n+1, n+2 … where the line itself begins with n of the series)."""
    head = marker(words[:20])
    out: list[int] = []
    last = 0
    for place in _free(words, pattern):
        mark = marker(words[place : place + 20])
        if mark is None:
            continue
        count = mark.ordinal[0]
        if not out and head and head.series == mark.series and count == head.ordinal[0] + 1:
            last = head.ordinal[0]
        if count == last + 1 or count == 1:
            out.append(place)
            last = count
    return out if len(out) > 1 or (out and last > 1) else []


def _statute(words: str, article: int) -> list[int]:
    """Places of articles and chapters that follow each other without a gap."""
    head = marker(words[:20])
    last = head.ordinal[0] if head and head.series == "article" else article
    out = []
    for place in _free(words, _ARTICLES):
        found = _DIVISION.match(words, place)
        if found and found[2] != "条":
            out.append(place)
        elif found and int(to_number(found[1]) or 0) in (last + 1, last):
            out.append(place)
            last = int(to_number(found[1]) or 0)
    return out
