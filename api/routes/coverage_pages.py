"""覆盖矩阵: the page, a cell of it, the matrix as a spreadsheet and as a picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse

from api.deps import InLibrary
from api.export.matrix_table import matrix_tables
from api.export.tables import xlsx
from api.export.text import groups_text
from api.library import Library
from api.matrix import Matrix, build_matrix
from api.page.files import attachment
from api.page.matrix_picture import matrix_svg
from api.page.render import page, region_choices, region_name
from api.page.words import MARKS
from api.problems import Problem
from api.security import Reader
from kg.enums import Role
from kg.naming import cited

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Region = Annotated[str, Query(pattern=r"^(\d{6})?$")]


@dataclass(frozen=True, slots=True)
class View:
    """The day and the region that a matrix is for."""

    at: date
    region: str

    @property
    def query(self) -> str:
        """For links to the same view."""
        return f"at={self.at.isoformat()}&region={self.region}"

    @property
    def heading(self) -> str:
        """救助覆盖矩阵（奇台县，2026-08-01）."""
        return f"救助覆盖矩阵（{region_name(self.region)}，{self.at.isoformat()}）"

    def matrix(self, library: Library) -> Matrix:
        """The matrix of this view."""
        return build_matrix(library.index(self.at, self.region or None))


def _view(at: date | None = None, region: Region = "") -> View:
    return View(at or date.today(), region)


InView = Annotated[View, Depends(_view)]


@router.get("/coverage")
def coverage_matrix(request: Request, library: InLibrary, user: Reader, view: InView) -> HTMLResponse:
    """覆盖矩阵."""
    regions = region_choices(r.document.region for r in library.corpus.readings)
    more: dict[str, Any] = {"matrix": view.matrix(library), "view": view, "marks": MARKS, "regions": regions}
    return page(request, "matrix", library, **more)


@router.get("/coverage/cell")
def coverage_cell(
    request: Request, library: InLibrary, user: Reader, view: InView, group: str, aid: str
) -> HTMLResponse:
    """Agencies, roles and clauses of one cell."""
    cell = view.matrix(library).cells.get((group, aid))
    if cell is None:
        raise Problem(404, "当日现行文件中没有这一对象和救助的组合。")
    duties = sorted(cell.duties, key=lambda d: list(Role).index(d.role))
    more: dict[str, Any] = {"cell": cell, "duties": duties, "group": group, "aid": aid, "view": view, "marks": MARKS}
    more |= {"groups": lambda g: groups_text(g, library.vocabulary), "cited": cited}
    return page(request, "cell", library, **more)


@router.get("/coverage/matrix.xlsx")
def coverage_workbook(library: InLibrary, user: Reader, view: InView) -> Response:
    """The matrix as a spreadsheet."""
    made = xlsx(*matrix_tables(view.matrix(library), library.vocabulary))
    return attachment(made, "xlsx", f"覆盖矩阵-{view.at.isoformat()}")


@router.get("/coverage/matrix.svg")
def coverage_picture(library: InLibrary, user: Reader, view: InView, rows: str = "", columns: str = "") -> Response:
    """The matrix as a picture; `rows` and `columns` name what is folded, ids with commas between."""
    folded = (rows.split(","), columns.split(","))
    return attachment(matrix_svg(view.matrix(library), library.vocabulary, view.heading, *folded), "svg", "覆盖矩阵")
