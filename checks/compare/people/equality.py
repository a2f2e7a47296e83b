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
_APART = re.compile(r"不缴纳|不参加|不享受|不适用|不纳入|一次性|另行|单独|减半|折算")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Norms of `mine` that treat apart whom `theirs` treats like all others."""
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


def _apart(index: CoverageIndex, people: Cue, a: Norm, b: Norm) -> bool:
    if not people.find("named", a.words) or not _APART.search(a.words):
        return False
    return aid_meets(index, a, b) is not Verdict.NO and one_subject(index, a, b)
