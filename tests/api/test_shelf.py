from __future__ import annotations

from pathlib import Path

import pytest

from api import shelf as shelves
from api.reading import read_paths
from api.shelf import Shelf
from ontology.vocabulary import load_vocabulary

TEXT = "甲县临时救助办法\n第一条　县民政局负责临时救助的审批。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("api.reading.read_source", refuse)


def test_second_time_the_reading_comes_from_the_shelf(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(folder / "shelf")
    first = read_paths([folder / "texts"], load_vocabulary(), shelf=shelf)
    forbid_reading(monkeypatch)
    assert read_paths([folder / "texts"], load_vocabulary(), shelf=shelf) == first
    assert first.readings[0].provisions


def test_changed_document_is_read_again(folder: Path) -> None:
    shelf = Shelf(folder / "shelf")
    read_paths([folder / "texts"], load_vocabulary(), shelf=shelf)
    (folder / "texts" / "a.txt").write_text(TEXT + "第二条　县财政局安排资金。\n", encoding="utf-8")
    (reading,) = read_paths([folder / "texts"], load_vocabulary(), shelf=shelf).readings
    assert "财政局" in reading.document.text


def test_another_version_of_the_reader_takes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = TEXT.encode()
    old = Shelf(folder / "shelf")
    read_paths([folder / "texts"], load_vocabulary(), shelf=old)
    assert old.get("a.txt", data)
    monkeypatch.setattr(shelves, "reader_version", lambda: "later")
    assert Shelf(folder / "shelf").get("a.txt", data) is None


def test_damaged_and_unwritable_shelves_are_passed_over(folder: Path) -> None:
    shelf = Shelf(folder / "shelf")
    read_paths([folder / "texts"], load_vocabulary(), shelf=shelf)
    for kept in shelf.here.iterdir():
        kept.write_bytes(b"torn")
    assert shelf.get("a.txt", TEXT.encode()) is None
    (folder / "file").write_text("")
    assert read_paths([folder / "texts"], load_vocabulary(), shelf=Shelf(folder / "file")).readings


def test_document_that_resists_leaves_no_trace(folder: Path) -> None:
    (folder / "texts" / "bad.txt").write_bytes(b"")
    shelf = Shelf(folder / "shelf")
    assert [n for n, _ in read_paths([folder / "texts"], load_vocabulary(), shelf=shelf).failures] == ["bad.txt"]
    assert len(list(shelf.here.iterdir())) == 1


def test_cleared_shelf_is_empty(folder: Path) -> None:
    shelf = Shelf(folder / "shelf")
    read_paths([folder / "texts"], load_vocabulary(), shelf=shelf)
    shelf.clear()
    assert not shelf.folder.exists()
