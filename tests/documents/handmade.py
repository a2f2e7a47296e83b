"""Hand-edited .docx files, each with the text a reader sees and some words to comment on."""

from __future__ import annotations

from dataclasses import dataclass

from tests.documents.word import (
    BY,
    cell,
    field,
    level,
    numbered,
    one_list,
    packed,
    paragraph,
    row,
    run,
    style,
    table,
    text_box,
)


@dataclass(frozen=True, slots=True)
class Example:
    """A file, its text and words in it; `covers` is what a comment covers where Word cannot anchor it on the words."""

    data: bytes
    text: str
    words: str
    covers: str | None = None


P, R = paragraph, run
INS, DEL = (f"<w:{t} {BY}>{{}}</w:{t}>" for t in ("ins", "del"))
GONE = "<w:r><w:delText>{}</w:delText></w:r>"
LOST_MARK = f"<w:rPr><w:del {BY.format(7)}/></w:rPr>"
MOVED = (
    f'<w:moveFromRangeStart {BY.format(1)} w:name="a"/><w:moveFrom {BY.format(2)}>{R("及时")}</w:moveFrom>'
    '<w:moveFromRangeEnd w:id="1"/>'
)
ARRIVED = (
    f'<w:moveToRangeStart {BY.format(3)} w:name="a"/><w:moveTo {BY.format(4)}>{R("及时")}</w:moveTo>'
    '<w:moveToRangeEnd w:id="3"/>'
)
CHAPTERS = one_list(
    level(0, "chineseCounting", "第%1章", '<w:suff w:val="space"/>'),
    level(1, "chineseCounting", "第%2条", '<w:lvlRestart w:val="0"/><w:suff w:val="space"/>'),
    level(2, "chineseCounting", "（%3）"),
)
STYLED = one_list(
    level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
    level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
)
STYLES = (
    style("H1", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    + style("H2", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
    + style("Own", "", based="H2")
)
LINKED = (
    '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="公文"/></w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="公文"/>{level(0, "decimal", "%1.")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
NOTE = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>'
SEPARATOR = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'


def content_control(content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:alias w:val="项"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def styled(id_: str) -> str:
    return f'<w:pStyle w:val="{id_}"/>'


TWO_CELLS = row(cell(P(R("民政局"))), cell(P(R("牵头"))))
ONE_TEXT = P(R("县民政局负责"), R("临时"), R("救助。"))

HANDMADE: dict[str, Example] = {
    "split runs": Example(packed(ONE_TEXT), "县民政局负责临时救助。\n", "责临时救"),
    "runs split by spelling marks": Example(
        packed(P(R("县民"), '<w:proofErr w:type="spellStart"/>', R("政局"), '<w:bookmarkStart w:id="0" w:name="b"/>')),
        "县民政局\n",
        "民政",
    ),
    "formatting in the middle": Example(
        packed(P(R("不低于"), R("百分之", "<w:b/>"), R("六十", '<w:b/><w:color w:val="FF0000"/>'))),
        "不低于百分之六十\n",
        "于百分之六",
    ),
    "several texts in one run": Example(
        packed(P("<w:r><w:rPr><w:b/></w:rPr><w:t>财政局</w:t><w:tab/><w:t>安排资金</w:t></w:r>")),
        "财政局\t安排资金\n",
        "安排",
    ),
    "line break in a run": Example(
        packed(P("<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r>")), "第一行\n第二行\n", "行\n第"
    ),
    "table": Example(packed(table(TWO_CELLS)), "民政局\t牵头\n", "牵头"),
    "words across cells": Example(packed(table(TWO_CELLS)), "民政局\t牵头\n", "政局\t牵"),
    "merged columns": Example(
        packed(table(row(cell(P(R("职责表")), properties='<w:gridSpan w:val="2"/>')), TWO_CELLS)),
        "职责表\n民政局\t牵头\n",
        "职责表",
    ),
    "merged rows": Example(
        packed(
            table(
                row(cell(P(R("低保")), properties='<w:vMerge w:val="restart"/>'), cell(P(R("受理")))),
                row(cell(P(), properties="<w:vMerge/>"), cell(P(R("审核")))),
            )
        ),
        "低保\t受理\n\t审核\n",
        "审核",
    ),
    "table in a table": Example(
        packed(table(row(cell(P(R("外"))), cell(P(R("左")) + table(TWO_CELLS) + P())))),
        "外\t左 \n民政局\t牵头\n",
        "民政局",
    ),
    "table as a frame": Example(
        packed(table(row(cell(P(R("第一条　适用。")), table(TWO_CELLS), P(R("第二条　施行。")))))),
        "第一条　适用。\n民政局\t牵头\n第二条　施行。\n",
        "施行",
    ),
    "paragraphs in a cell": Example(
        packed(table(row(cell(P(R("甲")), P(R("乙"))), cell(P(R("丙")))))), "甲 乙\t丙\n", "甲 乙"
    ),
    "deleted table row": Example(
        packed(table(TWO_CELLS, row(cell(P(R("旧"))), cell(P(R("旧"))), properties=f"<w:del {BY.format(1)}/>"))),
        "民政局\t牵头\n",
        "民政局",
    ),
    "numbered items": Example(
        packed(
            P(R("特困人员；"), properties=numbered(1)) + P(R("低保对象。"), properties=numbered(1)),
            numbering=one_list(level(0, "chineseCounting", "（%1）")),
        ),
        "（一）特困人员；\n（二）低保对象。\n",
        "低保",
    ),
    "articles count on through chapters": Example(
        packed(
            "".join(
                P(R(t), properties=numbered(1, d))
                for d, t in ((0, "总则"), (1, "甲"), (0, "救助"), (1, "乙"), (2, "丙"))
            ),
            numbering=CHAPTERS,
        ),
        "第一章 总则\n第一条 甲\n第二章 救助\n第二条 乙\n（一）丙\n",
        "救助",
    ),
    "numbers of styles": Example(
        packed(
            "".join(
                P(R(t), properties=styled(s))
                for s, t in (("H1", "目标"), ("H2", "原则"), ("Own", "任务"), ("H1", "保障"))
            ),
            numbering=STYLED,
            styles=STYLES,
        ),
        "一、目标\n（一）原则\n（二）任务\n二、保障\n",
        "任务",
    ),
    "a style's number taken away": Example(
        packed(
            P(R("目标"), properties=styled("H1")) + P(R("正文"), properties=styled("H1") + numbered(0)),
            numbering=STYLED,
            styles=STYLES,
        ),
        "一、目标\n正文\n",
        "正文",
    ),
    "list defined by a style of lists": Example(
        packed(P(R("甲"), properties=numbered(1)), numbering=LINKED), "1.甲\n", "甲"
    ),
    "inserted and deleted": Example(
        packed(P(R("限额"), DEL.format(1, GONE.format("五")), INS.format(2, R("六")), R("倍"))),
        "限额六倍\n",
        "额六倍",
    ),
    "moved": Example(packed(P(MOVED, R("县民政局应当"), ARRIVED, R("救助"))), "县民政局应当及时救助\n", "当及时救"),
    "two paragraphs made one": Example(
        packed(
            P(R("甲；"), properties=numbered(1) + LOST_MARK)
            + P(R("乙。"), properties=numbered(1))
            + P(R("丙。"), properties=numbered(1)),
            numbering=one_list(level(0, "decimal", "%1.")),
        ),
        "1.甲；乙。\n2.丙。\n",
        "；乙",
    ),
    "content controls": Example(
        packed(content_control(P(R("承办"), content_control(R("县民政局")))) + P(R("负责"))),
        "承办县民政局\n负责\n",
        "办县民",
    ),
    "table row in a content control": Example(packed(table(content_control(TWO_CELLS))), "民政局\t牵头\n", "牵头"),
    "text box": Example(
        packed(P(R("正文"), text_box(P(R("框内"))), R("续"))), "正文续\n框内\n", "框内", covers="框内框内"
    ),
    "words before a text box": Example(packed(P(R("正文"), text_box(P(R("框内"))))), "正文\n框内\n", "正"),
    "footnote": Example(
        packed(
            P(R("低收入家庭"), '<w:r><w:footnoteReference w:id="2"/></w:r>', R("由县认定")),
            footnotes=SEPARATOR + NOTE.format(R("收入低于低保标准两倍。")),
        ),
        "低收入家庭由县认定\n收入低于低保标准两倍。\n",
        "低保标准",
        covers="",
    ),
    "field": Example(
        packed(P(R("依照"), field("REF _Ref1 \\h", R("第三条")), R("办理"))), "依照第三条办理\n", "照第三条办"
    ),
    "page number field without a result": Example(
        packed(P('<w:fldSimple w:instr="TITLE">', R("办法"), "</w:fldSimple>", R("（试行）"))),
        "办法（试行）\n",
        "法（试",
    ),
    "hyperlink": Example(
        packed(P(R("见"), '<w:hyperlink w:anchor="b">', R("《社会救助"), R("暂行办法》"), "</w:hyperlink>", R("。"))),
        "见《社会救助暂行办法》。\n",
        "救助暂行办法》。",
    ),
    "hidden text": Example(
        packed(P(R("正"), R("藏", "<w:vanish/>"), R("文", '<w:vanish w:val="0"/>'))), "正文\n", "正文", covers="正藏文"
    ),
    "symbols": Example(
        packed(P('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', R("城乡低保"), "<w:r><w:softHyphen/></w:r>")),
        "□城乡低保\n",
        "低保",
    ),
    "pinyin over characters": Example(
        packed(
            P(
                f"<w:r><w:ruby><w:rubyPr/><w:rt>{R('fú')}</w:rt><w:rubyBase>{R('扶')}</w:rubyBase></w:ruby></w:r>",
                R("助"),
            )
        ),
        "扶助\n",
        "助",
    ),
    "formula": Example(packed(P(R("标准为"), "<m:oMath><m:r><m:t>a×2</m:t></m:r></m:oMath>")), "标准为a×2\n", "标准"),
}
