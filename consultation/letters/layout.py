"""Page, type and numbering after GB/T 9704-2012 党政机关公文格式, for every letter of the office.

A4, margins 37/35/28/26 mm, body 3号 (16 pt) 仿宋 on 28 pt lines, 22 lines a page; title 2号 (22 pt) 小标宋 centred;
一、 in 黑体, （一） in 楷体; page numbers 4号 between dashes. Font families are named, not embedded: Word, WPS and
LibreOffice fall back where one is missing. Left out: the red head and the seal, which the issuing office adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

TITLE_FONT, BODY_FONT, HEADING_FONT, SUBHEADING_FONT = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
TITLE_SIZE, BODY_SIZE, TABLE_SIZE, PAGE_NUMBER_SIZE = Pt(22), Pt(16), Pt(12), Pt(14)
LINE = Pt(28)
NUMERALS = "〇一二三四五六七八九十"


class Letter:
    """A document under construction; each method adds one part in the official form."""

    def __init__(self) -> None:
        self.document: Any = Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        style = self.document.styles["Normal"]
        style.font.size = BODY_SIZE
        _family(style, BODY_FONT)
        _page_number(section)

    def title(self, text: str) -> None:
        """Title, centred, with a blank line after it."""
        paragraph = self._paragraph(text, TITLE_FONT, TITLE_SIZE)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.line_spacing = Pt(35)
        self._paragraph("", BODY_FONT, BODY_SIZE)

    def number(self, text: str) -> None:
        """Document number, centred, left for the office to fill in."""
        self._paragraph(text, BODY_FONT, BODY_SIZE).alignment = WD_ALIGN_PARAGRAPH.CENTER

    def addressee(self, text: str) -> None:
        """主送机关, flush left, ending in a colon."""
        self._paragraph(f"{text}：", BODY_FONT, BODY_SIZE)

    def text(self, text: str) -> None:
        """A body paragraph, two characters indented."""
        self._indented(text, BODY_FONT)

    def heading(self, number: int, text: str) -> None:
        """一、 level."""
        self._indented(f"{chinese_number(number)}、{text}", HEADING_FONT)

    def subheading(self, number: int, text: str) -> None:
        """（一） level."""
        self._indented(f"（{chinese_number(number)}）{text}", SUBHEADING_FONT)

    def item(self, number: int, text: str) -> None:
        """1. level."""
        self._indented(f"{number}．{text}", BODY_FONT)

    def attachments(self, names: Sequence[str]) -> None:
        """附件 below the body."""
        for number, name in enumerate(names, 1):
            head = "附件：" if number == 1 else "　　　"
            self._indented(f"{head}{number}．{name}" if len(names) > 1 else f"附件：{name}", BODY_FONT)

    def signature(self, office: str, day: date) -> None:
        """署名 and 成文日期, right, in Arabic numerals."""
        self._paragraph("", BODY_FONT, BODY_SIZE)
        for text, indent in ((office, 2), (official_date(day), 4)):
            paragraph = self._paragraph(text, BODY_FONT, BODY_SIZE)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            paragraph.paragraph_format.right_indent = BODY_SIZE * indent

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
        """A table with a repeated head; `widths` in mm."""
        made = self.document.add_table(rows=1, cols=len(heads))
        made.style = "Table Grid"
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        made.autofit = False
        _fill(made.rows[0], heads, HEADING_FONT, widths)
        _repeat(made.rows[0])
        for row in rows:
            _fill(made.add_row(), row, BODY_FONT, widths)

    def bytes(self) -> bytes:
        """The .docx file."""
        buffer = BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def _indented(self, text: str, font: str) -> None:
        self._paragraph(text, font, BODY_SIZE).paragraph_format.first_line_indent = BODY_SIZE * 2

    def _paragraph(self, text: str, font: str, size: Any) -> Any:
        paragraph = self.document.add_paragraph()
        layout = paragraph.paragraph_format
        layout.space_before = layout.space_after = Pt(0)
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
        run = paragraph.add_run(text)
        run.font.size = size
        _family(run, font)
        return paragraph


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


def _family(owner: Any, font: str) -> None:
    owner.font.name = "Times New Roman"
    fonts = owner.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)


def _fill(row: Any, texts: Sequence[str], font: str, widths: Sequence[int]) -> None:
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = Mm(width)
        run = cell.paragraphs[0].add_run(text)
        run.font.size = TABLE_SIZE
        _family(run, font)


def _repeat(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _page_number(section: Any) -> None:
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("— ").font.size = PAGE_NUMBER_SIZE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
    run = paragraph.add_run("1")
    run.font.size = PAGE_NUMBER_SIZE
    field.append(run._r)
    paragraph.add_run(" —").font.size = PAGE_NUMBER_SIZE
