"""Readings kept beside the originals, so that a document is read once by each version of the reader.

A cache and no more: keyed by the document's name and bytes, in a folder named after the version of everything that
reading depends on (the reader's code, the ontology, the libraries), so that nothing stale is ever taken. A shelf
that cannot be read or written is passed over.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path

from kg.model import Reading
from kg.packing import pack, unpack

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("ingest", "ontology", "kg/enums.py", "kg/model.py", "kg/ids.py", "kg/packing.py")
SUFFIXES = frozenset({".py", ".ttl", ".txt", ".json", ".csv"})
LIBRARIES = (
    "ahocorasick_rs",
    "beautifulsoup4",
    "jieba",
    "lxml",
    "pdfplumber",
    "pypdfium2",
    "python-docx",
    "rjieba",
    "spacy",
)


@cache
def reader_version() -> str:
    """A digest of all that a reading depends on besides the document."""
    state = blake2b(digest_size=8)
    for part in PARTS:
        here = ROOT / part
        for path in sorted(here.rglob("*")) if here.is_dir() else [here]:
            if path.suffix in SUFFIXES:
                state.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    for name in LIBRARIES:
        with contextlib.suppress(metadata.PackageNotFoundError):
            state.update(f"{name} {metadata.version(name)}".encode())
    return state.hexdigest()


class Shelf:
    """The shelf in `folder`."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.here = folder / reader_version()

    def get(self, name: str, data: bytes) -> Reading | None:
        """The reading of this document by this version of the reader, if it is there."""
        try:
            return unpack(self._place(name, data).read_bytes())
        except (OSError, ValueError):
            return None

    def put(self, name: str, data: bytes, reading: Reading) -> None:
        """Keep a reading."""
        place = self._place(name, data)
        new = place.with_suffix(f".{os.getpid()}.new")
        with contextlib.suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(pack(reading))
            new.replace(place)

    def clear(self) -> None:
        """Forget everything, of every version."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _place(self, name: str, data: bytes) -> Path:
        return self.here / blake2b(name.encode() + b"\0" + data, digest_size=20).hexdigest()
