"""What one document orders or lets happen in one place and bars in another, in whatever words.

The comparers that hold two documents against one another are asked about one: grounds on which nobody may be refused,
desks that may refuse nobody, deeds granted and denied, things not to be published, what people may do as they please.
Quiet inside one line or one list, and for an act that is barred only until something is done (未经批准，不得拨付).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.compare.acts import freedoms
from checks.compare.acts.forbidden import breaches
from checks.compare.acts.pretexts import turned_away
from checks.compare.acts.refusals import refused
from checks.compare.acts.shown import listed
from checks.compare.acts.stances import opposed
from checks.compare.ground.alignment import article_of, in_two_places
from checks.compare.ground.norms import Norm
from checks.compare.outcome.doubles import Double
from kg.coverage import CoverageIndex

_UNLESS = re.compile(r"[未无没非]|之前|以前|除")  # barred in a case only


def doubles(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[Double]:
    """Each two places of which one does what the other bars, once."""
    told: set[frozenset[int]] = set()
    for matter, a, b in _against(index, norms):
        both = frozenset((a.start, b.start))
        if both not in told and in_two_places(a, b):
            told.add(both)
            yield Double("act", matter, a.text, b.text, (a, b))


def _against(index: CoverageIndex, norms: tuple[Norm, ...]) -> Iterator[tuple[str, Norm, Norm]]:
    """What is at issue, the place that does it and the one that bars it."""
    laid = (index, norms, norms)
    for norm, barred in turned_away(*laid):
        yield "拒绝的理由", norm, barred.norm
    for norm, bound in refused(*laid):
        yield "不得拒绝的对象", norm, bound.norm
    for norm, bar in (*breaches(*laid), *listed(*laid)):
        if article_of(norm) != article_of(bar.norm) and not _UNLESS.search(bar.norm.text.partition("不得")[0]):
            yield "禁止的行为", norm, bar.norm
    for a, b in opposed(*laid):
        yield a.deed.label, a.norm, b.norm
    for departure in freedoms.compare(*laid):
        yield departure.matter, departure.mine[0], departure.theirs[0]
