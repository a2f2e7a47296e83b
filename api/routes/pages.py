"""草案审查 and 覆盖矩阵, rendered on the server."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from api import drafts
from api.deps import InDatabase, InLibrary, Now
from api.export.annotate import commented
from api.export.formats import FORMATS, rendered, workbook
from api.export.report import summary_line
from api.marking import marked
from api.matrix import build_matrix
from api.page.render import page
from api.problems import Problem
from api.routes.checking import upload_bytes
from api.security import Drafter, Reader
from kg.errors import PolicyError
from kg.naming import cited

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA = {
    "json": "application/json",
    "sarif": "application/sarif+json",
    "html": "text/html",
    "markdown": "text/markdown",
    "csv": "text/csv",
    "turtle": "text/turtle",
    "junit": "application/xml",
}


@router.get("/")
def draft_form(request: Request, library: InLibrary, user: Drafter, session: InDatabase) -> HTMLResponse:
    """草案审查, empty, with the drafts checked before."""
    return page(request, "check", library, **_form(library), mine=drafts.mine(session, user))


@router.post("/")
def draft_checked(
    request: Request,
    library: InLibrary,
    user: Drafter,
    session: InDatabase,
    now: Now,
    text: Annotated[str, Form()] = "",
    file: Annotated[UploadFile | None, File()] = None,
    at: Annotated[str, Form()] = "",
    region: Annotated[str, Form()] = "",
) -> Response:
    """Check and show; what went wrong is said on the same page."""
    try:
        data = upload_bytes(file) if file is not None and file.filename else text.encode()
        name = file.filename if file is not None and file.filename else "草案.txt"
        day = date.fromisoformat(at) if at else None
        row = drafts.keep(session, user, library, name=name, data=data, at=day, region=region.strip() or None, now=now)
    except (PolicyError, ValueError) as error:
        message = str(error) if isinstance(error, PolicyError) else f"“{at}”不是日期。"
        more: dict[str, Any] = {"text": text, "at": at, "region": region, "error": message}
        return page(request, "check", library, **_form(library), **more, mine=drafts.mine(session, user))
    return RedirectResponse(f"/drafts/{row.id}", status_code=303)


@router.get("/drafts/{number}")
def draft_shown(number: int, request: Request, library: InLibrary, user: Drafter, session: InDatabase) -> HTMLResponse:
    """The marked text with its findings beside it."""
    row = drafts.load(session, user, number)
    report = drafts.again(row, library)
    assert report.draft is not None
    more: dict[str, Any] = {
        "draft": row,
        "report": report,
        "stretches": list(marked(report.draft.document, report.run.findings)),
        "title": lambda name: cited(report.index.documents[name]),
        "summary": summary_line(report),
        "versions": drafts.versions(session, row),
        "at": row.settings.get("at") or "",
        "region": row.settings.get("region") or "",
    }
    return page(request, "check", library, **_form(library), **more)


@router.get("/drafts/{number}/report.{form}")
def draft_download(number: int, form: str, library: InLibrary, user: Drafter, session: InDatabase) -> Response:
    """The report as a file."""
    row = drafts.load(session, user, number)
    report = drafts.again(row, library)
    if form == "docx" and row.name.lower().endswith(".docx"):
        return _file(commented(report, row.name, row.content), WORD, f"draft-{number}.docx")
    if form == "xlsx":
        return _file(workbook(report), SHEET, f"report-{number}.xlsx")
    if form not in MEDIA or form not in FORMATS:
        raise Problem(404, "没有这种格式的报告。")
    return _file(rendered(report, form).encode(), MEDIA[form], f"report-{number}.{form}")


@router.get("/coverage")
def coverage_matrix(
    request: Request, library: InLibrary, user: Reader, at: date | None = None, region: str = ""
) -> HTMLResponse:
    """覆盖矩阵."""
    day = at or date.today()
    matrix = build_matrix(library.index(day, region or None))
    return page(request, "matrix", library, matrix=matrix, at=day, region=region)


def _form(library: InLibrary) -> dict[str, Any]:
    return {"documents": len(library.corpus.readings), "today": date.today()}


def _file(data: bytes, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type=media_type, headers=headers)
