"""Backup and restore of a workspace: originals, register and records in one archive; the graph is made again.

The register is copied first and the originals after it, and the database by SQLite's own online backup, so a backup
beside a running server holds every original that its register names. Records on a database server are copied into the
same file of the archive, as of one moment, and from there into the server that the settings name at the restore. The
archive is written beside its place, read back, and then renamed; a restore unpacks beside its place and then renames:
killed at any moment, either leaves what was there before.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from api.workspace import UNFINISHED, Workspace
from consultation.copying import copy_records
from consultation.database import open_database, sqlite_url
from kg.errors import PolicyError, UsageError

REGISTER, ORIGINALS, DATABASE = "documents.jsonl", "originals", "huishang.db"
KEPT = frozenset({REGISTER, ORIGINALS, DATABASE})
MAX_RESTORED = 20 * 1024**3


def backup(workspace: Workspace, target: Path, database: str = "") -> Path:
    """Write the archive beside `target`, then rename it into place; `database` is the server of the records, if any.

    Raises UsageError where it cannot be written, DatabaseUnavailable.
    """
    temporary = target.with_name(f".{target.name}.new")
    try:
        with tempfile.TemporaryDirectory() as folder:
            copies = list(_copied(workspace, Path(folder), database))
            with tarfile.open(temporary, "w:gz") as archive:
                for place, name in copies:
                    archive.add(place, name)
        _flush(temporary)
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise UsageError(f"{target}：备份写不进去（{error.strerror}）。请检查路径、权限和磁盘空间。") from error
    return target


def restore(archive: Path, root: Path, database: str = "") -> Workspace:
    """A workspace from an archive, its records in `database` where that names a server.

    Raises UsageError for another file, or where a workspace already stands; Refused where the server holds records.
    """
    if root.exists():
        raise UsageError(f"{root}：已有内容，不会覆盖。请换一个文件夹，或先移走原有工作区。")
    fresh = root.with_name(f".{root.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        fresh.mkdir(parents=True)
        _unpack(archive, fresh)
        found = Workspace(fresh)
        if missing := [place.name for place in found.documents() if not place.is_file()]:
            raise UsageError(f"{archive}：备份中缺少原件 {missing[0]}。请换一份备份。")
        if database and found.database.exists():
            _move_records(sqlite_url(found.database), database)
            found.database.unlink()
    except (tarfile.TarError, OSError, EOFError) as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise UsageError(f"{archive}：备份文件无法读取（{error}）。请检查文件是否完整。") from error
    except PolicyError:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    fresh.rename(root)
    return Workspace(root)


def _copied(workspace: Workspace, folder: Path, database: str) -> Iterator[tuple[Path, str]]:
    """What goes into the archive, in its order: things that grow as copies, originals as they are."""
    register = folder / REGISTER
    register.write_bytes(workspace.register.read_bytes())
    yield register, REGISTER
    if database:
        _move_records(database, sqlite_url(folder / DATABASE))
        yield folder / DATABASE, DATABASE
    elif workspace.database.exists():
        _copy_database(workspace.database, folder / DATABASE)
        yield folder / DATABASE, DATABASE
    for place in sorted(workspace.originals.rglob("*")):
        if place.is_file() and not place.name.startswith(UNFINISHED):
            yield place, f"{ORIGINALS}/{place.relative_to(workspace.originals).as_posix()}"


def _move_records(source: str, target: str) -> None:
    reading, writing = open_database(source), open_database(target)
    try:
        copy_records(reading, writing)
    finally:
        reading.dispose()
        writing.dispose()


def _unpack(archive: Path, fresh: Path) -> None:
    with tarfile.open(archive, "r:gz") as found:
        members = found.getmembers()
        tops = {m.name.split("/")[0] for m in members}
        if REGISTER not in tops or not tops <= KEPT or sum(m.size for m in members) > MAX_RESTORED:
            raise UsageError(f"{archive}：不是会商的备份文件。")
        found.extractall(fresh, filter="data")
    (fresh / ORIGINALS).mkdir(exist_ok=True)


def _flush(place: Path) -> None:
    with place.open("rb+") as file:
        os.fsync(file.fileno())


def _copy_database(source: Path, target: Path) -> None:
    with contextlib.closing(sqlite3.connect(source)) as reading, contextlib.closing(sqlite3.connect(target)) as writing:
        reading.backup(writing)
