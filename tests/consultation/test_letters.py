"""The form of letters after GB/T 9704: type, lines and numbering in the file, the type area on the printed page."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from consultation.letters.layout import BODY_SIZE, LINE, Letter, chinese_number, official_date, title_lines

SOFFICE = shutil.which("soffice")
MM = 72 / 25.4
DAY = date(2026, 3, 2)
LONG = "各成员单位应当按照职责分工做好社会救助有关工作并及时报送情况" * 6


@pytest.fixture(scope="module")
def letter():
    made = Letter()
    made.letterhead("社会救助工作领导小组办公室")
    made.title("社会救助工作领导小组办公室关于征求意见的函")
    made.addressee("各成员单位")
    made.text(LONG)
    made.heading(1, "需要研究的问题")
    made.subheading(2, "由谁牵头")
    made.item(3, "甲")
    for _ in range(12):
        made.text(LONG)
    made.attachments(["意见反馈表", "联络员名单"])
    made.signature("社会救助工作领导小组办公室", DAY)
    made.attachment("附件1", "意见反馈表")
    made.table(("序号", "单位"), [("1", "民政部门")] * 60, (20, 136))
    made.distribution("各成员单位", "社会救助工作领导小组办公室", DAY)
    return made.bytes()


@pytest.fixture(scope="module")
def document(letter):
    return Document(BytesIO(letter))


def run_of(document, words):
    return next(p for p in document.paragraphs if p.text.startswith(words)).runs[0]


TYPE = {
    "社会救助工作领导小组办公室\n关于": ("方正小标宋简体", 22),
    "各成员单位应当": ("仿宋_GB2312", 16),
    "一、需要研究的问题": ("黑体", 16),
    "（二）由谁牵头": ("楷体_GB2312", 16),
    "3．甲": ("仿宋_GB2312", 16),
    "附件：1．": ("仿宋_GB2312", 16),
    "附件1": ("黑体", 16),
    "2026年3月2日": ("仿宋_GB2312", 16),
}


@pytest.mark.parametrize(("words", "form"), TYPE.items())
def test_type_and_size(document, words, form):
    run = run_of(document, words)
    assert (run._r.rPr.rFonts.get(qn("w:eastAsia")), run.font.size.pt) == form


def test_lines_fill_the_type_area_with_twenty_two_and_begin_two_characters_in(document):
    body = next(p for p in document.paragraphs if p.text == LONG).paragraph_format
    assert body.line_spacing == LINE
    assert 22 * LINE.pt <= 225 * MM < 23 * LINE.pt
    assert body.first_line_indent.pt == 32


def test_the_date_is_no_line_of_its_own_on_a_page(document):
    last = [p for p in document.paragraphs if p.text in ("社会救助工作领导小组办公室", "　　　2．联络员名单")]
    assert len(last) == 3 and all(p.paragraph_format.keep_with_next for p in last[1:])


def test_odd_pages_are_numbered_on_the_right_and_even_on_the_left(document):
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    assert [f.paragraphs[0].alignment for f in (section.footer, section.even_page_footer)] == [2, 0]


def test_a_file_names_its_title_and_no_program(document):
    told = document.core_properties
    assert told.title.endswith("的函")
    assert (told.author, told.comments) == ("", "")


NUMBERS = {1: "一", 10: "十", 11: "十一", 20: "二十", 35: "三十五", 99: "九十九"}


TITLES = {
    "short, no place to break": ("参会回执", ["参会回执"]),
    "one line with its office": ("领导小组办公室关于开会的通知", ["领导小组办公室关于开会的通知"]),
    "long without an issuing body": ("新疆维吾尔自治区社会救助工作领导小组第二次联席会议议题清单",) * 2,
    "behind the issuing body": (
        "社会救助工作领导小组办公室关于第一次联席会议改期的通知",
        ["社会救助工作领导小组办公室", "关于第一次联席会议改期的通知"],
    ),
    "behind what is quoted": (
        "社会救助工作领导小组办公室关于征求“户籍条件与上位规定不符”意见的函",
        ["社会救助工作领导小组办公室", "关于征求“户籍条件与上位规定不符”", "意见的函"],
    ),
}


@pytest.mark.parametrize(("text", "lines"), TITLES.values(), ids=TITLES)
def test_a_long_title_is_broken_where_its_sense_allows(text, lines):
    assert title_lines(text) == ([lines] if isinstance(lines, str) else lines)


DATES = {"office longer": "社会救助工作领导小组办公室", "date longer": "民政厅"}


@pytest.mark.parametrize("office", DATES.values(), ids=DATES)
def test_the_date_begins_two_characters_behind_its_office_and_keeps_two_free(office):
    made = Letter()
    made.signature(office, date(2026, 11, 29))
    name, day = (p.paragraph_format.right_indent / BODY_SIZE for p in Document(BytesIO(made.bytes())).paragraphs[-2:])
    assert day >= 2
    assert name + len(office) - (day + 7) == pytest.approx(2, abs=0.01)


def test_the_file_names_families_that_may_stand_in(document):
    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE).blob.decode()
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong' in table
    assert table.count('w:name="宋体"') == 1


@pytest.mark.parametrize(("number", "word"), NUMBERS.items())
def test_numbers_of_headings(number, word):
    assert chinese_number(number) == word


@pytest.mark.parametrize("number", [0, 100, -1])
def test_no_heading_has_such_a_number(number):
    with pytest.raises(ValueError, match="no heading"):
        chinese_number(number)


@pytest.mark.parametrize(("day", "words"), [(DAY, "2026年3月2日"), (date(2026, 12, 31), "2026年12月31日")])
def test_dates_have_no_leading_zeros(day, words):
    assert official_date(day) == words


@pytest.fixture(scope="module")
def printed(letter, tmp_path_factory):
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("printed")
    (folder / "letter.docx").write_bytes(letter)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "letter.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return pypdfium2.PdfDocument(folder / "letter.pdf")


def boxes(page):
    """Every printed character with its box in points: left, bottom, right, top."""
    text = page.get_textpage()
    return [(text.get_text_range(i, 1), text.get_charbox(i)) for i in range(text.count_chars())]


def test_the_printed_page_is_a4_and_keeps_its_margins(printed):
    for page in printed:
        width, height = page.get_size()
        assert (round(width / MM), round(height / MM)) == (210, 297)
        body = [b for c, b in boxes(page) if c.strip() and b[1] > 35 * MM - 3]
        assert min(b[0] for b in body) >= 28 * MM - 2
        assert max(b[2] for b in body) <= width - 26 * MM + 9  # a mark at the end of a line may hang
        assert max(b[3] for b in body) <= height - 37 * MM + 2


def test_the_page_number_stands_below_the_type_area_on_the_outer_side_but_on_the_first_page(printed):
    assert not [c for c, b in boxes(printed[0]) if c.isdigit() and b[3] < 32 * MM]
    for number, page in enumerate(printed, 1):
        if number == 1:
            continue
        below = [(c, b) for c, b in boxes(page) if c.isdigit() and b[3] < 32 * MM]
        assert "".join(c for c, _ in below) == str(number)
        left, _, right, top = below[0][1]
        assert 20 * MM < top < 28.5 * MM
        assert (left > 105 * MM) == (number % 2 == 1)
        assert 28 * MM < left < right < 184 * MM


def test_a_full_line_holds_twenty_eight_characters(printed):
    lines = {}
    for c, box in boxes(printed[1]):
        if c.strip() and box[1] > 35 * MM:
            lines.setdefault(round(box[1] / LINE.pt), []).append(c)
    assert max(map(len, lines.values())) == 28
    assert len(lines) in (21, 22)
