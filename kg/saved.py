"""Columns kept on disk: built once, opened by memory mapping, and changed in place when one document changes.

A folder of segments and a manifest. A changed document becomes a small segment of its own and its old rows are
marked dead; the manifest is replaced in one rename, so a crash leaves the index before or after. `compact` folds
everything into one segment again. The index is a projection: the graph and the originals are the truth.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from kg.enums import Level, Rank
from kg.errors import StoreError
from kg.merging import merged
from kg.model import Document, Groups, Period, Reading, Repeal
from kg.regions import RegionTree
from kg.segment import Rows, Segment, segment_of

MANIFEST = "manifest.json"
FORMAT = 1
DAYS = ("start", "end", "where")


@dataclass(frozen=True)
class Held:
    """A segment on disk: its folder, its columns, its documents (without their text), and those that are dead."""

    folder: str
    segment: Segment
    documents: tuple[Document, ...]
    dead: frozenset[str]


class SavedIndex:
    """The index in `folder`; `version` is whatever the caller gave for the state of the graph it was made from."""

    def __init__(self, folder: Path, regions: RegionTree):
        self.folder, self.regions = folder, regions
        manifest = _manifest(folder)
        self.version: str = manifest["version"]
        self._next: int = manifest["next"]
        self.held: tuple[Held, ...] = tuple(_held(folder, s["folder"], s["dead"]) for s in manifest["segments"])

    @classmethod
    def build(cls, folder: Path, readings: Iterable[Reading], regions: RegionTree, version: str = "") -> SavedIndex:
        """Make the index anew from all documents."""
        folder.mkdir(parents=True, exist_ok=True)
        number = _manifest(folder)["next"] if (folder / MANIFEST).exists() else 0
        documents: list[Document] = []
        segment = segment_of((_noted(r, documents) for r in readings), regions)
        _write_segment(folder / f"segment-{number}", segment, documents)
        _write_manifest(folder, version, number + 1, [(f"segment-{number}", ())])
        return cls(folder, regions)

    def replace(self, reading: Reading, version: str = "") -> None:
        """Put a document in the place of its former self, or add it."""
        name = f"segment-{self._next}"
        documents: list[Document] = []
        segment = segment_of((_noted(r, documents) for r in (reading,)), self.regions)
        _write_segment(self.folder / name, segment, documents)
        self._commit([*self._without(reading.document.name), (name, ())], version)

    def remove(self, name: str, version: str = "") -> None:
        """Take a document out; nothing where there is none."""
        self._commit(self._without(name), version)

    def compact(self) -> None:
        """Fold all segments into one, dead rows left out."""
        alive = [(h.segment, [d.name not in h.dead for d in h.documents]) for h in self.held]
        documents = [d for h in self.held for d in h.documents if d.name not in h.dead]
        name = f"segment-{self._next}"
        _write_segment(self.folder / name, merged(alive, self.regions), documents)
        self._commit([(name, ())], self.version)

    def documents(self) -> tuple[Document, ...]:
        """Every document that is not dead."""
        return tuple(d for h in self.held for d in h.documents if d.name not in h.dead)

    def _without(self, name: str) -> list[tuple[str, Iterable[str]]]:
        return [(h.folder, h.dead | ({name} & set(h.segment.document_of))) for h in self.held]

    def _commit(self, segments: list[tuple[str, Iterable[str]]], version: str) -> None:
        _write_manifest(self.folder, version, self._next + 1, segments)
        kept = {name for name, _ in segments}
        for held in self.held:
            if held.folder not in kept:
                shutil.rmtree(self.folder / held.folder, ignore_errors=True)
        self.__init__(self.folder, self.regions)  # type: ignore[misc]


def _noted(reading: Reading, documents: list[Document]) -> Reading:
    documents.append(reading.document)
    return reading


# ---- files ----


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StoreError(f"{folder}：索引打不开（{error}）。请运行 huishang rebuild 重建。") from error
    if found.get("format") != FORMAT:
        raise StoreError(f"{folder}：索引是另一个版本写的。请运行 huishang rebuild 重建。")
    return found


def _write_manifest(folder: Path, version: str, next_: int, segments: Iterable[tuple[str, Iterable[str]]]) -> None:
    listed = [{"folder": name, "dead": sorted(dead)} for name, dead in segments]
    state = {"format": FORMAT, "version": version, "next": next_, "segments": listed}
    new = folder / (MANIFEST + ".new")
    with new.open("w", encoding="utf-8") as file:
        json.dump(state, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / MANIFEST)


def _write_segment(folder: Path, segment: Segment, documents: list[Document]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for field in fields(Rows):
        np.save(folder / f"{field.name}.npy", getattr(segment.rows, field.name))
    for name in DAYS:
        np.save(folder / f"{name}.npy", getattr(segment, name))
    tables = {
        "functions": segment.functions,
        "aids": segment.aids,
        "places": segment.places,
        "agencies": segment.agencies,
        "whos": [[g.alternatives, x.alternatives] for g, x in segment.whos],
        "documents": [_facts(d) for d in documents],
    }
    (folder / "tables.json").write_text(json.dumps(tables, ensure_ascii=False), encoding="utf-8")


def _held(folder: Path, name: str, dead: list[str]) -> Held:
    here = folder / name
    try:
        columns = {f.name: np.load(here / f"{f.name}.npy", mmap_mode="r") for f in fields(Rows)}
        days = {n: np.load(here / f"{n}.npy", mmap_mode="r") for n in DAYS}
        tables = json.loads((here / "tables.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StoreError(f"{here}：索引打不开（{error}）。请运行 huishang rebuild 重建。") from error
    documents = tuple(_document(d) for d in tables["documents"])
    segment = Segment(
        Rows(**columns),
        tuple(tables["functions"]),
        tuple(tables["aids"]),
        tuple(tables["places"]),
        tuple(tables["agencies"]),
        tuple((_groups(g), _groups(x)) for g, x in tables["whos"]),
        tuple(d.name for d in documents),
        **days,
    )
    return Held(name, segment, documents, frozenset(dead))


def _groups(alternatives: list[list[str]]) -> Groups:
    return Groups(tuple(tuple(a) for a in alternatives))


def _facts(document: Document) -> dict[str, Any]:
    """A document without its text, as plain JSON; what is not stated is left out."""
    found = {k: v for k, v in asdict(document).items() if v is not None and v != () and k != "text"}
    return json.loads(json.dumps(found, default=str))  # type: ignore[no-any-return]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _document(facts: dict[str, Any]) -> Document:
    known: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in facts.items()}
    for name in ("made", "published"):
        known[name] = _day(known.get(name))
    for name, enum in (("level", Level), ("rank", Rank)):
        known[name] = enum(known[name]) if name in known else None
    known["period"] = Period(*(_day(d) for d in known["period"].values()))
    known["repeals"] = tuple(Repeal(**{**r, "day": _day(r["day"])}) for r in known.get("repeals", ()))
    return Document(text="", **known)
