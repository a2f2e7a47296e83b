"""The roster of liaison officers comes in as people fill it in, whole or not at all."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from consultation import liaison
from consultation.errors import Refused
from consultation.roster import HEADS, import_roster

WHO = {"by": "王某", "at": datetime(2026, 8, 3, tzinfo=UTC)}
MEMBERS = ("hrss", "finance")


def sheet(*rows, heads=HEADS):
    book = Workbook()
    book.active.append(list(heads))
    for row in rows:
        book.active.append(list(row))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def officer(agency="hrss", name="赵某", since="2026-03-02"):
    return (agency, "", name, "就业处", "处长", "0991-1", since)


DAYS = {
    "a date": date(2026, 3, 2),
    "a date with a time": datetime(2026, 3, 2, 8, 0),
    "text": "2026-03-02",
    "slashes": "2026/3/2",
    "points": "2026.3.2",
    "official": "2026年3月2日",
}


@pytest.mark.parametrize("since", DAYS.values(), ids=DAYS)
def test_a_day_is_read_as_it_was_typed(session, since):
    assert import_roster(session, sheet(officer(since=since)), MEMBERS, **WHO) == ["hrss"]
    assert liaison.officer_on(session, "hrss", date(2026, 3, 2)).since == date(2026, 3, 2)


BAD = {
    "no day": ((officer(since=None),), "任职日期"),
    "a day that is none": ((officer(since="2026-13-02"),), "2026-13-02"),
    "words": ((officer(since="今年三月"),), "今年三月"),
    "no member": ((officer(agency="x"),), "不是成员单位"),
    "one of two": ((officer(), officer(agency="finance", since="待定")), "第 3 行"),
}


@pytest.mark.parametrize(("rows", "word"), BAD.values(), ids=BAD)
def test_a_bad_row_keeps_everything_out(session, rows, word):
    with pytest.raises(Refused, match=word):
        import_roster(session, sheet(*rows), MEMBERS, **WHO)
    assert liaison.officers_on(session, MEMBERS, date(2026, 8, 3)) == {}


def test_nothing_new_changes_nothing_and_another_file_is_refused(session):
    import_roster(session, sheet(officer()), MEMBERS, **WHO)
    assert import_roster(session, sheet(officer()), MEMBERS, **WHO) == []
    for data in (b"x", sheet(heads=("甲",))):
        with pytest.raises(Refused):
            import_roster(session, data, MEMBERS, **WHO)
