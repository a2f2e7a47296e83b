"""Liveness, readiness and metrics for whoever runs the server."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from api.deps import InLibrary
from consultation.database import transaction

router = APIRouter(include_in_schema=False)


@router.get("/health")
def health() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/ready")
def ready(request: Request, library: InLibrary) -> JSONResponse:
    """Database and documents can be used."""
    try:
        with transaction(request.app.state.engine) as session:
            session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return JSONResponse({"status": "unready", "detail": "会商数据库不可用"}, status_code=503)
    return JSONResponse({"status": "ready", "documents": len(library.corpus.readings)})


@router.get("/metrics")
def metrics() -> Response:
    """Prometheus text format."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
