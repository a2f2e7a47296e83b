"""Classes of people that a document calls by their number: 一类对象, 第二类救助对象, 一类、二类人员."""

from __future__ import annotations

import re
from collections.abc import Iterator

LABEL = r"(?:第?(?<![另这同每某任哪有此])[一二三四五六七八]|[ⅠⅡⅢⅣⅤA-FＡ-Ｆ]|[甲乙丙丁戊])类"
NOUN = r"(?:医疗|社会|参保)?(?:救助|保障|资助|帮扶|补助|补贴|保护|监测)?(?:对象|人员|家庭|群体|人群)"
_SEVERAL = re.compile(rf"{LABEL}(?:{NOUN})?(?:(?:、|和|及|与|或者|以及){LABEL}(?:{NOUN})?)*")
_ONE = re.compile(rf"({LABEL})(?:{NOUN})?")
_ENDS = re.compile(rf"{NOUN}$")


def label_of(term: str) -> str:
    """The number by which a term calls a class (第一类救助对象 is 一类); "" where it is no such term."""
    found = _ONE.fullmatch(term)
    return found[1].removeprefix("第") if found else ""


def references(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, label) of every class that a text speaks of by its number (一类、二类对象 is two)."""
    for listed in _SEVERAL.finditer(text) if "类" in text else ():
        if _ENDS.search(listed[0]):
            yield from ((*one.span(), label_of(one[0])) for one in _ONE.finditer(text, *listed.span()))
