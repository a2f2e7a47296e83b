"""Long work as jobs: start, look, follow over server-sent events (WHATWG HTML), take the result, cancel."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from api.deps import InLibrary
from api.export.report import report_dict
from api.jobs import Job, Jobs, Work, watch
from api.library import Library
from api.problems import Problem
from api.reading import Progress
from api.security import Reader
from consultation.people import Permission, User

router = APIRouter(tags=["作业"])


class JobIn(BaseModel):
    """What to do."""

    kind: Literal["audit", "rebuild"] = Field(description="audit 检查现行文件；rebuild 由原件重建图谱")
    at: date | None = Field(default=None, description="以哪一天为准")
    region: str | None = Field(default=None, pattern=r"^\d{6}$", description="行政区划代码")


class JobOut(BaseModel):
    """How far it is."""

    id: str
    kind: str
    state: str
    done: int
    total: int
    step: str
    detail: str


@router.post("/jobs", summary="开始一项作业", status_code=202)
def start(new: JobIn, request: Request, library: InLibrary, user: Reader) -> JobOut:
    """In the background; rebuilding is for those who manage documents."""
    if new.kind == "rebuild" and not user.may(Permission.MANAGE):
        raise Problem(403, f"“{user.name}”没有进行此项操作的权限。")
    jobs: Jobs = request.app.state.jobs
    return JobOut(**jobs.start(new.kind, user.name, _work(new, library)).snapshot())


@router.get("/jobs/{id}", summary="作业进度")
def look(id: str, request: Request, user: Reader) -> JobOut:
    """One snapshot."""
    return JobOut(**_job(request, user, id).snapshot())


@router.get("/jobs/{id}/events", summary="作业进度（服务器推送）", response_class=StreamingResponse)
def follow(id: str, request: Request, user: Reader) -> StreamingResponse:
    """`text/event-stream`, one `data:` line a change, until the job is over."""
    return StreamingResponse(_stream(_job(request, user, id)), media_type="text/event-stream")


@router.get("/jobs/{id}/result", summary="作业结果")
def result(id: str, request: Request, user: Reader) -> Any:
    """The report, once it is there."""
    job = _job(request, user, id)
    if job.state != "done":
        raise Problem(409, job.detail or "作业尚未完成。")
    return job.result


@router.delete("/jobs/{id}", summary="取消作业", status_code=204)
def cancel(id: str, request: Request, user: Reader) -> Response:
    """Stops at the next step."""
    request.app.state.jobs.cancel(_job(request, user, id))
    return Response(status_code=204)


def _job(request: Request, user: User, id_: str) -> Job:
    job: Job | None = request.app.state.jobs.find(id_)
    if job is None or (job.owner != user.name and not user.may(Permission.MANAGE)):
        raise Problem(404, "没有这项作业，或者已经过期。")
    return job


def _work(new: JobIn, library: Library) -> Work:
    def audit(progress: Progress) -> Any:
        progress(0, 2, "读取现行文件")
        corpus = library.corpus
        progress(1, 2, f"检查 {len(corpus.readings)} 份文件")
        return report_dict(library.audit(new.at, new.region))

    def again(progress: Progress) -> Any:
        return {"documents": len(library.rebuild(progress).readings)}

    return audit if new.kind == "audit" else again


def _stream(job: Job) -> Iterator[str]:
    for snapshot in watch(job):
        if snapshot is None:
            yield ": 仍在进行\n\n"
        else:
            yield f"data: {json.dumps(snapshot, ensure_ascii=False)}\n\n"
