"""The pages: 草案审查 and 覆盖矩阵, rendered on the server."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from api.deps import InLibrary
from api.export.report import FAMILY_WORDS, ROUTE_WORDS, SEVERITY_WORDS, summary_line
from api.library import Library
from api.marking import marked
from api.matrix import build_matrix
from api.pipeline import Report
from api.routes.checking import upload_bytes
from api.security import Drafter, Reader
from ingest.readers.source import open_bytes
from kg.errors import PolicyError
from kg.naming import cited

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
TEMPLATES = Jinja2Templates(directory=Path(__file__).parents[1] / "page" / "templates")
WORDS = {
    "severity": {s.value: word for s, (word, _) in SEVERITY_WORDS.items()},
    "family": FAMILY_WORDS,
    "route": ROUTE_WORDS,
    "state": {"certain": "明确覆盖", "possible": "可能覆盖", "several": "多家牵头", "uncovered": "无人覆盖"},
}


def page(request: Request, name: str, library: Library, status_code: int = 200, **more: Any) -> HTMLResponse:
    """A page with the words and labels that every template uses."""
    user = getattr(request.state, "user", None)
    context = {"words": WORDS, "label": library.vocabulary.label, "user": user, **more}
    return TEMPLATES.TemplateResponse(request, f"{name}.html", context, status_code=status_code)


@router.get("/")
def draft_form(request: Request, library: InLibrary, user: Drafter) -> HTMLResponse:
    """草案审查, empty."""
    return page(request, "check", library, documents=len(library.corpus.readings), today=date.today())


@router.post("/")
def draft_checked(
    request: Request,
    library: InLibrary,
    user: Drafter,
    text: Annotated[str, Form()] = "",
    file: Annotated[UploadFile | None, File()] = None,
    at: Annotated[str, Form()] = "",
    region: Annotated[str, Form()] = "",
) -> HTMLResponse:
    """草案审查 with findings beside the marked text; what went wrong is said on the same page."""
    more: dict[str, Any] = {"text": text, "at": at, "region": region, "today": date.today()}
    try:
        more |= _shown(_checked(library, text, file, at, region))
    except (PolicyError, ValueError) as error:
        more["error"] = str(error)
    return page(request, "check", library, documents=len(library.corpus.readings), **more)


@router.get("/coverage")
def coverage_matrix(
    request: Request, library: InLibrary, user: Reader, at: date | None = None, region: str = ""
) -> HTMLResponse:
    """覆盖矩阵."""
    day = at or date.today()
    matrix = build_matrix(library.index(day, region or None))
    return page(request, "matrix", library, matrix=matrix, at=day, region=region)


def _checked(library: Library, text: str, file: UploadFile | None, at: str, region: str) -> Report:
    if file is not None and file.filename:
        source = open_bytes(file.filename, upload_bytes(file))
    else:
        source = open_bytes("草案.txt", text.encode())
    return library.check(source, date.fromisoformat(at) if at else None, region or None)


def _shown(report: Report) -> dict[str, Any]:
    draft = report.draft
    assert draft is not None
    findings = report.run.findings
    return {
        "report": report,
        "stretches": list(marked(draft.document, findings)),
        "findings": findings,
        "title": lambda name: cited(report.index.documents[name]),
        "summary": summary_line(report),
    }
