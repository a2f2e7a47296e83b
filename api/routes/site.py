"""Every page of the site as one router."""

from __future__ import annotations

from fastapi import APIRouter

from api.routes import agency_pages, compare_pages, coverage_pages, desk_pages, library_pages, pages, search_pages

router = APIRouter()
for part in (pages, compare_pages, coverage_pages, agency_pages, library_pages, search_pages, desk_pages):
    router.include_router(part.router)
