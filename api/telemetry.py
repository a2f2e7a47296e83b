"""What whoever runs the server can see: figures for Prometheus, one JSON line a request, an id on every answer.

Labels take values from closed sets only (route templates, methods, statuses, codes of checks), so that no visitor can
make the figures grow. Nothing that people wrote goes into a log: no query strings, no bodies, no names of documents,
and of an exception its type and places in the code, never its message. Left out: who did what (`people.record`).
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import time
import traceback
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.pipeline import Report
from api.problems import problem

LOG = logging.getLogger("huishang.access")
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
REQUEST_ID = re.compile(r"[\w.-]{8,64}", re.A)
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
SHARED = "PROMETHEUS_MULTIPROC_DIR"  # folder in which several workers add up their figures

REQUESTS = Counter("huishang_requests", "Requests answered", ["method", "route", "status"])
LATENCY = Histogram("huishang_request_seconds", "Seconds to the end of an answer", ["method", "route"], buckets=SECONDS)
CHECKS = Counter("huishang_checks", "Drafts checked and audits run", ["kind"])
FINDINGS = Counter("huishang_findings", "Findings given, by code and severity", ["code", "severity"])
JOBS = Counter("huishang_jobs", "Jobs ended, by kind and state", ["kind", "state"])
DOCUMENTS = Gauge("huishang_documents", "Documents kept", multiprocess_mode="mostrecent")
PROVISIONS = Gauge("huishang_provisions", "Provisions of the documents kept", multiprocess_mode="mostrecent")


def count_report(kind: str, report: Report) -> None:
    """Add one run of the checks to the figures."""
    CHECKS.labels(kind).inc()
    for finding in report.run.findings:
        FINDINGS.labels(finding.check.code, finding.severity.value).inc()


def exposition() -> bytes:
    """The figures in Prometheus' text format, those of all workers together."""
    if not os.environ.get(SHARED):
        return generate_latest()
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)


class Telemetry:
    """Layer around the application: counts, logs, and turns what nobody caught into one problem."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer and take note."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        id_ = _request_id(scope)
        scope.setdefault("state", {})["request_id"] = id_
        status, start = 0, time.perf_counter()

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", id_.encode())]
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except Exception as error:
            LOG.error("failed", exc_info=error, extra={"fields": {"request": id_}})
            if status:
                raise
            refusal = problem(500, "服务内部出错，请将编号告知管理员。", request=id_)
            await refusal(scope, receive, noted)
        finally:
            _note(scope, id_, status, time.perf_counter() - start)


def _request_id(scope: Scope) -> str:
    """The id that a proxy in front gave, or a new one."""
    given = next((v.decode("latin-1") for k, v in scope["headers"] if k == b"x-request-id"), "")
    return given if REQUEST_ID.fullmatch(given) else token_hex(8)


def _note(scope: Scope, id_: str, status: int, seconds: float) -> None:
    method = scope["method"] if scope["method"] in METHODS else "OTHER"
    route = route_of(scope)
    REQUESTS.labels(method, route, str(status)).inc()
    LATENCY.labels(method, route).observe(seconds)
    user = scope["state"].get("user")
    fields = {"request": id_, "user": user.name if user else None, "method": method, "route": route}
    LOG.info("request", extra={"fields": fields | {"status": status, "ms": round(seconds * 1000, 1)}})


def route_of(scope: Scope) -> str:
    """The template of the route that answered, with the prefix of its router; one word for everything unknown."""
    template = getattr(scope.get("route"), "path_format", None)
    if template is None:
        return "/static" if scope.get("root_path", "").endswith("/static") else "unmatched"
    path, filled = str(scope["path"]), template.format(**scope["path_params"])
    return f"{path[: len(path) - len(filled)]}{template}" if path.endswith(filled) else str(template)


class JsonLines(logging.Formatter):
    """One JSON object a line; exceptions as type and places in the code."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage() if record.exc_info is None else "error",
        }
        line |= getattr(record, "fields", {})
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            frames = traceback.extract_tb(record.exc_info[2])
            line["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return json.dumps(line, ensure_ascii=False)


def log_to_stderr(form: str) -> None:
    """Send logs to standard error: `json` every request as a line, `errors` only what went wrong, `off` nothing."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    levels = {"json": logging.INFO, "errors": logging.ERROR, "off": logging.CRITICAL + 1}
    for name in ("huishang", "uvicorn"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(max(levels[form], logging.WARNING if name == "uvicorn" else 0))
