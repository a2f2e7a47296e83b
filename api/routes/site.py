"""Every page of the site as one router."""

from __future__ import annotations

from fastapi import APIRouter

from api.routes import (
    account_pages,
    agency_pages,
    bulletin_pages,
    case_pages,
    compare_pages,
    coverage_pages,
    desk_pages,
    library_pages,
    meeting_pages,
    pages,
    record_pages,
    search_pages,
)

router = APIRouter()
DRAFTS, LIBRARY = (pages, compare_pages), (coverage_pages, agency_pages, library_pages, search_pages)
OFFICE = (desk_pages, case_pages, meeting_pages, record_pages, bulletin_pages)
for part in (*DRAFTS, *LIBRARY, *OFFICE, account_pages):
    router.include_router(part.router)
