"""Plain text: bytes to characters, nothing else changed.

Told apart: UTF-8 with or without BOM, UTF-16 and UTF-32 with BOM, UTF-16 without one (Notepad's 'Unicode'), GB18030
(with GBK and GB2312 inside it). A decoder that does not fail is not enough: what comes out has to look like writing, so
that a damaged or binary file is refused instead of being read as rare characters.
"""

from __future__ import annotations

import codecs
import re

from kg.errors import UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = ((b"PK\x03\x04", "压缩包或 Office 文件"), (b"%PDF", "PDF 文件"), (b"\xd0\xcf\x11\xe0", "旧版 Office 文件"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_HANZI = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_STRANGE = re.compile("[\x80-\x9f\ue000-\uf8ff\U000f0000-\U0010ffff]")
_SAMPLE = 200_000  # characters looked at
_ENOUGH = 20  # Han characters from which their spread tells something
_COMMON_SHARE = 0.6  # writing has nine in ten among the 3,755 of GB 2312 level 1


def decode(name: str, data: bytes) -> str:
    """Text of a `.txt` file: a leading BOM dropped, CRLF turned into LF.

    Raises UnreadableDocument where the bytes are empty, no encoding fits, or what comes out is no writing.
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise UnreadableDocument(
                f"{name}：内容是{kind}，不是纯文本。请把后缀改回原来的格式，或另存为文本文件后再提供。"
            )
    text = _text(data)
    if text is None:
        raise UnreadableDocument(
            f"{name}：无法识别文字编码，文件可能已损坏或不是文本。请另存为 UTF-8 编码的文本文件后再提供。"
        )
    if not text.strip("\ufeff\u200b \t\r\n\u3000"):
        raise UnreadableDocument(f"{name}：文件里没有文字。请确认内容已保存后重新提供。")
    return text.replace("\r\n", "\n")


def _text(data: bytes) -> str | None:
    """`data` in the first encoding that gives writing."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data[len(mark) :], encoding)
    for encoding in ("utf-8", *_wide(data), "gb18030"):
        text = _try(data, encoding)
        if text is not None:
            return text
    return None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text if _is_writing(text, guessed=encoding != "utf-8") else None


def _wide(data: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark: line ends and Latin letters leave zero bytes, which no other text has."""
    return ("utf-16-le", "utf-16-be") if b"\0" in data and not len(data) % 2 else ()


def _is_writing(text: str, guessed: bool) -> bool:
    """Whether decoded characters read as a text; a guessed encoding has to show common Han characters."""
    sample = text[:_SAMPLE]
    limit = len(sample) // 200
    if "\0" in sample or len(_CONTROL.findall(sample)) > limit:
        return False
    if not guessed:
        return True
    if len(_STRANGE.findall(sample)) > limit:
        return False
    hanzi = _HANZI.findall(sample)
    if len(hanzi) < _ENOUGH:
        return len(hanzi) * 2 >= sum(not c.isascii() for c in sample)
    return sum(map(_is_common, hanzi)) >= _COMMON_SHARE * len(hanzi)


def _is_common(char: str) -> bool:
    """Whether a Han character is of GB 2312 level 1 (rows 16 to 55)."""
    try:
        return 0xB0 <= char.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False
