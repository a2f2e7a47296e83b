"""Every comparer that holds a text against one above it, in the order in which they speak.

A comparer is one question in one module; `compare` takes the norms of both texts and yields departures.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.compare.acts import (
    answers,
    barred_after,
    bases,
    conditions,
    consents,
    culprits,
    denials,
    diluted,
    excepted,
    extra_help,
    extras,
    fault,
    faultless,
    forms,
    freedoms,
    graver,
    gravity,
    hurdles,
    if_needed,
    leave_first,
    left_open,
    leniency,
    more_papers,
    no_more,
    options,
    powers,
    protection,
    provable,
    recourse,
    replies,
    rights,
    safeguards,
    sanctions,
    standards,
    turned_out,
    unasked,
    vagueness,
    waivers,
    ways,
    weakening,
    wills,
    without_cause,
    yardsticks,
)
from checks.compare.bodies import delegated, passed_down, reports
from checks.compare.figures import (
    ages,
    barred,
    ceilings,
    clocks,
    deadlines,
    defined_ages,
    fines,
    floors,
    handed,
    hands,
    lasting,
    lines,
    onsets,
    own_shares,
    quantities,
    spans,
    special,
    staffing,
    stated,
    thresholds,
    times,
    visits,
    wholes,
    yearly,
    zeros,
)
from checks.compare.ground.norms import Norm
from checks.compare.money import charges, earmarked, manners, own_hands, reliefs, reserved
from checks.compare.outcome.departures import Comparer, Departure
from checks.compare.people import (
    beyond,
    criteria,
    destitute,
    disability,
    ended_alone,
    endings,
    equality,
    halves,
    holders,
    keepers,
    means,
    notions,
    outgrown,
    poorer,
    shut_out,
    unqualified,
)
from kg.coverage import CoverageIndex


def _denials(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Denials, less those of people who are told as left out."""
    found = tuple(denials.compare(index, mine, theirs))
    left = {x.mine.start for x in shut_out.shut_out(index, mine, theirs)} if found else set()
    yield from (d for d in found if d.mine[0].start not in left)


_FIRST: tuple[Comparer, ...] = (
    floors.compare,
    ceilings.compare,
    zeros.compare,
    quantities.compare,
    sanctions.compare,
    fines.compare,
    safeguards.compare,
    forms.compare,
    standards.compare,
    options.compare,
    keepers.compare,
    notions.compare,
    waivers.compare,
    weakening.compare,
    vagueness.compare,
)
_LINES_AND_AGES: tuple[Comparer, ...] = (
    thresholds.compare,
    ages.compare,
    outgrown.compare,
)
_NEXT: tuple[Comparer, ...] = (
    equality.compare,
    protection.compare,
    yearly.compare,
    times.compare,
    onsets.compare,
    disability.compare,
    endings.compare,
    criteria.compare,
    destitute.compare,
    faultless.compare,
    provable.compare,
    graver.compare,
    beyond.compare,
)
_LAST: tuple[Comparer, ...] = (
    unasked.compare,
    more_papers.compare,
    charges.compare,
    lines.compare,
    deadlines.compare,
    excepted.compare,
    clocks.compare,
    special.compare,
    wholes.compare,
    unqualified.compare,
    spans.compare,
    lasting.compare,
    no_more.compare,
    passed_down.compare,
    reports.compare,
    freedoms.compare,
    rights.compare,
    visits.compare,
    handed.compare,
    manners.compare,
    reserved.compare,
    shut_out.compare,
    hands.compare,
    barred.compare,
    stated.compare,
    staffing.compare,
    own_shares.compare,
    hurdles.compare,
    holders.compare,
    extra_help.compare,
    wills.compare,
    defined_ages.compare,
    gravity.compare,
    answers.compare,
    replies.compare,
    recourse.compare,
    culprits.compare,
    consents.compare,
    extras.compare,
    yardsticks.compare,
    powers.compare,
    leniency.compare,
    fault.compare,
    earmarked.compare,
    reliefs.compare,
    means.compare,
    delegated.compare,
    left_open.compare,
    poorer.compare,
    ways.compare,
    if_needed.compare,
    diluted.compare,
    bases.compare,
    leave_first.compare,
    halves.compare,
    own_hands.compare,
    _denials,
    turned_out.compare,
    without_cause.compare,
    ended_alone.compare,
    barred_after.compare,
)
COMPARERS = _FIRST + _LINES_AND_AGES + _NEXT + _LAST
"""All of them, in the order in which they speak."""
BY_KIND: tuple[Comparer, ...] = (conditions.compare,)
"""What speaks of a kind of wording alone, and only of norms in which no text above is found to be left otherwise."""
LATE = frozenset(_LINES_AND_AGES + _LAST)
"""Those that are quiet on a norm of which others before them have said something."""
