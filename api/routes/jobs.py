"""Long work as jobs: start, look, follow over server-sent events (WHATWG HTML), take the result, cancel."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, File, Request, Response, UploadFile
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from api.deps import InLibrary
from api.export.report import report_dict
from api.jobs import Job, Jobs, Work
from api.journal import InJournal
from api.library import Library
from api.problems import Problem, may_answer
from api.reading import Progress
from api.routes.checking import documents_of
from api.security import Manager, Reader
from consultation.people import Permission, User

router = APIRouter(tags=["作业"])
EVENTS: dict[int | str, dict[str, Any]] = {200: {"description": "进度", "content": {"text/event-stream": {}}}}


class JobIn(BaseModel):
    """What to do."""

    model_config = ConfigDict(json_schema_extra={"example": {"kind": "audit", "at": "2026-08-01", "region": "652325"}})

    kind: Literal["audit", "rebuild"] = Field(description="audit 检查现行文件；rebuild 由原件重建图谱")
    at: date | None = Field(default=None, description="以哪一天为准")
    region: str | None = Field(default=None, pattern=r"^\d{6}$", description="行政区划代码")


class JobOut(BaseModel):
    """How far it is."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "id": "w3Xq_0a-ZkYt",
                "kind": "audit",
                "state": "running",
                "done": 3,
                "total": 22,
                "step": "两个部门牵头同一职责",
                "detail": "",
            }
        }
    )

    id: str
    kind: str
    state: Literal["waiting", "running", "done", "failed", "cancelled"]
    done: int
    total: int
    step: str
    detail: str


@router.post("/jobs", summary="开始一项作业", status_code=202, responses=may_answer(429))
def start(new: JobIn, request: Request, library: InLibrary, user: Reader, journal: InJournal) -> JobOut:
    """In the background; rebuilding is for those who manage documents."""
    if new.kind == "rebuild" and not user.may(Permission.MANAGE):
        raise Problem(403, f"“{user.name}”没有进行此项操作的权限。")
    journal.note(user.name, new.kind)
    return _started(request, new.kind, user, _work(new, library))


@router.post("/documents/batch", summary="加入一批现行文件（可为压缩包）", status_code=202, responses=may_answer(429))
def add_documents(
    request: Request,
    library: InLibrary,
    user: Manager,
    journal: InJournal,
    files: Annotated[list[UploadFile], File(description="文件或者 .zip 压缩包", min_length=1, max_length=1000)],
) -> JobOut:
    """A folder of documents, read in the background and kept together at the end; cancelled, nothing is kept."""
    found = [document for file in files for document in documents_of(file)]
    journal.note(user.name, "add-documents", f"{len(found)}")

    def work(progress: Progress) -> Any:
        corpus = library.add_all(found, progress)
        failures = [{"name": name, "reason": reason} for name, reason in corpus.failures]
        return {"documents": [r.document.name for r in corpus.readings], "failures": failures}

    return _started(request, "add", user, work)


@router.get("/jobs/{id}", summary="作业进度")
def look(id: str, request: Request, user: Reader) -> JobOut:
    """One snapshot."""
    return JobOut(**_job(request, user, id).snapshot())


@router.get("/jobs/{id}/events", summary="作业进度（服务器推送）", response_class=StreamingResponse, responses=EVENTS)
def follow(id: str, request: Request, user: Reader) -> StreamingResponse:
    """`text/event-stream`, one `data:` line a change, until the job is over."""
    return StreamingResponse(_stream(request.app.state.jobs, _job(request, user, id)), media_type="text/event-stream")


@router.get("/jobs/{id}/result", summary="作业结果", responses=may_answer(409))
def result(id: str, request: Request, user: Reader) -> Any:
    """The report, once it is there."""
    job = _job(request, user, id)
    if job.state != "done":
        raise Problem(409, job.detail or "作业尚未完成。")
    return request.app.state.jobs.result(job)


@router.delete("/jobs/{id}", summary="取消作业", status_code=204)
def cancel(id: str, request: Request, user: Reader) -> Response:
    """Stops at the next step."""
    request.app.state.jobs.cancel(_job(request, user, id))
    return Response(status_code=204)


def _started(request: Request, kind: str, user: User, work: Work) -> JobOut:
    jobs: Jobs = request.app.state.jobs
    return JobOut(**jobs.start(kind, user.name, work).snapshot())


def _job(request: Request, user: User, id_: str) -> Job:
    job: Job | None = request.app.state.jobs.find(id_)
    if job is None or (job.owner != user.name and not user.may(Permission.MANAGE)):
        raise Problem(404, "没有这项作业，或者已经过期。")
    return job


def _work(new: JobIn, library: Library) -> Work:
    def audit(progress: Progress) -> Any:
        return report_dict(library.audit(new.at, new.region, progress))

    def again(progress: Progress) -> Any:
        return {"documents": len(library.rebuild(progress).readings)}

    return audit if new.kind == "audit" else again


async def _stream(jobs: Jobs, job: Job) -> AsyncIterator[str]:
    async for now in jobs.follow(job):
        yield f"data: {json.dumps(now.snapshot(), ensure_ascii=False)}\n\n" if now else ": 仍在进行\n\n"
