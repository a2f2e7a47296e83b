"""Backup and restore bring back documents and records, and refuse what is no backup."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from api.backup import backup, restore
from api.cli import main
from api.projection import open_graph, rebuild
from api.workspace import Workspace
from consultation import caselog, cases
from consultation.database import open_database, sqlite_url, transaction
from consultation.errors import Refused
from consultation.graph import CASES_GRAPH
from ingest.readers.source import open_bytes, open_source
from kg.errors import UsageError
from ontology.vocabulary import load_vocabulary
from tests.servers import postgresql_server

EXAMPLE = sorted((Path(__file__).parents[2] / "examples" / "in-force").glob("奇台*.txt"))[0]
WHO = {"by": "x", "at": datetime(2026, 3, 2, tzinfo=UTC)}


@pytest.fixture
def workspace(tmp_path):
    made = Workspace(tmp_path / "a" / ".huishang")
    made.create()
    made.keep(open_source(EXAMPLE), EXAMPLE.read_bytes())
    with transaction(open_database(sqlite_url(made.database))) as session:
        cases.open_case(session, title="t", initiator="hrss", draft="草案", **WHO)
    return made


def test_everything_comes_back(workspace, tmp_path):
    archive = backup(workspace, tmp_path / "b.tar.gz")
    found = restore(archive, tmp_path / "b" / ".huishang")
    assert found.current() == workspace.current()
    assert found.documents()[0].read_bytes() == EXAMPLE.read_bytes()
    with transaction(open_database(sqlite_url(found.database))) as session:
        assert caselog.load(session, 1).title == "t"
    assert len(rebuild(found, load_vocabulary()).readings) == 1
    assert open_graph(found, read_only=True).query(f"ASK {{ GRAPH <{CASES_GRAPH}> {{ ?c dct:title ?t }} }}").verdict


def test_nothing_is_overwritten(workspace, tmp_path):
    archive = backup(workspace, tmp_path / "b.tar.gz")
    with pytest.raises(UsageError, match="不会覆盖"):
        restore(archive, workspace.root)


def test_another_file_is_refused_and_leaves_nothing(tmp_path):
    bad = tmp_path / "bad.tar.gz"
    bad.write_bytes(b"no archive")
    strange = tmp_path / "strange.tar.gz"
    with tarfile.open(strange, "w:gz") as archive:
        archive.add(EXAMPLE, "../outside.txt")
    for file in (bad, strange):
        with pytest.raises(UsageError):
            restore(file, tmp_path / "new")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bad.tar.gz", "strange.tar.gz"]


def test_a_withdrawn_document_is_gone_but_its_original_stays(workspace):
    place = workspace.documents()[0]
    workspace.withdraw(place.name)
    assert workspace.documents() == []
    assert place.exists()
    with pytest.raises(UsageError, match="没有这份文件"):
        workspace.withdraw(place.name)


def test_a_torn_register_line_is_passed_over(workspace):
    with workspace.register.open("a", encoding="utf-8") as file:
        file.write('{"action": "add", "na')
    assert len(workspace.documents()) == 1
    other = sorted(EXAMPLE.parent.glob("昌吉*.txt"))[0]
    workspace.keep(open_source(other), other.read_bytes())
    assert len(workspace.documents()) == 2


KILLED = """
import os, sys, tarfile, threading, time
from pathlib import Path
from api import backup
from api.workspace import Workspace

def die_after(calls, function):
    count = 0
    def counted(*arguments, **more):
        nonlocal count
        count += 1
        if count > calls:
            os._exit(9)
        return function(*arguments, **more)
    return counted

what, archive, root, calls = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
if what == "backup":
    tarfile.TarFile.addfile = die_after(calls, tarfile.TarFile.addfile)
    backup.backup(Workspace(root), archive)
else:
    tarfile.TarFile._extract_one = die_after(calls, tarfile.TarFile._extract_one)
    backup.restore(archive, root)
