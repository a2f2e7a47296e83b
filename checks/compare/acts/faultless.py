"""Help that is given first and examined later, and its cost put on people who did no wrong.

A rule that has help given at once (先行提供, 先行救治) asks of people to complete the papers afterwards, and has its
cost paid back by those who got it by deceit. A text that has everybody pay who is then found not to qualify makes the
urgent help a risk of theirs. Quiet where the text speaks of deceit or of a duty not kept, where it lets the
cost be waived, and where a text above has such people pay too.
"""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Severity
from checks.compare.ground.alignment import bag, on_one_matter
from checks.compare.ground.norms import Norm, norms_of
from checks.compare.ground.opponents import binding_on
from checks.compare.outcome.departures import Departure, Label
from checks.compare.outcome.hits import clip
from kg.coverage import CoverageIndex
from ontology.cues import Setting

_ADVANCE = Setting("advance")


def compare(index: CoverageIndex, mine: tuple[Norm, ...], theirs: tuple[Norm, ...]) -> Iterator[Departure]:
    """Norms of `mine` that put the cost of help given first on people for failing alone."""
    deceit = [n for n in theirs if _ADVANCE.has("fault", n.words) and _ADVANCE.has("repaid", n.text)]
    first = [n for n in theirs if _ADVANCE.has("urgent", n.text)]
    for a in (n for n in mine if deceit and first and _is_faultless(n)):
        above = [n for n in first if on_one_matter(index, a, n)]
        wrong = [n for n in deceit if on_one_matter(index, a, n)]
        if above and wrong and not _asked_above(index, a):
            b = max(above, key=lambda n: (_ADVANCE.has("after", n.text), len(bag(n.text) & bag(a.words))))
            said = (f"规定“{clip(a.text, 40)}”", f"为“{clip(b.text, 40)}”，只有以不正当手段获得的才支付费用或者退回")
            yield Departure(
                Label.CONDITION, "advance", "先行救助后的费用负担", *said, (a,), (b, wrong[0]), Severity.WARNING
            )


def _is_faultless(norm: Norm) -> bool:
    """Whether people who failed a condition after help given first are to pay, with no fault of theirs."""
    said = norm.prior + norm.text
    failed = _ADVANCE.has("urgent", norm.stem + said) and _ADVANCE.has("unfit", norm.stem + said)
    return failed and _ADVANCE.has("repaid", norm.text) and not _ADVANCE.has("fault", norm.stem + said)


def _asked_above(index: CoverageIndex, norm: Norm) -> bool:
    """Whether a text that binds that of `norm` has such people pay too."""
    return any(_is_faultless(n) for r in binding_on(index, norm.document) for n in norms_of(r))
