"""The office that speaks of itself: 由我局核定 in a plan of the health bureau has that bureau check.

The speaker is the one body that the text is issued by; a text of several offices, or of none, leaves 我局 unread. Left
out: 我县 and 我镇, which are places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.context import Context
from ingest.extract.bodies.agencies import find_chains
from ingest.extract.bodies.chains import Chain
from ingest.extract.bodies.defined_bodies import put, resolved
from ingest.metadata import speaker

_OWN = re.compile(
    r"我(?:局|委(?!员)|厅|会(?![议计上])|办(?![法理公事])|部(?![门队分])|中心|院|站|联合会)"
    r"|(?<!基)(?<!根)(?<!版)本(?:局(?!面|部|势)|委(?!员)|厅|会(?![议计]))"
)


def bodies_of(context: Context) -> tuple[Chain, ...]:
    """The bodies that a document names, by its own names for them as well, and for the office that issued it."""
    chains = resolved(context, find_chains(context.text, context.vocabulary))
    own = tuple(_OWN.finditer(context.text))
    ids = speaker(context.text, context.clauses, context.vocabulary) if own else ()
    return _with(chains, own, ids) if ids else chains


def _with(chains: tuple[Chain, ...], own: Sequence[re.Match[str]], ids: tuple[str, ...]) -> tuple[Chain, ...]:
    found = list(chains)
    for match in own:
        if not any(b.start < match.end() and match.start() < b.end for c in found for b in c.bodies):
            put(found, match.start(), match.end(), ids)
    return tuple(found)
