"""Backup and restore of a workspace: originals, register and records in one archive; the graph is made again.

The database is copied by SQLite's own online backup, so a backup beside a running server is consistent. A restore
unpacks beside its place and then renames. Left out: a database on another server, whose own tools back it up.
"""

from __future__ import annotations

import shutil
import sqlite3
import tarfile
import tempfile
from pathlib import Path

from api.workspace import Workspace
from kg.errors import UsageError

KEPT = ("originals", "documents.jsonl")
MAX_RESTORED = 20 * 1024**3


def backup(workspace: Workspace, target: Path) -> Path:
    """Write the archive beside `target`, then rename it into place."""
    temporary = target.with_name(f".{target.name}.new")
    with tempfile.TemporaryDirectory() as folder, tarfile.open(temporary, "w:gz") as archive:
        for name in KEPT:
            if (workspace.root / name).exists():
                archive.add(workspace.root / name, name)
        if workspace.database.exists():
            copy = Path(folder) / "huishang.db"
            _copy_database(workspace.database, copy)
            archive.add(copy, "huishang.db")
    temporary.replace(target)
    return target


def restore(archive: Path, root: Path) -> Workspace:
    """A workspace from an archive. Raises UsageError for another file, or where a workspace already stands."""
    if root.exists():
        raise UsageError(f"{root}：已有内容，不会覆盖。请换一个文件夹，或先移走原有工作区。")
    fresh = root.with_name(f".{root.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    try:
        with tarfile.open(archive, "r:gz") as found:
            members = found.getmembers()
            tops = {m.name.split("/")[0] for m in members}
            if not tops <= {*KEPT, "huishang.db"} or sum(m.size for m in members) > MAX_RESTORED:
                raise UsageError(f"{archive}：不是会商的备份文件。")
            found.extractall(fresh, filter="data")
    except (tarfile.TarError, OSError, EOFError) as error:
        shutil.rmtree(fresh, ignore_errors=True)
        raise UsageError(f"{archive}：备份文件无法读取（{error}）。请检查文件是否完整。") from error
    except UsageError:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    fresh.rename(root)
    return Workspace(root)


def _copy_database(source: Path, target: Path) -> None:
    reading, writing = sqlite3.connect(source), sqlite3.connect(target)
    try:
        reading.backup(writing)
    finally:
        reading.close()
        writing.close()
