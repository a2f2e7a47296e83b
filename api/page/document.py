"""A document as its page shows it: clause by clause, what was read from each, and what gave nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg.model import Clause, Provision, Quote, Reading
from kg.network import AMENDS, CITES, ENDS

HEADINGS = frozenset({"part", "chapter", "section", "heading", "title"})
QUIET = HEADINGS | {"salutation", "signature", "note"}  # pieces that say nothing to be read
RELATIONS = (
    (CITES, "引用的文件", "引用本文件的文件"),
    (AMENDS, "修改的文件", "修改本文件的文件"),
    (ENDS, "废止或者取代的文件", "废止或者取代本文件的文件"),
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause's own words, without those of the clauses inside it; `anchor` is "" for a locator seen before."""

    clause: Clause
    anchor: str
    text: str
    provisions: tuple[Provision, ...]
    silent: tuple[Quote, ...]

    @property
    def heading(self) -> bool:
        """Whether it only heads what follows."""
        return self.clause.kind in HEADINGS and not self.provisions

    @property
    def quiet(self) -> bool:
        """Whether nothing is missed where nothing was read."""
        return self.clause.kind in QUIET


def passages(reading: Reading) -> Iterator[Passage]:
    """Every clause with words of its own, in the order of the text."""
    inside: dict[str, list[Clause]] = defaultdict(list)
    for clause in reading.clauses:
        if clause.parent:
            inside[clause.parent].append(clause)
    read: dict[str, list[Provision]] = defaultdict(list)
    for provision in reading.provisions:
        read[provision.clause].append(provision)
    seen: set[str] = set()
    for clause in reading.clauses:
        end = min((c.start for c in inside[clause.id]), default=clause.end)
        text = reading.document.text[clause.start : end].strip()
        if text or read[clause.id]:
            silent = tuple(q for q in reading.silent if clause.start <= q.start < end)
            anchor = "" if clause.locator in seen else clause.locator
            yield Passage(clause, anchor, text, tuple(read[clause.id]), silent)
            seen.add(clause.locator)


def relations(network: nx.MultiDiGraph[str], name: str) -> list[tuple[str, list[dict[str, Any]]]]:
    """What the document cites, amends, ends, and what does so to it; only the kinds that there are."""
    found = []
    for kind, outwards, inwards in RELATIONS:
        found.append((outwards, _others(network, name, kind, incoming=False)))
        found.append((inwards, _others(network, name, kind, incoming=True)))
    return [(title, rows) for title, rows in found if rows]


def _others(network: nx.MultiDiGraph[str], name: str, kind: str, incoming: bool) -> list[dict[str, Any]]:
    if name not in network:
        return []
    edges = network.in_edges(name, keys=True) if incoming else network.out_edges(name, keys=True)
    others = sorted({(a if incoming else b) for a, b, key in edges if key == kind})
    return [{"name": other, **network.nodes[other]} for other in others]
