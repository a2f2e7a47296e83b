"""All records from one database into another of any kind: how those of a server are backed up and brought back."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, Integer, Table, func, insert, select, text

from consultation.errors import Refused
from consultation.models import Base

AT_ONCE = 500  # rows


def copy_records(source: Engine, target: Engine) -> None:
    """Every row as of one moment, all or nothing. Raises Refused where the target holds any."""
    with source.connect() as reading, target.begin() as writing:
        if source.dialect.name == "postgresql":
            reading = reading.execution_options(isolation_level="REPEATABLE READ")
        for table in Base.metadata.sorted_tables:
            if writing.scalar(select(func.count()).select_from(table)):
                place = target.url.render_as_string(hide_password=True)
                raise Refused(f"{place}：数据库中已有记录，不会覆盖。请换一个空的数据库。")
            _copy(table, reading, writing)


def _copy(table: Table, reading: Connection, writing: Connection) -> None:
    found = reading.execution_options(yield_per=AT_ONCE).execute(select(table).order_by(*table.primary_key))
    for rows in found.mappings().partitions():
        writing.execute(insert(table), [dict(row) for row in rows])
    if writing.dialect.name == "postgresql":
        _count_on(table, writing)


def _count_on(table: Table, writing: Connection) -> None:
    """Rows that come later get numbers after those copied."""
    for column in table.primary_key:
        if isinstance(column.type, Integer):
            sequence = writing.scalar(select(func.pg_get_serial_sequence(table.name, column.name)))
            if sequence and (last := writing.scalar(select(func.max(column)))):
                writing.execute(text("SELECT setval(:sequence, :last)"), {"sequence": sequence, "last": last})
