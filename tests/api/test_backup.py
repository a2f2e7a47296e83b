"""Backup and restore bring back documents and records, and refuse what is no backup."""

from __future__ import annotations

import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from api.backup import backup, restore
from api.projection import rebuild
from api.workspace import Workspace
from consultation import caselog, cases
from consultation.database import open_database, sqlite_url, transaction
from ingest.readers.source import open_source
from kg.errors import UsageError
from ontology.vocabulary import load_vocabulary

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
