"""A benefit that one line keeps and another ends for one case: 就业后继续享受6个月 here, 就业后自次月起停发 there.

A case is the words before 的 that open a sentence. Two lines contradict where their cases share most of their words and
speak of one benefit, unless the end comes behind a time of grace (期满后) or is said to leave the other line as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from checks.compare.ground.alignment import bag, in_two_places, names_others, share
from checks.compare.ground.norms import Norm
from checks.compare.outcome.doubles import Double
from ontology.cues import Setting

_KEEPING = Setting("keeping")
_CASE = re.compile(r"^(?P<case>[^。；]{6,80}?的)，(?P<act>[^。；]+)")
_ALIKE, _LEAST = 0.6, 4  # of the words of the longer case; pieces that two cases share


@dataclass(frozen=True, slots=True)
class _Line:
    norm: Norm
    case: frozenset[str]


def doubles(norms: tuple[Norm, ...]) -> Iterator[Double]:
    """The first two lines that keep and end a benefit for one case."""
    lines = [(m, n) for n in norms if n.provisions and (m := _CASE.match(n.text))]
    kept = [_Line(n, bag(m["case"])) for m, n in lines if _keeps(m["act"], n)]
    ended = [_Line(n, bag(m["case"])) for m, n in lines if _ends(m["act"], n)] if kept else []
    for a, b in product(kept, ended):
        if in_two_places(a.norm, b.norm) and _one_case(a, b):
            yield Double("keeping", "同一情形下待遇的存续", a.norm.text, b.norm.text, (a.norm, b.norm))
            return


def _keeps(act: str, norm: Norm) -> bool:
    return _KEEPING.has("kept", act) and not _KEEPING.has("ended", act) and not _KEEPING.has("aside", norm.words)


def _ends(act: str, norm: Norm) -> bool:
    return _KEEPING.has("ended", act) and not _KEEPING.has("kept", norm.words) and not _KEEPING.has("aside", norm.words)


def _one_case(a: _Line, b: _Line) -> bool:
    both = len(a.case & b.case)
    alike = both >= _LEAST and share(a.case, b.case) >= _ALIKE and both >= _ALIKE * max(len(a.case), len(b.case))
    one_aid = not (a.norm.aid and b.norm.aid) or bool(a.norm.aid & b.norm.aid)
    return alike and one_aid and not names_others(a.norm, b.norm)
