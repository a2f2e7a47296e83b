"""For how long a known matter lasts, by whatever words: 渐退期不得少于六个月 above, 仍发给一个季度的低保金 below.

Matters (渐退, 就业收入豁免, 过渡期救助 …) are families of wording. A lower text may let one last longer than a higher
text's time or floor, not shorter. Quiet for a time that is only said to be the most, for conditions and for steps.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.ground.alignment import maybe_one_matter, people_apart
from checks.compare.ground.amounts import UP, Amount, amount, order
from checks.compare.ground.clauses import clause_of, words_behind
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from kg.model import Parameter
from ontology.cues import Setting, named_in

_SPAN = Setting("span")
_UNITS = frozenset({"月", "季", "年", "日"})


@dataclass(frozen=True, slots=True)
class Lasting:
    """A time for which a matter lasts."""

    norm: Norm
    matter: str
    parameter: Parameter
    clause: str

    @property
    def amount(self) -> Amount:
        """The time made comparable."""
        return amount(self.parameter)


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Matters that last shorter in `mine` than a text of `theirs` has it."""
    above = [x for n in theirs for x in _lasting(n) if not _is_cap(x) and not x.parameter.soft]
    for a in (x for n in mine for x in _lasting(n)) if above else ():
        same = [b for b in above if b.matter == a.matter and _one_case(index, a, b)]
        if same and all(order(a.amount, b.amount) == -1 for b in same):
            b = same[0]
            what = "持续的期限短于上位规定"
            yield Departure(Label.BENEFIT, "span", what, a.clause, b.clause, (a.norm,), (b.norm,))


def _one_case(index: CoverageIndex, a: Lasting, b: Lasting) -> bool:
    phases = [named_in("phase", x.clause) for x in (a, b)]
    return (
        phases[0] == phases[1] and not people_apart(index, a.norm, b.norm) and maybe_one_matter(index, a.norm, b.norm)
    )


def _lasting(norm: Norm) -> Iterator[Lasting]:
    """The one time of a norm that names one matter; of several, those that are no conditions."""
    matters = named_in("matter", norm.words)
    if len(matters) != 1:
        return
    for parameter in numbers_of(norm):
        clause = clause_of(norm, parameter)
        timed = parameter.kind in ("duration", "time-limit", "benefit-standard") and parameter.unit in _UNITS
        if parameter.kind == "time-limit" and not (named_in("matter", clause) or _SPAN.has("counts", clause)):
            continue
        acts = _SPAN.has("aside", norm.stem + clause) or clause.endswith("的") or _starts(norm, parameter)
        if timed and not acts:
            yield Lasting(norm, next(iter(matters)), parameter, clause)


def _is_cap(lasting: Lasting) -> bool:
    """Whether the time is only the most: not where the matter goes on all through it (六个月内的收入不计入)."""
    inside = words_behind(lasting.norm, lasting.parameter).startswith(("内", "之内"))
    return lasting.parameter.op in UP and (not inside or _SPAN.has("longest", lasting.clause))


def _starts(norm: Norm, parameter: Parameter) -> bool:
    """Whether the time runs up to where something else begins (满六个月的次月, 三个月后)."""
    behind = words_behind(norm, parameter)[:4].lstrip("的以之")
    return behind.startswith(("后", "次月", "前", "起"))
