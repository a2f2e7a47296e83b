"""A real server and a real browser; the tests skip with a reason where no chromium is installed."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import uvicorn

from api.app import create_app
from api.settings import Settings
from api.workspace import Workspace
from consultation import people
from consultation.database import transaction
from consultation.people import UserRole
from ingest.readers.source import open_source
from kg.store import OxigraphStore
from ontology.vocabulary import load_vocabulary

EXAMPLES = Path(__file__).parents[2] / "examples"
OUTPUT = Path(__file__).parents[1] / "output"
PASSWORD = "足够长的密码1234"


def serve(folder, users):
    """Address and a way to stop: the examples in a workspace of their own."""
    from api.reading import read_source

    workspace = Workspace(folder / ".huishang")
    workspace.create()
    store = OxigraphStore(workspace.graph)
    store.load_ontology()
    for path in sorted((EXAMPLES / "in-force").iterdir()):
        source = open_source(path)
        workspace.keep(source, path.read_bytes())
        store.replace(read_source(source, load_vocabulary()))
    del store
    app = create_app(Settings(gates="征求意见,合法性审核"), workspace)
    with transaction(app.state.engine) as session:
        for role in users:
            people.add_user(session, name=role.value, password=PASSWORD, role=role, agency="hrss", at=datetime.now(UTC))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    return f"http://127.0.0.1:{port}", server, thread


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    address, server, thread = serve(tmp_path_factory.mktemp("one"), ())
    yield address
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def guarded(tmp_path_factory):
    address, server, thread = serve(tmp_path_factory.mktemp("many"), tuple(UserRole))
    yield address
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def browser():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("chromium is not installed")
    from playwright.sync_api import sync_playwright

    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium, args=flags)
        yield opened
        opened.close()


@pytest.fixture
def tab(browser):
    OUTPUT.mkdir(exist_ok=True)
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    made = context.new_page()
    made.set_default_timeout(30_000)
    yield made
    context.close()


@pytest.fixture
def phone(browser):
    OUTPUT.mkdir(exist_ok=True)
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN", has_touch=True)
    made = context.new_page()
    made.set_default_timeout(30_000)
    yield made
    context.close()
