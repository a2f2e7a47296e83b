"""Page, type and numbering after GB/T 9704-2012 党政机关公文格式, for every letter of the office.

A4, margins 37/35/28/26 mm, body 3号 (16 pt) 仿宋, 22 lines of 28 characters fill the type area; title 2号 (22 pt)
小标宋 centred; 一、 in 黑体, （一） in 楷体; page numbers 4号 between dashes, 7 mm below the type area, on the outer
side with one character free. Letters have the red name and double lines of 信函格式 (10.1) and no number on their first
page, minutes and the bulletin a red title over a red line (10.3). Left out: the seal.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from consultation.letters.typography import (
    BODY_FONT,
    HEADING_FONT,
    PAGE_NUMBER_SIZE,
    RED,
    SUBHEADING_FONT,
    TITLE_FONT,
    declare_fonts,
    family,
    fill,
    narrow,
    page_number,
    repeat,
    rule,
)

TITLE_SIZE, BODY_SIZE = Pt(22), Pt(16)
LINE = Pt(28.9)  # 22 lines in the 225 mm of the type area
WIDTH = Mm(156)  # of the type area
MARK_SIZE = Pt(42)  # of the largest name at the head of a page
BEYOND = Mm(7)  # by which the red lines of a letter, 170 mm long, stand out on either side
TITLE_LINE = 20  # characters of a title in one line
FOOTER_DISTANCE = Mm(22)  # the number's line begins 7 mm below the type area: 35 − 7 − its height
NUMBER = "〔　　〕　　号"  # for the office to fill in
NUMERALS = "〇一二三四五六七八九十"


class Letter:
    """A document under construction; each method adds one part in the official form."""

    def __init__(self) -> None:
        self.document: Any = Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        section.footer_distance = FOOTER_DISTANCE
        style = self.document.styles["Normal"]
        style.font.size = BODY_SIZE
        family(style, BODY_FONT)
        for language in self.document.styles.element.iter(qn("w:lang")):
            language.set(qn("w:eastAsia"), "zh-CN")
        self.document.settings.odd_and_even_pages_header_footer = True
        page_number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
        page_number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)
        declare_fonts(self.document)
        self.document.core_properties.author = self.document.core_properties.comments = ""

    def letterhead(self, office: str) -> None:
        """The issuing body in red over a double line, the number below it at the right; a line ends the first page."""
        mark = self._mark(office)
        mark.paragraph_format.left_indent = mark.paragraph_format.right_indent = -BEYOND
        rule(mark, ("bottom",), "thickThinSmallGap", RED, 11)
        number = self._paragraph(NUMBER, BODY_FONT, BODY_SIZE)
        number.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        number.paragraph_format.space_before = BODY_SIZE * 7 // 8
        self._blank()
        section = self.document.sections[0]
        section.different_first_page_header_footer = True
        foot = section.first_page_footer.paragraphs[0]
        foot.paragraph_format.left_indent = foot.paragraph_format.right_indent = -BEYOND
        rule(foot, ("top",), "thinThickSmallGap", RED)

    def masthead(self, title: str, number: str, office: str, day: date) -> None:
        """The red title of a bulletin or of minutes, its number, and who issued it when over a red line."""
        self._named(title)
        self._mark(title)
        if number:
            self._paragraph(number, BODY_FONT, BODY_SIZE).alignment = WD_ALIGN_PARAGRAPH.CENTER
        issued = self._paragraph(f"{office}\t{official_date(day)}", BODY_FONT, BODY_SIZE)
        issued.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        rule(issued, ("bottom",), colour=RED, space=4)
        self._blank()

    def title(self, text: str) -> None:
        """Title, centred, with a blank line after it."""
        self._named(text)
        paragraph = self._paragraph("\n".join(title_lines(text)), TITLE_FONT, TITLE_SIZE)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.line_spacing = Pt(35)
        self._blank()

    def addressee(self, text: str) -> None:
        """主送机关, flush left, ending in a colon."""
        self._paragraph(f"{text}：", BODY_FONT, BODY_SIZE)

    def text(self, text: str) -> None:
        """A body paragraph, two characters indented."""
        self._indented(text, BODY_FONT)

    def heading(self, number: int, text: str) -> None:
        """一、 level."""
        self._indented(f"{chinese_number(number)}、{text}", HEADING_FONT).paragraph_format.keep_with_next = True

    def subheading(self, number: int, text: str) -> None:
        """（一） level."""
        self._indented(f"（{chinese_number(number)}）{text}", SUBHEADING_FONT).paragraph_format.keep_with_next = True

    def item(self, number: int, text: str) -> None:
        """1. level."""
        self._indented(f"{number}．{text}", BODY_FONT)

    def attachments(self, names: Sequence[str]) -> None:
        """附件 below the body, not without a line of it."""
        if names and self.document.paragraphs:
            self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        for number, name in enumerate(names, 1):
            head = "附件：" if number == 1 else "　　　"
            line = self._indented(f"{head}{number}．{name}" if len(names) > 1 else f"附件：{name}", BODY_FONT)
            line.paragraph_format.keep_with_next = True

    def attachment(self, mark: str, title: str) -> None:
        """An attachment on a page of its own: 附件1 at the top left, its title centred."""
        self._paragraph(mark, HEADING_FONT, BODY_SIZE).paragraph_format.page_break_before = True
        self.title(title)

    def distribution(self, to: str, office: str, day: date) -> None:
        """版记: who receives it, who issued it, when; between lines, never alone on a page."""
        if self.document.paragraphs:
            self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        self._blank().paragraph_format.keep_with_next = True
        for text, edges in ((f"分送：{to}。", ("top", "bottom")), (f"{office}\t{official_date(day)}印发", ("bottom",))):
            paragraph = self._paragraph(text, BODY_FONT, PAGE_NUMBER_SIZE)
            indent = paragraph.paragraph_format
            indent.left_indent = indent.right_indent = PAGE_NUMBER_SIZE
            indent.tab_stops.add_tab_stop(WIDTH - PAGE_NUMBER_SIZE, WD_TAB_ALIGNMENT.RIGHT)
            indent.keep_together = True
            indent.keep_with_next = edges[0] == "top"
            rule(paragraph, edges)

    def signature(self, office: str, day: date) -> None:
        """署名 and 成文日期, right, the date two characters further in (7.3.5.2); never alone on a page."""
        if self.document.paragraphs:
            self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        self._blank().paragraph_format.keep_with_next = True
        written = official_date(day)
        wide = 3 + sum(c.isdigit() for c in written) / 2  # characters: digits are half as wide
        after = max(2.0, len(office) - wide)
        for text, indent in ((office, after + wide + 2 - len(office)), (written, after)):
            paragraph = self._paragraph(text, BODY_FONT, BODY_SIZE)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            paragraph.paragraph_format.right_indent = int(BODY_SIZE * indent)
            paragraph.paragraph_format.keep_with_next = text == office

    def table(
        self, heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int], height: int = 0
    ) -> None:
        """A table with a repeated head; `widths`, and the least `height` of rows to write in, in mm."""
        if self.document.paragraphs:
            self.document.paragraphs[-1].paragraph_format.space_after = Pt(6)
        made = self.document.add_table(rows=1, cols=len(heads))
        made.style = "Table Grid"
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        made.autofit = False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
        fill(made.rows[0], heads, HEADING_FONT, widths)
        repeat(made.rows[0])
        for row in rows:
            added = made.add_row()
            added.height = Mm(height) if height else None
            fill(added, row, BODY_FONT, widths)

    def bytes(self) -> bytes:
        """The .docx file."""
        buffer = BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def _named(self, title: str) -> None:
        """The first title is that of the file, too."""
        self.document.core_properties.title = self.document.core_properties.title or title

    def _mark(self, text: str) -> Any:
        """A name in red in one line."""
        size = min(MARK_SIZE, Pt(int(WIDTH.pt / len(text))))
        paragraph = self._paragraph(text, TITLE_FONT, size)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.line_spacing = Pt(int(size.pt * 1.3))
        paragraph.runs[0].font.color.rgb = RGBColor.from_string(RED)
        return paragraph

    def _blank(self) -> Any:
        return self._paragraph("", BODY_FONT, BODY_SIZE)

    def _indented(self, text: str, font: str) -> Any:
        paragraph = self._paragraph(text, font, BODY_SIZE)
        paragraph.paragraph_format.first_line_indent = BODY_SIZE * 2
        return paragraph

    def _paragraph(self, text: str, font: str, size: Any) -> Any:
        paragraph = self.document.add_paragraph()
        layout = paragraph.paragraph_format
        layout.space_before = layout.space_after = Pt(0)
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
        run = paragraph.add_run(text)
        run.font.size = size
        family(run, font)
        if size == BODY_SIZE:
            narrow(run)
        return paragraph


def title_lines(text: str) -> list[str]:
    """A long title broken where its sense allows (7.3.1): behind the body that issued it, behind what it quotes."""
    office, about, matter = text.partition("关于")
    if not about or len(text) <= TITLE_LINE:
        return [text]
    quoted, mark, rest = matter.rpartition("”")
    lines = [office, about + matter]
    if mark and len(about + matter) > TITLE_LINE:
        lines = [office, about + quoted + mark, rest]
    return [line for line in lines if line]


def chinese_number(number: int) -> str:
    """1–99 as 一 … 九十九, the form of official headings."""
    if not 0 < number < 100:
        raise ValueError(f"no heading has the number {number}")
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else NUMERALS[tens] + "十"
    return head + (NUMERALS[ones] if ones else "")


def official_date(day: date) -> str:
    """2026年3月2日: no leading zeros (GB/T 9704 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"
