"""All routes of the office's work, to be put under the API's version."""

from __future__ import annotations

from fastapi import APIRouter

from api.routes.office import case_steps, cases, liaison, meetings, reports

router = APIRouter()
for part in (cases, case_steps, meetings, liaison, reports):
    router.include_router(part.router)
