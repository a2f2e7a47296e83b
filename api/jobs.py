"""Long work in the background: progress to watch, a way to stop it, the result kept for a while.

One process, threads; nothing is kept beyond the process, because every job can be started again.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from secrets import token_urlsafe
from typing import Any

from api.reading import Progress
from api.telemetry import JOBS
from kg.errors import PolicyError

LOG = logging.getLogger("huishang.jobs")
KEPT = 50
AT_ONCE = 4
Work = Callable[[Progress], Any]


class Cancelled(Exception):
    """Raised inside a job that somebody stopped."""


@dataclass
class Job:
    """One piece of work; `state` is waiting, running, done, failed or cancelled."""

    id: str
    kind: str
    owner: str
    state: str = "waiting"
    done: int = 0
    total: int = 0
    step: str = ""
    detail: str = ""
    result: Any = None
    changed: threading.Condition = field(default_factory=threading.Condition)
    stopping: bool = False

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in ("done", "failed", "cancelled")

    def snapshot(self) -> dict[str, Any]:
        """What a client sees."""
        shown = {"id": self.id, "kind": self.kind, "state": self.state, "done": self.done, "total": self.total}
        return shown | {"step": self.step, "detail": self.detail}


class Jobs:
    """All jobs of this process."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()
        self._places = threading.Semaphore(AT_ONCE)

    def start(self, kind: str, owner: str, work: Work) -> Job:
        """Run `work` in the background."""
        job = Job(token_urlsafe(9), kind, owner)
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > KEPT:
                self._jobs.popitem(last=False)
        threading.Thread(target=self._run, args=(job, work), daemon=True).start()
        return job

    def find(self, id_: str) -> Job | None:
        """The job of this id, while it is kept."""
        return self._jobs.get(id_)

    def cancel(self, job: Job) -> None:
        """Stop at the next step."""
        with job.changed:
            job.stopping = True
            job.changed.notify_all()

    def _run(self, job: Job, work: Work) -> None:
        with self._places:
            _set(job, state="running")
            try:
                result = work(lambda done, total, step: _advance(job, done, total, step))
            except Cancelled:
                _set(job, state="cancelled", detail="已取消")
            except PolicyError as error:
                _set(job, state="failed", detail=str(error))
            except Exception as error:  # a job must end in a state, whatever happens inside
                LOG.error("job failed", exc_info=error, extra={"fields": {"job": job.id}})
                _set(job, state="failed", detail="内部出错，未能完成。")
            else:
                _set(job, state="done", result=result)
            JOBS.labels(job.kind, job.state).inc()


def watch(job: Job, patience: float = 15.0) -> Iterator[dict[str, Any] | None]:
    """Snapshots as the job goes on, the last one when it is over; None when nothing changed for `patience` seconds."""
    seen = None
    while True:
        with job.changed:
            if seen == job.snapshot() and not job.over:
                job.changed.wait(patience)
            now = job.snapshot()
        yield None if now == seen else now
        seen = now
        if job.over:
            return


def _advance(job: Job, done: int, total: int, step: str) -> None:
    if job.stopping:
        raise Cancelled
    _set(job, done=done, total=total, step=step)


def _set(job: Job, **values: Any) -> None:
    with job.changed:
        for name, value in values.items():
            setattr(job, name, value)
        job.changed.notify_all()
