"""Check a draft; audit what is in force."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, UploadFile

from api.deps import Day, InLibrary, Region
from api.export.report import report_dict
from api.problems import Problem
from api.schemas import DraftText, ReportOut
from api.security import Drafter, Reader
from ingest.readers.archived import entries
from ingest.readers.source import MAX_BYTES, READERS, open_bytes

router = APIRouter(tags=["审查"])
MOST_NAME = 200  # bytes; a file system takes 255, some of which writing beside it needs


@router.post("/check", summary="审查一份草案（文本）", response_model=ReportOut)
def check_text(draft: DraftText, library: InLibrary, user: Drafter) -> dict[str, Any]:
    """Findings on a pasted draft."""
    return report_dict(library.check(open_bytes(draft.name, draft.text.encode()), draft.at, draft.region))


@router.post("/check/file", summary="审查一份草案（文件）", response_model=ReportOut)
def check_file(
    library: InLibrary,
    user: Drafter,
    file: Annotated[UploadFile, File(description="草案文件")],
    at: Annotated[date | None, Form(description="以哪一天的现行规定为准")] = None,
    region: Annotated[str | None, Form(pattern=r"^(\d{6})?$", description="行政区划代码")] = None,
) -> dict[str, Any]:
    """Findings on an uploaded draft."""
    source = open_bytes(document_name(file), upload_bytes(file))
    return report_dict(library.check(source, at, region or None))


@router.get("/audit", summary="检查现行文件", response_model=ReportOut, response_model_exclude_none=True)
def audit(library: InLibrary, user: Reader, at: Day = None, region: Region = None) -> dict[str, Any]:
    """Findings among the documents in force."""
    return report_dict(library.audit(at, region))


def upload_bytes(file: UploadFile) -> bytes:
    """The bytes of an upload; raises Problem 413 above the limit without reading the rest."""
    data = file.file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Problem(413, f"{file.filename}：文件超过 {MAX_BYTES // 1048576} MB 的上限。请拆分后分别上传。")
    return data


def document_name(file: UploadFile) -> str:
    """The last part of an upload's name. Raises Problem 422 for one that no document should have."""
    return _fit((file.filename or "").replace("\\", "/").rsplit("/", 1)[-1])


def documents_of(file: UploadFile) -> list[tuple[str, bytes]]:
    """(name, bytes) of an upload: itself, or the documents of a .zip. Raises UnreadableDocument, Problem 422."""
    name, data = document_name(file), upload_bytes(file)
    if not name.lower().endswith(".zip"):
        return [(name, data)]
    return [(_fit(inside), held) for inside, held in entries(name, data, frozenset(READERS))]


def _fit(name: str) -> str:
    if not name or name.startswith(".") or not name.isprintable() or len(name.encode()) > MOST_NAME:
        raise Problem(422, f"文件名应为 1 至 {MOST_NAME} 字节的可见字符，不能以点开头。请改名后重新上传。")
    return name
