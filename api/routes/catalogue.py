"""Documents, provisions, agencies and coverage; documents in and out for those who manage them."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, File, Header, Query, Request, Response, UploadFile
from fastapi.responses import PlainTextResponse

from api.coverage import Question, id_of, who_covers
from api.deps import Day, InLibrary, Region
from api.export.provisions import provision_row
from api.journal import InJournal
from api.paging import Limit, Offset, paged
from api.problems import Problem, may_answer
from api.routes.checking import document_name, upload_bytes
from api.schemas import AgencyOut, DocumentOut, DutyOut
from api.security import Manager, Reader
from api.shelf import reader_version
from kg.model import Reading

router = APIRouter(tags=["现行规定"])
UNCHANGED: dict[int | str, dict[str, Any]] = {304: {"description": "与 If-None-Match 所列版本相同，不再发送"}}


@router.get("/documents", summary="文件目录")
def documents(
    library: InLibrary, user: Reader, request: Request, response: Response, limit: Limit = 100, offset: Offset = 0
) -> list[DocumentOut]:
    """Every document kept, in order of name."""
    found = sorted(library.corpus.readings, key=lambda r: r.document.name)
    return [document_out(r) for r in paged(found, request, response, limit, offset)]


@router.post("/documents", summary="加入一份现行文件", status_code=201)
def add_document(
    library: InLibrary, user: Manager, journal: InJournal, file: Annotated[UploadFile, File(description="文件")]
) -> DocumentOut:
    """Read and keep a document; one of the same name is replaced."""
    name = document_name(file)
    added = document_out(library.add(name, upload_bytes(file)))
    journal.note(user.name, "add-document", name)
    return added


@router.get("/documents/{name}", summary="一份文件", response_model=DocumentOut, responses=UNCHANGED)
def document(
    name: str, library: InLibrary, user: Reader, response: Response, if_none_match: Annotated[str, Header()] = ""
) -> Response | DocumentOut:
    """What a document says of itself; `ETag` changes with its original and with the reader."""
    reading = _reading(library, name)
    if same := _unchanged(reading, response, if_none_match):
        return same
    return document_out(reading)


@router.delete("/documents/{name}", summary="移出一份文件", status_code=204)
def remove_document(name: str, library: InLibrary, user: Manager, journal: InJournal) -> Response:
    """Out of what is in force; the original stays."""
    _reading(library, name)
    library.withdraw(name)
    journal.note(user.name, "remove-document", name)
    return Response(status_code=204)


@router.get("/documents/{name}/text", summary="一份文件的全文", response_class=PlainTextResponse, responses=UNCHANGED)
def text(name: str, library: InLibrary, user: Reader, if_none_match: Annotated[str, Header()] = "") -> Response:
    """The text that offsets point into."""
    reading = _reading(library, name)
    answer = PlainTextResponse(reading.document.text)
    return _unchanged(reading, answer, if_none_match) or answer


@router.get(
    "/documents/{name}/provisions",
    summary="一份文件读出的规定",
    response_model=list[dict[str, Any]],
    responses=UNCHANGED,
)
def provisions(
    name: str,
    library: InLibrary,
    user: Reader,
    request: Request,
    response: Response,
    limit: Limit = 1000,
    offset: Offset = 0,
    if_none_match: Annotated[str, Header()] = "",
) -> Response | list[dict[str, Any]]:
    """What was read from one document."""
    reading = _reading(library, name)
    if same := _unchanged(reading, response, if_none_match):
        return same
    return [provision_row(p) for p in paged(reading.provisions, request, response, limit, offset)]


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


@router.get("/coverage", summary="哪个部门以什么角色为哪类对象提供什么救助", responses=may_answer(404))
def coverage(
    library: InLibrary,
    user: Reader,
    request: Request,
    response: Response,
    agency: Annotated[str, Query(max_length=60, description="部门的编号或名称", examples=["民政部门"])] = "",
    group: Annotated[
        str, Query(max_length=60, description="对象的编号或名称，含其上位、下位对象", examples=["特困人员"])
    ] = "",
    aid: Annotated[str, Query(max_length=60, description="救助的编号或名称，含其下位种类", examples=["医疗救助"])] = "",
    function: Annotated[str, Query(max_length=60, description="职能的编号或名称", examples=["资金支付"])] = "",
    role: Annotated[str, Query(max_length=60, description="角色的编号或名称", examples=["lead"])] = "",
    document: Annotated[str, Query(max_length=300, description="文件名")] = "",
    at: Day = None,
    region: Region = None,
    limit: Limit = 200,
    offset: Offset = 0,
) -> list[DutyOut]:
    """Duties in force that answer the question, with clauses."""
    asked = {"agency": agency, "group": group, "aid": aid, "function": function, "role": role}
    question = Question(**{k: id_of(library.vocabulary, k, v) for k, v in asked.items()}, document=document)
    if document:
        _reading(library, document)
    found = list(who_covers(library.index(at or date.today(), region), question))
    rows = paged(found, request, response, limit, offset)
    return [DutyOut(**(asdict(a) | {"groups": [list(g) for g in a.groups]})) for a in rows]


def _unchanged(reading: Reading, response: Response, known: str) -> Response | None:
    """304 for a client that has this version already; else None, with the tag put on `response`."""
    tag = f'"{reading.document.sha256[:32]}-{reader_version()}"'
    response.headers["ETag"] = tag
    tags = {t.strip().removeprefix("W/") for t in known.split(",")}
    return Response(status_code=304, headers={"ETag": tag}) if tags & {tag, "*"} else None


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
