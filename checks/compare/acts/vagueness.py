"""A measurable duty of the higher rule made vague: 至少每月走访一次 becomes 经常走访.

Compared clause by clause: the words of the clause with the number have to stand in the other text's clause, with a word
of no measure in its place. A vague clause next to one that gives the measure says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.base import Severity
from checks.compare.ground.alignment import bag, one_subject
from checks.compare.ground.marks import CLAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import aid_meets
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from kg.enums import Verdict

_VAGUE = re.compile(r"经常|不定期|定期|适时|视情|根据需要|必要时")
_OFTEN = re.compile(r"至少|不少于|每[个]?(?:半?年|季度?|月|周|日|天)|[一二三两\d]+次")
_FEW, _SHARED = 4, 0.6
_MEASURED = re.compile(r"应当|必须|至少|不得少于|不少于")


@dataclass(frozen=True, slots=True)
class _Clause:
    norm: Norm
    text: str
    words: frozenset[str]


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Frequencies of `theirs` that `mine` leaves out of the same duty."""
    measured = tuple(_measured(theirs))
    vague = tuple(_vague(mine)) if measured else ()
    for b in measured:
        same = [a for a in vague if _same(index, a, b)]
        if same:
            a = same[0]
            said = _VAGUE.search(a.text)
            least = next(p for p in numbers_of(b.norm) if p.kind == "frequency")
            yield Departure(
                Label.CONDITION,
                "frequency",
                "履行义务的频次",
                f"只写“{said.group() if said else ''}”",
                f"要求“{least.quote}”",
                (a.norm,),
                (b.norm,),
                Severity.WARNING,
            )


def _measured(norms: tuple[Norm, ...]) -> Iterator[_Clause]:
    for norm in norms:
        for parameter in numbers_of(norm):
            if parameter.kind == "frequency" and _MEASURED.search(norm.words):
                text = next((t for t, start, end in _clauses(norm) if start <= parameter.start < end), "")
                words = bag(_OFTEN.sub(" ", text))
                if len(words) >= _FEW:
                    yield _Clause(norm, text, words)


def _vague(norms: tuple[Norm, ...]) -> Iterator[_Clause]:
    for norm in norms:
        if _VAGUE.search(norm.text) and not any(p.kind == "frequency" for p in numbers_of(norm)):
            yield from (_Clause(norm, t, bag(t)) for t, _, _ in _clauses(norm) if _VAGUE.search(t))


def _clauses(norm: Norm) -> Iterator[tuple[str, int, int]]:
    return ((m.group(), norm.start + m.start(), norm.start + m.end()) for m in CLAUSE.finditer(norm.text))


def _same(index: CoverageIndex, a: _Clause, b: _Clause) -> bool:
    close = len(a.words & b.words) >= _SHARED * len(b.words)
    return close and aid_meets(index, a.norm, b.norm) is not Verdict.NO and one_subject(index, a.norm, b.norm)
