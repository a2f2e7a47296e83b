"""Words a document defines for itself, and the members a collective term stands for."""

from __future__ import annotations

import pytest

from ingest.definitions import find_definitions, lookup, terms_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对流浪人员（以下简称受助人员）实行救助。", [("受助人员", "流浪人员")]),
        ("根据《甲省慈善条例》（以下简称《条例》）制定。", [("条例", "《甲省慈善条例》")]),
        ("低保家庭和特困人员（以下统称救助对象）可以申请。", [("救助对象", "低保家庭和特困人员")]),
        ("本办法所称老年人，是指六十周岁以上的公民。", [("老年人", "六十周岁以上的公民")]),
        ("本条例所称的“家庭”包括配偶和子女。", [("家庭", "配偶和子女")]),
        ("本办法所称以上、以下，包括本数。", [("以上、以下", "本数")]),
        ("（一）养老机构，是指提供照料的机构。", [("养老机构", "提供照料的机构")]),
        ("低保边缘家庭一般指不符合低保条件的家庭。", [("低保边缘家庭", "不符合低保条件的家庭")]),
        ("重残是指一级残疾；重病是指大病。", [("重残", "一级残疾"), ("重病", "大病")]),
        ("民政局指导各镇开展工作。", []),
        ("各级政府应当按照规定的指标落实，指定专人负责。", []),
        ("名称应当规范，不得使用别称。", []),
    ],
)
def test_definitions_as_they_are_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(d.term, d.meaning) for d in find_definitions(text, ())] == expected


def test_members_of_departments_listed_in_the_paragraphs_before() -> None:
    text = (
        "第三条　国务院民政部门统筹救助工作。国务院民政、教育、住房城乡建设等部门负责相应工作。\n"
        "县级人民政府民政、教育、住房城乡建设等部门负责本地工作。\n"
        "前两款所列行政部门统称社会救助管理部门。\n"
    )
    found = lookup(find_definitions(text, ()), "社会救助管理部门")
    assert found is not None
    assert found.meaning.endswith("民政、教育、住房城乡建设等部门负责相应工作"[:15])


def test_definition_spans_hold_the_words_of_the_text() -> None:
    text = "甲办法\n第二条　本办法所称救助，是指帮助；救济，是指给付。由民政局（以下简称局）负责。\n"
    assert all(
        d.term in text[d.start : d.end] and d.meaning in text[d.start : d.end] for d in find_definitions(text, ())
    )


def test_terms_are_found_where_they_are_used_and_not_where_they_are_defined() -> None:
    text = "低保家庭、特困人员（以下统称救助对象）可以申请。救助对象应当如实申报。"
    used = [text[a:b] for a, b, _ in terms_in(find_definitions(text, ()), text, 0, len(text))]
    assert used == ["救助对象"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（一）一类对象：特困人员、孤儿；", [("一类对象", "特困人员、孤儿")]),
        (
            "第五条　第一类救助对象为特困人员，第二类救助对象为低保对象。",
            [("第一类救助对象", "特困人员"), ("第二类救助对象", "低保对象")],
        ),
        ("（一）甲类人员。孤儿。", [("甲类人员", "孤儿")]),
        ("低保边缘家庭成员列为三类人员。", [("三类人员", "低保边缘家庭成员")]),
        ("对低保对象（二类对象）给予资助。", [("二类对象", "低保对象")]),
        ("一类对象为每人每月800元。", []),
        ("一类对象、二类对象不设起付标准。", []),
        ("对这一类人员给予救助。", []),
    ],
)
def test_classes_called_by_their_number(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(d.term, d.meaning) for d in find_definitions(text, ())] == expected
