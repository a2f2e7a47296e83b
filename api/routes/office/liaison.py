"""联络工作 over the API: officers in office on a day, changes, what is lacking, the roster as a spreadsheet."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, File, Response, UploadFile
from pydantic import BaseModel

from api.page.files import SHEET
from api.routes.checking import upload_bytes
from api.routes.office.given_liaison import OfficerIn
from api.routes.office.work import Day, MemberWork, OfficeWork, file_answer
from consultation import liaison
from consultation.roster import export_roster, import_roster

router = APIRouter(tags=["联络工作"])


class OfficerOut(BaseModel):
    """The officer of a member; empty where none is named."""

    agency: str
    label: str
    name: str = ""
    office: str = ""
    post: str = ""
    phone: str = ""
    since: date | None = None
    reported: date | None = None


class LackOut(BaseModel):
    """An incomplete or outdated entry."""

    agency: str
    label: str
    what: str


class ImportedOut(BaseModel):
    """Members whose officer changed."""

    changed: list[str]


@router.get("/liaison", summary="联络员名册")
def listed(work: MemberWork, at: Day = None) -> list[OfficerOut]:
    """Every member with the officer in office on a day."""
    officers = liaison.officers_on(work.session, work.members, at or work.today)
    return [_officer(a, work.words.name(a), officers.get(a)) for a in work.members]


@router.post("/liaison", summary="指定或者调整联络员", status_code=201)
def appoint(new: OfficerIn, work: MemberWork) -> OfficerOut:
    """A member names its officer; a liaison officer does so for his own unit."""
    agency = work.own(new.agency)
    fields = new.model_dump() | {"agency": agency, "since": new.since or work.today}
    made = liaison.appoint(work.session, **fields, **work.acting)
    return _officer(agency, work.words.name(agency), made.officers[-1])


@router.get("/liaison/lacking", summary="联络员缺漏")
def lacking(work: MemberWork, at: Day = None) -> list[LackOut]:
    """Members without an officer, incomplete and outdated entries."""
    found = liaison.lacking(work.session, work.members, at or work.today)
    return [LackOut(agency=x.agency, label=work.words.name(x.agency), what=x.what) for x in found]


@router.get(
    "/liaison/roster", summary="导出名册（.xlsx）", response_class=Response, responses=file_answer(SHEET, "名册")
)
def roster(work: OfficeWork, at: Day = None) -> Response:
    """The roster as a spreadsheet."""
    return Response(export_roster(work.session, work.members, work.words, at or work.today), media_type=SHEET)


@router.post("/liaison/roster", summary="导入名册（.xlsx）")
def imported(work: OfficeWork, file: Annotated[UploadFile, File(description="名册")]) -> ImportedOut:
    """All rows or none."""
    return ImportedOut(changed=import_roster(work.session, upload_bytes(file), work.members, **work.acting))


def _officer(agency: str, label: str, officer: liaison.Officer | None) -> OfficerOut:
    if officer is None:
        return OfficerOut(agency=agency, label=label)
    fields = {name: getattr(officer, name) for name in ("name", "office", "post", "phone", "since", "reported")}
    return OfficerOut(agency=agency, label=label, **fields)
