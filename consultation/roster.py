"""The liaison officers as a spreadsheet, out and in again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from sqlalchemy.orm import Session

from consultation import liaison
from consultation.errors import Refused
from consultation.letters.words import Words
from consultation.liaison import LIAISONS

HEADS = ("单位编号", "单位名称", "联络员", "处（室）", "职务", "电话", "任职日期")


def export_roster(session: Session, members: Iterable[str], words: Words, day: date) -> bytes:
    """Every member with the officer in office on `day`."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "联络员名册"
    sheet.append(list(HEADS))
    entries = {e.agency: e for e in LIAISONS.all(session)}
    for agency in members:
        officer = entries[agency].on(day) if agency in entries else None
        details = (officer.name, officer.office, officer.post, officer.phone, officer.since) if officer else ()
        sheet.append([agency, words.name(agency), *details])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def import_roster(session: Session, data: bytes, members: Iterable[str], *, by: str, at: datetime) -> list[str]:
    """Appoint every officer that is new or changed; gives the agencies touched.

    Raises Refused, naming the row, before anything is written when a row makes no sense.
    """
    known = set(members)
    rows = []
    for number, row in _rows(data):
        if row[0] not in known:
            raise Refused(f"第 {number} 行：单位编号“{row[0]}”不是成员单位。")
        day = _day(row[6])
        if day is None:
            raise Refused(f"第 {number} 行：任职日期“{row[6]}”不是日期，应写作 2026-03-02 的形式。")
        rows.append((*row[:6], day))
    touched = []
    for agency, _, name, office, post, phone, day in rows:
        now = LIAISONS.find(session, agency).on(day)
        if now and (now.name, now.office, now.post, now.phone) == (name, office, post, phone):
            continue
        fields = {"name": name, "office": office, "post": post, "phone": phone, "since": day}
        liaison.appoint(session, agency=agency, **fields, by=by, at=at)
        touched.append(agency)
    return touched


def _day(value: object) -> date | None:
    """A date of the sheet, or one typed as text: 2026-03-02, 2026/3/2, 2026.3.2, 2026年3月2日."""
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    found = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", str(value).strip())
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _rows(data: bytes) -> Iterable[tuple[int, tuple]]:  # type: ignore[type-arg]
    try:
        sheet = load_workbook(BytesIO(data), read_only=True, data_only=True).active
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError) as error:
        raise Refused("不是有效的 .xlsx 文件。请用导出的名册填写后再导入。") from error
    assert sheet is not None
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        if number == 1:
            if tuple(row[: len(HEADS)]) != HEADS:
                raise Refused(f"第 1 行应为表头：{'、'.join(HEADS)}。")
        elif row[0] and row[2]:
            cells = tuple("" if c is None else c for c in (*row, *(None,) * len(HEADS))[: len(HEADS)])
            yield number, tuple(str(c) if not isinstance(c, date | datetime) else c for c in cells)
