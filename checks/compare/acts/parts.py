"""Acts told by their parts: a deed, and the thing it is done to, in whatever order and words.

扣押证件, 身份证统一收存 and 证件暂不退还 are one act. A cue with `verb` words (and `thing`) is done in a clause
that has a verb which nothing before it there denies, and barred in one where a prohibition stands before it; the thing
stands in the clause, or before it in the sentence where the cue is `carried`. Left out: clauses that are cases (…的).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from checks.compare.ground.marks import CLAUSE
from checks.compare.ground.norms import Norm
from ontology.cues import Cue

_REMEMBERED = 8_192  # norms
_BARRED = re.compile(
    r"(?:不得(?!不)|不准|不许|不允许|严禁|禁止)[^。；]*$|(?:不可以?|不能(?!自理)|不应当?|不宜)[^。；的]*$"
)
_DENIED = re.compile(
    r"(?:不予|不再|无需|无须|不必|不用|不需要?|未曾?|没有|免予|免于|免除|免|避免|防止|杜绝|制止|拒绝|取消|不)[^，。；的]{0,8}$"
)
_GOES_ON = re.compile(r"(?:或者?|以及|并且?|也|更)(?!应当|可以|须)")
_LISTED = re.compile(r"(?:不得|禁止|严禁|不准)[^，。；]{0,16}[：:]$")


@dataclass(frozen=True, slots=True)
class _Clause:
    """One clause of a norm, what stands before it in the sentence, and whether a prohibition goes on into it."""

    text: str
    before: str
    barred: bool


def does(cue: Cue, norm: Norm) -> bool:
    """Whether a norm has the act done, or lets it be done."""
    return any(_undenied(cue, c) for c in _clauses_with(cue, norm) if not c.text.endswith("的"))


def bars(cue: Cue, norm: Norm) -> bool:
    """Whether a norm forbids the act."""
    return any(_forbidden(cue, c) for c in _clauses_with(cue, norm))


def _clauses_with(cue: Cue, norm: Norm) -> tuple[_Clause, ...]:
    return _clauses(norm.prior, norm.stem, norm.text) if "verb" in cue.patterns else ()


def _undenied(cue: Cue, clause: _Clause) -> bool:
    if clause.barred or not _has_thing(cue, clause):
        return False
    return any(not _BARRED.search(text) and not _DENIED.search(text) for text in _before_verbs(cue, clause))


def _forbidden(cue: Cue, clause: _Clause) -> bool:
    if not _has_thing(cue, clause):
        return False
    return any(clause.barred or _BARRED.search(text) for text in _before_verbs(cue, clause))


def _before_verbs(cue: Cue, clause: _Clause) -> Iterator[str]:
    """What stands in a clause before each of its verbs of the act."""
    return (clause.text[: m.start()] for m in cue.patterns["verb"].finditer(clause.text))


def _has_thing(cue: Cue, clause: _Clause) -> bool:
    if "thing" not in cue.facts or cue.find("thing", clause.text):
        return True
    return "carried" in cue.facts and cue.find("thing", clause.before) is not None


@lru_cache(maxsize=_REMEMBERED)
def _clauses(before: str, stem: str, text: str) -> tuple[_Clause, ...]:
    """The clauses of a norm, an item in one with the end of what governs it."""
    found: list[_Clause] = []
    barred = listed = _LISTED.search(stem) is not None
    for clause in CLAUSE.findall(stem.replace("：", "") + text):
        barred = listed or (barred and _GOES_ON.match(clause) is not None)
        found.append(_Clause(clause, before, barred))
        before += clause
        barred = barred or _BARRED.search(clause) is not None
    return tuple(found)
