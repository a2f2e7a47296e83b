"""简报: the quarter's issue looked at before it is compiled, compiled, and taken away as a .docx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from api.coverage_changes import changes_of_quarter
from api.page.files import attachment
from api.page.refusal import refused
from api.page.render import page
from api.routes.office.work import OfficeWork, Work
from consultation.bulletin import assemble, compile_bulletin
from consultation.calendar import last_finished_quarter
from consultation.errors import Refused
from consultation.letters.bulletin_letter import bulletin_letter, bulletin_lines

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class Issue:
    """Which issue: its quarter, and its number in the year."""

    year: int
    quarter: int
    number: int

    def where(self) -> str:
        """Its page."""
        return f"/bulletin?year={self.year}&quarter={self.quarter}&number={self.number}"


def _wanted(
    work: OfficeWork,
    year: Annotated[int, Query(ge=0, le=2100)] = 0,
    quarter: Annotated[int, Query(ge=0, le=4)] = 0,
    number: Annotated[int, Query(ge=0, le=999)] = 0,
) -> Issue:
    """As asked; by default the quarter that ended last, one issue a quarter."""
    last = last_finished_quarter(work.today)
    which = (year or last[0], quarter or last[1])
    return Issue(*which, number or which[1])


Wanted = Annotated[Issue, Depends(_wanted)]


@router.get("/bulletin")
def shown(request: Request, work: OfficeWork, issue: Wanted, error: str = "", done: bool = False) -> HTMLResponse:
    """What the issue says, and how many reports wait for it."""
    more: dict[str, Any] = {"issue": issue, "error": error, "done": done, "lines": (), "waiting": 0}
    try:
        made = assemble(work.session, **_of(issue, work), day=work.today)
        more |= {"lines": bulletin_lines(made, work.words, work.today, issue.number), "waiting": made.waiting()}
    except Refused as refused:
        more["nothing"] = str(refused)
    return page(request, "bulletin", work.library, **more)


@router.post("/bulletin")
def compiled(
    work: OfficeWork,
    year: Annotated[int, Form(ge=2000, le=2100)],
    quarter: Annotated[int, Form(ge=1, le=4)],
    number: Annotated[int, Form(ge=1, le=999)],
) -> Response:
    """Mark the quarter's reports as compiled."""
    issue = Issue(year, quarter, number)
    try:
        compile_bulletin(work.session, **_of(issue, work), **work.acting)
    except Refused as error:
        work.session.rollback()
        return refused(issue.where(), error)
    return RedirectResponse(f"{issue.where()}&done=true", status_code=303)


@router.get("/bulletin.docx")
def letter(work: OfficeWork, issue: Wanted) -> Response:
    """The issue as a letter, as the page shows it."""
    made = assemble(work.session, **_of(issue, work), day=work.today)
    data = bulletin_letter(made, work.words, work.today, issue.number)
    return attachment(data, "docx", f"{work.words.bulletin}-{issue.year}年第{issue.number}期")


def _of(issue: Issue, work: Work) -> dict[str, Any]:
    changed = changes_of_quarter(work.library, issue.year, issue.quarter)
    return {"members": work.members, "year": issue.year, "quarter": issue.quarter, "coverage": changed}
