"""Documents, provisions, agencies and coverage; documents in and out for those who manage them."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, File, Header, Query, Request, Response, UploadFile

from api.coverage import Question, who_covers
from api.deps import InLibrary
from api.export.provisions import provision_row
from api.paging import Limit, Offset, paged
from api.problems import Problem
from api.routes.checking import upload_bytes
from api.schemas import AgencyOut, DocumentOut, DutyOut
from api.security import Manager, Reader
from kg.model import Reading

router = APIRouter(tags=["现行规定"])
Day = Annotated[date | None, Query(description="以哪一天为准，默认今天")]
Region = Annotated[str | None, Query(pattern=r"^\d{6}$", description="行政区划代码")]
Word = Annotated[str, Query(max_length=60)]


@router.get("/documents", summary="文件目录")
def documents(
    library: InLibrary, user: Reader, request: Request, response: Response, limit: Limit = 100, offset: Offset = 0
) -> list[DocumentOut]:
    """Every document kept, in order of name."""
    found = sorted(library.corpus.readings, key=lambda r: r.document.name)
    return [document_out(r) for r in paged(found, request, response, limit, offset)]


@router.post("/documents", summary="加入一份现行文件", status_code=201)
def add_document(
    library: InLibrary, user: Manager, file: Annotated[UploadFile, File(description="文件")]
) -> DocumentOut:
    """Read and keep a document; one of the same name is replaced."""
    name = (file.filename or "").replace("\\", "/").rsplit("/", 1)[-1]
    if not name or name.startswith("."):
        raise Problem(422, "文件名不能为空，也不能以点开头。")
    return document_out(library.add(name, upload_bytes(file)))


@router.get("/documents/{name}", summary="一份文件")
def document(
    name: str, library: InLibrary, user: Reader, response: Response, if_none_match: Annotated[str, Header()] = ""
) -> Any:
    """What a document says of itself; `ETag` is the digest of its original."""
    reading = _reading(library, name)
    tag = f'"{reading.document.sha256}"'
    if tag in if_none_match:
        return Response(status_code=304, headers={"ETag": tag})
    response.headers["ETag"] = tag
    return document_out(reading)


@router.delete("/documents/{name}", summary="移出一份文件", status_code=204)
def remove_document(name: str, library: InLibrary, user: Manager) -> Response:
    """Out of what is in force; the original stays."""
    _reading(library, name)
    library.withdraw(name)
    return Response(status_code=204)


@router.get("/documents/{name}/text", summary="一份文件的全文")
def text(name: str, library: InLibrary, user: Reader) -> Response:
    """The text that offsets point into."""
    reading = _reading(library, name)
    return Response(reading.document.text, media_type="text/plain", headers={"ETag": f'"{reading.document.sha256}"'})


@router.get("/documents/{name}/provisions", summary="一份文件读出的规定")
def provisions(
    name: str,
    library: InLibrary,
    user: Reader,
    request: Request,
    response: Response,
    limit: Limit = 1000,
    offset: Offset = 0,
) -> list[dict[str, Any]]:
    """What was read from one document."""
    found = paged(_reading(library, name).provisions, request, response, limit, offset)
    return [provision_row(p) for p in found]


@router.get("/documents/{name}/silent", summary="一份文件中没有读出内容的句子")
def silent(name: str, library: InLibrary, user: Reader) -> list[dict[str, Any]]:
    """Sentences with 应当, 不得, 负责 that gave nothing."""
    return [{"start": q.start, "end": q.end, "quote": q.text} for q in _reading(library, name).silent]


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
    request: Request,
    response: Response,
    agency: Word = "",
    group: Word = "",
    aid: Word = "",
    function: Word = "",
    role: Word = "",
    document: Word = "",
    at: Day = None,
    region: Region = None,
    limit: Limit = 200,
    offset: Offset = 0,
) -> list[DutyOut]:
    """Duties in force that answer the question, with clauses."""
    index = library.index(at or date.today(), region)
    found = [a for a in who_covers(index, Question(agency, group, aid, function, role)) if document in ("", a.document)]
    rows = paged(found, request, response, limit, offset)
    return [DutyOut(**(asdict(a) | {"groups": [list(g) for g in a.groups]})) for a in rows]


def _reading(library: InLibrary, name: str) -> Reading:
    reading = library.reading(name)
    if reading is None:
        raise Problem(404, f"没有名为“{name}”的文件。")
    return reading


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
