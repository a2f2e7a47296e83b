from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from api import nearby
from api.nearby import Neighbourhood
from api.pipeline import check
from api.reading import read_paths
from api.workspace import Workspace
from ingest.readers.source import open_source
from ontology.vocabulary import load_vocabulary

EXAMPLES = Path(__file__).parents[2] / "examples"
AT = date(2026, 8, 1)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = Workspace(tmp_path_factory.mktemp("workspace"))
    made.create()
    for path in sorted((EXAMPLES / "in-force").glob("*.txt")):
        made.keep(open_source(path), path.read_bytes())
    return made


@pytest.mark.parametrize("draft", sorted((EXAMPLES / "drafts").glob("*.txt")), ids=lambda p: p.stem)
def test_what_is_near_gives_the_findings_of_the_whole(workspace: Workspace, draft: Path) -> None:
    (reading,) = read_paths([draft], load_vocabulary()).readings
    whole = check(reading, read_paths(workspace.documents(), load_vocabulary()), AT)
    near = Neighbourhood(workspace, load_vocabulary()).corpus(reading, AT, reading.document.region)
    assert [f.id for f in check(reading, near, AT).run.findings] == [f.id for f in whole.run.findings]


def keep(workspace: Workspace, folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    workspace.keep(open_source(folder / name), (folder / name).read_bytes())


def test_index_follows_the_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = Workspace(tmp_path / "w")
    workspace.create()
    texts = {n: f"{n}县临时救助办法\n第一条　县民政局负责临时救助的审批。\n" for n in "甲乙丙"}
    for name, text in texts.items():
        keep(workspace, tmp_path, f"{name}.txt", text)
    assert names(workspace) == {"甲.txt", "乙.txt", "丙.txt"}
    workspace.withdraw("乙.txt")
    keep(workspace, tmp_path, "甲.txt", texts["甲"] + "第二条　县财政局安排资金。\n")
    read: list[str] = []
    whole = Neighbourhood._read
    monkeypatch.setattr(Neighbourhood, "_read", lambda self, name: read.append(name) or whole(self, name))
    assert names(workspace) == {"甲.txt", "丙.txt"}
    assert read == ["甲.txt"]


def test_new_reader_makes_the_index_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = Workspace(tmp_path / "w")
    workspace.create()
    keep(workspace, tmp_path, "甲.txt", "甲县临时救助办法\n第一条　县民政局负责临时救助的审批。\n")
    Neighbourhood(workspace, load_vocabulary())
    monkeypatch.setattr(nearby, "reader_version", lambda: "later")
    assert Neighbourhood(workspace, load_vocabulary()).nearby.saved.version == "later"


def names(workspace: Workspace) -> set[str]:
    return {d.name for d in Neighbourhood(workspace, load_vocabulary()).nearby.saved.documents()}
