"""Which of several figures of one norm another figure answers to, by the words of their clauses.

民事案件每件2000元，刑事案件每件1500元 answers to 民事案件不低于1600元，刑事案件不低于1200元 figure by figure.
Where the words of a clause name none of them, any may be meant.
"""

from __future__ import annotations

from checks.compare.figures.figures import Figure
from checks.compare.ground.alignment import bag
from checks.compare.ground.clauses import clause_of
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import dealt_to, numbers_of
from kg.model import Parameter


def of_another(a: Figure, b: Figure) -> bool:
    """Whether either norm has another figure of the kind that is likelier what the other figure speaks of."""
    return _likelier_beside(a, b) or _likelier_beside(b, a)


def _likelier_beside(a: Figure, b: Figure) -> bool:
    kind = b.parameter.kind, b.parameter.unit
    beside = [p for p in numbers_of(b.norm) if (p.kind, p.unit) == kind]
    if len(beside) < 2:
        return False
    said = _words(a.norm, a.parameter)
    likeness = {p.start: _share(said, _words(b.norm, p)) for p in beside}
    return likeness.get(b.parameter.start, 0.0) < max(likeness.values())


def _words(norm: Norm, parameter: Parameter) -> frozenset[str]:
    """Pieces of its clause, or of the member of a list that it is dealt out to (中度、重度分别为)."""
    return bag(dealt_to(norm, parameter) or clause_of(norm, parameter))


def _share(said: frozenset[str], words: frozenset[str]) -> float:
    return len(said & words) / (len(words) or 1)
