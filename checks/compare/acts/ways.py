"""Ways in which nobody may be brought to something: 胁迫、诱骗、利用未成年人乞讨 above, only 强迫未成年人乞讨 below.

A rule bars a deed by the ways that lead to it (force, lure, incite, use, let happen); a text that bars it by some of
them lets the others go. The deed is what stands behind the ways and the people, part by part. Quiet where the text
leaves the ways open (等, 其他), or has the other ways, or a plain bar, for the same deed anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.base import Severity
from checks.compare.ground.alignment import on_one_matter
from checks.compare.ground.norms import Norm
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting, load_cues

_WAYS = Setting("ways")
_BAR = re.compile(r"不得|不准|禁止|严禁")
_PART = re.compile(r"、|或者|或|和|以及|及")
_SHORT = 2  # characters of a deed


@dataclass(frozen=True, slots=True)
class _Bar:
    norm: Norm
    ways: frozenset[str]
    people: str
    deeds: tuple[str, ...]
    said: str
    open: bool


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Bars of `mine` with fewer ways than those of `theirs` on the same deed."""
    above = [b for n in theirs for b in _bars(n)]
    ours = [b for n in mine for b in _bars(n)] if above else []
    for a in ours:
        same = [b for b in above if a.ways < b.ways and _one_deed(a, b) and on_one_matter(index, a.norm, b.norm)]
        same = [b for b in same if not a.open and not b.ways <= _also(a, b, mine)]
        if same:
            b = max(same, key=lambda x: len(x.ways))
            labels = "、".join(c.label for c in load_cues()["way"] if c.id in b.ways - a.ways)
            told = (f"只规定“{clip(a.said, 24)}”", f"“{clip(b.said, 30)}”，还包括{labels}")
            yield Departure(Label.NOTION, "ways", "禁止的行为方式", *told, (a.norm,), (b.norm,), Severity.WARNING)


def _bars(norm: Norm) -> Iterator[_Bar]:
    """What a norm bars by the ways that lead to it."""
    if not _BAR.search(norm.words) or _WAYS.has("punished", norm.words):
        return
    for match in _WAYS.all("run", norm.text):
        barred = _BAR.search(norm.stem) or _BAR.search(norm.text[: match.start()])
        deeds = tuple(d for x in _PART.split(match["deed"]) if len(d := _deed(x)) >= _SHORT) if barred else ()
        ways = frozenset(c.id for c in load_cues()["way"] if c.find("named", match["ways"]))
        if deeds and ways:
            yield _Bar(norm, ways, match["people"], deeds, match.group(), bool(match["open"]))


def _deed(words: str) -> str:
    """A deed less the verb that only carries it; one family of words as one."""
    return "劳动" if _WAYS.has("labour", words) else _WAYS.without("light", words).strip("的")


def _one_deed(a: _Bar, b: _Bar) -> bool:
    """Whether a deed of one stands in one of the other, done to people who may be the same."""
    return any(x in y or y in x for x in a.deeds for y in b.deeds) and _one_people(a.people, b.people)


def _one_people(mine: str, theirs: str) -> bool:
    one, two = (_WAYS.words("kind", text) for text in (mine, theirs))
    return bool(one & two) or not one or not two


def _also(a: _Bar, b: _Bar, norms: tuple[Norm, ...]) -> frozenset[str]:
    """The ways by which any norm of the text bars a deed that both name; all where it is barred outright."""
    both = [x for x in (*a.deeds, *b.deeds) if any(x in y for y in b.deeds)]
    found = set(a.ways)
    for norm in (n for n in norms if n is not a.norm and _BAR.search(n.words) and any(x in n.text for x in both)):
        ways = {c.id for c in load_cues()["way"] if c.find("named", norm.text)}
        found |= ways or b.ways
    return frozenset(found)
