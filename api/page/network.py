"""A picture of who works with whom: layout by networkx, drawn as SVG, the same for the same documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import combinations

import networkx as nx

from checks.bodies import is_named
from kg.network import HELPED_BY, REPORTS_TO, WITH
from ontology.vocabulary import Vocabulary

CELL_WIDE, CELL_HIGH, MARGIN, MOST = 250, 150, 70, 40
LABEL_WIDE, LABEL_HIGH = 130, 40
IN_A_ROW = 3
HOW = {WITH: "会同", HELPED_BY: "由其协助、参与", REPORTS_TO: "监督"}


@dataclass(frozen=True, slots=True)
class Tie:
    """`lead` works with `partner` in this way, by so many clauses."""

    lead: str
    partner: str
    how: str
    count: int


def ties(network: nx.MultiDiGraph[str], line: str = "") -> tuple[Tie, ...]:
    """Who works with whom, most clauses first; only those of one agency where `line` names it."""
    found = (Tie(a, b, how, network[a][b][how]["count"]) for a, b, how in network.edges(keys=True) if a != b)
    kept = [t for t in found if is_named(t.lead) and is_named(t.partner) and (not line or line in (t.lead, t.partner))]
    return tuple(sorted(kept, key=lambda t: (-t.count, t.lead, t.partner, t.how)))


def network_svg(found: tuple[Tie, ...], vocabulary: Vocabulary) -> str:
    """Agencies as dots (size by partners) with links, cooperation as lines (width by clauses); "" for none."""
    graph: nx.Graph[str] = nx.Graph()
    for tie in found:
        weight = graph.get_edge_data(tie.lead, tie.partner, {"weight": 0})["weight"]
        graph.add_edge(tie.lead, tie.partner, weight=weight + tie.count)
    busiest = sorted(graph.degree(weight="weight"), key=lambda row: (-row[1], row[0]))[:MOST]
    graph = nx.Graph(graph.subgraph([node for node, _ in busiest]))
    graph.remove_nodes_from([n for n in list(graph) if not graph.degree(n)])
    if not graph:
        return ""
    places, width, height = _placed(graph)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    head = f'<svg class="picture network" {size} role="group" aria-label="部门协作关系图">'
    return head + "".join((*_lines(graph, places), *_dots(graph, places, vocabulary))) + "</svg>"


def _placed(graph: nx.Graph[str]) -> tuple[dict[str, tuple[float, float]], int, int]:
    """Each connected part laid out by itself, the parts beside each other, larger ones first, in rows."""
    places: dict[str, tuple[float, float]] = {}
    left = top = wide = row = 0
    limit = max(CELL_WIDE * 4, *(_size(len(part))[0] for part in nx.connected_components(graph)))
    for part in sorted(nx.connected_components(graph), key=lambda p: (-len(p), min(p))):
        across, down = _size(len(part))
        if left and left + across > limit:
            left, top, row = 0, top + row, 0
        spots = _spots(graph.subgraph(sorted(part)))
        for node, spot in spots.items():
            x = left + MARGIN + spot[0] * (across - 2 * MARGIN)
            places[node] = (round(x, 1), round(top + 44 + spot[1] * (down - 80), 1))
        places |= _parted({node: places[node] for node in sorted(part)})
        left, row, wide = left + across, max(row, down), max(wide, left + across)
    return places, wide, top + row


def _parted(places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Labels that would cover each other moved apart, up and down."""
    moved = dict(places)
    for _ in range(20):
        for a, b in combinations(moved, 2):
            (xa, ya), (xb, yb) = moved[a], moved[b]
            short = LABEL_HIGH - abs(ya - yb)
            if abs(xa - xb) < LABEL_WIDE and short > 0.5:
                up, down = (a, b) if (ya, a) <= (yb, b) else (b, a)
                moved[up] = (moved[up][0], max(36.0, round(moved[up][1] - short / 2, 1)))
                moved[down] = (moved[down][0], round(moved[down][1] + short / 2, 1))
    return moved


def _size(nodes: int) -> tuple[int, int]:
    if nodes <= IN_A_ROW:
        return CELL_WIDE * (nodes - 1) + 40, CELL_HIGH - 50
    side = round(nodes**0.5 + 0.4)
    return CELL_WIDE * min(side + 1, 5), CELL_HIGH * side


def _spots(part: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """Places in the square from 0 to 1: a few nodes in a row, the busiest in the middle; more by springs."""
    if len(part) <= IN_A_ROW:
        order = sorted(part, key=lambda node: (-part.degree(node), node))
        row = [*order[2::2], order[0], *order[1::2]]
        return {node: (number / (len(row) - 1), 0.5) for number, node in enumerate(row)}
    found = nx.spring_layout(part, seed=7, k=3 / len(part) ** 0.5, iterations=300, weight=None)
    low, high = (tuple(f(float(s[axis]) for s in found.values()) for axis in (0, 1)) for f in (min, max))
    wide, tall = (max(high[axis] - low[axis], 1e-6) for axis in (0, 1))
    return {node: ((float(s[0]) - low[0]) / wide, (float(s[1]) - low[1]) / tall) for node, s in found.items()}


def _lines(graph: nx.Graph[str], places: Mapping[str, tuple[float, float]]) -> Iterator[str]:
    for a, b in sorted(graph.edges()):
        (x1, y1), (x2, y2) = places[a], places[b]
        width = round(min(7, 0.6 + 0.7 * graph[a][b]["weight"] ** 0.5), 1)
        yield f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke-width="{width}"/>'


def _dots(graph: nx.Graph[str], places: Mapping[str, tuple[float, float]], vocabulary: Vocabulary) -> Iterator[str]:
    for node in sorted(graph):
        x, y = places[node]
        size = min(16, 5 + graph.degree(node))
        label = escape(vocabulary.label("agency", node))
        words = f'<text x="{x}" y="{y - size - 6}" text-anchor="middle">{label}</text>'
        yield f'<a href="/agencies/{node}"><circle cx="{x}" cy="{y}" r="{size}"/>{words}</a>'
