"""Cases that a text names only to give them nothing (严重损坏的，不予补助), and that the rule above serves.

A case is a part of the condition as it stands, word for word, in a norm of the higher text that gives the aid. Quiet
where the condition says how somebody fails (不符合, 已享受), where the sentence names who serves the case, and where
another line of the text serves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.ground.alignment import aids_apart, one_subject
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_SHUT = Setting("shut-out")
_DENIED = re.compile(
    r"^(?:对|但|对于)?(?P<case>[^，。；：]{4,40}?)的，(?:[^，。；]{0,20}，)?(?:一律|均|暂|也|都)?不(?:予|再|得)?"
    r"(?:补助|救助|补贴|资助|纳入|列入|安排|受理|享受|给予|发放|减免)"
)
_PARTS = re.compile(r"、|以及|或者?|和|及")
_LEAST = 4  # characters of a case


def cases_denied(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Norm, str]]:
    """Norms of `mine` that give a case nothing, with the norm of `theirs` that serves it, and the case."""
    for a in mine:
        found = None if a.stem else _DENIED.search(a.text)
        if not found or _SHUT.has("fails", found["case"]) or _SHUT.has("elsewhere", a.text):
            continue
        parts = [p for p in _PARTS.split(found["case"]) if len(p) >= _LEAST]
        served = [p for p in parts if not any(_serves(n, p) for n in mine if n.line != a.line)]
        for b in theirs:
            case = next((p for p in served if _serves(b, p)), "")
            if case and one_subject(index, a, b) and not aids_apart(index, a, b):
                yield a, b, case
                break


def _serves(norm: Norm, case: str) -> bool:
    """Whether a norm gives something in a case that its own words, or those of a list, name."""
    gives = _SHUT.has("gives", norm.words) and not _SHUT.has("ends", _SHUT.without("kept", norm.words))
    denied = _DENIED.search(norm.text) or _SHUT.has("left", norm.text)
    return gives and case in norm.text and not denied
