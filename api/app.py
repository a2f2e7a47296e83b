"""The application: parts meet here and nowhere else. Importing this module only defines."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from sqlalchemy import Engine

from api import openapi, problems
from api.database import database_url
from api.jobs import Jobs
from api.library import Library
from api.limits import BodyLimit
from api.page import trouble
from api.routes import accounts, catalogue, checking, health, jobs, site, sparql
from api.security import Doors, Guard, Sealed
from api.settings import Settings
from api.telemetry import Telemetry, count_report
from api.workspace import Workspace
from consultation.database import open_database

HERE = Path(__file__).parent
TITLE = "会商"
ABOUT = "社会救助职责与政策草案的读取、比对与会商。"
VERSION = "/api/v1"
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
    )
    app.state.settings = settings
    app.state.library = Library(workspace, count_report, settings)
    app.state.jobs = Jobs()
    app.state.engine = open_database(database_url(settings, workspace))
    app.state.doors = Doors(app.state.engine)
    problems.install(app)
    trouble.install(app)
    openapi.describe(app)
    for router in (catalogue.router, checking.router, sparql.router, accounts.router, jobs.router):
        app.include_router(router, prefix=VERSION)
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


def has_users(engine: Engine) -> bool:
    """Whether anybody can log in."""
    return Doors(engine).guarded()
