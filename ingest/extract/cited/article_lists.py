"""Lists of articles as texts write them: 第十一条第二款第(三)项, 第四十四条第一项、第四项, 第一至三项, 第八条至第十条.

Each member is given in full (第四十四条第四项) and in one spelling (第三项, never 第（三）项); a range stays one
string (第八条至第十条).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.numbering import chinese
from ingest.numerals import to_number

LEVELS = "编章节条款项目"
_NO = r"\s?[（(]?\s?(?:[一二三四五六七八九十百千零〇○]++|[0-9０-９]++)\s?[）)]?\s?"
_RANGE = "至到－—–~～-"
_PART = re.compile(
    rf"\s?第(?P<numbers>{_NO}(?:(?:、|和|或者|或|及|[{_RANGE}])?第?{_NO}){{0,12}}?)(?P<unit>分?编|章|节|条(?:之[一二三四五六七八九十]+)?|款|项(?!目)|目)"
)
_SEPARATOR = re.compile(rf"\s?(?:、|和|或者|或|以及|及|与|，(?=第)|(?P<range>[{_RANGE}]{{1,2}}))\s?(?=第)")
_SPLIT = re.compile(rf"(、|和|或者|或|及|[{_RANGE}])?第?({_NO})")
_BARE = re.compile(r"[\s（()）]")


@dataclass(frozen=True, slots=True)
class ArticleList:
    """Members in full as (level, words) steps, e.g. ((3, "第十条"), (4, "第二款")); `end` is the offset behind."""

    members: tuple[tuple[tuple[int, str], ...], ...]
    joins: tuple[bool, ...]  # whether a member closes a range that the one before opens
    end: int

    def written(self, base: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The members as strings below `base` (第十六条第一款), ranges as one string."""
        out: list[str] = []
        for member, join in zip(self.members, self.joins, strict=True):
            words = "".join(w for _, w in member)
            if join and out:
                out[-1] += "至" + "".join(w for _, w in member[-1:])
            else:
                out.append("".join(base) + words)
        return tuple(dict.fromkeys(out))

    @property
    def top(self) -> int:
        """Level of the first step (index into LEVELS)."""
        return self.members[0][0][0]


def read_article_list(text: str, start: int, end: int) -> ArticleList | None:
    """The list of articles, 款 or 项 that begins at `start` and ends before `end`, `None` where none does."""
    members: list[tuple[tuple[int, str], ...]] = []
    joins: list[bool] = []
    at = start
    separator: re.Match[str] | None = None
    while match := _PART.match(text, separator.end() if separator else at, end):
        level, words = _steps(match)
        if members and separator is None:
            if level <= members[-1][-1][0]:
                break
            base, join = members.pop(), joins.pop()
        else:
            base = tuple(s for s in members[-1] if s[0] < level) if members else ()
            join = bool(separator and separator["range"])
        for word, closes in words:
            members.append((*base, (level, word)))
            joins.append(closes or join)
            join = False
        at = match.end()
        separator = _SEPARATOR.match(text, at, end)
    return ArticleList(tuple(members), tuple(joins), at) if members else None


def _steps(match: re.Match[str]) -> tuple[int, list[tuple[str, bool]]]:
    """Level of one part, and its numbers in words, each with whether it closes a range (第一至三项)."""
    unit = match["unit"]
    words = []
    for joint, number in _SPLIT.findall(match["numbers"]):
        value = int(to_number(_BARE.sub("", number)) or 0)
        words.append((f"第{chinese(value)}{unit}", bool(joint) and joint in _RANGE))
    return LEVELS.index(unit.removeprefix("分")[0]), words
