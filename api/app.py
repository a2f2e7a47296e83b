"""The application: parts meet here and nowhere else. Importing this module only defines."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from api import openapi, problems
from api.database import database_url
from api.jobs import Jobs
from api.library import Library
from api.limits import BodyLimit
from api.page import trouble
from api.routes import accounts, catalogue, checking, health, jobs, site, sparql
from api.routes.office import api as office
from api.security import Doors, Guard, Sealed
from api.settings import Settings, load_settings
from api.telemetry import Telemetry, count_report, log_to_stderr
from api.workspace import Workspace, open_workspace
from consultation.database import open_database

HERE = Path(__file__).parent
TITLE = "会商"
ABOUT = "社会救助职责与政策草案的读取、比对与会商。"
VERSION = "/api/v1"
THREADS = 10  # of one worker; the database's pool holds 15
OPENAPI = f"{VERSION}/openapi.json"


def create_app(settings: Settings, workspace: Workspace | None) -> FastAPI:
    """The application over one workspace; without one it holds no documents and keeps none."""
    app = FastAPI(
        title=TITLE,
        description=ABOUT,
        version="1",
        docs_url=None,
        redoc_url=None,
        openapi_url=OPENAPI,
        lifespan=_threads,
    )
    app.state.settings = settings
    app.state.library = Library(workspace, count_report, settings)
    app.state.jobs = Jobs(workspace.root / "jobs" if workspace else None)
    app.state.engine = open_database(database_url(settings, workspace))
    app.state.doors = Doors(app.state.engine)
    problems.install(app)
    trouble.install(app)
    openapi.describe(app)
    for router in (catalogue.router, checking.router, sparql.router, accounts.router, jobs.router):
        app.include_router(router, prefix=VERSION)
    app.include_router(office.router, prefix=VERSION)
    app.include_router(health.router)
    app.include_router(accounts.pages)
    app.include_router(site.router)
    app.mount("/static", StaticFiles(directory=HERE / "page" / "static"), name="static")
    for layer, more in (
        (BodyLimit, {"limit": (settings.max_upload_mb + 1) * 1024 * 1024}),
        (Guard, {"doors": app.state.doors}),
        (Telemetry, {}),
        (Sealed, {}),
    ):  # from the innermost outwards
        app.add_middleware(layer, **more)
    return app


def from_environment() -> FastAPI:
    """The application of one worker, by its environment; logs go to standard error."""
    settings = load_settings()
    log_to_stderr(settings.log)
    return create_app(settings, open_workspace())


@asynccontextmanager
async def _threads(_: FastAPI) -> AsyncIterator[None]:
    """Requests are work for the processor: more threads than these would only wait for each other, and hold memory."""
    current_default_thread_limiter().total_tokens = THREADS
    yield
