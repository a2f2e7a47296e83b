"""Long work: progress, result, cancelling, failing."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.jobs import Jobs, watch
from api.settings import Settings
from api.workspace import Workspace
from ingest.readers.source import open_source
from kg.errors import UsageError

EXAMPLES = Path(__file__).parents[2] / "examples" / "in-force"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    workspace = Workspace(tmp_path_factory.mktemp("w") / ".huishang")
    workspace.create()
    for path in EXAMPLES.iterdir():
        workspace.keep(open_source(path), path.read_bytes())
    return TestClient(create_app(Settings(), workspace))


def test_an_audit_runs_as_a_job_with_events_and_a_result(client):
    job = client.post("/api/v1/jobs", json={"kind": "audit", "at": "2026-08-01"}).json()
    lines = [
        line for line in client.get(f"/api/v1/jobs/{job['id']}/events").text.splitlines() if line.startswith("data")
    ]
    assert json.loads(lines[-1].removeprefix("data: "))["state"] == "done"
    result = client.get(f"/api/v1/jobs/{job['id']}/result").json()
    assert result["counts"]["base_documents"] == 5


def test_a_rebuild_makes_the_graph(client):
    job = client.post("/api/v1/jobs", json={"kind": "rebuild"}).json()
    assert "done" in client.get(f"/api/v1/jobs/{job['id']}/events").text
    assert client.get(f"/api/v1/jobs/{job['id']}/result").json() == {"documents": 5}


def test_an_unknown_job_is_a_problem(client):
    assert client.get("/api/v1/jobs/none").status_code == 404
    assert client.post("/api/v1/jobs", json={"kind": "dance"}).status_code == 422


def run(work):
    jobs = Jobs()
    job = jobs.start("x", "y", work)
    return jobs, job


def test_cancelling_stops_at_the_next_step():
    entered = threading.Event()

    def slow(progress):
        for n in range(1000):
            progress(n, 1000, "步")
            entered.set()
            time.sleep(0.01)

    jobs, job = run(slow)
    entered.wait(10)
    jobs.cancel(job)
    states = [s["state"] for s in watch(job) if s]
    assert states[-1] == "cancelled"
    assert job.done < 999


def test_a_failure_says_why():
    def bad(progress):
        raise UsageError("缺少文件。")

    _, job = run(bad)
    last = [s for s in watch(job) if s][-1]
    assert (last["state"], last["detail"]) == ("failed", "缺少文件。")


def test_two_rebuilds_at_once_the_second_is_told_to_wait(tmp_path):
    from api.library import Library
    from kg.errors import StoreError

    library = Library(None)
    library._rebuilding.acquire()
    with pytest.raises(StoreError, match="正在重建"):
        library.rebuild()
    library._rebuilding.release()
    assert library.rebuild().readings == ()
