"""Plain text: bytes to characters, nothing else changed."""

from __future__ import annotations

from kg.errors import UnreadableDocument

ENCODINGS = ("utf-8-sig", "gb18030")


def decode(name: str, data: bytes) -> str:
    """Text of a `.txt` file: a leading BOM dropped, CRLF turned into LF.

    Raises UnreadableDocument where no encoding fits.
    """
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
    raise UnreadableDocument(f"{name}：无法识别文字编码。请另存为 UTF-8 编码的文本文件后再提供。")
