"""部门之间互相推转，形成循环。

A sends people to B, and B sends the same people back to A (or hands the same matter back, leaves the same costs to
the other's purse, or each waits for the other's list or result): nobody serves them. Circles are looked for in the
graph of who refers to whom; a chain with an end is none, nor are two norms that hand over people whom unlike events
befell (灾害 to one body, 意外 to the other): that is how they are dealt out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

import networkx as nx

from checks.base import Check, Hit, Outcome, Route, Severity, Slot
from checks.compare.bodies.back_and_forth import Pair, back_and_forth, there_and_back_again
from checks.compare.bodies.deferrals import Deferral, circles
from checks.compare.bodies.doors import Door, there_and_back
from checks.compare.bodies.holds import Turn
from checks.compare.bodies.prerequisites import Prerequisite, prerequisites
from checks.compare.bodies.referrals import Referral, referrals
from checks.compare.bodies.turns import each_for_the_other
from checks.compare.ground.agencies import agencies_in
from checks.compare.ground.norms import Norm
from checks.compare.ground.occasions import events_apart
from checks.compare.ground.topics import related
from checks.compare.outcome.hits import at_place, clip, places
from checks.places import document_pairs
from kg.coverage import CoverageIndex
from kg.standing import Standing

_LONGEST = 4


def find(index: CoverageIndex) -> Iterator[Outcome]:
    """Every circle of referrals about one matter that the draft takes part in (in an audit: any)."""
    graph = _graph(index)
    told: set[frozenset[tuple[str, int]]] = set()
    for circle in nx.simple_cycles(graph, length_bound=_LONGEST):
        steps = [graph[a][b]["edges"] for a, b in zip(circle, [*circle[1:], circle[0]], strict=True)]
        for edges in product(*steps):
            if _one_matter(index, edges) and _concerns(index, [e.norm.document for e in edges]):
                told.add(_where(e.norm for e in edges))
                yield _hit(index, edges)
                break
    for a, b in _left_to_each_other(index):
        yield _hit_of_deferrals(index, a, b)
    for pair in back_and_forth(index):
        if _is_new(index, pair.norms[:2], told):
            yield _hit_of_pair(index, pair)
    for one, other in there_and_back(index):
        if _is_new(index, (one.norm, other.norm), told):
            yield _hit_of_doors(index, one, other)
    for first, second in each_for_the_other(index):
        if _is_new(index, (first.norm, second.norm), told):
            yield _hit_of_turns(index, first, second)
    for waiting in _waiting(index):
        if _is_new(index, tuple(s.norm for s in waiting), told):
            yield _hit_of_steps(index, waiting)
    for pair in there_and_back_again(index):
        if _is_new(index, pair.norms[:2], told):
            yield _hit_of_pair(index, pair)


def _where(norms: Iterable[Norm]) -> frozenset[tuple[str, int]]:
    return frozenset((n.document, n.line[0]) for n in norms)


def _is_new(index: CoverageIndex, norms: tuple[Norm, ...], told: set[frozenset[tuple[str, int]]]) -> bool:
    """Whether places that bind the same people, the draft's among them, are not told yet; they count as told then."""
    documents, at = [n.document for n in norms], _where(norms)
    new = at not in told and _same_people(index, documents) and _concerns(index, documents)
    told |= {at} if new else set()
    return new


def _left_to_each_other(index: CoverageIndex) -> Iterator[tuple[Deferral, Deferral]]:
    for mine, other in document_pairs(index):
        if _same_people(index, [mine.document.name, other.document.name]):
            yield from circles(index, mine.document.name, other.document.name)


def _hit_of_deferrals(index: CoverageIndex, a: Deferral, b: Deferral) -> Hit:
    first, second = (f"{at_place(index, d.norm)}“{clip(d.norm.text, 36)}”" for d in (a, b))
    return Hit(
        (*a.norm.ids, *b.norm.ids),
        f"{a.what}由两份文件互相指引到对方，没有一处作出规定：{first}；{second}。",
        places(index, [a.norm, b.norm]),
        same=(Slot("matter", a.what),),
        differs=(Slot("document", a=a.title or a.kind, b=b.title or b.kind),),
        agencies=tuple(dict.fromkeys(x for d in (a, b) for _, _, x in agencies_in(d.norm.words))),
        aid=tuple(sorted(a.norm.aid | b.norm.aid)),
        suggestion="在其中一份文件中作出具体规定，另一份文件引用。",
    )


def _hit_of_pair(index: CoverageIndex, pair: Pair) -> Hit:
    norms, bodies = pair.norms, pair.bodies
    first, second = (f"{at_place(index, n)}“{clip(n.text, 40)}”" for n in norms[:2])
    return Hit(
        (pair.key, *norms[0].ids, *norms[1].ids),
        f"{first}与{second}{pair.manner}。",
        places(index, norms),
        same=(Slot("matter", "、".join(sorted(norms[0].aid | norms[1].aid))),),
        differs=(Slot("first", a=clip(norms[0].text), b=clip(norms[1].text)),),
        agencies=bodies or tuple(dict.fromkeys(a for n in norms for _, _, a in agencies_in(n.words))),
        aid=tuple(sorted(norms[0].aid | norms[1].aid)),
    )


