"""The coverage matrix for a spreadsheet: one sheet as on the page, one with the duties behind it."""

from __future__ import annotations

from api.export.tables import Row, Table
from api.export.text import groups_text
from api.matrix import Matrix, MatrixCell
from api.page.words import STATES
from kg.naming import cited
from ontology.vocabulary import Vocabulary

HEADS = ("对象", "救助", "判断", "部门", "角色", "职能", "条文所述对象", "文件", "条款", "原文")


def matrix_tables(matrix: Matrix, vocabulary: Vocabulary) -> tuple[Table, Table]:
    """The matrix, then every duty of every cell."""
    heads = ("对象", *(vocabulary.label("aid", a) for a in matrix.aids))
    rows: list[Row] = [
        (
            "　" * len(row.above) + vocabulary.label("group", row.id),
            *(_words(matrix.cells[row.id, aid], vocabulary) for aid in matrix.aids),
        )
        for row in matrix.rows
    ]
    return ("覆盖矩阵", heads, rows), ("条款", HEADS, _duties(matrix, vocabulary))


def _words(cell: MatrixCell, vocabulary: Vocabulary) -> str:
    who = "、".join(vocabulary.label("agency", a) for a in cell.leads)
    if not who and cell.helpers:
        who = "仅有协助"
    return STATES[cell.state] + (f"：{who}" if who else "")


def _duties(matrix: Matrix, vocabulary: Vocabulary) -> list[Row]:
    label = vocabulary.label
    return [
        (
            label("group", group),
            label("aid", aid),
            STATES[cell.state],
            label("agency", d.agency),
            label("role", d.role),
            label("function", d.function),
            groups_text(d.groups, vocabulary),
            cited(d.document),
            d.provision.locator,
            d.provision.quote.text,
        )
        for (group, aid), cell in matrix.cells.items()
        for d in cell.duties
    ]
