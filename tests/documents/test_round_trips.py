"""Word documents in and out: the text right, comments on the words, nothing else changed."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from docx.shared import Pt, RGBColor

from api.export.docx_changes import Change
from api.export.docx_comments import AUTHOR, Note, with_comments
from ingest.readers.docx import decode, read_docx
from tests.documents.handmade import HANDMADE, Example
from tests.documents.office import SOFFICE, convert
from tests.documents.readback import comments, without_comments


def saved(document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def plain() -> Example:
    document = Document()
    document.add_heading("临时救助办法", 1)
    document.add_paragraph("第一条　县民政局负责临时救助。")
    return Example(saved(document), "临时救助办法\n第一条　县民政局负责临时救助。\n", "民政局负责")


def looks() -> Example:
    document = Document()
    paragraph = document.add_paragraph("标准不低于")
    strong = paragraph.add_run("百分之六十")
    strong.bold, strong.font.size, strong.font.color.rgb = True, Pt(16), RGBColor(255, 0, 0)
    paragraph.add_run("，按月发放。")
    return Example(saved(document), "标准不低于百分之六十，按月发放。\n", "低于百分")


def grid() -> Example:
    document = Document()
    table = document.add_table(rows=2, cols=3)
    for number, cell in enumerate(c for r in table.rows for c in r.cells):
        cell.text = f"部门{number}"
    table.cell(0, 0).merge(table.cell(0, 1))
    return Example(saved(document), "部门0 部门1\t部门2\n部门3\t部门4\t部门5\n", "门1\t部门2")


def heads_and_feet() -> Example:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    document.add_paragraph("第一条　适用本市。")
    return Example(saved(document), "第一条　适用本市。\n", "本市")


def bullets() -> Example:
    document = Document()
    document.add_paragraph("特困人员；", style="List Bullet")
    document.add_paragraph("低保对象。", style="List Number")
    return Example(saved(document), "特困人员；\n1.低保对象。\n", "低保对象")


def sections() -> Example:
    document = Document()
    document.add_paragraph("第一部分")
    document.add_section()
    document.add_paragraph("第二部分").add_run().add_break()
    return Example(saved(document), "第一部分\n\n第二部分\n\n", "第二")


def remarks() -> Example:
    document = Document()
    paragraph = document.add_paragraph("县财政局安排资金。")
    document.add_comment(paragraph.runs[0], text="请核。", author="李某")
    return Example(saved(document), "县财政局安排资金。\n", "财政")


BY_LIBRARY = {f.__name__: f() for f in (plain, looks, grid, heads_and_feet, bullets, sections, remarks)}
EXAMPLES = {**HANDMADE, **BY_LIBRARY}
each = pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)


def note(data: bytes, words: str) -> Note:
    start = decode("稿.docx", data).index(words)
    return Note(start, start + len(words), ("【问题】", "建议：改。"))


def commented(example: Example) -> bytes:
    return with_comments("稿.docx", example.data, [note(example.data, example.words)])


def seen(words: str) -> str:
    return words.replace("\t", "").replace("\n", " ")


def test_there_are_enough_of_them():
    assert len(EXAMPLES) >= 30


@each
def test_the_text_is_what_a_reader_sees(example):
    assert decode("稿.docx", example.data) == example.text


@each
def test_every_piece_leads_back_to_its_place(example):
    text = read_docx("稿.docx", example.data)
    assert all(text.text[p.start : p.end] == p.element.text for p in text.pieces)


@each
def test_the_comment_covers_the_words(example):
    expected = seen(example.words) if example.covers is None else example.covers
    own = [words for author, _, words in comments(commented(example)) if author == AUTHOR]
    assert [w.replace(" ", "") for w in own] == [expected.replace(" ", "")]


@each
def test_nothing_but_comments_changes(example):
    assert without_comments(commented(example)) == without_comments(example.data)


@each
def test_the_text_is_the_same_when_opened_again(example):
    assert decode("稿.docx", commented(example)) == example.text


@each
def test_a_second_run_gives_the_same_file(example):
    once = commented(example)
    twice = with_comments("稿.docx", once, [note(once, example.words)])
    assert comments(twice) == comments(once)
    assert without_comments(twice) == without_comments(once)


def test_other_peoples_comments_stay():
    made = comments(commented(BY_LIBRARY["remarks"]))
    assert made == [("李某", "请核。", "县财政局安排资金。"), (AUTHOR, "【问题】\n建议：改。", "财政")]


def test_rejecting_tracked_changes_gives_the_old_text():
    read = {
        name: read_docx("稿.docx", HANDMADE[name].data, accept=False).text for name in ("inserted and deleted", "moved")
    }
    assert read == {"inserted and deleted": "限额五倍\n", "moved": "及时县民政局应当救助\n"}


def test_a_suggested_wording_is_a_tracked_change():
    data = BY_LIBRARY["looks"].data
    start = decode("稿.docx", data).index("低于百")
    made = with_comments("稿.docx", data, [], changes=[Change(start, start + 3, "少于百")])
    assert read_docx("稿.docx", made).text == "标准不少于百分之六十，按月发放。\n"
    assert read_docx("稿.docx", made, accept=False).text == "标准不低于百分之六十，按月发放。\n"


def test_nothing_is_suggested_inside_a_tracked_insertion():
    example = HANDMADE["inserted and deleted"]
    made = with_comments("稿.docx", example.data, [], changes=[Change(2, 3, "七")])
    assert decode("稿.docx", made) == example.text


LINES = ["第一章　总则", "第一条　县民政局负责临时救助工作。", "第二条　县财政局安排资金，按月发放。"]


@pytest.fixture(scope="class")
def written(tmp_path_factory):
    """The same lines as LibreOffice writes them from three formats."""
    folder = tmp_path_factory.mktemp("written")
    (folder / "text.txt").write_text("\n".join(LINES), encoding="utf-8-sig")
    body = "".join(f"<p>{line.replace('资金', '<b>资</b>金')}</p>" for line in LINES)
    (folder / "page.html").write_text(f'<meta charset="utf-8">{body}', encoding="utf-8")
    Document(BytesIO(BY_LIBRARY["grid"].data)).save(str(folder / "table.docx"))
    odt = convert([folder / "table.docx"], "odt", folder)
    made = convert([folder / "text.txt", *odt], "docx:MS Word 2007 XML", folder)
    made += convert([folder / "page.html"], "docx:MS Word 2007 XML:--infilter=HTML (StarWriter)", folder)
    return {path.stem: path.read_bytes() for path in made}


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
class TestLibreOffice:
    @pytest.mark.parametrize(("name", "words"), [("text", "安排资金"), ("page", "安排资金"), ("table", "门4\t部")])
    def test_its_files_are_read_and_commented(self, written, name, words):
        example = Example(written[name], decode("稿.docx", written[name]), words)
        made = commented(example)
        assert [w for _, _, w in comments(made)] == [seen(words)]
        assert without_comments(made) == without_comments(example.data)
        assert decode("稿.docx", made) == example.text

    @pytest.mark.parametrize("name", ["text", "page"])
    def test_its_files_hold_the_lines(self, written, name):
        assert decode("稿.docx", written[name]).split("\n")[:3] == LINES

    def test_it_opens_what_we_write(self, tmp_path):
        chosen = ("inserted and deleted", "table in a table", "numbers of styles", "text box", "footnote", "remarks")
        files = [tmp_path / f"{number}.docx" for number in range(len(chosen))]
        for file, name in zip(files, chosen, strict=True):
            file.write_bytes(commented(EXAMPLES[name]))
        made = convert(files, "pdf", tmp_path)
        assert [path.stem for path in made] == [file.stem for file in files]
        assert all(path.read_bytes().startswith(b"%PDF") for path in made)
