"""部门职责: who does how much and works with whom; one agency through time."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.agency import LEVELS, held, moves, sections
from api.deps import InLibrary
from api.export.text import groups_text
from api.page.network import HOW, network_svg, ties
from api.page.render import page
from api.page.timeline import Span, timeline_svg
from api.problems import Problem
from api.security import Reader
from kg.naming import cited
from kg.network import agency_network
from ontology.vocabulary import Vocabulary

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
ROLES = ("lead", "joint", "assist", "participate", "delegate", "recipient")


@router.get("/agencies")
def agencies(request: Request, library: InLibrary, user: Reader, at: date | None = None) -> HTMLResponse:
    """Agencies with the number of duties by role, and a picture of who works with whom."""
    day = at or date.today()
    index = library.index(day, None)
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for provision in index.provisions:
        for agency_, role in {(a.agency, str(a.role)) for a in provision.actors}:
            counts[agency_][role] += 1
    found = ties(agency_network(index))
    more: dict[str, Any] = {
        "rows": sorted(counts.items(), key=lambda row: (-sum(row[1].values()), row[0])),
        "roles": ROLES,
        "at": day,
        "ties": found,
        "how": HOW,
        "picture": network_svg(found, library.vocabulary),
    }
    return page(request, "agencies", library, **more)


@router.get("/agencies/{line}")
def agency(line: str, request: Request, library: InLibrary, user: Reader, at: date | None = None) -> HTMLResponse:
    """One agency through time, what it is made by the documents, and whom it works with."""
    if line not in library.vocabulary.of("agency"):
        raise Problem(404, f"词表里没有“{line}”这个部门。")
    day = at or date.today()
    index = library.index(day, None)
    all_held, found = held(line, index), ties(agency_network(index), line)
    more: dict[str, Any] = {
        "line": line,
        "at": day,
        "bodies": library.vocabulary.bodies(line),
        "levels": LEVELS,
        "history": _history(line, day, library.vocabulary),
        "moves": moves(line, day, library.vocabulary),
        "sections": sections(all_held),
        "others": [h for h in all_held if h.phase != "live"],
        "ties": found,
        "how": HOW,
        "picture": network_svg(found, library.vocabulary),
        "groups": lambda g: groups_text(g, library.vocabulary),
        "cited": cited,
    }
    return page(request, "agency", library, **more)


def _history(line: str, day: date, vocabulary: Vocabulary) -> str:
    """The agency's bodies level by level as bars."""
    bodies = sorted(vocabulary.bodies(line), key=lambda b: (list(LEVELS).index(b.level), b.start or date.min))
    spans = [Span(f"{LEVELS[b.level]}　{b.names[0]}", b.start, b.end) for b in bodies]
    return timeline_svg(spans, day, f"{vocabulary.label('agency', line)}的机构沿革")
