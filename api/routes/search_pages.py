"""检索: ready-made questions in Chinese, and SPARQL of one's own."""

from __future__ import annotations

import csv
import re
from datetime import date
from io import StringIO
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from api.deps import InLibrary
from api.library import Library
from api.page.files import attachment
from api.page.render import page, region_name
from api.page.words import COLUMNS, PARAMETERS
from api.querying import ask
from api.security import Reader
from kg.errors import PolicyError
from kg.stored import StoredQuery, query_names, stored_query
from ontology.terms import KINDS

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
SHOWN = 500
ACCEPTED = "text/csv, text/turtle;q=0.5"
OPENING = "https://huishang.example/"


@router.get("/search")
def search(request: Request, library: InLibrary, user: Reader, query: str = "", name: str = "") -> HTMLResponse:
    """A ready-made question with its choices, or a query; the answer as a table."""
    stored = [stored_query(n) for n in query_names()]
    more: dict[str, Any] = {"stored": stored, "query": query, "name": name, "columns": COLUMNS, "shown": SHOWN}
    try:
        if name and not query:
            asked = stored_query(name)
            given = {p: v for p in asked.parameters if (v := request.query_params.get(p, "").strip())}
            more |= {"asked": asked, "given": given, "fields": _fields(asked, library)}
            more["lacking"] = [PARAMETERS.get(p, p) for p in asked.lacking(given)]
            more["query"] = asked.standalone(**given)
            query = "" if more["lacking"] else more["query"]
        if query and library.workspace is not None:
            result = ask(library, query, ACCEPTED)
            more |= _table(result.body.decode(), result.media_type, library)
    except PolicyError as error:
        more["error"] = str(error)
    return page(request, "search", library, **more)


@router.get("/search/answer.csv")
def search_saved(library: InLibrary, user: Reader, query: str) -> Response:
    """The whole answer for a spreadsheet."""
    return attachment(ask(library, query, ACCEPTED).body, "csv", "检索结果")


def _fields(asked: StoredQuery, library: Library) -> list[dict[str, Any]]:
    """What to choose for each parameter: terms of the vocabulary, documents, a date, or words."""
    made = []
    for name in asked.parameters:
        choices: list[tuple[str, str]] = []
        if name in KINDS:
            terms = library.vocabulary.of(name)
            choices = sorted(((t, library.vocabulary.label(name, t)) for t in terms), key=lambda row: row[1])
        elif name in ("draft", "document"):
            choices = [(r.document.name, r.document.name) for r in library.corpus.readings]
        kind = "date" if name == "at" else "text"
        value = date.today().isoformat() if name == "at" else ""
        said = {"name": name, "word": PARAMETERS.get(name, name), "needed": name in asked.needed}
        made.append(said | {"choices": choices, "kind": kind, "value": value})
    return made


def _table(text: str, media_type: str, library: Library) -> dict[str, Any]:
    if media_type != "text/csv":
        return {"plain": text}
    rows = list(csv.reader(StringIO(text)))
    results = [[_shown(value, library) for value in row] for row in rows[1 : SHOWN + 1]]
    return {"heads": rows[0] if rows else [], "results": results, "total": max(0, len(rows) - 1)}


def _shown(value: str, library: Library) -> dict[str, str]:
    """A value in words, with the page it leads to where there is one."""
    kind, _, id_ = value.removeprefix(OPENING).partition("/")
    if value.startswith(OPENING):
        if kind in KINDS and id_ in library.vocabulary.of(kind):
            link = f"/agencies/{id_}" if kind == "agency" else ""
            return {"text": library.vocabulary.label(kind, id_), "link": link}
        if case := re.fullmatch(r"case/(\d+)", id_):
            return {"text": f"第 {case[1]} 号", "link": f"/cases/{case[1]}"}
        if kind == "region":
            return {"text": region_name(id_), "link": ""}
    return {"text": value, "link": f"/documents/{value}" if library.reading(value) else ""}
