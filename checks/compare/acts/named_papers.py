"""Papers by their names that nobody may be asked for (不得要求提交鉴定意见), and a text that asks for one of them.

A rule bars a demand in so many words, paper by paper; a text makes one of them a duty of those who come. Quiet where
the bar holds in a case of its own (…的，不得), where the paper may come later or its lack keeps nobody out, where it is
handed in by an office, and where both have nothing in common but the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.alignment import bag, on_one_matter, people_apart
from checks.compare.ground.marks import CLAUSE
from checks.compare.ground.norms import Norm
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_PAPERS = Setting("named-papers")
_PROVABLE = Setting("provable")
_EACH = re.compile(r"、|或者|或|以及|及|和|与")
_FROM_VILLAGE = re.compile(
    r"(?:村|居委|居民|社区)[^，。；、]{0,10}(?:委会|委员会|社区|小组)[^，。；、]{0,4}(?:出具|开具)的?"
)
_ANY_OF_VILLAGE = frozenset({"村居出具"})  # stands for whatever paper a village committee gives
_LEAST = 2  # pieces of a paper's name


@dataclass(frozen=True, slots=True)
class Spared:
    """A paper that a norm has nobody asked for."""

    norm: Norm
    act: str
    pieces: frozenset[str]


def asked_though_spared(
    index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]
) -> Iterator[tuple[Norm, Spared]]:
    """Norms of `mine` that ask for a paper that `theirs` lets nobody ask for."""
    spared = [s for n in theirs for s in _spared(n)]
    for a in mine if spared else ():
        said = _demanded(a)
        near = (s for s in spared if s.pieces <= said and _one_matter(index, a, s))
        if found := next(near, None):
            yield a, found


def _spared(norm: Norm) -> Iterator[Spared]:
    for match in _PAPERS.all("barred", norm.text):
        if not _PAPERS.has("case", norm.text[: match.start()]):
            if (given := _FROM_VILLAGE.search(match["papers"])) and _PAPERS.has("any", match["papers"][given.end() :]):
                yield Spared(norm, f"要求提交{match['papers']}", _ANY_OF_VILLAGE)
            for paper in map(_name, _EACH.split(match["papers"])):
                if len(bag(paper)) >= _LEAST:
                    yield Spared(norm, f"要求提交{paper}", bag(paper))


def _name(paper: str) -> str:
    """What a paper is called, "" where its name may be any paper's."""
    return "" if _PAPERS.has("any", paper) else _PAPERS.without("plain", paper).strip()


def _demanded(norm: Norm) -> frozenset[str]:
    """Pieces of what a norm has people hand in."""
    if _PAPERS.has("aside", norm.words):
        return frozenset()
    found = frozenset[str]()
    for clause in CLAUSE.findall(norm.text):
        for match in _PAPERS.all("asks", clause):
            before = clause[: match.start()]
            if not agencies_in(before) and not _PROVABLE.has("others", before):
                found |= bag(match["papers"]) | _of_village(match["papers"])
    return found | bag(norm.text) | _of_village(norm.text) if _PAPERS.has("listed", norm.stem) else found


def _of_village(said: str) -> frozenset[str]:
    return _ANY_OF_VILLAGE if _FROM_VILLAGE.search(said) else frozenset()


def _one_matter(index: CoverageIndex, a: Norm, spared: Spared) -> bool:
    if people_apart(index, a, spared.norm) or not on_one_matter(index, a, spared.norm):
        return False
    return bool((bag(a.words) & bag(spared.norm.words)) - spared.pieces)
