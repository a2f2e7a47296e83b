"""Documents, provisions, agencies and coverage."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.coverage import Question, who_covers
from api.deps import InLibrary
from api.export.provisions import provision_row
from api.problems import Problem
from api.schemas import AgencyOut, DocumentOut, DutyOut
from api.security import Reader
from kg.model import Reading

router = APIRouter()
Day = Annotated[date | None, Query(description="以哪一天为准，默认今天")]
Region = Annotated[str | None, Query(pattern=r"^\d{6}$", description="行政区划代码")]


@router.get("/documents", summary="文件目录")
def documents(library: InLibrary, user: Reader) -> list[DocumentOut]:
    """Every document kept."""
    return [document_out(r) for r in library.corpus.readings]


@router.get("/documents/{name}/provisions", summary="一份文件读出的规定")
def provisions(name: str, library: InLibrary, user: Reader) -> list[dict[str, Any]]:
    """What was read from one document."""
    reading = library.reading(name)
    if reading is None:
        raise Problem(404, f"没有名为“{name}”的文件。")
    return [provision_row(p) for p in reading.provisions]


@router.get("/agencies", summary="部门")
def agencies(library: InLibrary, user: Reader, at: Day = None, region: Region = None) -> list[AgencyOut]:
    """Agencies of the vocabulary, with their duties in force."""
    duties = Counter(d.agency for d in library.index(at or date.today(), region).duties)
    terms = library.vocabulary.of("agency").values()
    return [AgencyOut(id=t.id, label=t.label, duties=duties[t.id]) for t in terms]


@router.get("/coverage", summary="哪个部门以什么角色为哪类对象提供什么救助")
def coverage(
    library: InLibrary,
    user: Reader,
    agency: str = "",
    group: str = "",
    aid: str = "",
    function: str = "",
    role: str = "",
    at: Day = None,
    region: Region = None,
) -> list[DutyOut]:
    """Duties in force that answer the question, with clauses."""
    index = library.index(at or date.today(), region)
    found = who_covers(index, Question(agency, group, aid, function, role))
    return [DutyOut(**(asdict(a) | {"groups": [list(g) for g in a.groups]})) for a in found]


def document_out(reading: Reading) -> DocumentOut:
    """One row of the catalogue."""
    document = reading.document
    return DocumentOut(
        name=document.name,
        title=document.title,
        number=document.number,
        level=document.level,
        region=document.region,
        made=document.made,
        effective=document.period.start,
        expires=document.period.end,
        provisions=len(reading.provisions),
    )
