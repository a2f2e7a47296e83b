"""What texts in force say of the money that a grant without a source takes: who has the rent, what a house is run on.

A reviewer who asks who pays for 减免租金 shows whose the rent is. Such a clause speaks of money, says whose it is or
how it is shared out, and has words in common with the grant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checks.compare.ground.alignment import bag
from checks.compare.ground.norms import Norm

_MONEY = re.compile(r"经费|收入|资金|费用|租金|保费|学费|热费|成本|差额|补助|补贴")
_WHOSE = re.compile(r"归|缴入|上缴|核拨|承担|负担|不另行|列支|自筹|自行解决|收支两条线|分担|结算|按实|兜底")
_SHARED = 1  # pieces of two characters
_MOST = 2  # clauses shown


def at_stake(given: Iterable[str], others: Iterable[tuple[Norm, ...]]) -> Iterator[Norm]:
    """The norms of other texts on the money that the grants `given` take, those most like them first."""
    pieces = frozenset[str]().union(*(bag(said) for said in given))
    found = [n for norms in others for n in norms if _MONEY.search(n.text) and _WHOSE.search(n.text)]
    alike = sorted(found, key=lambda n: -len(bag(n.text) & pieces))
    yield from [n for n in alike if len(bag(n.text) & pieces) > _SHARED and n.provisions][:_MOST]