"""


def killed(what, archive, root, calls):
    """Whether a process of its own was ended after so many files."""
    command = [sys.executable, "-c", KILLED, what, str(archive), str(root), str(calls)]
    return subprocess.run(command, check=False, cwd=Path(__file__).parents[2]).returncode == 9


@pytest.mark.parametrize("calls", [0, 1, 2])
def test_a_backup_killed_on_the_way_leaves_the_one_before(workspace, tmp_path, calls):
    target = backup(workspace, tmp_path / "b.tar.gz")
    before = target.read_bytes()
    assert killed("backup", target, workspace.root, calls)
    assert target.read_bytes() == before
    assert restore(backup(workspace, target), tmp_path / "b" / ".huishang").current() == workspace.current()


@pytest.mark.parametrize("calls", [0, 1, 2])
def test_a_restore_killed_on_the_way_leaves_nothing_and_can_be_done_again(workspace, tmp_path, calls):
    archive, root = backup(workspace, tmp_path / "b.tar.gz"), tmp_path / "b" / ".huishang"
    root.parent.mkdir()
    assert killed("restore", archive, root, calls)
    assert not root.exists()
    assert restore(archive, root).current() == workspace.current()


def test_a_backup_beside_somebody_who_adds_holds_what_its_register_names(workspace, tmp_path):
    stop = threading.Event()

    def add():
        for number in range(300):
            data = f"第一条　第{number}条规定。".encode()
            workspace.keep(open_bytes(f"文件{number}.txt", data), data)
            if stop.is_set():
                return

    adding = threading.Thread(target=add)
    adding.start()
    for number in range(4):
        found = restore(backup(workspace, tmp_path / f"{number}.tar.gz"), tmp_path / str(number))
        assert all(place.is_file() for place in found.documents())
    stop.set()
    adding.join()


def test_an_archive_without_an_original_that_it_names_is_refused(workspace, tmp_path):
    workspace.documents()[0].unlink()
    with pytest.raises(UsageError, match="缺少原件"):
        restore(backup(workspace, tmp_path / "b.tar.gz"), tmp_path / "b")
    assert not (tmp_path / "b").exists()


def test_a_place_that_cannot_be_written_is_said(workspace, tmp_path):
    with pytest.raises(UsageError, match="写不进去"):
        backup(workspace, tmp_path / "none" / "b.tar.gz")


def test_records_on_a_server_come_back_to_a_server_or_to_a_file(workspace, tmp_path, monkeypatch):
    with postgresql_server() as server:
        there = server.replace("/postgres?", "/{}?")
        with create_engine(
            server.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
        ).connect() as c:
            for name in ("a", "b"):
                c.execute(text(f"CREATE DATABASE {name}"))
        with transaction(open_database(there.format("a"))) as session:
            for title in ("甲", "乙"):
                cases.open_case(session, title=title, initiator="hrss", draft="草案", **WHO)
        monkeypatch.setenv("HUISHANG_HOME", str(workspace.root))
        monkeypatch.setenv("HUISHANG_DATABASE", there.format("a"))
        archive = tmp_path / "b.tar.gz"
        assert ended(["backup", str(archive)]) == 0
        to_file = restore(archive, tmp_path / "file" / ".huishang")
        assert titles(sqlite_url(to_file.database)) == ["甲", "乙"]
        to_server = restore(archive, tmp_path / "server" / ".huishang", there.format("b"))
        assert not to_server.database.exists()
        assert titles(there.format("b")) == ["甲", "乙"]
        with transaction(open_database(there.format("b"))) as session:
            assert cases.open_case(session, title="丙", initiator="hrss", draft="草案", **WHO).number == 3
        with pytest.raises(Refused, match="已有记录"):
            restore(archive, tmp_path / "again" / ".huishang", there.format("b"))
        assert not (tmp_path / "again" / ".huishang").exists()


def ended(arguments):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    return end.value.code or 0


def titles(url):
    with transaction(open_database(url)) as session:
        return [case.title for case in caselog.all_cases(session)]


def test_a_server_that_is_away_is_said_and_leaves_no_archive(workspace, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("HUISHANG_HOME", str(workspace.root))
    monkeypatch.setenv("HUISHANG_DATABASE", "postgresql://hs:secret@127.0.0.1:1/none")
    assert ended(["backup", str(tmp_path / "b.tar.gz")]) == 2
    said = capsys.readouterr().err
    assert "无法打开" in said and "secret" not in said
    assert not list(tmp_path.glob("*.tar.gz*"))
