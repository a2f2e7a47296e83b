"""Every page of the site as one router."""

from __future__ import annotations

from fastapi import APIRouter

from api.routes import compare_pages, coverage_pages, desk_pages, library_pages, pages

router = APIRouter()
for part in (pages, compare_pages, coverage_pages, library_pages, desk_pages):
    router.include_router(part.router)
