"""How long something is had at most, in one case: 庇护最长五天 here, 一般不超过10天 there; 满5年的15个月, not 18.

A longest time that a higher rule sets for people, or sets in general with room for more, is what they may count on; a
lower text that ends it sooner takes some of it, and so does one whose longest time is below what the rule sets at
least (至少6个月). A span is a time that is no condition, with words for having something; its case are the years and
ages of the conditions before it. Quiet where the rule bars going beyond (不得超过): that is a bound for whoever pays,
within which the lower text may stay. Between equals, and inside one text, any two longest times for one thing are at
odds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from checks.base import Severity
from checks.compare.figures.figures import figures_of
from checks.compare.figures.hours import hours_a_year
from checks.compare.ground.alignment import (
    bag,
    in_two_places,
    one_subject,
    people_apart,
    share,
    subject_words,
)
from checks.compare.ground.amounts import UP, Amount, amount, order
from checks.compare.ground.clauses import clause_of, words_before
from checks.compare.ground.marks import PAUSE
from checks.compare.ground.norms import Norm
from checks.compare.ground.topics import aid_meets
from checks.compare.ground.windows import numbers_of, variants_in
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.enums import Verdict
from kg.model import Parameter
from ontology.cues import Setting, named_in

_SPAN = Setting("span")
_AT_MOST = (*UP, "=")
_ALIKE = 0.5  # of the words that say what is had


@dataclass(frozen=True, slots=True)
class Span:
    """A time that people have something for, at most or at least: its clause, the words for what is had, its case."""

    norm: Norm
    parameter: Parameter
    clause: str
    words: frozenset[str]
    case: frozenset[tuple[str, float]]
    told: bool  # whether its own words say what is had

    @property
    def amount(self) -> Amount:
        """The time made comparable."""
        return amount(self.parameter)


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Spans of `mine` that are shorter than the one of `theirs` for the same thing and case."""
    ours = _longest(index, mine)
    above = [s for s in _all(index, theirs) if not _SPAN.has("strict", s.clause)] if ours else []
    for a in ours:
        same = [b for b in above if _one_thing(index, a, b)]
        if same and all(order(a.amount, b.amount) == -1 for b in same):
            b = max(same, key=lambda x: len(a.words & x.words))
            yield Departure(
                Label.BENEFIT,
                "span",
                "享受待遇的期限短于上位规定",
                a.clause,
                b.clause,
                (a.norm,),
                (b.norm,),
                Severity.WARNING,
            )


def apart(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[tuple[Span, Span]]:
    """Longest times of `mine` that an equal text sets otherwise for the same thing."""
    ours, others = (_longest(index, norms) for norms in (mine, theirs))
    for a in ours:
        same = [b for b in others if (a.told or b.told) and _one_thing(index, a, b)]
        if same and all(order(a.amount, b.amount) for b in same):
            yield a, max(same, key=lambda x: len(a.words & x.words))


def doubles(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """One thing that a document gives for two longest times, by words that make it no known item."""
    known = {f.parameter.start for f in figures_of(index, norms[0].document) if f.item} if norms else set()
    found = [s for s in _longest(index, norms) if s.told and s.parameter.start not in known]
    for a, b in combinations(found, 2):
        if in_two_places(a.norm, b.norm) and order(a.amount, b.amount) and _one_thing(index, a, b):
            yield Double("span", "享受待遇的期限", a.clause, b.clause, (a.norm, b.norm))


def _longest(index: CoverageIndex, norms: tuple[Norm, ...]) -> list[Span]:
    return [s for s in _all(index, norms) if s.parameter.op in _AT_MOST]


def _all(index: CoverageIndex, norms: tuple[Norm, ...]) -> list[Span]:
    """Spans of a document; one that says little of what is had is of what the document is about."""
    found = [s for n in norms for s in _spans(n)]
    about = subject_words(index.documents[norms[0].document]) if found else frozenset()
    return [s if s.told else replace(s, words=s.words | about) for s in found]


def _spans(norm: Norm) -> Iterator[Span]:
    """Times of a norm that people have something for, each with the conditions before it."""
    case: list[tuple[str, float]] = []
    for p in numbers_of(norm):
        clause = clause_of(norm, p)
        if p.kind not in ("duration", "time-limit", "age") or hours_a_year(norm, p):
            continue
        if clause.endswith("的") or p.kind == "age":
            case.append((p.op, amount(p).value))
        elif p.kind == "duration" and _is_had(norm, p, clause):
            said = _SPAN.without("plain", norm.stem + _before(norm, p))
            yield Span(norm, p, clause, bag(said), frozenset(case), bool(bag(_SPAN.without("bare", said))))


def _before(norm: Norm, parameter: Parameter) -> str:
    """The words of the sentence up to the number, with those that say how long."""
    clauses = PAUSE.split(words_before(norm, parameter))
    return "，".join(c for c in clauses if not c.endswith("的"))


def _is_had(norm: Norm, parameter: Parameter, clause: str) -> bool:
    said = norm.stem + _before(norm, parameter)
    ends = "longest" if parameter.op in _AT_MOST else "least"
    return _SPAN.has("had", said) and _SPAN.has(ends, clause) and not _SPAN.has("aside", norm.stem + clause)


def _one_thing(index: CoverageIndex, a: Span, b: Span) -> bool:
    if a.case != b.case or a.amount.dimension != b.amount.dimension or share(a.words, b.words) < _ALIKE:
        return False
    circumstances = [named_in("phase", s.clause) | {v for _, v in variants_in(s.clause)} for s in (a, b)]
    if circumstances[0] != circumstances[1] or people_apart(index, a.norm, b.norm):
        return False
    return aid_meets(index, a.norm, b.norm) is not Verdict.NO and one_subject(index, a.norm, b.norm)
