"""Codes, names, what lies in what, and the region that words begin with."""

from __future__ import annotations

import pytest

from ontology.regions import load_regions

TABLE = load_regions()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("昌吉州玛纳斯县民政局关于印发", "652324"),
        ("新疆维吾尔自治区城乡社会救助体系建设领导小组", "650000"),
        ("重庆市城乡居民最低生活保障条例", "500000"),
        ("长顺县教育脱贫方案", "522729"),
        ("镇宁自治县妇女帮扶方案", "520423"),
        ("镇宁县妇女帮扶方案", "520423"),
        ("黔东南自治州民政局", "522600"),
        ("伊犁州塔城地区行政公署", "654200"),
        ("江苏省南京市鼓楼区人民政府", "320106"),
        ("湖南省宁乡县人民政府", "430124"),
        ("新疆生产建设兵团民政局", "660000"),
        ("鼓楼区人民政府", None),  # several
        ("社会救助法", None),
        ("民政部关于", None),
        ("", None),
    ],
)
def test_region_that_words_begin_with(words: str, code: str | None) -> None:
    found = TABLE.locate(words)
    assert (found.code if found else None) == code


def test_the_year_decides_between_names_of_one_place() -> None:
    older, newer = TABLE.locate("吐鲁番地区", year=2010), TABLE.locate("吐鲁番市", year=2020)
    assert older is not None
    assert newer is not None
    assert (older.code, older.successor) == ("652100", "650400")
    assert newer.code == "650400"
    assert not older.valid(2016)


@pytest.mark.parametrize(
    ("code", "above", "inside"),
    [
        ("652324", "652300", True),
        ("652324", "650000", True),
        ("654202", "654000", True),  # by its standing, not by its digits
        ("659001", "650000", True),
        ("660000", "650000", False),
        ("110101", "120000", False),
    ],
)
def test_what_lies_in_what(code: str, above: str, inside: bool) -> None:
    assert TABLE.within(code, above) is inside


def test_the_table_holds_the_whole_country() -> None:
    today = [r for found in TABLE.by_code.values() for r in found if r.valid(2026)]
    by_level = {level: sum(r.level == level for r in today) for level in ("province", "prefecture", "county")}
    assert by_level["province"] == 35  # 34 and the 兵团
    assert by_level["prefecture"] >= 330
    assert by_level["county"] >= 2800


def test_every_region_lies_in_one_of_the_table() -> None:
    provinces = {c for c in TABLE.by_code if c.endswith("0000")}
    orphans = [c for c in TABLE.by_code if c not in provinces and TABLE.parent(c) is None]
    assert orphans == []


def test_every_successor_is_a_code_of_the_table() -> None:
    assert [r for f in TABLE.by_code.values() for r in f if r.successor and r.successor not in TABLE.by_code] == []


def test_within_a_county_names_of_other_places_do_not_count() -> None:
    found = TABLE.locate("朝阳区民政局", within="110000")
    assert found is not None
    assert found.code == "110105"
