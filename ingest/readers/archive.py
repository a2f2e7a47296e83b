"""Zip archives from strangers: bounded before anything is unpacked, XML read without entities or network.

Source of the limits: a 300-page document with pictures unpacks to some tens of megabytes; a bomb to gigabytes.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

from kg.errors import UnreadableDocument

MAX_UNPACKED = 300 * 1024 * 1024
MAX_PART = 120 * 1024 * 1024
MAX_ENTRIES = 5000
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def open_archive(name: str, data: bytes) -> zipfile.ZipFile:
    """A zip whose size and number of entries are within bounds; raises UnreadableDocument."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableDocument(f"{name}：文件已损坏，无法解开。请在 Word 或 WPS 中打开并另存后再提供。") from error
    entries = archive.infolist()
    too_much = sum(e.file_size for e in entries) > MAX_UNPACKED or any(e.file_size > MAX_PART for e in entries)
    if too_much or len(entries) > MAX_ENTRIES:
        raise UnreadableDocument(f"{name}：压缩内容解开后过大，已拒绝读取。请检查文件来源。")
    if any(e.flag_bits & 0x1 for e in entries):
        raise UnreadableDocument(f"{name}：文件已加密。请取消密码后再提供。")
    return archive


def part(archive: zipfile.ZipFile, name: str, member: str) -> bytes | None:
    """One entry, never more than it declared; None where there is none."""
    try:
        with archive.open(member) as file:
            data = file.read(MAX_PART + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise UnreadableDocument(f"{name}：文件已损坏（{member}）。请在 Word 或 WPS 中打开并另存后再提供。") from error
    if len(data) > MAX_PART:
        raise UnreadableDocument(f"{name}：压缩内容解开后过大，已拒绝读取。请检查文件来源。")
    return data


def parse_xml(name: str, data: bytes) -> Any:
    """The root element; document types and entities are refused. Raises UnreadableDocument."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise UnreadableDocument(f"{name}：文件含有不允许的外部实体声明，已拒绝读取。请检查文件来源。")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)  # and at most 256 elements deep
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(f"{name}：文件内部结构已损坏。请在 Word 或 WPS 中打开并另存后再提供。") from error
