"""Questions and answers: the question says of what its answer is the rule (能干多久？ 最长3年。).

A question is a line of its own that ends in a question mark. One that asks for a yes or no (能由家人代办吗？) says
nothing that its answer may not deny: with a flat 不行 or 可以 the two make a rule (不能由家人代办); else it governs
no answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUESTION = re.compile(
    r"(?:[（(]?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})[）)、.．：]{1,2}|第?[0-9一二三四五六七八九十]+问[：:]?)?\s*"
    r"(?:(?:问|Q)[0-9一二三四五六七八九十]*[：:])?\s*(?P<asked>[^。；？\n]{4,80}？)"
)
_ANSWER = re.compile(r"(?:答|A)[：:]\s*")
_OF_MATTER = re.compile(r"哪|什么|多[久长少大高]|怎[么样]|如何|何时|何种|几|谁")
_YES_OR_NO = re.compile(r"吗|是否|[能会要可需应][^，。？]{0,2}不[能会要可需应]|有没有|[呢么]？$")
_ASKS_LEAVE = re.compile(
    r"能不能够?|可不可以|能否|可否|是否可以|是否能够?|是不是可以|是不是能|可以(?!后)|能够|(?<![不功职性才智])能(?!力|源|干)"
)
_ASKS_AFTER = re.compile(r"，?(?:这样)?(?:行吗|行不行|可以吗|可不可以|能行吗|成吗|好吗|允许吗|行么)？$")
_END = re.compile(r"[吗么呢]?？$")
_ANSWER_END = r"(?:的|了|呀|哦)?(?=[，。；、！\s]|$)"
_NO = re.compile(rf"(?:对不起，|很抱歉，)?(?:不能|不行|不可以?|不成|不得|不允许|不予|不可能){_ANSWER_END}")
_YES = re.compile(rf"(?:能|可以|行|成|允许|当然可以|完全可以){_ANSWER_END}")
_BUT = re.compile(r"但|不过|只有|前提|除外|例外|一般|原则上|视[^，。]{0,6}(?:情况|而定)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it stands (`said`) at `start`."""

    said: str
    start: int

    def governs(self, answer: str) -> str:
        """What the question says of its answer; no words where it leaves open what is so."""
        if _OF_MATTER.search(self.said) and not _YES_OR_NO.search(self.said):
            return self.said
        if _BUT.search(answer) or not (_NO.match(answer) or _YES.match(answer)):
            return ""
        return self._ruled("可以" if _YES.match(answer) else "不能")

    def _ruled(self, sign: str) -> str:
        """The rule that the question makes with a flat yes or no, "" where it asks for no leave."""
        if after := _ASKS_AFTER.search(self.said):
            before, comma, act = self.said[: after.start()].rpartition("，")
            return f"{before}{comma}{sign}{_ASKS_LEAVE.sub('', act)}。"
        found = _ASKS_LEAVE.search(self.said)
        return f"{self.said[: found.start()]}{sign}{_END.sub('', self.said[found.end() :])}。" if found else ""


def question_in(text: str, start: int, end: int) -> Question | None:
    """The question that a line is."""
    found = _QUESTION.fullmatch(text, start, end)
    return Question(found["asked"], found.start("asked")) if found else None


def answer_from(text: str, start: int, end: int) -> int:
    """Where the words of an answer begin, behind 答："""
    found = _ANSWER.match(text, start, end)
    return found.end() if found else start
