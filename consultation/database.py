"""Opening the database of people's work: SQLite file by default, PostgreSQL by URL; migrated on opening."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from consultation.errors import DatabaseUnavailable

MIGRATIONS = Path(__file__).parent / "migrations"


def sqlite_url(path: Path) -> str:
    """URL of a SQLite file."""
    return f"sqlite:///{path}"


def open_database(url: str) -> Engine:
    """An engine on a database brought to the newest schema.

    Raises DatabaseUnavailable where the server or the file cannot be reached.
    """
    engine = create_engine(_with_driver(url), pool_pre_ping=not url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _sqlite_settings)
    try:
        migrate(engine)
    except OperationalError as error:
        place = engine.url.render_as_string(hide_password=True)
        raise DatabaseUnavailable(f"{place}：会商数据库无法打开。请检查地址、权限或者服务是否启动。") from error
    return engine


def migrate(engine: Engine) -> None:
    """Run what migrations are missing, inside one transaction."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """A session whose changes are kept together or not at all."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session


def _with_driver(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://", 1) if url.startswith("postgresql://") else url


def _sqlite_settings(connection: object, _: object) -> None:
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL", "busy_timeout=5000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
