"""Bodies that a document names itself: 民政部门和乡镇人民政府（以下统称管理审批机关） makes 管理审批机关 those two.

A term that the vocabulary reads as a named body keeps that reading; one that it reads as nobody in particular
(主管部门, 审批机关), or does not know, stands for the bodies of its explanation. An explanation that names nobody, or
names only 有关部门, settles nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ingest.context import Context
from ingest.definitions import terms_in
from ingest.extract.agencies import Body, Chain, find_chains
from kg.model import Definition

MOST = 60  # definitions of bodies looked at
BODIES = re.compile(r"(?:部门|机关|机构|单位|组织|中心|窗口|站|办公室)$")
UNSETTLED = frozenset({"unresolved", "other-body"})


def resolved(context: Context, chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """`chains` with the document's own names for bodies read as the document explains them."""
    meanings = _meanings(context)
    if not meanings:
        return tuple(chains)
    found = list(chains)
    for start, end, definition in terms_in(list(meanings.values()), context.text, 0, len(context.text)):
        _put(found, start, end, _ids(definition, context))
    return tuple(found)


def _meanings(context: Context) -> dict[str, Definition]:
    """Definitions whose term is a word for bodies and whose explanation names some."""
    terms = [d for d in context.definitions if BODIES.search(d.term)][:MOST]
    first = {d.term: d for d in reversed(terms)}
    return {term: d for term, d in first.items() if _ids(d, context)}


def _ids(definition: Definition, context: Context) -> tuple[str, ...]:
    """Named bodies of the explanation, once each; () where it is no mere list of them."""
    chains = find_chains(definition.meaning, context.vocabulary)
    if len(chains) != 1 or not chains[0].sure:
        return ()
    ids = dict.fromkeys(id_ for body in chains[0].bodies for id_ in body.ids)
    return () if UNSETTLED & ids.keys() else tuple(ids)


def _put(chains: list[Chain], start: int, end: int, ids: tuple[str, ...]) -> None:
    """Read the term at `start:end` as `ids`: in the chain that names it so far, or as a chain of its own."""
    at = bisect_left(chains, start, key=lambda c: c.end - 1)
    here = chains[at] if at < len(chains) and chains[at].start < end else None
    if here is None:
        chains.insert(at, Chain(start, end, (Body(ids, start, end),)))
        return
    inside = [b for b in here.bodies if start <= b.start and b.end <= end]
    if inside and all(set(b.ids) <= UNSETTLED for b in inside):
        bodies = [b for b in here.bodies if b not in inside] + [Body(ids, start, end)]
        bodies.sort(key=lambda b: b.start)
        chains[at] = Chain(min(here.start, start), max(here.end, end), tuple(bodies))
