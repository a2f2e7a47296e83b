"""The base as networks: acts that cite and end each other, bodies that work together, trees of terms, topics.

Views for questions of reach (what stands on this act, who sits in the middle, what belongs together), made with
networkx; the comparisons themselves are the index's work.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

import networkx as nx

from kg.coverage import CoverageIndex
from kg.enums import Role
from kg.model import Citation, Document, Provision
from ontology.vocabulary import Vocabulary

CITES, AMENDS, ENDS = "cites", "amends", "ends"
AMENDING = re.compile(r"关于修改[《〈]?(?P<title>[^》〉]+?)[》〉]?(?:等\w{0,6})?的(?:决定|通知|公告)")
WITH, HELPED_BY, REPORTS_TO = "with", "helped-by", "reports-to"
PARTNERS = {
    Role.JOINT: WITH,
    Role.ASSIST: HELPED_BY,
    Role.PARTICIPATE: HELPED_BY,
    Role.DELEGATE: HELPED_BY,
    Role.RECIPIENT: REPORTS_TO,
}
Features = frozenset[str]


def act_network(index: CoverageIndex) -> nx.MultiDiGraph[str]:
    """Acts by name, and by title those only cited (`known` False); edges `cites` (with `count`), `amends`, `ends`."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for document in index.documents.values():
        graph.add_node(document.name, title=document.title or document.name, known=True)
    cited = Counter(
        (p.document, name)
        for reading in index.readings
        for p in reading.provisions
        for citation in p.citations
        for name in _meant(index, p, citation)
    )
    for (source, target), count in cited.items():
        if target not in graph:
            graph.add_node(target, title=target, known=False)
        graph.add_edge(source, target, CITES, count=count)
    for document in index.documents.values():
        if by := index.ended_by(document):
            graph.add_edge(by.name, document.name, ENDS, count=1)
        for name in _amended(index, document):
            graph.add_node(name, **(graph.nodes[name] if name in graph else {"title": name, "known": False}))
            graph.add_edge(document.name, name, AMENDS, count=1)
    return graph


def _amended(index: CoverageIndex, document: Document) -> Iterator[str]:
    """The documents that a decision on amendment changes, or the title where none of them is here."""
    if found := AMENDING.search(re.sub(r"\s+", "", document.title)):
        others = [d.name for d in index.force.called(found["title"]) if d.name != document.name]
        yield from others or [found["title"]]


def _meant(index: CoverageIndex, provision: Provision, citation: Citation) -> Iterator[str]:
    """The documents a citation means, or its title where none of them is here; nothing for the act itself."""
    if citation.title:
        found = [d.name for d in index.force.called(citation.title, citation.number)]
        yield from (name for name in found or [citation.title] if name != provision.document)


def agency_network(index: CoverageIndex) -> nx.MultiDiGraph[str]:
    """Bodies by id: a lead and those it works `with`, is `helped-by`, `reports-to`; `count` provisions each."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    found: Counter[tuple[str, str, str]] = Counter()
    for provision in index.provisions:
        graph.add_nodes_from(provision.agencies())
        for lead in provision.agencies(Role.LEAD):
            for actor in provision.actors:
                if actor.role in PARTNERS and actor.agency != lead:
                    found[lead, actor.agency, PARTNERS[actor.role]] += 1
    for (lead, partner, how), count in found.items():
        graph.add_edge(lead, partner, how, count=count)
    return graph


def term_tree(vocabulary: Vocabulary, kind: str) -> nx.DiGraph[str]:
    """Terms of one kind, an edge from each to what it is narrower than."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    terms = vocabulary.of(kind)
    graph.add_nodes_from(terms)
    graph.add_edges_from((t.id, broader) for t in terms.values() for broader in t.broader if broader in terms)
    return graph


def topics(items: Sequence[Features], seed: int = 7) -> tuple[tuple[int, ...], ...]:
    """Items that share features, gathered: positions by topic, larger topics first, each item in one topic.

    Two items hold together the more, the rarer what they share; a feature of nearly all of them says nothing.
    """
    graph: nx.Graph[int | str] = nx.Graph()
    graph.add_nodes_from(range(len(items)))
    spread = Counter(f for features in items for f in features)
    for position, features in enumerate(items):
        for feature in sorted(features):
            if spread[feature] > 1:
                graph.add_edge(position, feature, weight=log(1 + len(items) / spread[feature]))
    communities = nx.community.louvain_communities(graph, weight="weight", seed=seed)
    found = [tuple(sorted(n for n in members if isinstance(n, int))) for members in communities]
    return tuple(sorted((f for f in found if f), key=lambda f: (-len(f), f)))
