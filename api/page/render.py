"""Rendering a page: the words, labels and links that every template uses."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from api.export.report import FAMILY_WORDS, ROUTE_WORDS, SEVERITY_WORDS
from api.library import Library
from api.page.words import SLOTS, STATES
from consultation.people import LOCAL, Permission, User, UserRole
from kg.regions import RegionTree

CHINA = ZoneInfo("Asia/Shanghai")
TEMPLATES = Jinja2Templates(directory=Path(__file__).parent / "templates")
TEMPLATES.env.trim_blocks = TEMPLATES.env.lstrip_blocks = True
TEMPLATES.env.filters["moment"] = lambda moment: f"{moment.astimezone(CHINA):%Y-%m-%d %H:%M}"
WORDS = {
    "severity": {s.value: word for s, (word, _) in SEVERITY_WORDS.items()},
    "family": FAMILY_WORDS,
    "route": ROUTE_WORDS,
    "slot": SLOTS,
    "state": STATES,
}
NAVIGATION = (
    ("/", "草案审查", Permission.DRAFT),
    ("/coverage", "覆盖矩阵", Permission.READ),
    ("/agencies", "部门职责", Permission.READ),
    ("/documents", "文件库", Permission.READ),
    ("/compare", "版本对比", Permission.READ),
    ("/desk", "会商", Permission.OPINE),
    ("/search", "检索", Permission.READ),
)
OF_THE_DESK = ("/cases", "/meetings", "/liaison", "/reports", "/bulletin")
ALSO = {"/drafts": "/"} | dict.fromkeys(OF_THE_DESK, "/desk")
HOMES = {UserRole.ANALYST: "/coverage", UserRole.LIAISON: "/desk", UserRole.OFFICE: "/desk"}


def page(request: Request, template: str, library: Library, status_code: int = 200, **more: Any) -> HTMLResponse:
    """One template with its context."""
    user = getattr(request.state, "user", None)
    links = [(path, word) for path, word, needed in NAVIGATION if user and user.may(needed)]
    top = "/" + request.url.path.split("/")[1]
    context: dict[str, Any] = {
        "words": WORDS,
        "label": library.vocabulary.label,
        "user": user,
        "alone": user == LOCAL,
        "links": links,
        "here": ALSO.get(top, top),
        "home": home_of(user),
        "region_name": region_name,
    }
    return TEMPLATES.TemplateResponse(request, f"{template}.html", context | more, status_code=status_code)


def home_of(user: User | None) -> str:
    """Where a person begins: drafters at their drafts, the office and liaison officers at what is due."""
    return HOMES.get(user.role, "/") if user else "/login"


def region_name(code: str | None) -> str:
    """奇台县; 全国 where no region is stated, the code itself where the table does not have it."""
    if not code:
        return "全国"
    found = RegionTree().table.get(code)
    return found.name if found else code


def region_choices(codes: Iterable[str | None]) -> list[tuple[str, str]]:
    """Regions with a document and those above them, for lists to choose from."""
    stated = {c for c in codes if c}
    above = {c[:n] + "0" * (6 - n) for c in stated for n in (2, 4)}
    return [(c, region_name(c)) for c in sorted(stated | above)]
