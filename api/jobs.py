"""Long work in the background: progress to watch, a way to stop it, the result kept for a while.

Work runs in threads of the process that was asked; what it has come to lies in a folder (`<id>.json`, the result in
`<id>.result`, a wish to stop as `<id>.stop`), so that every worker of the server can show and stop every job. A job
whose process died is seen by its file growing old. Nothing is started again by itself.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from api.problems import Problem
from api.reading import Progress
from api.telemetry import JOBS
from kg.errors import PolicyError

LOG = logging.getLogger("huishang.jobs")
KEPT = 50
AT_ONCE = 4  # of one process
OF_ONE_PERSON = 5  # waiting or running
BEAT = 5.0  # seconds between signs of life
DEAD = 30.0  # seconds without one
PACE = 0.2  # seconds between looks at a job somebody follows
QUIET = 15.0  # seconds after which a follower hears that it still goes on
ID = re.compile(r"[\w-]{12}", re.A)
OVER = frozenset({"done", "failed", "cancelled"})
Work = Callable[[Progress], Any]


class Cancelled(Exception):
    """Raised inside a job that somebody stopped."""


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work as far as it has come; `state` is waiting, running, done, failed or cancelled."""

    id: str
    kind: str
    owner: str
    state: str = "waiting"
    done: int = 0
    total: int = 0
    step: str = ""
    detail: str = ""

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in OVER

    def snapshot(self) -> dict[str, Any]:
        """What a client sees."""
        return {k: v for k, v in asdict(self).items() if k != "owner"}


class Jobs:
    """The jobs of one server, kept in `folder`; without one in a folder that ends with the process."""

    def __init__(self, folder: Path | None = None) -> None:
        self._temporary = tempfile.TemporaryDirectory() if folder is None else None
        self.folder = folder or Path(self._temporary.name if self._temporary else "")
        self.folder.mkdir(parents=True, exist_ok=True)
        self._places = threading.Semaphore(AT_ONCE)

    def start(self, kind: str, owner: str, work: Work) -> Job:
        """Run `work` in the background; raises Problem 429 for somebody with too many unfinished jobs."""
        jobs = [job for path in self._files() if (job := self.find(path.stem))]
        if sum(job.owner == owner and not job.over for job in jobs) >= OF_ONE_PERSON:
            raise Problem(
                429, f"您已有 {OF_ONE_PERSON} 项作业没有完成。请等待完成或者取消后再试。", {"Retry-After": "10"}
            )
        for old in [job for job in jobs if job.over][KEPT - 1 :]:
            self._forget(old.id)
        job = Job(token_urlsafe(9), kind, owner)
        self._write(job)
        threading.Thread(target=self._run, args=(job, work), daemon=True).start()
        return job

    def find(self, id_: str) -> Job | None:
        """The job of this id, while it is kept."""
        place = self._place(id_)
        try:
            job, age = Job(**json.loads(place.read_bytes())), time.time() - place.stat().st_mtime
        except (OSError, ValueError):
            return None
        if not job.over and age > DEAD:
            return replace(job, state="failed", detail="服务中断，作业没有完成。请重新开始。")
        return job

    def result(self, job: Job) -> Any:
        """What the work gave."""
        return json.loads(self._place(job.id, "result").read_bytes())

    def cancel(self, job: Job) -> None:
        """Stop at the next step."""
        if not job.over:
            self._place(job.id, "stop").touch()

    async def follow(self, job: Job) -> AsyncIterator[Job | None]:
        """The job at each change until it is over; None when nothing changed for QUIET seconds."""
        seen, heard = None, time.monotonic()
        while True:
            now = self.find(job.id) or replace(job, state="failed", detail="作业已经过期。")
            if now != seen:
                yield now
                seen, heard = now, time.monotonic()
            elif time.monotonic() - heard > QUIET:
                yield None
                heard = time.monotonic()
            if now.over:
                return
            await asyncio.sleep(PACE)

    def _run(self, job: Job, work: Work) -> None:
        ended = threading.Event()
        threading.Thread(target=self._beat, args=(job.id, ended), daemon=True).start()
        try:
            last = self._worked(job, work)
        finally:
            ended.set()
        self._write(last)
        JOBS.labels(last.kind, last.state).inc()

    def _worked(self, job: Job, work: Work) -> Job:
        """Do the work; the job as it ended."""
        running = _Running(self, job)
        try:
            running.wait_for(self._places)
            try:
                result = work(running.advance)
            finally:
                self._places.release()
            _write(self._place(job.id, "result"), result)
        except Cancelled:
            return replace(running.job, state="cancelled", detail="已取消")
        except (PolicyError, Problem) as error:
            return replace(running.job, state="failed", detail=str(error))
        except Exception as error:  # a job must end in a state, whatever happens inside
            LOG.error("job failed", exc_info=error, extra={"fields": {"job": job.id}})
            return replace(running.job, state="failed", detail="内部出错，未能完成。")
        return replace(running.job, state="done")

    def _beat(self, id_: str, ended: threading.Event) -> None:
        while not ended.wait(BEAT):
            os.utime(self._place(id_))

    def _files(self) -> list[Path]:
        """State files, newest first."""
        return sorted(self.folder.glob("*.json"), key=lambda p: p.stat().st_mtime, reverse=True)

    def _forget(self, id_: str) -> None:
        for suffix in ("json", "result", "stop"):
            self._place(id_, suffix).unlink(missing_ok=True)

    def _place(self, id_: str, suffix: str = "json") -> Path:
        return self.folder / f"{id_ if ID.fullmatch(id_) else 'none'}.{suffix}"

    def _write(self, job: Job) -> None:
        _write(self._place(job.id), asdict(job))

    def _stopped(self, id_: str) -> bool:
        return self._place(id_, "stop").exists()


class _Running:
    """A job while it runs: notes how far it is, now and then on disk, and stops it when somebody wishes."""

    def __init__(self, jobs: Jobs, job: Job):
        self.jobs, self.job = jobs, job
        self._written = 0.0

    def wait_for(self, places: threading.Semaphore) -> None:
        while not places.acquire(timeout=PACE):
            self._stop_if_wished()
        self._note(replace(self.job, state="running"))

    def advance(self, done: int, total: int, step: str) -> None:
        self._stop_if_wished()
        self._note(replace(self.job, done=done, total=total, step=step))

    def _note(self, job: Job) -> None:
        self.job = job
        if time.monotonic() - self._written > PACE / 2:
            self.jobs._write(job)
            self._written = time.monotonic()

    def _stop_if_wished(self) -> None:
        if self.jobs._stopped(self.job.id):
            raise Cancelled


def _write(place: Path, value: Any) -> None:
    temporary = place.with_suffix(f".{threading.get_ident()}.new")
    temporary.write_text(json.dumps(value, ensure_ascii=False, default=str), encoding="utf-8")
    temporary.replace(place)
