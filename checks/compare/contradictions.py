"""The comparers that hold one document against itself, in the order in which what they find is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from checks.compare.acts import both, deontic, inside, keeping, reduced, renewals, unasked
from checks.compare.acts.terms import lines_passed, terms
from checks.compare.acts.twice import twice
from checks.compare.bodies import decided_twice
from checks.compare.bodies.meetings import quorums, rhythms
from checks.compare.figures import (
    ages,
    ages_by_sex,
    authority,
    barred,
    crossed,
    deadlines,
    delivered,
    grids,
    inputs,
    own_lines,
    quoted,
    spans,
    staffing,
    stated,
    thresholds,
    times,
    visits,
    yearly,
)
from checks.compare.figures.added_up import added_up
from checks.compare.figures.beginnings import beginnings
from checks.compare.figures.counted import lengths
from checks.compare.figures.figures import Figure
from checks.compare.figures.headings import beyond
from checks.compare.figures.instalments import instalments
from checks.compare.figures.multiples import multiples
from checks.compare.figures.onsets import onsets
from checks.compare.figures.outlasted import outlasted
from checks.compare.figures.products import products
from checks.compare.figures.shared_costs import shares
from checks.compare.figures.sums import sums
from checks.compare.figures.tables import against_rows
from checks.compare.figures.totals import totals
from checks.compare.ground.norms import Norm
from checks.compare.money import manners
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex
from kg.model import Reading

_BY_WORDS: tuple[Callable[[tuple[Norm, ...]], Iterator[Double]], ...] = (
    lengths,
    twice,
    rhythms,
    quorums,
    onsets,
    deadlines.doubles,
    delivered.doubles,
    sums,
    shares,
    totals,
    instalments,
    added_up,
    authority.limits,
    stated.doubles,
    staffing.doubles,
    products,
    multiples,
    beginnings,
    inputs.doubles,
    yearly.doubles,
    quoted.doubles,
    ages.beyond_terms,
    ages_by_sex.doubles,
    lines_passed,
    deontic.doubles,
    keeping.doubles,
    reduced.doubles,
)
_BY_INDEX: tuple[Callable[[CoverageIndex, tuple[Norm, ...]], Iterator[Double]], ...] = (
    manners.doubles,
    visits.doubles,
    own_lines.doubles,
    times.doubles,
    spans.doubles,
    barred.doubles,
    crossed.doubles,
    ages.terms,
    unasked.doubles,
    inside.doubles,
    both.doubles,
    renewals.doubles,
)


def contradictions(
    index: CoverageIndex, reading: Reading, norms: tuple[Norm, ...], numbers: tuple[Figure, ...]
) -> Iterator[Double]:
    """What a document says twice and otherwise, of whatever kind."""
    name = reading.document.name
    yield from terms(reading, norms)
    for by_words in _BY_WORDS:
        yield from by_words(norms)
    for by_index in _BY_INDEX:
        yield from by_index(index, norms)
    yield from outlasted(index, numbers)
    yield from against_rows(numbers, norms, reading.document.text)
    yield from beyond(numbers, norms)
    yield from grids.against_cells(numbers, norms)
    yield from thresholds.doubles(index, name)
    yield from ages.doubles(index, name)
    yield from decided_twice.doubles(index, name)
