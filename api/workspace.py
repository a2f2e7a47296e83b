"""A workspace: originals kept by their digest, and what is made from them.

Layout of the folder: `originals/<sha256>/<name>` and `documents.jsonl`, an append-only register of what was added and
withdrawn, are the truth; `graph/` is a projection and `readings/` a cache; `huishang.db` holds people's work. An
original is written beside its place and then renamed, the register grows by one flushed line: a crash leaves the
state before or after.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from api.reading import Progress, read_paths
from api.shelf import Shelf
from ingest.readers.source import Source
from kg.errors import UsageError
from kg.model import Corpus
from ontology.vocabulary import Vocabulary

FOLDER = ".huishang"
UNFINISHED = ".new-"  # begins the name of a file that is still being written


class Workspace:
    """One workspace folder."""

    def __init__(self, root: Path):
        self.root = root
        self.originals = root / "originals"
        self.register = root / "documents.jsonl"
        self.graph = root / "graph"
        self.readings = root / "readings"
        self.database = root / "huishang.db"

    def exists(self) -> bool:
        """Whether `init` was run here."""
        return self.originals.is_dir()

    def create(self) -> None:
        """Make the folders; nothing is changed where they stand."""
        self.originals.mkdir(parents=True, exist_ok=True)
        self.register.touch()

    def documents(self) -> list[Path]:
        """Originals of the documents kept now, in order of name."""
        return [self.originals / digest / name for name, digest in sorted(self.current().items())]

    def current(self) -> dict[str, str]:
        """Digest by name of every document that was added and not withdrawn; a torn last line is passed over."""
        kept: dict[str, str] = {}
        for line in self.register.read_text(encoding="utf-8").splitlines():
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if entry["action"] == "add":
                kept[entry["name"]] = entry["sha256"]
            else:
                kept.pop(entry["name"], None)
        return kept

    def stamp(self) -> tuple[int, int]:
        """Changes whenever the register does, whichever process wrote to it."""
        state = self.register.stat()
        return state.st_mtime_ns, state.st_size

    def keep(self, source: Source, data: bytes) -> Path:
        """Store an original under its digest; it becomes the current document of its name."""
        place = self.originals / source.sha256 / source.name
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(place, data)
        if self.current().get(source.name) != source.sha256:
            self._record("add", source.name, source.sha256)
        return place

    def withdraw(self, name: str) -> None:
        """Take a document out of the current ones; its original stays. Raises UsageError where there is none."""
        digest = self.current().get(name)
        if digest is None:
            raise UsageError(f"{name}：工作区里没有这份文件。请核对文件名。")
        self._record("withdraw", name, digest)

    def _record(self, action: str, name: str, digest: str) -> None:
        entry = {"action": action, "name": name, "sha256": digest, "at": datetime.now(UTC).isoformat()}
        with self.register.open("a", encoding="utf-8") as file:
            file.write("\n" * _torn(self.register) + json.dumps(entry, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())


def _torn(path: Path) -> bool:
    data = path.read_bytes()
    return bool(data) and not data.endswith(b"\n")


def _write_whole(place: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=place.parent, prefix=UNFINISHED)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(temporary).replace(place)


def open_workspace(start: Path | None = None) -> Workspace:
    """The workspace of this folder or the nearest one above; HUISHANG_HOME overrides.

    Raises UsageError where there is none.
    """
    here = (start or Path.cwd()).resolve()
    if found := find_workspace(here):
        return found
    raise UsageError(f"{here}：这里没有工作区。请先运行 huishang init，或用 --base 指定现行文件。")


def find_workspace(here: Path) -> Workspace | None:
    """`open_workspace`, or nothing where there is none. Raises UsageError where HUISHANG_HOME names no workspace."""
    if home := os.environ.get("HUISHANG_HOME"):
        return _existing(Path(home))
    return next((_existing(f / FOLDER) for f in (here, *here.parents) if (f / FOLDER).is_dir()), None)


def _existing(root: Path) -> Workspace:
    workspace = Workspace(root)
    if not workspace.exists():
        raise UsageError(f"{root}：不是工作区。请先运行 huishang init。")
    return workspace


def base_corpus(base: Sequence[Path], vocabulary: Vocabulary, progress: Progress | None = None) -> Corpus:
    """What to check against: the paths given, or the workspace's documents."""
    if base:
        return read_paths(base, vocabulary, progress)
    workspace = open_workspace()
    documents = workspace.documents()
    return read_paths(documents, vocabulary, progress, Shelf(workspace.readings)) if documents else Corpus()
