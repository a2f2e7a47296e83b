"""Word documents: the text a reader sees, read straight from the XML.

python-docx drops tracked insertions, content controls and automatic numbers, so it is not used here. Headers, footers,
comments and anything but the document's own text and notes are left out.
"""

from __future__ import annotations

import zipfile
from typing import Any

from ingest.readers.archive import OLE, open_archive, parse_xml, part
from ingest.readers.docx_text import DocxText, walk
from ingest.readers.numbering import Numbering, read_numbering
from kg.errors import UnreadableDocument

DOCUMENT = "word/document.xml"


def decode(name: str, data: bytes, accept: bool = True) -> str:
    """Text of a .docx, tracked changes accepted or rejected.

    Raises UnreadableDocument for an encrypted, damaged, empty or dangerous file.
    """
    text = read_docx(name, data, accept).text
    if not text.strip():
        raise UnreadableDocument(f"{name}：文档中没有文字（可能是扫描图片）。请提供可编辑的文字版。")
    return text


def read_docx(name: str, data: bytes, accept: bool = True) -> DocxText:
    """Text with places; `accept` False reads tracked changes as rejected."""
    if data.startswith(OLE):
        raise UnreadableDocument(f"{name}：文件已加密，或者是旧版 .doc 格式。请取消密码或另存为 .docx 后再提供。")
    archive = open_archive(name, data)
    body = part(archive, name, DOCUMENT)
    if body is None:
        raise UnreadableDocument(f"{name}：不是有效的 Word 文档。请在 Word 或 WPS 中另存为 .docx 后再提供。")
    return walk(parse_xml(name, body), lists(archive, name), notes(archive, name), accept)


def lists(archive: zipfile.ZipFile, name: str) -> Numbering:
    """Automatic numbering of the document, its own and that of its styles."""
    return read_numbering(*(_optional(archive, name, f"word/{p}.xml") for p in ("numbering", "styles")))


def notes(archive: zipfile.ZipFile, name: str) -> tuple[Any, ...]:
    """The parts with footnotes and endnotes, where there are any."""
    found = (_optional(archive, name, f"word/{p}.xml") for p in ("footnotes", "endnotes"))
    return tuple(root for root in found if root is not None)


def _optional(archive: zipfile.ZipFile, name: str, member: str) -> Any | None:
    data = part(archive, name, member)
    return parse_xml(name, data) if data else None
