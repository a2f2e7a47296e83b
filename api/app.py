"""The application: parts meet here and nowhere else. Importing this module only defines."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from api import problems
from api.library import Library
from api.routes import catalogue, checking, pages
from api.settings import Settings
from api.workspace import Workspace

HERE = Path(__file__).parent
TITLE = "会商"
ABOUT = "社会救助职责与政策草案的读取、比对与会商。"


def create_app(settings: Settings, workspace: Workspace | None) -> FastAPI:
    """The application over one workspace; without one it holds no documents and keeps none."""
    app = FastAPI(
        title=TITLE, description=ABOUT, version="1", docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json"
    )
    app.state.settings = settings
    app.state.library = Library(workspace)
    problems.install(app)
    app.include_router(catalogue.router, prefix="/api/v1")
    app.include_router(checking.router, prefix="/api/v1")
    app.include_router(pages.router)
    app.mount("/static", StaticFiles(directory=HERE / "page" / "static"), name="static")
    return app
