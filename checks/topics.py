"""Findings grouped into topics, so that fifty findings read as six.

Two findings belong together when they share a clause, or an aid type and an agency: they will be settled at one table.
A topic is a connected part of that graph; findings about a clause without aid or agency stand alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from checks.base import Finding
from ontology.vocabulary import Vocabulary

_EVERYWHERE = frozenset({"unresolved", "finance", "government", "township", "village", "leading-office"})


@dataclass(frozen=True, slots=True)
class Topic:
    """Findings that belong together, gravest first, under the aid and agencies most of them name."""

    name: str
    aid: tuple[str, ...]
    agencies: tuple[str, ...]
    findings: tuple[Finding, ...]


def topics(findings: Iterable[Finding], vocabulary: Vocabulary) -> tuple[Topic, ...]:
    """Topics in the order of their first finding."""
    order = {f.id: (i, f) for i, f in enumerate(findings)}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(order)
    pairs = combinations([f for _, f in order.values()], 2)
    graph.add_edges_from((a.id, b.id) for a, b in pairs if belong_together(a, b))
    groups = sorted(sorted(order[i][0] for i in part) for part in nx.connected_components(graph))
    listed = [f for _, f in order.values()]
    return tuple(_topic([listed[i] for i in part], vocabulary) for part in groups)


def belong_together(a: Finding, b: Finding) -> bool:
    """Whether two findings share a clause, or both an aid type and a body that is not party to everything."""
    if set(a.hit.about) & set(b.hit.about) - set(a.hit.aid):
        return True
    bodies = set(a.hit.agencies) & set(b.hit.agencies) - _EVERYWHERE
    return bool(bodies and set(a.hit.aid) & set(b.hit.aid))


def _topic(findings: list[Finding], vocabulary: Vocabulary) -> Topic:
    aid = _common(x for f in findings for x in f.hit.aid)
    agencies = _common(a for f in findings for a in f.hit.agencies if a not in _EVERYWHERE)
    words = [vocabulary.label("aid", a) for a in aid[:1]] + [vocabulary.label("agency", a) for a in agencies[:2]]
    return Topic("·".join(words) or findings[0].check.title, aid, agencies, tuple(findings))


def _common(values: Iterable[str]) -> tuple[str, ...]:
    """Values by how often they are named, first named first."""
    return tuple(value for value, _ in Counter(values).most_common())
