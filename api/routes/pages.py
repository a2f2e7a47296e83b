"""草案审查: a draft sent in, its findings beside its text, waivers, versions, and the report as files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePath
from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, Form, Request, Response, UploadFile
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse

from api import drafts
from api.deps import InDatabase, InLibrary, Now
from api.drafts import Sent
from api.export.formats import FORMATS
from api.page.draft import draft_context
from api.page.files import MEDIA, attachment
from api.page.refusal import refused
from api.page.render import home_of, page, region_choices
from api.problems import Problem
from api.reading import Progress
from api.review import report_file, review
from api.routes.checking import upload_bytes
from api.security import Drafter, Reader
from consultation import waivers
from consultation.database import transaction
from consultation.errors import Refused
from consultation.people import Permission
from ingest.readers.source import MAX_BYTES
from kg.errors import PolicyError, UsageError

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
WAIVED_FOR = timedelta(days=180)
DOWNLOADS = (
    ("docx", "批注版 .docx"),
    ("xlsx", "电子表格 .xlsx"),
    ("sarif", ".sarif"),
    ("json", ".json"),
    ("html", "打印版 .html"),
    ("markdown", ".md"),
)


@dataclass(frozen=True, slots=True)
class DraftForm:
    """What the form holds, as it was filled in."""

    text: str
    file: UploadFile | None
    at: str
    region: str

    def sent(self) -> Sent:
        """The draft. Raises UsageError for a date or code that is none, Problem for a file that is too large."""
        try:
            day = date.fromisoformat(self.at) if self.at.strip() else None
        except ValueError:
            raise UsageError(f"“{self.at}”不是日期，应写作 2026-03-12 的形式。") from None
        region = self.region.strip() or None
        if region and not (len(region) == 6 and region.isdecimal()):
            raise UsageError(f"“{self.region}”不是行政区划代码，应为六位数字。")
        if self.file is not None and self.file.filename:
            return Sent(self.file.filename, upload_bytes(self.file), day, region)
        return Sent("草案.txt", self.text.encode(), day, region)


def _draft_form(
    text: Annotated[str, Form()] = "",
    file: Annotated[UploadFile | None, File()] = None,
    at: Annotated[str, Form()] = "",
    region: Annotated[str, Form()] = "",
) -> DraftForm:
    return DraftForm(text, file, at, region)


Filled = Annotated[DraftForm, Depends(_draft_form)]


@router.get("/")
def draft_form(request: Request, library: InLibrary, user: Reader, session: InDatabase) -> Response:
    """草案审查, empty, with the drafts checked before; whoever drafts nothing begins elsewhere."""
    if not user.may(Permission.DRAFT):
        return RedirectResponse(home_of(user), status_code=303)
    return page(request, "check", library, **_form(library), mine=drafts.mine(session, user))


@router.post("/")
def draft_checked(
    request: Request, library: InLibrary, user: Drafter, session: InDatabase, now: Now, form: Filled
) -> Response:
    """Check and show; what went wrong is said on the same page."""
    try:
        sent = form.sent()
        row = drafts.keep(session, user, sent, drafts.checked(library, sent), now)
    except PolicyError as error:
        more: dict[str, Any] = {"text": form.text, "at": form.at, "region": form.region, "error": str(error)}
        return page(request, "check", library, **_form(library), **more, mine=drafts.mine(session, user))
    return RedirectResponse(f"/drafts/{row.id}", status_code=303)


@router.post("/drafts")
def draft_started(request: Request, library: InLibrary, user: Drafter, now: Now, form: Filled) -> JSONResponse:
    """The same as a job, for the script that shows its progress."""
    sent, engine = form.sent(), request.app.state.engine

    def work(progress: Progress) -> Any:
        report = drafts.checked(library, sent, progress)
        with transaction(engine) as session:
            return {"draft": drafts.keep(session, user, sent, report, now).id}

    return JSONResponse({"job": request.app.state.jobs.start("check", user.name, work).id}, 202)


@router.get("/drafts/{number}")
def draft_shown(
    number: int, request: Request, library: InLibrary, user: Drafter, session: InDatabase, now: Now, error: str = ""
) -> HTMLResponse:
    """The marked text with its findings beside it."""
    row = drafts.load(session, user, number)
    seen = review(session, library, row, now.date())
    more: dict[str, Any] = draft_context(seen, drafts.before(session, row))
    more |= {"others": drafts.others(session, row), "downloads": DOWNLOADS, "error": error}
    more |= {"today": now.date(), "until": now.date() + WAIVED_FOR}
    return page(request, "draft", library, **more)


@router.post("/drafts/{number}/waivers")
def waived(
    number: int,
    user: Drafter,
    session: InDatabase,
    now: Now,
    finding: Annotated[str, Form(max_length=64)],
    reason: Annotated[str, Form(max_length=1000)] = "",
    until: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Set one finding of this draft's owner aside."""
    row = drafts.load(session, user, number)
    try:
        day = date.fromisoformat(until)
        who: dict[str, Any] = {"owner": row.owner, "by": user.name, "at": now}
        waivers.waive(session, finding=finding, reason=reason, until=day, **who)
    except (ValueError, Refused) as error:
        said = str(error) if isinstance(error, Refused) else "豁免须写明有效期。"
        return refused(f"/drafts/{number}", said)
    return RedirectResponse(f"/drafts/{number}#waived", status_code=303)


@router.post("/drafts/{number}/waivers/lift")
def lifted(
    number: int, user: Drafter, session: InDatabase, now: Now, finding: Annotated[str, Form(max_length=64)]
) -> Response:
    """Take a waiver back."""
    row = drafts.load(session, user, number)
    waivers.lift(session, owner=row.owner, finding=finding, by=user.name, at=now)
    return RedirectResponse(f"/drafts/{number}", status_code=303)


@router.get("/drafts/{number}/report.{form}")
def draft_download(
    number: int, form: str, library: InLibrary, user: Drafter, session: InDatabase, now: Now
) -> Response:
    """The report as a file; what was waived is left out, in SARIF marked as suppressed."""
    if form not in MEDIA or (form not in FORMATS and form not in ("docx", "xlsx")):
        raise Problem(404, "没有这种格式的报告。")
    row = drafts.load(session, user, number)
    seen = review(session, library, row, now.date())
    return attachment(
        report_file(seen, form, library, drafts.before(session, row)), form, f"{PurePath(row.name).stem}-审查结果"
    )


def _form(library: InLibrary) -> dict[str, Any]:
    readings = library.corpus.readings
    return {
        "documents": len(readings),
        "today": date.today(),
        "most": MAX_BYTES // 1048576,
        "regions": region_choices(r.document.region for r in readings),
    }
