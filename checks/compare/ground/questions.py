"""Questions and answers: the question says of what its answer is the rule (能干多久？ 最长3年。).

A question is a line of its own that ends in a question mark. One that asks for a yes or no (能同时享受吗？) says
nothing that its answer may not deny, so that it governs no answer.
"""

from __future__ import annotations

import re

_QUESTION = re.compile(
    r"(?:[（(]?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})[）)、.．：]{1,2}|第?[0-9一二三四五六七八九十]+问[：:]?)?\s*"
    r"(?:(?:问|Q)[0-9一二三四五六七八九十]*[：:])?\s*(?P<asked>[^。；？\n]{4,80}？)"
)
_ANSWER = re.compile(r"(?:答|A)[：:]\s*")
_OF_MATTER = re.compile(r"哪|什么|多[久长少大高]|怎[么样]|如何|何时|何种|几|谁")
_YES_OR_NO = re.compile(r"吗|是否|[能会要可需应][^，。？]{0,2}不[能会要可需应]|有没有|[呢么]？$")


def question_in(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The question that a line is, with where it begins; no words of one that leaves open what is so."""
    found = _QUESTION.fullmatch(text, start, end)
    if not found:
        return None
    asked = found["asked"]
    says = _OF_MATTER.search(asked) and not _YES_OR_NO.search(asked)
    return (asked if says else "", found.start("asked"))


def answer_from(text: str, start: int, end: int) -> int:
    """Where the words of an answer begin, behind 答："""
    found = _ANSWER.match(text, start, end)
    return found.end() if found else start
