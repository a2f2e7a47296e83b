"""The application: parts meet here and nowhere else. Importing this module only defines."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from sqlalchemy import Engine

from api import problems
from api.database import database_url
from api.jobs import Jobs
from api.library import Library
from api.routes import accounts, catalogue, checking, desk_pages, health, jobs, library_pages, pages, sparql
from api.security import Guard
from api.settings import Settings
from api.workspace import Workspace
from consultation import people
from consultation.database import open_database, transaction

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
        openapi_url=f"{VERSION}/openapi.json",
    )
    app.state.settings = settings
    app.state.library = Library(workspace)
    app.state.jobs = Jobs()
    app.state.engine = engine = open_database(database_url(settings, workspace))
    problems.install(app)
    for router in (catalogue.router, checking.router, sparql.router, accounts.router, jobs.router):
        app.include_router(router, prefix=VERSION)
    app.include_router(health.router)
    app.include_router(accounts.pages)
    for router in (pages.router, library_pages.router, desk_pages.router):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=HERE / "page" / "static"), name="static")
    app.add_middleware(Guard, local_only=lambda: not has_users(engine))
    return app


def has_users(engine: Engine) -> bool:
    """Whether anybody can log in."""
    with transaction(engine) as session:
        return people.any_users(session)
