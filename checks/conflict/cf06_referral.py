"""部门之间互相推转，形成循环。

A sends people to B, and B sends the same people back to A (or each waits for the other's list): nobody serves them.
Circles are looked for in the graph of who refers to whom; a chain with an end is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import networkx as nx

from checks.base import Check, Hit, Outcome, Route, Severity, Slot
from checks.compare.hits import at_place, clip, places
from checks.compare.referrals import Referral, referrals
from checks.compare.topics import related
from kg.coverage import CoverageIndex
from kg.standing import Standing

_LONGEST = 4


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Every circle of referrals about one matter that the draft takes part in (in an audit: any)."""
    graph = _graph(index)
    for circle in nx.simple_cycles(graph, length_bound=_LONGEST):
        steps = [graph[a][b]["edges"] for a, b in zip(circle, [*circle[1:], circle[0]], strict=True)]
        for edges in product(*steps):
            if _one_matter(index, edges) and _concerns_draft(index, edges):
                yield _hit(index, edges)
                break


def _graph(index: CoverageIndex) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    for reading in index.readings:
        for edge in referrals(index, reading):
            if graph.has_edge(edge.source, edge.target):
                graph[edge.source][edge.target]["edges"].append(edge)
            else:
                graph.add_edge(edge.source, edge.target, edges=[edge])
    return graph


def _one_matter(index: CoverageIndex, edges: tuple[Referral, ...]) -> bool:
    """All steps of one manner, of documents that bind the same people, about the same thing."""
    if len({e.waits for e in edges}) > 1:
        return False
    for a, b in zip(edges, (*edges[1:], edges[0]), strict=True):
        first, second = index.documents[a.norm.document], index.documents[b.norm.document]
        if first is not second and index.relation(first, second) is Standing.ELSEWHERE:
            return False
        alike = any(related(index, x, y) for x in a.aid for y in b.aid)
        if len(a.words & b.words) < (2 if alike else 4):
            return False
    return True


def _concerns_draft(index: CoverageIndex, edges: tuple[Referral, ...]) -> bool:
    return index.draft is None or any(index.is_draft(e.norm.document) for e in edges)


def _hit(index: CoverageIndex, edges: tuple[Referral, ...]) -> Hit:
    edges = tuple(sorted(edges, key=lambda e: (not index.is_draft(e.norm.document), e.norm.document, e.norm.start)))
    name = index.vocabulary.label
    steps = "；".join(
        f"{at_place(index, e.norm)}“{clip(e.norm.text, 36)}”（{name('agency', e.source)}→{name('agency', e.target)}）"
        for e in edges
    )
    agencies = tuple(dict.fromkeys(a for e in edges for a in (e.source, e.target)))
    manner = "互相等待对方的结果" if edges[0].waits else "互相推转"
    return Hit(
        tuple(i for e in edges for i in e.norm.ids),
        f"{'与'.join(name('agency', a) for a in agencies)}就同一事项{manner}，没有部门最终办理：{steps}。",
        places(index, [e.norm for e in edges]),
        same=(Slot("matter", "、".join(sorted({a for e in edges for a in e.aid}))),),
        differs=tuple(Slot("target", a=name("agency", e.source), b=name("agency", e.target)) for e in edges),
        agencies=agencies,
        aid=tuple(sorted({a for e in edges for a in e.aid})),
    )


CHECK = Check(
    "CF06",
    "conflict.referral",
    "conflict",
    "referral",
    "部门之间循环推转",
    Severity.ERROR,
    "互相推转或者互相以对方结果为前提的，符合条件的群众最终无人受理。",
    "明确由其中一个部门最终受理和办理，另一个部门提供信息或者协助。",
    Route.CONSULTATION,
    find,
)
