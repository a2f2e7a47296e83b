"""Tables for spreadsheets: findings, duties, every quantity in force; .xlsx and CSV.

A cell that begins with = + - @ is written as text, so that nothing read from a document runs as a formula.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from api.coverage import Answer
from api.export.report import FAMILY_WORDS, ROUTE_WORDS, SEVERITY_WORDS
from api.export.text import groups_text
from api.pipeline import Report
from api.quantities import Quantity
from kg.naming import cited
from ontology.vocabulary import Vocabulary

Row = tuple[object, ...]
Table = tuple[str, Sequence[str], list[Row]]
FORMULA = ("=", "+", "-", "@", "\t", "\r")
WIDEST = 60
FINDING_HEADS = (
    *("序号", "级别", "类别", "编号", "问题", "草案条款", "草案原文"),
    *("对照文件", "对照原文", "建议", "去向", "参加单位", "指纹"),
)


def findings_table(report: Report) -> Table:
    """One row a finding."""
    rows: list[Row] = []
    label = report.index.vocabulary.label
    for number, finding in enumerate(report.run.findings, 1):
        own = [e for e in finding.hit.evidence if e.side == "draft"]
        other = [e for e in finding.hit.evidence if e.side != "draft"]
        rows.append(
            (
                number,
                SEVERITY_WORDS[finding.severity][0],
                FAMILY_WORDS[finding.check.family],
                finding.check.code,
                finding.hit.message,
                "；".join(e.locator for e in own),
                "\n".join(e.quote.text for e in own),
                "\n".join(f"{cited(report.index.documents[e.quote.document])}{e.locator}" for e in other),
                "\n".join(e.quote.text for e in other),
                finding.suggestion,
                ROUTE_WORDS[finding.route.value],
                "、".join(label("agency", a) for a in finding.participants),
                finding.id,
            )
        )
    return "发现", FINDING_HEADS, rows


def duties_table(answers: Iterable[Answer], vocabulary: Vocabulary) -> Table:
    """One row a duty."""
    heads = ("部门", "角色", "职能", "救助", "对象", "文件", "条款", "原文", "区划", "自")
    rows: list[Row] = [
        (
            vocabulary.label("agency", a.agency),
            vocabulary.label("role", a.role),
            vocabulary.label("function", a.function),
            vocabulary.label("aid", a.aid),
            groups_text(a.groups, vocabulary),
            a.title,
            a.locator,
            a.quote,
            a.region or "",
            a.since.isoformat() if a.since else "",
        )
        for a in answers
    ]
    return "职责", heads, rows


def parameters_table(found: Iterable[Quantity], vocabulary: Vocabulary) -> Table:
    """Quantities by kind, aid and document, with their scope, region and dates."""
    heads = ("种类", "比较", "数值", "单位", "基准", "救助", "对象", "文件", "条款", "原文", "区划", "自", "至")
    rows = [_parameter_row(q, vocabulary) for q in found]
    return "数量标准", heads, sorted(rows, key=lambda row: (str(row[0]), str(row[5]), str(row[7])))


def _parameter_row(quantity: Quantity, vocabulary: Vocabulary) -> Row:
    p, provision, period = quantity.parameter, quantity.provision, quantity.period
    return (
        vocabulary.label("parameter", p.kind),
        *(p.op, p.value, p.unit, p.basis or ""),
        "、".join(vocabulary.label("aid", a) for a in provision.aid),
        groups_text(provision.groups, vocabulary),
        *(cited(quantity.document), provision.locator, p.quote, quantity.document.region or ""),
        *(day.isoformat() if day else "" for day in (period.start, period.end)),
    )


def xlsx(*tables: Table) -> bytes:
    """A workbook with a sheet a table; heads stay in view and repeat in print."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for title, heads, rows in tables:
        sheet = book.create_sheet(title)
        sheet.append(list(heads))
        for row in rows:
            sheet.append([_safe(value) for value in row])
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        for column, head in enumerate(heads, 1):
            width = max([len(head), *(len(str(r[column - 1]).split("\n")[0]) for r in rows)], default=8)
            sheet.column_dimensions[get_column_letter(column)].width = min(WIDEST, width * 2 + 2)
        for cells in sheet.iter_rows(min_row=2):
            for cell in cells:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def csv_text(table: Table) -> str:
    """Comma-separated values with a head line; open in a spreadsheet as UTF-8."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(table[1])
    writer.writerows([_safe(value) for value in row] for row in table[2])
    return out.getvalue()


def _safe(value: object) -> object:
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return value
