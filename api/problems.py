"""One error shape over HTTP: RFC 9457 problem details with Chinese text."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from consultation.errors import DatabaseUnavailable, NotFound, Refused
from kg.errors import PolicyError, StoreError, StructureError, UnreadableDocument, UsageError

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: "请求有误",
    401: "需要登录",
    403: "没有权限",
    404: "没有找到",
    405: "不支持这种请求方法",
    409: "现在不能这样做",
    412: "他人已经处理",
    413: "上传内容过大",
    415: "不支持这种内容类型",
    422: "请求内容不合要求",
    429: "请求过于频繁",
    500: "服务内部出错",
    503: "服务暂不可用",
    504: "超出时限",
}
SENTENCES = {
    400: "请求内容无法解析。请检查格式。",
    404: "没有这个地址。请核对网址。",
    405: "这个地址不支持此种请求方法。",
    503: "服务暂不可用。请稍后再试。",
}


class Problem(Exception):
    """Raised by a route: status and one Chinese sentence; `headers` such as Retry-After (seconds) go with it."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None):
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers


def status_of(error: PolicyError) -> int:
    """HTTP status of one of our own errors."""
    if isinstance(error, NotFound):
        return 404
    if isinstance(error, Refused):
        return 409
    if isinstance(error, StoreError | DatabaseUnavailable):
        return 503
    return 422 if isinstance(error, UnreadableDocument | StructureError | UsageError) else 500


def may_answer(*statuses: int) -> dict[int | str, dict[str, str]]:
    """For a route's description: problems that it answers with besides the usual ones (`api.openapi`)."""
    return {status: {"description": TITLES[status]} for status in statuses}


def problem(status: int, detail: str, headers: Mapping[str, str] | None = None, **more: object) -> JSONResponse:
    """The response itself."""
    body = {"type": "about:blank", "title": TITLES.get(status, "请求未能完成"), "status": status, "detail": detail}
    sent = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
    return JSONResponse({**body, **more}, status, {**sent, **(headers or {})}, MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Turn every error of the application into a problem."""

    @app.exception_handler(Problem)
    async def _problem(_: Request, error: Problem) -> JSONResponse:
        return problem(error.status, error.detail, error.headers)

    @app.exception_handler(PolicyError)
    async def _policy(_: Request, error: PolicyError) -> JSONResponse:
        return problem(status_of(error), str(error))

    @app.exception_handler(HTTPException)
    async def _http(_: Request, error: HTTPException) -> JSONResponse:
        said = str(error.detail)
        ours = said if not said.isascii() else SENTENCES.get(error.status_code, TITLES.get(error.status_code, said))
        return problem(error.status_code, ours, error.headers)

    @app.exception_handler(RequestValidationError)
    async def _invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        places = [".".join(str(part) for part in e["loc"]) for e in error.errors()]
        return problem(422, f"参数不合要求：{'、'.join(places)}。", errors=places)

    @app.exception_handler(OperationalError)
    async def _database(_: Request, error: OperationalError) -> JSONResponse:
        return problem(503, "会商数据库暂不可用。请稍后再试，或告知管理员。", {"Retry-After": "10"})
