"""Metadata from the text alone: what officials put around a text, in the manners they write it."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.metadata import describe
from ingest.structure import parse_structure
from kg.enums import Level, Rank
from kg.model import Document
from ontology.vocabulary import load_vocabulary


def document(text: str) -> Document:
    return describe("a.txt", text, parse_structure("a.txt", text), "", load_vocabulary())


def statute(notes: str, last: str = "本条例自2020年1月1日起施行。", title: str = "甲省救助条例") -> Document:
    return document(f"{title}\n\n{notes}\n\n第一条　为了救助，制定本条例。\n第二条　{last}\n")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("甲县民政局关于印发\n《甲县救助办法》的通知\n", "甲县民政局关于印发《甲县救助办法》的通知"),
        ("甲 县 救 助 预 案\n", "甲县救助预案"),
        ("甲县民政局　甲县财政局\n关于做好救助工作的通知\n", "甲县民政局 甲县财政局关于做好救助工作的通知"),
        ("甲县民政局文件\n甲民发〔2021〕3号\n\n关于做好救助工作的通知\n", "关于做好救助工作的通知"),
        ("甲县临时救助办法\n（试行）\n", "甲县临时救助办法（试行）"),
        ("甲县临时救助办法\n（征求意见稿）\n", "甲县临时救助办法"),
        ("中共甲市委办公室\n关于职责划转的公告\n", "中共甲市委办公室关于职责划转的公告"),
    ],
)
def test_titles_in_one_line_and_in_many(head: str, title: str) -> None:
    assert document(head + "\n为了做好救助工作，制定本办法。\n第一条　应当救助。\n").title == title


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("甲政办发〔2021〕48号", "甲政办发〔2021〕48号"),
        ("甲政办发[2021] 48 号", "甲政办发[2021]48号"),
        ("甲政发【2021】第48号", "甲政发【2021】第48号"),
        ("甲民发（2021）48号", "甲民发（2021）48号"),
        ("甲民发〔2025〕×号", "甲民发〔2025〕×号"),
        ("（甲医保发〔2023〕8号，甲市医疗保障局2023年1月16日印发）", "甲医保发〔2023〕8号"),
        ("2014年2月21日 中华人民共和国国务院令第649号公布", "国务院令第649号"),
        ("中华人民共和国主席令第九十三号公布", "主席令第九十三号"),
        ("2016年8月31日民政部令第58号公布", "民政部令第58号"),
        ("1997年4月10日 海关总署第61号令发布", "海关总署令第61号"),
        ("依据《甲办法》制定", None),
    ],
)
def test_document_numbers_of_every_manner(line: str, number: str | None) -> None:
    assert document(f"甲县救助办法\n{line}\n\n第一条　应当救助。\n").number == number


@pytest.mark.parametrize(
    ("notes", "issuers", "level", "rank"),
    [
        (
            "2020年1月1日 甲省第十届人民代表大会常务委员会第二次会议通过",
            ("甲省人民代表大会常务委员会",),
            Level.PROVINCE,
            Rank.LOCAL_REGULATION,
        ),
        (
            "2020年1月1日 第十届全国人民代表大会常务委员会第二次会议通过",
            ("全国人民代表大会常务委员会",),
            Level.CENTRAL,
            Rank.LAW,
        ),
        ("2014年2月21日 中华人民共和国国务院令第649号公布", ("国务院",), Level.CENTRAL, Rank.ADMINISTRATIVE_REGULATION),
        (
            "（甲民发〔2020〕1号，甲市乙区民政局2020年1月1日印发）",
            ("甲市乙区民政局",),
            Level.COUNTY,
            Rank.LOCAL_REGULATION,
        ),
        (
            "（民政部、财政部2020年1月1日联合发布）",
            ("民政部", "财政部"),
            Level.CENTRAL,
            Rank.NORMATIVE,
        ),
        ("2022年2月25日 中共中央、国务院发布", ("中共中央", "国务院"), Level.CENTRAL, Rank.PARTY),
    ],
)
def test_issuers_with_level_and_rank(notes: str, issuers: tuple[str, ...], level: Level, rank: Rank) -> None:
    found = statute(notes)
    assert (found.issuers, found.level, found.rank) == (issuers, level, rank)


def test_issuers_from_the_signature_have_their_agencies() -> None:
    text = "关于做好救助工作的通知\n\n各乡镇人民政府：\n\n请做好救助工作。\n\n甲县民政局　甲县财政局\n2021年3月5日\n"
    found = document(text)
    assert found.issuers == ("甲县民政局", "甲县财政局")
    assert found.made == date(2021, 3, 5)
    assert found.level is Level.COUNTY


@pytest.mark.parametrize(
    ("notes", "made", "published"),
    [
        ("（甲县民政局2023年12月18日印发，有效期至2028年12月31日）", "2023-12-18", None),
        (
            "2003年7月16日 国务院第15次常务会议通过\n2003年7月21日 国务院令第385号公布\n2003年9月1日 施行",
            "2003-07-16",
            "2003-07-21",
        ),
        ("（2021年6月30日印发）", "2021-06-30", None),
        ("（二○一○年五月十二日印发）", "2010-05-12", None),
        ("（2025年×月×日印发）", None, None),
        ("2000年1月1日 甲省第九届人大第一次会议通过\n2020年5月6日 甲省第十届人大第二次会议修正", "2020-05-06", None),
        (
            "《甲条例》已由甲省第十届人大第一次会议于2020年5月6日通过，现予公布，自2020年8月1日起施行。",
            "2020-05-06",
            None,
        ),
    ],
)
def test_days_around_a_text(notes: str, made: str | None, published: str | None) -> None:
    found = statute(notes)
    assert (found.made and found.made.isoformat(), found.published and found.published.isoformat()) == (made, published)


@pytest.mark.parametrize(
    ("last", "start", "end"),
    [
        ("本办法自2023年10月1日起施行。", "2023-10-01", None),
        ("本办法自二○一○年十月一日起施行，有效期5年。", "2010-10-01", "2015-10-01"),
        ("本办法自印发之日起施行，有效期三年。", "2020-05-06", "2023-05-06"),
        ("本办法自公布之日起30日后施行。", "2020-06-05", None),
        ("本办法自2021年10月1日起施行，有效期至2026年9月30日。", "2021-10-01", "2026-10-01"),
        ("本办法自2021年10月1日起试行，试行期2年。", "2021-10-01", "2023-10-01"),
        ("本办法自2025年×月×日起施行，有效期5年。", None, None),
        ("本条例施行前已经救助的，按照原规定执行。", None, None),
        ("救助金自2021年1月1日起执行新标准的，由民政局发放。", None, None),
        ("《甲法》自2021年1月1日起施行后，应当继续救助。", None, None),
    ],
)
def test_force_by_its_own_words(last: str, start: str | None, end: str | None) -> None:
    period = statute("（2020年5月6日印发）", last).period
    assert (period.start and period.start.isoformat(), period.end and period.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    ("last", "repeals"),
    [
        ("本办法自2021年1月1日起施行。《甲办法》同时废止。", [("甲办法", None, None)]),
        (
            "《甲办法》（甲民发〔2012〕220号）、《乙办法》同时废止。",
            [("甲办法", "甲民发〔2012〕220号", None), ("乙办法", None, None)],
        ),
        ("《甲办法》自2022年1月1日起停止执行。", [("甲办法", None, "2022-01-01")]),
        (
            "下列文件同时废止：\n（一）《甲办法》；\n（二）《乙办法》（甲民〔2011〕1号）。",
            [("甲办法", None, None), ("乙办法", "甲民〔2011〕1号", None)],
        ),
        ("废止《甲办法》。", [("甲办法", None, None)]),
        (
            "县民政局2019年印发的临时救助细则同时废止。",
            [("民政局临时救助细则", None, None), ("临时救助细则", None, None)],
        ),
        ("此前发布的临时救助细则停止执行。", [("临时救助细则", None, None)]),
        ("甲民发〔2012〕220号文件同时废止。", [("", "甲民发〔2012〕220号", None)]),
        ("2019年印发的救助暂行规定自2022年1月1日起停止执行。", [("救助暂行规定", None, "2022-01-01")]),
        ("依照《甲法》的规定，《乙办法》废止。", [("乙办法", None, None)]),
        ("实施《甲方案》需要修改、废止地方性法规的，应当及时提出。", []),
        ("按照《关于废止部分文件的决定》执行。", []),
        ("申请人弄虚作假的，救助证自行失效。", []),
    ],
)
def test_repealed_acts(last: str, repeals: list[tuple[str, str | None, str | None]]) -> None:
    found = statute("", last).repeals
    assert [(r.title, r.number, r.day and r.day.isoformat()) for r in found] == repeals


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("甲办法\n\n第一条　救助。\n第三条　施行。\n", "条文序号不连续：第一条之后是第三条"),
        ("甲办法\n\n第一条　救助，此前规定与本办法不一致的，以本办法为准。\n", "人工确认"),
        ("甲办法\n\n第一条　本办法自2025年×月×日起施行，有效期5年。\n", "起算日期未定"),
    ],
)
def test_what_cannot_be_settled_is_noted(text: str, says: str) -> None:
    assert any(says in note for note in document(text).notes)


def test_a_complete_text_has_no_notes() -> None:
    assert document("甲办法\n\n第一条　救助。\n第一条之一　施行。\n第二条　附则。\n").notes == ()


@pytest.mark.parametrize(
    ("text", "level", "region"),
    [
        ("呼图壁县临时救助实施细则\n\n第一条　应当救助。\n", Level.COUNTY, "652323"),
        ("昌吉州临时救助工作规定\n\n第一条　应当救助。\n", Level.PREFECTURE, "652300"),
        ("关于印发《重庆市开州区救助办法》的通知\n\n各镇人民政府：\n请执行。\n", Level.COUNTY, "500154"),
        ("关于调整固原市领导小组的通知\n\n各县（区）人民政府：\n请执行。\n", Level.PREFECTURE, "640400"),
        ("关于做好工作的通知\n\n各省、自治区、直辖市民政厅（局）：\n请执行。\n", Level.CENTRAL, None),
        ("关于做好工作的通知\n\n伊犁哈萨克自治州，各州、市、县（市）人民政府：\n请执行。\n", Level.PROVINCE, "650000"),
        ("关于做好工作的通知\n\n各乡镇人民政府：\n请执行。\n", Level.COUNTY, None),
        ("甲县救助办法\n\n第一条　应当救助。\n", Level.COUNTY, None),
        ("自治区受助人员救助实施细则\n\n第一条　应当救助。\n", Level.PROVINCE, None),
        ("自治区伊犁州民政局救助办法\n\n第一条　应当救助。\n", Level.PREFECTURE, None),
        ("城市公共交通条例\n\n第一条　国务院交通运输主管部门主管全国工作。\n", Level.CENTRAL, None),
        ("国务院关于做好工作的意见\n\n请执行。\n", Level.CENTRAL, None),
        ("救助工作意见\n\n我县要做好工作，落实国务院部署。\n", None, None),
    ],
)
def test_level_and_region(text: str, level: Level | None, region: str | None) -> None:
    found = document(text)
    assert (found.level, found.region) == (level, region)


TRADITIONAL = {
    "simplified": ("第一条　县民政局负责临时救助工作，里程按有关规定计算。", False),
    "one name among many": ("联系人：陳某。" + "县民政局负责临时救助工作。" * 20, False),
    "traditional": ("第一條　縣民政局負責臨時救助工作，財政局負責資金安排。", True),
    "no words at all": ("12345", False),
}


@pytest.mark.parametrize(("text", "wanted"), TRADITIONAL.values(), ids=TRADITIONAL)
def test_traditional_characters_are_noted(text, wanted):
    notes = document(text).notes
    assert any("繁体" in note for note in notes) is wanted