def _hit_of_doors(index: CoverageIndex, a: Door, b: Door) -> Hit:
    name = index.vocabulary.label
    steps = "；".join(
        f"{at_place(index, d.norm)}“{clip(d.norm.text, 36)}”（先到{name('agency', d.target)}）" for d in (a, b)
    )
    return Hit(
        ("door", *a.norm.ids, *b.norm.ids),
        f"就同一事项互相要求先到对方办理，申请人无从办起：{steps}。",
        places(index, [a.norm, b.norm]),
        same=(Slot("matter", "、".join(sorted(a.norm.aid | b.norm.aid))),),
        differs=(Slot("target", a=name("agency", a.target), b=name("agency", b.target)),),
        agencies=(a.target, b.target),
        aid=tuple(sorted(a.norm.aid | b.norm.aid)),
        suggestion="取消其中一方的前置要求，由先受理的一方通过信息共享取得另一方的结果。",
    )


def _hit_of_turns(index: CoverageIndex, a: Turn, b: Turn) -> Hit:
    name = index.vocabulary.label
    steps = "；".join(
        f"{at_place(index, t.norm)}“{clip(t.norm.text, 36)}”（{name('agency', t.body)}等{name('agency', t.other)}）"
        for t in (a, b)
    )
    return Hit(
        ("turn", *a.norm.ids, *b.norm.ids),
        f"{name('agency', a.body)}与{name('agency', a.other)}各以对方先办为前提，没有一方先行办理：{steps}。",
        places(index, [a.norm, b.norm]),
        same=(Slot("matter", "、".join(sorted(a.norm.aid | b.norm.aid))),),
        differs=(Slot("first", a=name("agency", a.other), b=name("agency", b.other)),),
        agencies=(a.body, a.other),
        aid=tuple(sorted(a.norm.aid | b.norm.aid)),
        suggestion="明确由其中一方先行受理、接收，另一方的手续同步或者事后办理。",
    )


def _waiting(index: CoverageIndex) -> Iterator[tuple[Prerequisite, ...]]:
    """Circles of applications each of which wants the result of the next first, in texts for the same people."""
    found = [p for r in index.readings for p in prerequisites(index, r)]
    graph: nx.DiGraph[str] = nx.DiGraph()
    for a, b in product(found, found):
        if a.what != b.what and a.leads_to(b):
            graph.add_edge(a.what, b.what, step=a)
    for circle in nx.simple_cycles(graph, length_bound=_LONGEST):
        steps = tuple(graph[a][b]["step"] for a, b in zip(circle, [*circle[1:], circle[0]], strict=True))
        if _same_people(index, [s.norm.document for s in steps]):
            yield steps


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
        if not _same_people(index, [a.norm.document, b.norm.document]) or not a.fits(b):
            return False
        if events_apart(a.norm, b.norm):
            return False
        alike = any(related(index, x, y) for x in a.aid for y in b.aid)
        if len(a.words & b.words) < (2 if alike else 4):
            return False
    return True


def _same_people(index: CoverageIndex, documents: list[str]) -> bool:
    """Whether no two of the documents are of different places."""
    pairs = combinations([index.documents[d] for d in dict.fromkeys(documents)], 2)
    return all(index.relation(a, b) is not Standing.ELSEWHERE for a, b in pairs)


def _concerns(index: CoverageIndex, documents: list[str]) -> bool:
    return index.draft is None or any(map(index.is_draft, documents))


def _hit_of_steps(index: CoverageIndex, steps: tuple[Prerequisite, ...]) -> Hit:
    steps = tuple(sorted(steps, key=lambda s: (not index.is_draft(s.norm.document), s.norm.document, s.norm.start)))
    said = "；".join(f"{at_place(index, s.norm)}“{clip(s.norm.text, 36)}”" for s in steps)
    agencies = dict.fromkeys(a for s in steps for _, _, a in agencies_in(s.norm.words))
    return Hit(
        tuple(i for s in steps for i in s.norm.ids),
        f"申请{'、申请'.join(s.what for s in steps)}互相以对方结果为前提，申请人无从办起：{said}。",
        places(index, [s.norm for s in steps]),
        same=(Slot("matter", "、".join(s.what for s in steps)),),
        differs=tuple(Slot("first", a=s.what, b=s.first) for s in steps),
        agencies=tuple(agencies),
        aid=tuple(sorted({a for s in steps for a in s.norm.aid})),
        suggestion="取消其中一方的前置要求，由先受理的一方通过信息共享取得另一方的结果。",
    )


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
