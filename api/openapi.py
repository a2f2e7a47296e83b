"""The description of the API: errors in their one shape on every operation, and how to prove who one is."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from api.problems import MEDIA_TYPE, TITLES
from api.security import COOKIE

Described = dict[str, Any]
EVERYWHERE = (401, 403, 404, 409, 500, 503)
CHANGING = frozenset({"post", "put", "patch", "delete"})
PROBLEM: Described = {
    "type": "object",
    "title": "Problem",
    "description": "出错时的统一答复（RFC 9457）",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string", "description": "错误种类"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string", "description": "哪里不对、怎样改正"},
        "errors": {"type": "array", "items": {"type": "string"}, "description": "不合要求的参数"},
        "request": {"type": "string", "description": "请求编号，供管理员查找日志"},
    },
    "example": {"type": "about:blank", "title": "没有找到", "status": 404, "detail": "没有名为“办法.txt”的文件。"},
}
SCHEMES: Described = {
    "令牌": {"type": "http", "scheme": "bearer", "description": "程序使用的令牌，由 POST /api/v1/tokens 建立"},
    "会话": {"type": "apiKey", "in": "cookie", "name": COOKIE, "description": "在网页登录后的会话"},
}


def describe(app: FastAPI) -> None:
    """Make the application's OpenAPI document say what every operation may refuse."""
    plain = app.openapi

    def described() -> Described:
        if app.openapi_schema is None:
            schema = plain()
            parts = schema["components"]
            for unused in ("HTTPValidationError", "ValidationError"):
                parts["schemas"].pop(unused, None)
            parts["schemas"]["Problem"] = PROBLEM
            parts["securitySchemes"] = SCHEMES
            schema["security"] = [{name: []} for name in SCHEMES]
            for operations in schema["paths"].values():
                for method, operation in operations.items():
                    _refusals(method, operation)
        return app.openapi_schema or {}

    app.openapi = described  # type: ignore[method-assign]


def _refusals(method: str, operation: Described) -> None:
    """Give `operation` the problems it may answer with, those that its route names among them."""
    responses = operation["responses"]
    for status in sorted({*_expected(method, operation), *(int(s) for s in responses if int(s) >= 400)}):
        content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
        responses[str(status)] = {"description": TITLES[status], "content": content}


def _expected(method: str, operation: Described) -> set[int]:
    found = set(EVERYWHERE)
    if any(p["in"] == "path" for p in operation.get("parameters", ())):
        found.add(404)
    if operation.get("parameters"):
        found.add(422)
    if "requestBody" in operation:
        found |= {400, 413, 422}
    if method in CHANGING:
        found.add(409)
    return found
