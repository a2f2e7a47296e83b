"""Type, lines and tables in WordprocessingML where python-docx has no word for them.

Font families are named as GB/T 9704 names them, with the families that stand in for them where one is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree

TITLE_FONT, BODY_FONT, HEADING_FONT, SUBHEADING_FONT = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
PAGE_NUMBER_FONT = "宋体"
STAND_INS = {
    TITLE_FONT: "小标宋,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC",
    BODY_FONT: "仿宋,FangSong,华文仿宋,STFangsong,Noto Serif CJK SC",
    SUBHEADING_FONT: "楷体,KaiTi,华文楷体,STKaiti,Noto Serif CJK SC",
    HEADING_FONT: "SimHei,Noto Sans CJK SC",
    PAGE_NUMBER_FONT: "SimSun,Noto Serif CJK SC",
}
TABLE_SIZE, PAGE_NUMBER_SIZE = Pt(12), Pt(14)
NARROWER = -5  # twentieths of a point between characters, so that 28 stand in the 156 mm of the type area
BLACK, RED = "000000", "FF0000"


def declare_fonts(document: Any) -> None:
    """Say in the file which families may stand in for the ones named."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    table = parse_xml(part.blob)
    for name, others in STAND_INS.items():
        for known in table.findall(qn("w:font")):
            if known.get(qn("w:name")) == name:
                table.remove(known)
        font = etree.SubElement(table, qn("w:font"), {qn("w:name"): name})
        etree.SubElement(font, qn("w:altName"), {qn("w:val"): others})
        etree.SubElement(font, qn("w:charset"), {qn("w:val"): "86"})
    part._blob = etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)


def family(owner: Any, font: str, latin: str = "Times New Roman") -> None:
    """The font of Chinese text, and that of Latin text beside it."""
    owner.font.name = latin
    fonts = owner.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    fonts.set(qn("w:hint"), "eastAsia")  # quotation marks are full width, too


def narrow(run: Any) -> None:
    """Characters a little closer."""
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(NARROWER))
    properties = run._r.get_or_add_rPr()
    properties.insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:lang")


def fill(row: Any, texts: Sequence[str], font: str, widths: Sequence[int]) -> None:
    """The cells of a row, which stays whole on its page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = Mm(width)
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        run = cell.paragraphs[0].add_run(text)
        run.font.size = TABLE_SIZE
        family(run, font)


def repeat(row: Any) -> None:
    """The head of a table again on every page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def page_number(footer: Any, side: Any) -> None:
    """— 1 — on this side, one character in."""
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
    family(run, PAGE_NUMBER_FONT, latin=PAGE_NUMBER_FONT)
    return run


def rule(paragraph: Any, edges: Sequence[str], line: str = "single", colour: str = BLACK, space: int = 1) -> None:
    """Lines along edges of a paragraph; `space` in points."""
    borders = OxmlElement("w:pBdr")
    for edge in edges:
        drawn = OxmlElement(f"w:{edge}")
        width = "8" if line == "single" else "24"
        for name, value in (("val", line), ("sz", width), ("space", str(space)), ("color", colour)):
            drawn.set(qn(f"w:{name}"), value)
        borders.append(drawn)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
