"""Words before the matter itself: `民政厅：…`, `（一）民政局。负责…`, `三、坚持依法原则。…`, `第五条（监管职责）…`.

An agency is told by the last character of its name (domain: name grammar); which agency it is, the vocabulary says
later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """Run-in heading: its text, the characters up to the matter, whether it names agencies, whether a colon ends it."""

    text: str
    width: int
    agency: bool
    colon: bool


_BODY = (
    "部|委|厅|局|办|署|院|会|所|站|中心|机关|部门|政府|机构|单位|联|总工会|工会|团委|共青团|团县委|团区委|团市委|法院|队|处|社|公司|银行|"
    "科|室|企业|组|街道|乡镇|村|学校|银监|科协|侨办|编办|县委|行署|公署|基金会|办公室|人武部|委员会|联合会|协会|"
    "团州委|团省委|镇|乡"
)
_AGENCY = re.compile(
    rf"(?:[^，。；：:\s（）()]{{0,60}}(?:{_BODY})(?:[（(][^）)]{{1,30}}[）)])?(?:等)?[、，,\s及和与]*)+"
)
_COLON = re.compile(r"([^：:。；;]{2,60})[：:]\s*")
_STOP = re.compile(r"([^：:。；;，,]{2,30})[。．]\s*(?=[^\s])")
_SPACE = re.compile(r"([^：:。；;，,、\s]{2,16})[\s　]{1,4}(?=[^\s]{8,})")
_TITLED = re.compile(r"[【（(〔\[]([^】）)〕\]。；，]{2,24})[】）)〕\]]\s*(?=[^\s，。、的])")
_VERB = re.compile(
    r"应当|不得|负责|可以|必须|根据|按照|是指|符合|下列|以下|如下|属于|给予|要求|本[办规条细法]|由|为了|其中|对于|[是为]$"
)
_MEANS = re.compile(r"\s*(?:是指|指|即)")


def label_of(words: str, series: str = "") -> Label | None:
    """Label at the head of `words`; `series` is that of the number before it, "" for a line without one."""
    if series == "article":
        found = _TITLED.match(words)
        return Label(found[1], found.end(), False, False) if found else None
    if series in ("part", "chapter", "section"):
        return None
    found = _COLON.match(words)
    if found and is_agency(found[1]) and not _MEANS.match(words, found.end()):
        return Label(found[1].strip(), found.end(), True, True)
    if not series:
        return None
    found = _STOP.match(words)
    if found and not _VERB.search(found[1]):
        return Label(found[1].strip(), found.end(), is_agency(found[1]), False)
    bare = words.rstrip("：: ")
    if (
        len(bare) <= 40
        and bare[-1:] not in "。；;，,、"
        and (bare == words or not re.search("[，。；]|" + _VERB.pattern, bare))
    ):
        return Label(bare, len(words), is_agency(bare), bare != words)
    return None


def is_agency(words: str) -> bool:
    """Whether `words` read as one agency or a list of agencies (民委（宗教局）, 县教育局、县财政局)."""
    words = words.strip()
    return len(words) <= 60 and not _VERB.search(words) and bool(_AGENCY.fullmatch(words))
