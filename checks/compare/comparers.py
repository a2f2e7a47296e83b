"""Every comparer that holds a text against one above it, in the order in which they speak.

A comparer is one question in one module; `compare` takes the norms of both texts and yields departures. What makes a
thing harder for people, and what leaves it looser than the rule above, have lists of their own.
"""

from __future__ import annotations

from checks.compare.acts import (
    answers,
    conditions,
    consents,
    culprits,
    excepted,
    extra_help,
    extras,
    fault,
    forms,
    freedoms,
    gravity,
    hurdles,
    leniency,
    no_more,
    options,
    powers,
    protection,
    recourse,
    replies,
    rights,
    safeguards,
    sanctions,
    standards,
    unasked,
    vagueness,
    waivers,
    weakening,
    wills,
    yardsticks,
)
from checks.compare.bodies import delegated, passed_down, reports
from checks.compare.figures import (
    ages,
    barred,
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
from checks.compare.harder import HARDER
from checks.compare.looser import LOOSER
from checks.compare.money import charges, earmarked, manners, reliefs, reserved
from checks.compare.outcome.departures import Comparer
from checks.compare.people import (
    equality,
    holders,
    keepers,
    means,
    notions,
    outgrown,
    shut_out,
    unqualified,
)

_FIRST: tuple[Comparer, ...] = (
    floors.compare,
    zeros.compare,
    quantities.compare,
    sanctions.compare,
    fines.compare,
    safeguards.compare,
    forms.compare,
    standards.compare,
    options.compare,
    conditions.compare,
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
    *HARDER,
)
_LAST: tuple[Comparer, ...] = (
    unasked.compare,
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
    *LOOSER,
)
COMPARERS = _FIRST + _LINES_AND_AGES + _NEXT + _LAST
"""All of them, in the order in which they speak."""
LATE = frozenset(_LINES_AND_AGES + _LAST)
"""Those that are quiet on a norm of which others before them have said something."""
