"""Layouts people really send: amending decisions, contents, tables, annexes, bare headings, broken and joined lines."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.context import Context
from ingest.metadata import describe
from ingest.readers.markdown import decode as decode_markdown
from ingest.reading import read_text
from ingest.structure import parse_structure
from kg.model import Clause
from ontology.vocabulary import load_vocabulary

AROUND = ("title", "note", "salutation", "signature")


def body(text: str) -> list[Clause]:
    return [c for c in parse_structure("a.txt", text) if c.kind not in AROUND]


def locators(text: str) -> list[str]:
    return [c.locator for c in body(text)]


def test_quoted_text_of_an_amending_decision_is_no_structure() -> None:
    text = (
        "甲县关于修改《甲县临时救助办法》的决定\n\n作如下修改：\n"
        "一、将第三条修改为：“第三条　救助对象包括：\n“（一）受灾家庭；\n“（二）患病家庭。”\n"
        "二、增加一条，作为第八条：“第八条　应当建立台账。\n审核结果应当公示。\n前款公示期为七日。”\n三、删去第十条。\n"
        "本决定自2024年5月1日起施行。\n"
    )
    assert locators(text) == ["导语", "一", "二", "三", "结尾"]
    assert [text[c.start : c.end].endswith("”") for c in body(text)[1:3]] == [True, True]


def test_a_quotation_never_closed_does_not_swallow_the_text() -> None:
    text = (
        "甲县决定\n\n一、将第三条修改为：“第三条　应当救助。\n"
        "二、将第五条修改为：“第五条　应当公示。”\n三、删去第十条。\n"
    )
    assert locators(text) == ["一", "二", "三"]


@pytest.mark.parametrize("head", ["目　录\n", "目录\n", ""])
def test_a_table_of_contents_gives_no_chapters(head: str) -> None:
    contents = "第一章　总则\n第二章　救助\n第三章　附则\n"
    articles = "第一章　总则\n第一条　为了救助。\n第二章　救助\n第二条　应当救助。\n第三章　附则\n第三条　施行。\n"
    text = f"甲省条例\n\n{head}{contents}\n{articles}"
    assert [c.locator for c in body(text) if c.kind == "chapter"] == ["第一章", "第二章", "第三章"]


def test_tables_with_tabs_or_bars_give_rows_under_their_heading() -> None:
    text = (
        "甲市通知\n\n一、标准\n按下表执行。\n类别\t城市\t农村\n低保\t800\t560\n特困\t1040\t730\n"
        "二、其他\n|单位|职责|\n|---|---|\n|民政局|负责审核；负责发放|\n"
    )
    rows = [(c.kind, c.locator, c.label) for c in body(text) if c.kind in ("row", "duty")]
    assert rows == [
        ("row", "一/表第1行", "低保"),
        ("row", "一/表第2行", "特困"),
        ("duty", "二/民政局", "民政局"),
    ]


def test_two_issuers_parted_by_a_tab_are_no_table() -> None:
    issuers = "甲市民政局\t甲市财政局\n"
    text = f"{issuers}关于做好工作的通知\n\n各县民政局：\n应当救助。\n\n{issuers}2024年1月5日\n"
    assert [c.kind for c in parse_structure("a.txt", text)] == [
        "title",
        "salutation",
        "paragraph",
        "signature",
        "signature",
    ]


def test_annexes_have_their_own_numbering() -> None:
    text = (
        "甲县通知\n\n各乡镇人民政府：\n请做好以下工作。\n一、审核对象\n二、发放资金\n附件：1.标准\n      2.名单\n\n"
        "甲县民政局\n2024年1月5日\n\n附件1\n救助标准\n一、城市标准八百元。\n附件2\n成员单位职责\n县民政局：负责审核。\n"
    )
    assert locators(text) == ["导语", "一", "二", "附件1/一", "附件2/县民政局"]
    assert [c.instrument for c in body(text)] == [0, 0, 0, 1, 2]


@pytest.mark.parametrize(
    ("title", "enclosed"),
    [
        ("甲县关于印发《甲县救助办法》的通知", "甲县救助办法"),
        ("甲县关于印发甲县救助领导小组\n成员单位职责的通知", "甲县救助领导小组\n成员单位职责"),
        ("甲县关于做好救助工作的通知", "附件\n甲县救助办法"),
    ],
)
def test_an_enclosed_instrument_is_a_text_of_its_own(title: str, enclosed: str) -> None:
    notice = f"{title}\n\n各乡镇人民政府：\n现将有关文件印发给你们，请遵照执行。\n\n2024年1月5日\n"
    text = f"{notice}\n{enclosed}\n\n第一条　应当救助。\n"
    found = parse_structure("a.txt", text)
    assert [c.instrument for c in found if c.kind == "title"] == [0, 1]
    assert [(c.locator, c.instrument) for c in found if c.kind == "article"] == [("第一条", 1)]


@pytest.mark.parametrize(
    ("between", "instruments"),
    [
        ("乙市救助条例\n第七条　应当公示。", [0, 1]),  # the numbers do not go on
        ("乙市关于加强救助工作的意见\n（二）公示结果。", [0, 1]),  # whose act it is
        ("关于加强救助工作的意见（试行）\n第四条　应当公示。", [0, 1]),
        ("救助标准和办法\n第四条　应当公示。", [0]),  # a heading of the act itself
        ("乙市救助条例\n应当公示。", [0]),  # only named
        ("第四条　按照下列规定执行\n第九条　应当公示。", [0]),
        ("公示办法\n（二）公示结果。", [0]),
    ],
)
def test_parts_of_several_acts_stand_under_their_titles(between: str, instruments: list[int]) -> None:
    found = parse_structure("a.txt", f"甲市救助条例\n第三条　应当救助。\n{between}\n")
    assert sorted({c.instrument for c in found}) == instruments


def test_bare_names_of_agencies_head_their_duties() -> None:
    text = "甲县部门职责清单\n\n县民政局\n负责低保工作。\n牵头组织联席会议。\n县财政局\n负责资金安排。\n"
    assert [(c.kind, c.locator) for c in body(text)] == [
        ("duty", "县民政局"),
        ("paragraph", "县民政局/第一段"),
        ("paragraph", "县民政局/第二段"),
        ("duty", "县财政局"),
    ]


def test_a_heading_that_ends_in_a_colon_is_no_agency() -> None:
    text = "甲县职责\n\n一、领导小组成员单位职责：\n民政局：负责低保。\n其他成员单位：做好配合工作。\n"
    assert [(c.kind, c.locator) for c in body(text)] == [
        ("point", "一"),
        ("duty", "一/民政局"),
        ("duty", "一/其他成员单位"),
    ]


def test_a_text_pasted_without_line_breaks_falls_into_articles() -> None:
    text = (
        "甲县救助办法 第一章 总则 第一条 为了规范救助工作，根据国家和省有关规定，结合本县实际情况，制定本办法。 "
        "第二条 县民政局负责全县社会救助工作，县财政局负责资金保障，县审计局依法对资金进行审计监督。"
        "第三条 下列人员可以申请：（一）老年人；（二）残疾人。 第二章 附则 第四条 申请应当向乡镇人民政府提出，"
        "乡镇人民政府应当自受理之日起十日内完成审核。第五条规定的情形除外。 第五条 情况紧急的，先行救助。"
    )
    assert [c.locator for c in body(text) if c.kind in ("chapter", "article", "item")] == [
        "第一章",
        "第一条",
        "第二条",
        "第三条",
        "第三条第（一）项",
        "第三条第（二）项",
        "第二章",
        "第四条",
        "第五条",
    ]


def test_lines_broken_by_the_page_are_put_together() -> None:
    text = (
        "甲县救助办法\n\n第一条　为了规范社会救助工作，保障困难群众基本\n"
        "生活，根据有关规定，结合本县实际，制定本办法。\n"
        "第二条　县民政局负责全县社会救助工作。县财政局\n负责社会救助资金的预算安排。\n乡镇人民政府负责受理、审核。\n"
        "第三条　申请人应当如实申报家庭收入和财产状况，\n并授权核对。\n"
    )
    assert locators(text) == ["第一条", "第二条", "第二条第一款", "第二条第二款", "第三条"]


@pytest.mark.parametrize(
    ("line", "locator"),
    [
        ("第三条规定的人员，由县民政局核实。", "第一条第二款"),
        ("第三条　规定的人员由县民政局核实。", "第三条"),
        ("一、二级残疾人由县残联核实。", "第一条第二款"),
        ("（一）二级残疾人由县残联核实。", "第一条第（一）项"),
        ("2.5倍以上的不予救助。", "第一条第二款"),
        ("2024.1.5以后的申请不予受理。", "第一条第二款"),
    ],
)
def test_what_only_looks_like_a_number(line: str, locator: str) -> None:
    assert locators(f"甲办法\n\n第一条　应当救助。\n{line}\n")[-1] == locator


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "标准如下：\n1.2万元以下的，救助五成；\n2.5万元以上的，救助六成。",
            ["第一条", "第一条第一项", "第一条第二项"],
        ),
        (
            "标准如下：\n1.2万元以下的，救助五成。\n其他的不救助。",
            ["第一条", "第一条第一款", "第一条第二款", "第一条第三款"],
        ),
        ("应当救助。\n1.2万元以下的，救助五成。", ["第一条", "第一条第一款", "第一条第二款"]),
    ],
)
def test_amounts_behind_numbers_of_a_list(lines: str, expected: list[str]) -> None:
    assert locators(f"甲办法\n\n第一条　{lines}\n") == expected


def test_markdown_loses_its_marks_and_keeps_its_structure() -> None:
    text = decode_markdown("a.md", "# 甲县细则\n\n## 第一章 总则\n\n**第一条** 应当救助。\n\n- 甲\n".encode())
    assert text == "甲县细则\n\n第一章 总则\n\n第一条 应当救助。\n\n甲\n"


@pytest.mark.parametrize(
    ("line", "label", "own"),
    [
        ("县民政局：负责低保；负责救助。", "县民政局", "负责低保；负责救助。"),
        ("县民政局——负责低保。", "县民政局", "负责低保。"),
        ("县民政局　　负责低保。", "县民政局", "负责低保。"),
        ("县民政局的主要职责：负责低保。", "县民政局", "负责低保。"),
        ("（一）县民政局。负责低保。", "县民政局", "负责低保。"),
        ("一）县民政局：负责低保。", "县民政局", "负责低保。"),
        ("1\t县民政局\t负责低保。", "县民政局", "负责低保。"),
        ("| 县民政局 | 负责低保。 |", "县民政局", "负责低保。"),
    ],
)
def test_own_words_of_a_duty_stand_behind_its_agency(line: str, label: str, own: str) -> None:
    text = f"某职责\n\n{line}\n"
    clauses = parse_structure("a.txt", text)
    found = next(c for c in clauses if c.kind == "duty")
    start, end = Context("a.txt", text, load_vocabulary(), clauses).own_words(found)
    assert (found.label, text[start:end]) == (label, own)


def test_a_card_of_facts_copied_with_a_text_is_no_part_of_it() -> None:
    text = (
        "索引号：000014349/2014-00019\n发文机关：甲县人民政府\n成文日期：2014年10月3日\n发文字号：甲政发〔2014〕47号\n"
        "甲县人民政府关于做好救助工作的通知\n\n各乡镇人民政府：\n一、应当救助。\n— 1 —\n二、应当公示。\n"
    )
    clauses = parse_structure("a.txt", text)
    assert [c.locator for c in clauses if c.kind not in ("note", "salutation")] == ["标题", "一", "二"]
    found = describe("a.txt", text, clauses, "", load_vocabulary())
    assert (found.title, found.number) == ("甲县人民政府关于做好救助工作的通知", "甲政发〔2014〕47号")
    assert (found.issuers, found.made) == (("甲县人民政府",), date(2014, 10, 3))


@pytest.mark.parametrize(
    ("openings", "quotes"),
    [
        (("医疗保障。", "教育保障。", "监护保障。"), ["由甲局负责", "由乙局负责", "由丙局负责"]),
        (("医疗保障。", "教育保障。", ""), ["医疗保障", "由甲局负责", "教育保障", "由乙局负责", "由丙局负责"]),
        (
            ("民政局审核。", "财政局监督。", "残联公示。"),
            ["民政局审核", "由甲局负责", "财政局监督", "由乙局负责", "残联公示", "由丙局负责"],
        ),
    ],
)
def test_short_nouns_before_articles_in_a_row_are_headings(openings: tuple[str, ...], quotes: list[str]) -> None:
    said = zip("一二三", openings, "甲乙丙", strict=True)
    text = "救助办法\n\n" + "\n".join(f"第{n}条　{o}由{who}局负责。" for n, o, who in said)
    found = read_text("办法.txt", text, "", load_vocabulary()).provisions
    assert [p.quote.text for p in found] == quotes
