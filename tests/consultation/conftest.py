"""The same tests on SQLite and on a PostgreSQL server of our own, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from consultation.database import open_database, sqlite_url, transaction

NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgresql():
    """A server on a socket, stopped afterwards; databases are copies of a migrated one."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        pytest.skip("PostgreSQL is not installed")
    place = Path(tempfile.mkdtemp(prefix="huishang-pg-"))
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(place, "postgres")
    data, tools = place / "data", found[-1]
    initdb = [*as_user, tools / "initdb", "-D", data, "-A", "trust", "-U", "hs"]
    subprocess.run(initdb, check=True, capture_output=True)
    options = f"-c listen_addresses='' -c unix_socket_directories='{place}' -c fsync=off"
    start = [*as_user, tools / "pg_ctl", "-D", data, "-o", options, "-w", "-l", place / "log", "start"]
    subprocess.run(start, check=True, stdout=subprocess.DEVNULL)
    admin = create_engine(f"postgresql+psycopg://hs@/postgres?host={place}", isolation_level="AUTOCOMMIT")
    try:
        with admin.connect() as connection:
            connection.execute(text("CREATE DATABASE migrated"))
        open_database(f"postgresql://hs@/migrated?host={place}").dispose()
        yield admin, place
    finally:
        admin.dispose()
        stop = [*as_user, tools / "pg_ctl", "-D", data, "-m", "immediate", "stop"]
        subprocess.run(stop, check=False, capture_output=True)
        shutil.rmtree(place, ignore_errors=True)


KINDS = ("sqlite", "postgresql")


@pytest.fixture(params=KINDS)
def url(request, tmp_path):
    """The address of an empty database."""
    return empty_database(request, tmp_path)


def empty_database(request, folder):
    if request.param == "sqlite":
        return sqlite_url(folder / "huishang.db")
    admin, place = request.getfixturevalue("postgresql")
    name = f"t{next(NUMBERS)}"
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE migrated"))
    return f"postgresql://hs@/{name}?host={place}"


@pytest.fixture
def engine(url):
    made = open_database(url)
    yield made
    made.dispose()


@pytest.fixture
def session(engine):
    with transaction(engine) as opened:
        yield opened
