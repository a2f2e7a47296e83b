"""From a file to text: one `Source` per document, whatever the format.

Each format has one reader beside this file; the type is told from the bytes first and the name second.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from ingest.readers.archived import entries
from kg.errors import UnreadableDocument

MAX_BYTES = 50 * 1024 * 1024
TEXT_SUFFIXES = (".txt", ".md", ".text", ".markdown")


@dataclass(frozen=True, slots=True)
class Source:
    """A document's text with the digest of the bytes it came from."""

    name: str
    text: str
    sha256: str
    pages: tuple[int, ...] = ()  # offset at which each page begins, of formats that have pages


READERS = {
    **dict.fromkeys(TEXT_SUFFIXES, "text"),
    ".md": "markdown",
    ".markdown": "markdown",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    **dict.fromkeys((".doc", ".wps", ".rtf", ".odt"), "office"),
}  # suffix → module of this package whose `decode(name, data)` reads it
KNOWN = frozenset({*READERS, ".zip"})


def open_bytes(name: str, data: bytes, accept: bool = True) -> Source:
    """Text of `data`; `name` decides the format where the bytes do not; `accept` False undoes tracked changes.

    Raises UnreadableDocument with one Chinese sentence that says what, where and what next.
    """
    if not data:
        raise UnreadableDocument(f"{name}：文件是空的，没有可读内容。请确认文件已保存后重新提供。")
    if len(data) > MAX_BYTES:
        size = len(data) // (1024 * 1024)
        raise UnreadableDocument(f"{name}：文件有 {size} MB，超过 50 MB 的上限。请拆分后分别提供。")
    suffix = Path(name).suffix.lower()
    reader = _told_by(data) or READERS.get(suffix)
    if reader is None:
        raise UnreadableDocument(
            f"{name}：不支持“{suffix or '无后缀'}”格式。请另存为 .docx、.pdf、.html 或 .txt 后再提供。"
        )
    module = import_module(f"ingest.readers.{reader}")
    if reader == "pdf":
        text, pages = module.decode_pages(name, data)
        return Source(name, text, sha256(data).hexdigest(), pages)
    text = module.decode(name, data, accept) if reader == "docx" else module.decode(name, data)
    return Source(name, text, sha256(data).hexdigest())


def _told_by(data: bytes) -> str | None:
    """The reader that the first bytes name, whatever the suffix says; a .docx under another name is still one."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        return "docx"
    return None


def sources_in(path: Path) -> list[tuple[str, bytes]]:
    """(name, bytes) of the documents of one file: itself, or what a .zip holds. Raises UnreadableDocument."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(f"{path}：无法打开文件（{error.strerror}）。请检查路径和权限。") from error
    if path.suffix.lower() != ".zip":
        return [(path.name, data)]
    return list(entries(path.name, data, frozenset(READERS)))


def open_source(path: Path, accept: bool = True) -> Source:
    """Read one file; errors as `open_bytes`, and for a file that is not there or cannot be opened."""
    found = sources_in(path)
    if len(found) > 1:
        raise UnreadableDocument(f"{path.name}：压缩包中有 {len(found)} 份文档，这里只能是一份。请解开后指定。")
    return open_bytes(*found[0], accept)


def _is_document(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in KNOWN and not path.name.startswith(".")


def documents_in(paths: list[Path]) -> list[Path]:
    """Files among `paths`, folders walked in order of name; hidden files left out.

    Raises UnreadableDocument where a path does not exist or a folder holds no document.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = [p for p in sorted(path.rglob("*")) if _is_document(p)]
            if not inside:
                raise UnreadableDocument(f"{path}：文件夹中没有可读的文档。请放入 .docx、.pdf、.html 或 .txt 文件。")
            found += inside
        elif path.exists():
            found.append(path)
        else:
            raise UnreadableDocument(f"{path}：找不到该文件或文件夹。请检查路径。")
    return found
