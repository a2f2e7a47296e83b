"""文件库: what is in force on a day, the timeline, a document with what was read from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, File, Form, Query, Request, Response, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from api.deps import InLibrary
from api.export.text import groups_text, parameter_text
from api.journal import InJournal
from api.page.document import passages, relations
from api.page.render import page, region_choices
from api.page.timeline import Span, timeline_svg
from api.problems import Problem
from api.routes.checking import documents_of
from api.security import Manager, Reader
from kg.coverage import CoverageIndex
from kg.errors import UnreadableDocument
from kg.model import Document, Period, Reading
from kg.naming import called, cited
from kg.network import act_network
from kg.regions import Place, RegionTree
from ontology.acts import load_acts

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
PHASES = {"live": "现行", "coming": "尚未施行", "past": "已经失效"}
DRAWN = 60  # documents shown in the timeline


@dataclass(frozen=True, slots=True)
class Shelved:
    """A document with when it is in force, as of the day asked, and how much was read from it."""

    document: Document
    period: Period
    phase: str
    provisions: int


@router.get("/documents")
def documents(
    request: Request,
    library: InLibrary,
    user: Reader,
    at: date | None = None,
    phase: Annotated[str, Query(pattern="^(live|coming|past)?$")] = "",
    region: Annotated[str, Query(pattern=r"^(\d{6})?$")] = "",
    error: str = "",
    done: str = "",
) -> HTMLResponse:
    """Documents by the day they took effect, and the same as a timeline."""
    day = at or date.today()
    readings, index = library.corpus.readings, library.index(day, None)
    rows = [_shelved(r, index) for r in readings if not region or _applies(r.document, region)]
    counts = {name: sum(r.phase == name for r in rows) for name in PHASES}
    rows = sorted((r for r in rows if not phase or r.phase == phase), key=_age, reverse=True)
    more: dict[str, Any] = {
        "rows": rows,
        "counts": counts,
        "at": day,
        "phase": phase,
        "phases": PHASES,
        "region": region,
        "regions": region_choices(r.document.region for r in readings),
        "cited": cited,
        "timeline": timeline_svg(_spans(rows[:DRAWN]), day, "文件施行时间"),
        "left_out": max(0, len(rows) - DRAWN),
        "failures": library.corpus.failures,
        "error": error,
        "done": done,
    }
    return page(request, "documents", library, **more)


@router.post("/documents")
def added(
    library: InLibrary, user: Manager, journal: InJournal, files: Annotated[list[UploadFile], File(max_length=1000)]
) -> Response:
    """Documents, or a .zip of them, into the library; what could not be read is said."""
    try:
        found = [document for file in files for document in documents_of(file)]
    except UnreadableDocument as error:
        return _back(error=str(error))
    read = library.add_all(found)
    journal.note(user.name, "add-documents", f"{len(read.readings)}")
    failed = "；".join(reason for _, reason in read.failures)
    return _back(done=f"已加入 {len(read.readings)} 份文件。" if read.readings else "", error=failed)


@router.post("/documents/withdraw")
def withdrawn(library: InLibrary, user: Manager, journal: InJournal, name: Annotated[str, Form()]) -> Response:
    """Out of what is in force; the original stays."""
    library.withdraw(name)
    journal.note(user.name, "remove-document", name)
    return _back(done=f"已移出《{name}》，原件仍然保留。")


def _back(**said: str) -> Response:
    told = "&".join(f"{name}={quote(text)}" for name, text in said.items() if text)
    return RedirectResponse(f"/documents?{told}", status_code=303)


@router.get("/documents/{name:path}")
def document(name: str, request: Request, library: InLibrary, user: Reader, at: date | None = None) -> HTMLResponse:
    """One document: its clauses, what was read, what gave nothing, what it cites, amends and ends, and the reverse."""
    reading = library.reading(name)
    if reading is None:
        raise Problem(404, f"文件库中没有名为“{name}”的文件。请核对名称，或者从文件库的列表中打开。")
    index = library.index(at or date.today(), None)
    act = load_acts().titled(reading.document.title, number=reading.document.number)
    more: dict[str, Any] = {
        "reading": reading,
        "shelved": _shelved(reading, index),
        "phases": PHASES,
        "ended_by": index.ended_by(reading.document),
        "versions": act.versions if act else (),
        "passages": list(passages(reading)),
        "relations": relations(act_network(index), name),
        "cited": cited,
        "groups": lambda g: groups_text(g, library.vocabulary),
        "parameter": lambda p: parameter_text(p, library.vocabulary),
    }
    return page(request, "document", library, **more)


def _shelved(reading: Reading, index: CoverageIndex) -> Shelved:
    period = index.in_force(reading.document)
    phase = Span("", period.start, period.end).phase(index.at)
    return Shelved(reading.document, period, phase, len(reading.provisions))


def _applies(document: Document, region: str) -> bool:
    """Whether it applies in the region: national, of a region around it, its own, or of a place inside it."""
    return document.region is None or RegionTree().relation(document.region, region) is not Place.APART


def _age(row: Shelved) -> tuple[date, str]:
    return (row.period.start or date.min, row.document.name)


def _spans(rows: Iterable[Shelved]) -> list[Span]:
    return [Span(called(r.document), r.period.start, r.period.end, f"/documents/{r.document.name}") for r in rows]
