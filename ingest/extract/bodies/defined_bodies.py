"""Bodies that a document names itself: 民政部门和乡镇人民政府（以下统称管理审批机关） makes 管理审批机关 those two.

A term that the vocabulary reads as a named body keeps that reading; one that it reads as nobody in particular
(主管部门, 审批机关), or does not know, stands for the bodies of its explanation. An explanation that names nobody, or
names only 有关部门, settles nothing.

社会救助管理部门 are the departments that the document charges with it (教育、住房等部门按职责负责救助管理)
and civil affairs, whether or not it says 统称.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ingest.context import Context
from ingest.definitions import terms_in
from ingest.extract.bodies.agencies import find_chains
from ingest.extract.bodies.chains import Body, Chain
from kg.model import Definition

MOST = 60  # definitions of bodies looked at
BODIES = re.compile(r"(?:部门|机关|机构|单位|组织|中心|窗口|站|办公室)$")
UNSETTLED = frozenset({"unresolved", "other-body"})
_CHARGE = re.compile(
    r"(?:按照?|根据|依照|在)?各自的?(?:法定)?职责(?:分工|范围内)?，?(?:分别)?(?:负责|承担|做好)[^，。；]{0,12}?(?:相应|有关|相关)的?(?:社会)?救助管理工作"
)
_IN_CHARGE = re.compile(r"(?:社会救助|救助)管理(?:各)?部门")
_CIVIL = "civil-affairs"


def resolved(context: Context, chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """`chains` with the document's own names for bodies read as the document explains them."""
    meanings, charged = _meanings(context), _charged(context.text, chains)
    if not meanings and not charged:
        return tuple(chains)
    found = list(chains)
    for chain in found if charged else ():
        for body in chain.bodies:
            if _IN_CHARGE.search(context.text, body.start, body.end):
                body.ids = charged
    for start, end, definition in terms_in(list(meanings.values()), context.text, 0, len(context.text)):
        put(found, start, end, _ids(definition, context))
    return tuple(found)


def _charged(text: str, chains: Sequence[Chain]) -> tuple[str, ...]:
    """The departments that the document charges with managing assistance; () where it charges none."""
    for charge in _CHARGE.finditer(text):
        at = bisect_left(chains, charge.start(), key=lambda c: c.end)
        named = chains[at] if at < len(chains) and chains[at].end == charge.start() else chains[at - 1] if at else None
        if named is None or not 0 <= charge.start() - named.end <= 2:
            continue
        ids = dict.fromkeys(id_ for body in named.bodies for id_ in body.ids)
        if len(ids) > 1 and UNSETTLED.isdisjoint(ids):
            return tuple(dict.fromkeys((_CIVIL, *ids)))
    return ()


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
    return tuple(ids) if UNSETTLED.isdisjoint(ids) else ()


def put(chains: list[Chain], start: int, end: int, ids: tuple[str, ...]) -> None:
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
