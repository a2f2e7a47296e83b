"""People whom a higher rule puts on a level with everybody, and the lower text keeps apart.

进城务工的农村居民依照本法规定参加社会保险 leaves no room for a text that has them pay nothing and gives them a lump
sum instead. Asked only for a clause that says so outright, and for norms that give the same people something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import one_subject
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import aid_meets
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from ontology.cues import Cue, load_cues

_EQUAL = re.compile(
    r"(?P<who>[^，。；：]{2,24}?)(?:依照|按照|适用)本(?:法|条例|办法)(?:的)?(?:有关)?(?:规定)?(?P<act>参加|享受|缴纳|获得|享有)(?P<what>[^，。；]{2,20})"
)
_ELSEWHERE = re.compile(
    r"外埠|外地|外来|异地|居住证|流动人口|非(?:本|当)[^，。；]{0,4}(?:户籍|户口)|(?:户籍|户口)不在|外省|常住[^，。；]{0,10}(?:非|外)"
)
_SAME = re.compile(
    r"(?:给予|享受|享有|提供)[^，。；]{0,12}(?:同等|同样|相同|一样)的?(?:优待|待遇|保障|服务|权利|优惠|便利)"
)
_LESS = re.compile(
    r"(?:按|以|凭)?[^，。；]{0,8}(?:的)?(?:[0-9０-９]+[%％]|百分之[一二三四五六七八九十]+|[一二三四五六七八九]成|半)(?:价|票|额|费)?[^，。；]{0,8}"
    r"|不(?:享受|适用|予|纳入)[^，。；]{0,12}|[一二三四五六七八九5-9](?:折|成)[^，。；]{0,8}|(?:全价|普通游客|自费)[^，。；]{0,8}"
)
_BEFORE = re.compile(r"(?:施行|实施|生效)(?:之)?(?:前|以前)")  # rights that older rules gave
_APART = re.compile(r"不缴纳|不参加|不享受|不适用|不纳入|一次性|另行|单独|减半|折算")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Norms of `mine` that treat apart whom `theirs` treats like all others."""
    yield from _outsiders(index, mine, theirs)
    for b in theirs:
        said = _EQUAL.search(b.text)
        same = next((c for c in load_cues()["people"] if said and c.find("named", said["who"])), None)
        if said and same:
            for a in mine:
                if _apart(index, same, a, b):
                    yield Departure(
                        Label.CONDITION,
                        "equal",
                        f"{same.label}的待遇",
                        "另作规定",
                        f"要求与其他人员一样{said['act']}{said['what']}",
                        (a,),
                        (b,),
                        Severity.WARNING,
                    )


def _outsiders(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """People from elsewhere, to whom `theirs` gives the same as to those registered here, and `mine` less."""
    for b in theirs:
        equal = _SAME.search(b.text) if _ELSEWHERE.search(b.text) else None
        for a in mine if equal else ():
            less = next((m for m in _LESS.finditer(a.text) if _ELSEWHERE.search(a.text[: m.start()])), None)
            if equal and less and one_subject(index, a, b):
                said = (f"“{less.group()}”", f"“{equal.group()}”")
                yield Departure(Label.CONDITION, "equal", "外来人员的待遇", *said, (a,), (b,))


def _apart(index: CoverageIndex, people: Cue, a: Norm, b: Norm) -> bool:
    if not people.find("named", a.words) or not _APART.search(a.words) or _BEFORE.search(a.words):
        return False
    return aid_meets(index, a, b) is not Verdict.NO and one_subject(index, a, b)
