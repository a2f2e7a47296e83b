"""文件库, 部门职责 and 检索: what is in force, who does what, and questions in SPARQL."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.coverage import Question, who_covers
from api.deps import InLibrary
from api.export.text import groups_text, parameter_text
from api.page.network import network_svg
from api.page.render import page
from api.problems import Problem
from api.querying import ask
from api.security import Reader
from kg.errors import PolicyError
from kg.naming import cited
from kg.network import CITES, ENDS, act_network
from kg.stored import query_names, stored_query

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
ROLES = ("lead", "joint", "assist", "participate", "delegate", "recipient")


@router.get("/documents")
def documents(request: Request, library: InLibrary, user: Reader, at: date | None = None) -> HTMLResponse:
    """Documents by the day they took effect, those in force marked."""
    day = at or date.today()
    index = library.index(day, None)
    rows = [(r.document, len(r.provisions), index.in_force(r.document).covers(day)) for r in library.corpus.readings]
    rows.sort(key=lambda row: (row[0].period.start or row[0].made or date.min, row[0].name), reverse=True)
    return page(request, "documents", library, rows=rows, at=day, cited=cited)


@router.get("/documents/{name}")
def document(name: str, request: Request, library: InLibrary, user: Reader) -> HTMLResponse:
    """One document: its text in clauses, what was read, what gave nothing, what it cites and ends."""
    reading = library.reading(name)
    if reading is None:
        raise Problem(404, f"没有名为“{name}”的文件。")
    network = act_network(library.index(date.today(), None))
    more: dict[str, Any] = {
        "reading": reading,
        "cited": cited,
        "groups": lambda g: groups_text(g, library.vocabulary),
        "parameter": lambda p: parameter_text(p, library.vocabulary),
        "cites": _linked(network, name, CITES, False),
        "cited_by": _linked(network, name, CITES, True),
        "ends": _linked(network, name, ENDS, False),
        "ended_by": _linked(network, name, ENDS, True),
    }
    return page(request, "document", library, **more)


@router.get("/agencies")
def agencies(request: Request, library: InLibrary, user: Reader, at: date | None = None) -> HTMLResponse:
    """Agencies with the number of duties by role, and a picture of who works with whom."""
    day = at or date.today()
    index = library.index(day, None)
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for duty in index.duties:
        counts[duty.agency][str(duty.role)] += 1
    rows = sorted(counts.items(), key=lambda row: -sum(row[1].values()))
    picture = network_svg(index)
    return page(request, "agencies", library, rows=rows, roles=ROLES, at=day, picture=picture)


@router.get("/agencies/{line}")
def agency(line: str, request: Request, library: InLibrary, user: Reader, at: date | None = None) -> HTMLResponse:
    """One agency through time, and its duties in force by role."""
    if line not in library.vocabulary.of("agency"):
        raise Problem(404, f"词表里没有“{line}”这个部门。")
    day = at or date.today()
    duties: dict[str, list[Any]] = defaultdict(list)
    for found in who_covers(library.index(day, None), Question(agency=line)):
        duties[found.role].append(found)
    moves = [t for level in ("central", "province", "county") for t in library.vocabulary.transfers(day, level)]
    moves = [t for t in moves if line in (t.origin, t.target)]
    more: dict[str, Any] = {"bodies": library.vocabulary.bodies(line), "moves": moves, "duties": duties, "roles": ROLES}
    more["groups"] = lambda g: groups_text(g, library.vocabulary)
    return page(request, "agency", library, line=line, at=day, **more)


@router.get("/search")
def search(request: Request, library: InLibrary, user: Reader, query: str = "", name: str = "") -> HTMLResponse:
    """SPARQL with ready-made questions."""
    stored = [stored_query(n) for n in query_names()]
    more: dict[str, Any] = {"stored": stored, "query": query, "name": name}
    try:
        if name and not query:
            more["query"] = query = stored_query(name).standalone()
        if query:
            result = ask(library, query, "text/csv, text/turtle;q=0.5")
            more |= _table(result.body.decode(), result.media_type)
    except PolicyError as error:
        more["error"] = str(error)
    return page(request, "search", library, **more)


def _table(text: str, media_type: str) -> dict[str, Any]:
    import csv
    from io import StringIO

    if media_type != "text/csv":
        return {"plain": text}
    rows = list(csv.reader(StringIO(text)))
    return {"heads": rows[0] if rows else [], "results": rows[1:2001], "total": max(0, len(rows) - 1)}


def _linked(network: Any, name: str, kind: str, incoming: bool) -> list[tuple[str, str, bool]]:
    if name not in network:
        return []
    edges = network.in_edges(name, keys=True) if incoming else network.out_edges(name, keys=True)
    others = sorted({(a if incoming else b) for a, b, key in edges if key == kind})
    return [(other, network.nodes[other]["title"], network.nodes[other]["known"]) for other in others]
