"""Long work: progress, result, cancelling, failing; and what one worker of a server knows of another's jobs."""

from __future__ import annotations

import asyncio
import json
import os
import threading
import time
from zipfile import ZipFile

import pytest
from fastapi.testclient import TestClient

from api.jobs import DEAD, OF_ONE_PERSON, Jobs
from api.library import Library
from api.problems import Problem
from consultation.people import UserRole
from kg.errors import StoreError, UsageError
from tests.api.serving import IN_FORCE, application, bearer


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return TestClient(application(tmp_path_factory.mktemp("w")))


def events(client, id_):
    text = client.get(f"/api/v1/jobs/{id_}/events").text
    return [json.loads(line.removeprefix("data: ")) for line in text.splitlines() if line.startswith("data")]


def finished(jobs, job, seconds=20):
    end = time.monotonic() + seconds
    while not jobs.find(job.id).over and time.monotonic() < end:
        time.sleep(0.02)
    return jobs.find(job.id)


def test_an_audit_runs_as_a_job_with_events_and_a_result(client):
    job = client.post("/api/v1/jobs", json={"kind": "audit", "at": "2026-08-01"}).json()
    seen = events(client, job["id"])
    assert seen[-1]["state"] == "done" and seen[-1]["total"] > 10
    result = client.get(f"/api/v1/jobs/{job['id']}/result").json()
    assert result["counts"]["base_documents"] == 5


def test_a_rebuild_makes_the_graph(client):
    job = client.post("/api/v1/jobs", json={"kind": "rebuild"}).json()
    assert events(client, job["id"])[-1]["state"] == "done"
    assert client.get(f"/api/v1/jobs/{job['id']}/result").json() == {"documents": 5}


def test_an_unknown_job_is_a_problem(client):
    for id_ in ("none", "..%2F..%2Fdocuments", "a" * 12):
        assert client.get(f"/api/v1/jobs/{id_}").status_code == 404
    assert client.post("/api/v1/jobs", json={"kind": "dance"}).status_code == 422


def test_a_folder_of_documents_is_added_as_one_job(tmp_path):
    client = TestClient(application(tmp_path, examples=False))
    packed = tmp_path / "文件.zip"
    with ZipFile(packed, "w") as archive:
        for path in IN_FORCE[:3]:
            archive.write(path, f"现行/{path.name}")
    files = [("files", (packed.name, packed.read_bytes())), ("files", (IN_FORCE[3].name, IN_FORCE[3].read_bytes()))]
    files.append(("files", ("坏.pdf", b"%PDF-1.7 half")))
    job = client.post("/api/v1/documents/batch", files=files).json()
    assert events(client, job["id"])[-1]["state"] == "done"
    result = client.get(f"/api/v1/jobs/{job['id']}/result").json()
    assert len(result["documents"]) == 4
    assert [f["name"] for f in result["failures"]] == ["坏.pdf"]
    assert len(client.get("/api/v1/documents").json()) == 4
    asked = "ASK { GRAPH ?g { ?g hs:fileName ?name } }"
    assert client.get("/api/v1/sparql", params={"query": asked}).json()["boolean"] is True


def test_adding_stopped_on_the_way_has_added_nothing(tmp_path):
    library = Library(application(tmp_path, examples=False).state.library.workspace)

    def stop_at_the_second(done, total, step):
        if done == 1:
            raise UsageError("停")

    with pytest.raises(UsageError):
        library.add_all([(path.name, path.read_bytes()) for path in IN_FORCE], stop_at_the_second)
    assert library.corpus.readings == ()


def test_a_job_is_its_owners(tmp_path):
    app = application(tmp_path, examples=False, users=True)
    client = TestClient(app)
    mine = bearer(app, UserRole.ANALYST)
    job = client.post("/api/v1/jobs", json={"kind": "audit"}, headers=mine).json()["id"]
    for path in ("", "/events", "/result"):
        assert client.get(f"/api/v1/jobs/{job}{path}", headers=bearer(app, UserRole.OFFICE)).status_code == 404
    assert client.get(f"/api/v1/jobs/{job}", headers=mine).status_code == 200
    assert client.get(f"/api/v1/jobs/{job}", headers=bearer(app, UserRole.ADMIN)).status_code == 200


def slow(progress):
    for n in range(2000):
        progress(n, 2000, "步")
        time.sleep(0.01)


def test_cancelling_stops_at_the_next_step(tmp_path):
    jobs = Jobs(tmp_path)
    job = jobs.start("x", "y", slow)
    while jobs.find(job.id).done == 0:
        time.sleep(0.02)
    Jobs(tmp_path).cancel(job)  # as another worker would
    last = finished(jobs, job)
    assert last.state == "cancelled" and last.done < 1999


def test_a_job_that_waits_can_be_cancelled_too(tmp_path):
    jobs = Jobs(tmp_path)
    jobs._places = threading.Semaphore(0)
    job = jobs.start("x", "y", slow)
    jobs.cancel(job)
    assert finished(jobs, job).state == "cancelled"


@pytest.mark.parametrize(
    ("error", "said"), [(UsageError("缺少文件。"), "缺少文件。"), (ValueError("秘密"), "内部出错，未能完成。")]
)
def test_a_failure_says_why_and_gives_nothing_away(tmp_path, error, said):
    def bad(progress):
        raise error

    jobs = Jobs(tmp_path)
    last = finished(jobs, jobs.start("x", "y", bad))
    assert (last.state, last.detail) == ("failed", said)


def test_another_worker_sees_the_job_and_its_result(tmp_path):
    jobs, other = Jobs(tmp_path), Jobs(tmp_path)
    job = jobs.start("x", "y", lambda progress: {"数": 1})
    finished(jobs, job)

    async def all_of_it():
        return [now.state async for now in other.follow(job) if now]

    assert asyncio.run(all_of_it())[-1] == "done"
    assert other.result(job) == {"数": 1}


def test_a_job_whose_process_died_has_failed(tmp_path):
    jobs, stop = Jobs(tmp_path), threading.Event()
    job = jobs.start("x", "y", lambda progress: stop.wait(20))
    time.sleep(0.1)
    old = time.time() - DEAD - 1
    os.utime(tmp_path / f"{job.id}.json", (old, old))
    assert (jobs.find(job.id).state, "中断" in jobs.find(job.id).detail) == ("failed", True)
    stop.set()


def test_nobody_fills_the_server_with_jobs(tmp_path):
    jobs, stop = Jobs(tmp_path), threading.Event()
    for _ in range(OF_ONE_PERSON):
        jobs.start("x", "甲", lambda progress: stop.wait(20))
    with pytest.raises(Problem, match="没有完成") as caught:
        jobs.start("x", "甲", slow)
    assert caught.value.status == 429
    jobs.cancel(jobs.start("x", "乙", slow))
    stop.set()


def test_old_jobs_are_forgotten(tmp_path, monkeypatch):
    monkeypatch.setattr("api.jobs.KEPT", 3)
    jobs = Jobs(tmp_path)
    for _ in range(6):
        finished(jobs, jobs.start("x", "y", lambda progress: 1))
    assert len(list(tmp_path.glob("*.json"))) == 3


def test_two_rebuilds_at_once_the_second_is_told_to_wait():
    library = Library(None)
    library._rebuilding.acquire()
    with pytest.raises(StoreError, match="正在重建"):
        library.rebuild()
    library._rebuilding.release()
    assert library.rebuild().readings == ()
