"""A picture of who works with whom: layout by networkx, drawn as SVG, the same for the same documents."""

from __future__ import annotations

from html import escape
from typing import Any

import networkx as nx

from kg.coverage import CoverageIndex
from kg.network import agency_network

WIDTH, HEIGHT, MARGIN, MOST = 960, 560, 70, 40


def network_svg(index: CoverageIndex) -> str:
    """Agencies as dots (size by links), cooperation as lines (width by how often)."""
    graph: nx.Graph[str] = nx.Graph()
    for a, b in agency_network(index).edges():
        if a != b:
            weight = graph.get_edge_data(a, b, {"weight": 0})["weight"]
            graph.add_edge(a, b, weight=weight + 1)
    busiest = sorted(graph.degree(weight="weight"), key=lambda row: (-row[1], row[0]))[:MOST]
    graph = nx.Graph(graph.subgraph([node for node, _ in busiest]))
    if not graph:
        return ""
    places = nx.spring_layout(graph, seed=7, k=2.2 / max(1, len(graph)) ** 0.5)
    parts = [_line(graph, places, a, b) for a, b in sorted(graph.edges())]
    label = index.vocabulary.label
    parts += [_dot(places[node], label("agency", node), graph.degree(node)) for node in sorted(graph)]
    head = f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="部门协作关系图" class="network">'
    return head + "".join(parts) + "</svg>"


def _xy(place: Any) -> tuple[float, float]:
    across, down = (float(part) + 1 for part in place)
    return round(MARGIN + across / 2 * (WIDTH - 2 * MARGIN), 1), round(MARGIN + down / 2 * (HEIGHT - 2 * MARGIN), 1)


def _line(graph: nx.Graph[str], places: dict[str, Any], a: str, b: str) -> str:
    (x1, y1), (x2, y2) = _xy(places[a]), _xy(places[b])
    width = min(6, graph[a][b]["weight"])
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke-width="{width}"/>'


def _dot(place: Any, label: str, degree: int) -> str:
    x, y = _xy(place)
    return f'<circle cx="{x}" cy="{y}" r="{min(16, 5 + degree)}"/><text x="{x}" y="{y - 18}">{escape(label)}</text>'
