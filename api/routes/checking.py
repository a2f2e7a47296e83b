"""Check a draft; audit what is in force."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, UploadFile

from api.deps import InLibrary
from api.export.report import report_dict
from api.problems import Problem
from api.schemas import DraftText, ReportOut
from api.security import Drafter, Reader
from ingest.readers.source import MAX_BYTES, open_bytes

router = APIRouter()


@router.post("/check", summary="审查一份草案（文本）", response_model=ReportOut)
def check_text(draft: DraftText, library: InLibrary, user: Drafter) -> dict[str, Any]:
    """Findings on a pasted draft."""
    return report_dict(library.check(open_bytes(draft.name, draft.text.encode()), draft.at, draft.region))


@router.post("/check/file", summary="审查一份草案（文件）", response_model=ReportOut)
def check_file(
    library: InLibrary,
    user: Drafter,
    file: Annotated[UploadFile, File(description="草案文件")],
    at: Annotated[date | None, Form()] = None,
    region: Annotated[str | None, Form()] = None,
) -> dict[str, Any]:
    """Findings on an uploaded draft."""
    source = open_bytes(file.filename or "草案.txt", upload_bytes(file))
    return report_dict(library.check(source, at, region or None))


@router.get("/audit", summary="检查现行文件", response_model=ReportOut, response_model_exclude_none=True)
def audit(library: InLibrary, user: Reader, at: date | None = None, region: str | None = None) -> dict[str, Any]:
    """Findings among the documents in force."""
    return report_dict(library.audit(at, region))


def upload_bytes(file: UploadFile) -> bytes:
    """The bytes of an upload; raises Problem 413 above the limit without reading the rest."""
    data = file.file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Problem(413, f"{file.filename}：文件超过 {MAX_BYTES // 1048576} MB 的上限。请拆分后分别上传。")
    return data
