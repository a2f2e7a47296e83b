"""Comments land on the exact characters and leave everything else alone."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document
from lxml import etree

from api.export.docx_comments import AUTHOR, Note, with_comments
from ingest.readers.docx import decode
from ingest.readers.numbering import W


def made() -> bytes:
    document = Document()
    paragraph = document.add_paragraph("第一条　申请人应当具有")
    paragraph.add_run("本县").bold = True
    paragraph.add_run("户籍。")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "特困人员", "救助100%"
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def commented(data: bytes) -> dict[str, str]:
    """Comment id → the text between its range marks."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    open_, found = set(), {}
    for element in body.iter():
        if element.tag == f"{W}commentRangeStart":
            open_.add(element.get(f"{W}id"))
        elif element.tag == f"{W}commentRangeEnd":
            open_.discard(element.get(f"{W}id"))
        elif element.tag == f"{W}t":
            for id_ in open_:
                found[id_] = found.get(id_, "") + element.text
    return found


def note(data: bytes, words: str) -> Note:
    text = decode("a.docx", data)
    start = text.index(words)
    return Note(start, start + len(words), ("问题", "建议"))


@pytest.mark.parametrize("words", ["应当具有本县户籍", "本县", "户", "100%", "特困人员"])
def test_a_comment_covers_exactly_the_words(words):
    data = made()
    after = with_comments("a.docx", data, [note(data, words)])
    assert list(commented(after).values()) == [words]
    assert decode("a.docx", after) == decode("a.docx", data)


def test_overlapping_comments_keep_their_own_words():
    data = made()
    after = with_comments("a.docx", data, [note(data, "具有本县"), note(data, "本县户籍")])
    assert sorted(commented(after).values()) == ["具有本县", "本县户籍"]


def test_a_second_run_replaces_the_first_and_keeps_other_people(tmp_path):
    document = Document(BytesIO(made()))
    document.add_comment(document.paragraphs[0].runs[0], text="别人的意见", author="张某")
    buffer = BytesIO()
    document.save(buffer)
    once = with_comments("a.docx", buffer.getvalue(), [note(buffer.getvalue(), "户籍")])
    twice = with_comments("a.docx", once, [note(once, "本县")])
    authors = [(c.author, c.text) for c in Document(BytesIO(twice)).comments]
    assert authors == [("张某", "别人的意见"), (AUTHOR, "问题\n建议")]


def test_other_parts_stay_byte_for_byte():
    data = made()
    after = with_comments("a.docx", data, [note(data, "户籍")])
    old, new = zipfile.ZipFile(BytesIO(data)), zipfile.ZipFile(BytesIO(after))
    changed = {n for n in old.namelist() if old.read(n) != new.read(n)}
    assert changed <= {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"}


def test_formatting_of_split_runs_is_kept():
    data = made()
    after = with_comments("a.docx", data, [note(data, "县户")])
    runs = Document(BytesIO(after)).paragraphs[0].runs
    assert "".join(r.text for r in runs if r.bold) == "本县"
