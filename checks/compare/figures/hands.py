"""How many have to do a step together: 由1名村干部完成 where the higher rule has 2名以上工作人员共同进行.

A least number of persons for a step of the procedure, told by the step's own word (调查, 核查, 评估). A lower text that
gives the step to fewer drops the safeguard. Persons of several sorts in one clause count together (一名医师和一名护士).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import maybe_one_matter, shared_words
from checks.compare.ground.amounts import DOWN
from checks.compare.ground.clauses import clause_of
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import cites
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from kg.stretches import value_of
from ontology.cues import Setting

_HANDS = Setting("hands")
_SORT = re.compile(r"([一二两三四五六七八九1-9])(?:名|位|人(?!员))")
_PERSONS = frozenset({"名", "人", "位"})


@dataclass(frozen=True, slots=True)
class Hands:
    """So many persons, by whom a step is taken; `steps` are the words for it."""

    norm: Norm
    number: float
    op: str
    clause: str
    steps: frozenset[str]


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Steps that `mine` gives to fewer than `theirs` asks at least."""
    above = [h for n in theirs for h in _hands(n) if h.op in DOWN]
    for a in (h for n in mine for h in _hands(n) if h.op not in DOWN) if above else ():
        same = [b for b in above if a.steps & b.steps and _one_matter(index, a.norm, b.norm)]
        b = max(same, key=lambda x: (len(a.steps & x.steps), shared_words(a.norm, x.norm)), default=None)
        if b and a.number < b.number:
            yield Departure(Label.CONDITION, "hands", "共同办理的人数", a.clause, b.clause, (a.norm,), (b.norm,))


def _one_matter(index: CoverageIndex, a: Norm, b: Norm) -> bool:
    """Whether the norms may be on one matter, or `a` is of a text made after that of `b`, whatever aid each names."""
    return maybe_one_matter(index, a, b) or cites(index, a.document, b.document)


def _hands(norm: Norm) -> Iterator[Hands]:
    told: set[str] = set()
    for parameter in numbers_of(norm):
        clause = clause_of(norm, parameter)
        counted = parameter.kind == "count" and parameter.unit in _PERSONS and clause not in told
        if counted and _HANDS.has("by", clause) and not _HANDS.has("aside", clause):
            told.add(clause)
            sorts = [value_of(n) for n in _SORT.findall(clause)]
            steps = _HANDS.words("step", clause) or _HANDS.words("step", norm.stem + norm.headed + norm.text)
            yield Hands(norm, max(parameter.value, sum(sorts)), parameter.op, clause, steps)
