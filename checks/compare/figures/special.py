"""Cases for which a higher rule has a figure of its own, and a text of just that case that takes the general one.

审核确认在30日内完成；权限下放到乡镇的，在20日内完成 leaves a text that says 权限已经下放 no thirty days. The text
states the case, in the sentence or beside it, and has the figure of the rule for all the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.compare.figures.owners import Number
from checks.compare.figures.quantities import fault
from checks.compare.ground.alignment import article_of, bag, maybe_one_matter
from checks.compare.ground.amounts import amount, order
from checks.compare.ground.clauses import clause_of, words_before
from checks.compare.ground.norms import Norm
from checks.compare.ground.windows import numbers_of
from checks.compare.outcome.departures import Departure, Label
from kg.coverage import CoverageIndex
from kg.model import Parameter
from ontology.cues import named_in

_CASE = re.compile(r"(?:^|[。；])(?P<case>[^。；，]{6,40})的，[^。；]*$")
_FAILS = re.compile(r"未[^，。；成满]|没有|逾期|不服|拒不")
_OUTCOME = re.compile(  # of the step before
    r"^(?:决定|批准|准予|同意|不予|经[^，。；]{2,16}(?:同意|通过|批准|符合|合格))"
)
_TAKEN = frozenset({"time-limit", "publicity-period", "rate", "benefit-standard", "amount"})
_SAID = 0.6  # of the case's pieces in the line
_LEAST = 3


@dataclass(frozen=True, slots=True)
class _Special:
    """`own` is for `case`, `general` for the others."""

    own: Number
    general: Parameter
    case: frozenset[str]
    words: str


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Figures of `mine` that are those for everybody, where it states the case that has its own."""
    special = list(_specials(theirs))
    for norm in mine if special else ():
        line = index.documents[norm.document].text[slice(*norm.line)]
        said = bag(line)
        for a in (_number(norm, p) for p in numbers_of(norm) if p.kind in _TAKEN):
            found = next((s for s in special if _takes_general(a, s, said, line)), None)
            if found and maybe_one_matter(index, norm, found.own.norm):
                words = (a.parameter.quote, f"{found.words}的，{found.own.parameter.quote}")
                yield Departure(Label.LONGER, "case", "另有规定的情形", *words, (norm,), (found.own.norm,))
                break


def _specials(norms: tuple[Norm, ...]) -> Iterator[_Special]:
    """Figures for a case, with the figure of the same kind that stands before it in the article for the others."""
    before: dict[tuple[str, str], Parameter] = {}
    for norm in norms:
        for parameter in numbers_of(norm):
            key = (article_of(norm), parameter.kind)
            case = _CASE.search(words_before(norm, parameter)) if parameter.kind in _TAKEN else None
            if case is None:
                before[key] = parameter
            elif key in before and not _other_step(case["case"], before[key], parameter):
                pieces = bag(case["case"])
                if len(pieces) >= _LEAST:
                    yield _Special(_number(norm, parameter), before[key], pieces, case["case"])


def _other_step(case: str, general: Parameter, own: Parameter) -> bool:
    """Whether the figure is for what follows the step, and not for the step in a special case."""
    bases = [bag(p.basis or "") for p in (general, own)]
    return any(x.search(case) for x in (_FAILS, _OUTCOME)) or (all(bases) and not bases[0] & bases[1])


def _takes_general(a: Number, special: _Special, said: frozenset[str], line: str) -> bool:
    own, general = special.own, special.general
    if a.parameter.kind != general.kind or a.amount.dimension != own.amount.dimension:
        return False
    if bool(_FAILS.search(special.words)) > bool(_FAILS.search(line)):  # the case is that the rule was not kept
        return False
    if order(a.amount, amount(general)) or len(special.case & said) < _SAID * len(special.case):
        return False
    if named_in("phase", a.clause) != named_in("phase", own.clause):
        return False
    found = order(a.amount, own.amount)
    stands = own.parameter.quote in line
    return found is not None and found != 0 and not stands and fault(a, own, found) is not None


def _number(norm: Norm, parameter: Parameter) -> Number:
    return Number(norm, parameter, clause_of(norm, parameter))
