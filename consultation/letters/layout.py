"""Page, type and numbering after GB/T 9704-2012 党政机关公文格式, for every letter of the office.

A4, margins 37/35/28/26 mm, body 3号 (16 pt) 仿宋, 22 lines of 28 characters fill the type area; title 2号 (22 pt)
小标宋 centred; 一、 in 黑体, （一） in 楷体; page numbers 4号 between dashes, 7 mm below the type area, on the outer
side with one character free. Font families are named, not embedded: Word, WPS and LibreOffice fall back where one is
missing. Left out: the red head and the seal, which the issuing office adds.
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
LINE = Pt(28.9)  # 22 lines in the 225 mm of the type area
NARROWER = -5  # twentieths of a point between characters, so that 28 stand in its 156 mm
FOOTER_DISTANCE = Mm(22)  # the number's line begins 7 mm below the type area: 35 − 7 − its height
PAGE_NUMBER_FONT = "宋体"
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
        _family(style, BODY_FONT)
        for language in self.document.styles.element.iter(qn("w:lang")):
            language.set(qn("w:eastAsia"), "zh-CN")
        self.document.settings.odd_and_even_pages_header_footer = True
        _page_number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
        _page_number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)

        self.document.core_properties.author = self.document.core_properties.comments = ""

    def title(self, text: str) -> None:
        """Title, centred, with a blank line after it; the first is the title of the file, too."""
        self.document.core_properties.title = self.document.core_properties.title or text
        paragraph = self._paragraph(text, TITLE_FONT, TITLE_SIZE)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.line_spacing = Pt(35)
        self._paragraph("", BODY_FONT, BODY_SIZE)

    def number(self, text: str) -> None:
        """Document number, centred above the title, left for the office to fill in; or the line below a masthead."""
        self._paragraph(text, BODY_FONT, BODY_SIZE).alignment = WD_ALIGN_PARAGRAPH.CENTER

    def blank(self) -> None:
        """An empty line."""
        self._paragraph("", BODY_FONT, BODY_SIZE)

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
        """附件 below the body."""
        for number, name in enumerate(names, 1):
            head = "附件：" if number == 1 else "　　　"
            line = self._indented(f"{head}{number}．{name}" if len(names) > 1 else f"附件：{name}", BODY_FONT)
            line.paragraph_format.keep_with_next = True

    def attachment(self, mark: str, title: str) -> None:
        """An attachment on a page of its own: 附件1 at the top left, its title centred."""
        self._paragraph(mark, HEADING_FONT, BODY_SIZE).paragraph_format.page_break_before = True
        self.title(title)

    def distribution(self, to: str, office: str, day: date) -> None:
        """版记: who receives it, who issued it, when; between lines."""
        self._paragraph("", BODY_FONT, BODY_SIZE)
        for text, edges in ((f"分送：{to}。", ("top", "bottom")), (f"{office}　{official_date(day)}印发", ("bottom",))):
            paragraph = self._paragraph(text, BODY_FONT, PAGE_NUMBER_SIZE)
            indent = paragraph.paragraph_format
            indent.left_indent = indent.right_indent = PAGE_NUMBER_SIZE
            paragraph.paragraph_format.keep_together = True
            _rule(paragraph, edges)

    def signature(self, office: str, day: date) -> None:
        """署名 and 成文日期, right, in Arabic numerals; never alone on a page."""
        if self.document.paragraphs:
            self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        self._paragraph("", BODY_FONT, BODY_SIZE).paragraph_format.keep_with_next = True
        for text, indent in ((office, 2), (official_date(day), 4)):
            paragraph = self._paragraph(text, BODY_FONT, BODY_SIZE)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            paragraph.paragraph_format.right_indent = BODY_SIZE * indent
            paragraph.paragraph_format.keep_with_next = text == office

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
        """A table with a repeated head; `widths` in mm."""
        made = self.document.add_table(rows=1, cols=len(heads))
        made.style = "Table Grid"
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        made.autofit = False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
        _fill(made.rows[0], heads, HEADING_FONT, widths)
        _repeat(made.rows[0])
        for row in rows:
            _fill(made.add_row(), row, BODY_FONT, widths)

    def bytes(self) -> bytes:
        """The .docx file."""
        buffer = BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

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
        _family(run, font)
        if size == BODY_SIZE:
            _narrow(run)
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


def _family(owner: Any, font: str, latin: str = "Times New Roman") -> None:
    owner.font.name = latin
    fonts = owner.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    fonts.set(qn("w:hint"), "eastAsia")  # quotation marks are full width, too


def _narrow(run: Any) -> None:
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(NARROWER))
    properties = run._r.get_or_add_rPr()
    properties.insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:lang")


def _fill(row: Any, texts: Sequence[str], font: str, widths: Sequence[int]) -> None:
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = Mm(width)
        run = cell.paragraphs[0].add_run(text)
        run.font.size = TABLE_SIZE
        _family(run, font)


def _repeat(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _page_number(footer: Any, side: Any) -> None:
    paragraph = footer.paragraphs[0]
    paragraph.alignment = side
    edge = "right_indent" if side == WD_ALIGN_PARAGRAPH.RIGHT else "left_indent"
    setattr(paragraph.paragraph_format, edge, PAGE_NUMBER_SIZE)
    _footer_run(paragraph, "— ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
    field.append(_footer_run(paragraph, "1")._r)
    _footer_run(paragraph, " —")


def _footer_run(paragraph: Any, text: str) -> Any:
    run = paragraph.add_run(text)
    run.font.size = PAGE_NUMBER_SIZE
    _family(run, PAGE_NUMBER_FONT, latin=PAGE_NUMBER_FONT)
    return run


def _rule(paragraph: Any, edges: Sequence[str]) -> None:
    borders = OxmlElement("w:pBdr")
    for edge in edges:
        line = OxmlElement(f"w:{edge}")
        for name, value in (("val", "single"), ("sz", "8"), ("space", "1"), ("color", "000000")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
