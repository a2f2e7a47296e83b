"""Rendering a page: the words and labels that every template uses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from api.export.report import FAMILY_WORDS, ROUTE_WORDS, SEVERITY_WORDS
from api.library import Library
from consultation.people import Permission

TEMPLATES = Jinja2Templates(directory=Path(__file__).parent / "templates")
SLOTS = {
    "aid": "救助",
    "document": "文件",
    "groups": "对象",
    "agency": "部门",
    "matter": "事项",
    "function": "职能",
    "wording": "表述",
    "term": "用语",
    "target": "所指",
    "role": "角色",
    "rank": "效力位阶",
    "purpose": "用途",
    "parameter": "数量标准",
    "label": "性质",
    "in_force": "施行期间",
    "element": "缺少要素",
    "due": "期限",
    "date": "日期",
    "bracket": "分档",
    "article": "条文",
    "act": "行为",
    "time_limit": "时限",
    "modality": "强制程度",
    "region": "地区",
}
WORDS = {
    "severity": {s.value: word for s, (word, _) in SEVERITY_WORDS.items()},
    "family": FAMILY_WORDS,
    "route": ROUTE_WORDS,
    "slot": SLOTS,
    "state": {"certain": "明确覆盖", "possible": "可能覆盖", "several": "多家牵头", "uncovered": "无人覆盖"},
}
NAVIGATION = (
    ("/", "草案审查", Permission.DRAFT),
    ("/coverage", "覆盖矩阵", Permission.READ),
    ("/agencies", "部门职责", Permission.READ),
    ("/documents", "文件库", Permission.READ),
    ("/desk", "会商", Permission.OPINE),
    ("/search", "检索", Permission.READ),
)


def page(request: Request, template: str, library: Library, status_code: int = 200, **more: Any) -> HTMLResponse:
    """One template with its context."""
    user = getattr(request.state, "user", None)
    links = [(path, word) for path, word, needed in NAVIGATION if user and user.may(needed)]
    context = {"words": WORDS, "label": library.vocabulary.label, "user": user, "links": links, **more}
    return TEMPLATES.TemplateResponse(request, f"{template}.html", context, status_code=status_code)
