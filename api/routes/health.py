"""Liveness, readiness and metrics for whoever runs the server."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from api.deps import InLibrary
from api.reading import provisions_of
from api.security import allowed, is_local
from api.telemetry import DOCUMENTS, PROVISIONS, exposition
from consultation.database import transaction
from consultation.people import Permission
from kg.errors import StoreError

router = APIRouter(include_in_schema=False)


@router.get("/health")
def health() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/ready")
def ready(request: Request, library: InLibrary) -> JSONResponse:
    """Database, documents and graph can be used."""
    try:
        with transaction(request.app.state.engine) as session:
            session.execute(text("SELECT 1"))
        documents = len(library.corpus.readings)
        if library.workspace is not None:
            library.graph().query("ASK {}")
    except SQLAlchemyError:
        return _unready("会商数据库不可用")
    except StoreError as error:
        return _unready(str(error))
    return JSONResponse({"status": "ready", "documents": documents})


def _unready(detail: str) -> JSONResponse:
    return JSONResponse({"status": "unready", "detail": detail}, status_code=503)


@router.get("/metrics")
def metrics(request: Request, library: InLibrary) -> Response:
    """Prometheus' text format; from another machine only for those who may read."""
    if not is_local(request):
        allowed(Permission.READ)(request)
    if (corpus := library.held) is not None:
        DOCUMENTS.set(len(corpus.readings))
        PROVISIONS.set(provisions_of(corpus.readings))
    return Response(exposition(), media_type=CONTENT_TYPE_LATEST)
