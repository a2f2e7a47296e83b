"""Who is responsible for a measure, in brackets at its end."""

import pytest

from ingest.reading import read_text
from ontology.vocabulary import load_vocabulary

MEASURE = "完善临时救助标准。"
TAILS = {
    "leads and helps": (
        "（市民政局牵头，市财政局、市医保局配合）",
        {("civil-affairs", "lead"), ("finance", "assist"), ("medical-security", "assist")},
    ),
    "labels": (
        "（牵头单位：市民政局；责任单位：市财政局；配合单位：团市委）",
        {("civil-affairs", "lead"), ("finance", "joint"), ("youth-league", "assist")},
    ),
    "responsible alone": (
        "（责任单位：市民政局，各县（市、区）人民政府）",
        {("civil-affairs", "lead"), ("government", "lead")},
    ),
    "each its share": (
        "（市民政局、市财政局等按职责分工负责）",
        {("civil-affairs", "lead"), ("finance", "lead")},
    ),
    "labels without brackets": (
        "牵头单位：市民政局；配合单位：市财政局、团市委；完成时限：2025年6月底前。",
        {("civil-affairs", "lead"), ("finance", "assist"), ("youth-league", "assist")},
    ),
    "bare": (
        "（市民政局、市财政局，各县（市、区）人民政府）",
        {(i, "lead") for i in ("civil-affairs", "finance", "government")},
    ),
    "bodies among other words": ("（市民政局、市财政局另行通知）", set()),
    "a label in running words": ("责任单位应当每年报告一次。", set()),
    "no body": ("（具体标准由各地确定）", set()),
    "an explanation": ("（含市民政局管理的机构）", set()),
}


def actors(text):
    reading = read_text("a.txt", f"某市实施意见\n\n一、完善制度\n\n（一）健全机制。{text}", "0" * 64, load_vocabulary())
    return [{(a.agency, str(a.role)) for a in p.actors} for p in reading.provisions]


@pytest.mark.parametrize(("tail", "expected"), TAILS.values(), ids=TAILS)
def test_the_bracket_names_who_acts(tail, expected):
    assert actors(MEASURE + tail)[0] == expected


def test_who_is_named_in_the_measure_acts_itself():
    found = actors("市教育局落实资助政策。" + MEASURE + "（市民政局牵头）")
    assert found[0] == {("education", "lead")}


def test_the_first_named_leads_where_the_document_says_so():
    found = actors(MEASURE + "（市民政局、市财政局等按职责分工负责。列第一位者为牵头单位，下同）")
    assert found == [{("civil-affairs", "lead"), ("finance", "joint")}]


def test_lines_of_their_own_below_the_measure_name_who_acts():
    lines = "\n\n牵头单位：市民政局\n\n责任单位：市财政局、市残联\n\n（二）做好宣传。开展政策宣传。"
    found = actors(MEASURE + lines)
    assert found == [{("civil-affairs", "lead"), ("finance", "joint"), ("disabled-fed", "joint")}, set()]


def test_a_heading_alone_is_the_measure():
    for tail in ("责任单位：市民政局。", "（责任单位：市民政局）"):
        text = f"某市任务清单\n\n（一）完善临时救助标准。{tail}\n\n（二）做好政策宣传。{tail}\n"
        found = read_text("a.txt", text, "0" * 64, load_vocabulary()).provisions
        assert [p.quote.text for p in found] == ["完善临时救助标准", "做好政策宣传"]
        assert all({(a.agency, str(a.role)) for a in p.actors} == {("civil-affairs", "lead")} for p in found)
