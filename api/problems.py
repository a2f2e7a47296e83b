"""One error shape over HTTP: RFC 9457 problem details with Chinese text."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from consultation.errors import NotFound, Refused
from kg.errors import PolicyError, UnreadableDocument, UsageError

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: "请求有误",
    401: "需要登录",
    403: "没有权限",
    404: "没有找到",
    405: "不支持这种请求方法",
    413: "上传内容过大",
    422: "请求内容不合要求",
    429: "请求过于频繁",
    500: "服务内部出错",
}


class Problem(Exception):
    """Raised by a route: status and one Chinese sentence."""

    def __init__(self, status: int, detail: str):
        super().__init__(detail)
        self.status = status
        self.detail = detail


def status_of(error: PolicyError) -> int:
    """HTTP status of one of our own errors."""
    if isinstance(error, NotFound):
        return 404
    if isinstance(error, Refused):
        return 409
    return 422 if isinstance(error, UnreadableDocument | UsageError) else 500


def problem(status: int, detail: str, **more: object) -> JSONResponse:
    """The response itself."""
    body = {"type": "about:blank", "title": TITLES.get(status, "请求未能完成"), "status": status, "detail": detail}
    return JSONResponse({**body, **more}, status_code=status, media_type=MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Turn every error of the application into a problem."""

    @app.exception_handler(Problem)
    async def _problem(_: Request, error: Problem) -> JSONResponse:
        return problem(error.status, error.detail)

    @app.exception_handler(PolicyError)
    async def _policy(_: Request, error: PolicyError) -> JSONResponse:
        return problem(status_of(error), str(error))

    @app.exception_handler(HTTPException)
    async def _http(_: Request, error: HTTPException) -> JSONResponse:
        return problem(error.status_code, TITLES.get(error.status_code, str(error.detail)))

    @app.exception_handler(RequestValidationError)
    async def _invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        places = [".".join(str(part) for part in e["loc"]) for e in error.errors()]
        return problem(422, f"参数不合要求：{'、'.join(places)}。", errors=places)
