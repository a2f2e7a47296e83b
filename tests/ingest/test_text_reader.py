"""Plain text files: encodings told apart, text kept as it is, anything else refused in Chinese."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.text import decode
from kg.errors import UnreadableDocument

WORDS = "第一条　为了规范社会救助工作，保障困难群众基本生活，根据有关法律法规，结合本县实际，制定本办法。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_usual_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode("a.txt", WORDS.encode(encoding)) == WORDS


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("甲\r\n乙\r\n".encode(), "甲\n乙\n"),
        ("\ufeff甲\n".encode(), "甲\n"),
        ("甲\r乙\u200b\u3000丙 \n\n".encode(), "甲\r乙\u200b\u3000丙 \n\n"),
        (b"plain ascii\n", "plain ascii\n"),
        ("短".encode("gb18030"), "短"),
    ],
)
def test_nothing_but_mark_and_line_ends_is_changed(data: bytes, expected: str) -> None:
    assert decode("a.txt", data) == expected


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xef\xbb\xbf \n", "没有文字"),
        (b"PK\x03\x04\x14\x00", "Office"),
        (b"%PDF-1.7\n", "PDF"),
        (bytes(range(256)), "编码"),
        (random.Random(7).randbytes(4000), "编码"),
        ("最低生活保障標準與臨時救助辦法".encode("big5") * 9, "编码"),
        ("甲".encode() + b"\0" * 40, "编码"),
    ],
)
def test_what_is_no_text_is_refused_in_chinese(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableDocument, match=says) as caught:
        decode("某办法.txt", data)
    assert str(caught.value).startswith("某办法.txt：")


@given(
    st.text(
        st.characters(min_codepoint=0x20, exclude_characters="\x7f", exclude_categories=("Cs", "Co", "Cn")), min_size=1
    )
)
def test_utf8_comes_back_unchanged(text: str) -> None:
    if text.strip("\ufeff\u200b \t\r\n\u3000") and text[0] != "\ufeff":
        assert decode("a.txt", text.encode()) == text


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_one_clear_error(data: bytes) -> None:
    try:
        assert decode("a.txt", data)
    except UnreadableDocument as error:
        assert "请" in str(error)
