"""Classes that a document numbers: 一类对象：特困人员、孤儿; 第二类救助对象为低保对象; 低保边缘家庭成员列为三类人员.

Where it goes on to speak of 一类、二类对象, those are the people of the two classes. Left out: classes explained by
money or shares (一类对象为每月800元), and labels that no list of people stands behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.class_labels import LABEL, NOUN
from kg.model import Definition

_COUNT = r"[一二三四五六七八九十百\d]{1,5}"
_NUMBER = rf"(?:第{_COUNT}条|[（(]{_COUNT}[）)]|{_COUNT}[、.．])"
_HEAD = rf"(?:^|(?<=[\n。；：，]))[ \t　\u2002]*(?:{_NUMBER})?\s*"
_TERM = rf"(?P<term>{LABEL}{NOUN})"
_MEANING = rf"(?P<meaning>(?:(?!，{LABEL})[^。；\n]){{2,160}})"
_PATTERNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"{_HEAD}(?P<term>{LABEL}(?:{NOUN})?)(?:[：:]|，?(?:是指|即|指|为|主要包括|包括)[：:]?){_MEANING}",
        rf"{_HEAD}{_TERM}。{_MEANING}",
        rf"{_TERM}[（(](?P<meaning>[^。；）)\n]{{2,80}})[）)]",
        rf"{_HEAD}(?P<meaning>[^，。；：\n]{{2,80}}?)(?:列为|划为|划入|确定为|归为|属于|为){_TERM}(?=[，。；\n]|$)",
        rf"(?:{_HEAD}(?:对|向|为)?|对)(?P<meaning>[^，。；：\n（）()]{{2,80}})[（(]{_TERM}[）)]",
    )
)
_PEOPLE = re.compile(r"人员|家庭|成员|对象|儿童|孤儿|患者|人|户|学生")
_NO_PEOPLE = re.compile(rf"\d+(?:\.\d+)?\s*(?:万?元|[%％])|分之|工作日|个月|标准|{LABEL}")


def class_definitions(text: str) -> Iterator[Definition]:
    """Definitions of numbered classes, each with those whom it lists."""
    for pattern in _PATTERNS if "类" in text else ():
        for found in pattern.finditer(text):
            if _PEOPLE.search(found["meaning"]) and not _NO_PEOPLE.search(found["meaning"]):
                span = min(found.start("term"), found.start("meaning")), found.end()
                yield Definition(found["term"], found["meaning"].strip(), *span)
