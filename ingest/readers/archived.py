"""A .zip of documents: each entry a document of its own, under the limits of every archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from ingest.readers.archive import open_archive, part
from kg.errors import UnreadableDocument

MAX_DOCUMENTS = 500


def entries(name: str, data: bytes, suffixes: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    """(base name, bytes) of each entry with a known suffix; folders, hidden files and archives inside are passed over.

    Raises UnreadableDocument for a damaged, encrypted or exploding archive, or one without documents.
    """
    archive = open_archive(name, data)
    found = [e for e in archive.infolist() if _wanted(e.filename, suffixes)]
    if not found or len(found) > MAX_DOCUMENTS:
        what = "没有可读的文档" if not found else f"有 {len(found)} 份文档，超过 {MAX_DOCUMENTS} 份的上限"
        raise UnreadableDocument(f"{name}：压缩包中{what}。请重新打包后再提供。")
    for entry in found:
        inside = part(archive, name, entry.filename)
        if inside is not None:
            yield PurePosixPath(_named(entry.filename, entry.flag_bits)).name, inside


def _wanted(path: str, suffixes: frozenset[str]) -> bool:
    pure = PurePosixPath(path.replace("\\", "/"))
    hidden = any(p.startswith((".", "__MACOSX")) for p in pure.parts)
    return not hidden and pure.suffix.lower() in suffixes - {".zip"} and not path.endswith("/")


def _named(path: str, flags: int) -> str:
    """Names without the UTF-8 flag come from Chinese Windows: GB18030 that was taken for code page 437."""
    if flags & 0x800:
        return path
    try:
        return path.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return path
