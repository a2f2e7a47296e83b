from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kg.enums import Level, Rank
from kg.force import Force, plain_title, same_title
from kg.model import Document, Period, Repeal
from kg.regions import RegionTree

AT = date(2025, 6, 1)


def act(name: str, title: str = "", region: str | None = "650000", start: str = "2015-01-01", **facts: Any) -> Document:
    made = Document(name, "", name, title or name, region=region, period=Period(date.fromisoformat(start), None))
    return replace(made, **facts)


def repeal(title: str, number: str | None = None, day: date | None = None) -> Repeal:
    return Repeal(title, number, day, 0, 1)


def end(documents: list[Document], draft: Document | None = None) -> date | None:
    """The day the first document ends."""
    return Force(documents, draft, AT, RegionTree()).period(documents[0]).end


TITLES = [
    ("brackets and blanks", "《甲县 临时救助办法》", "甲县临时救助办法", True),
    ("region left out", "甲县临时救助办法", "临时救助办法", True),
    ("state left out", "中华人民共和国义务教育法", "义务教育法", True),
    ("issued by notice", "甲县人民政府关于印发甲县临时救助办法的通知", "甲县临时救助办法", True),
    ("trial left out", "甲县临时救助办法（试行）", "甲县临时救助办法", True),
    ("another act", "甲县临时救助办法", "甲县医疗救助办法", False),
    ("an act inside a longer name", "农村五保供养工作条例", "工作条例", False),
    ("城市 is no city", "城市居民最低生活保障条例", "居民最低生活保障条例", False),
    ("issuer in front", "甲县财政局社会救助资金管理规定", "社会救助资金管理规定", True),
    ("two issuers in front", "甲县民政局甲县财政局临时救助办法", "临时救助办法", True),
    ("an office that the act is about", "甲县民政局与财政局联席办法", "财政局联席办法", False),
    ("nothing", "", "", False),
]


@pytest.mark.parametrize(("why", "a", "b", "same"), TITLES, ids=[t[0] for t in TITLES])
def test_titles(why: str, a: str, b: str, same: bool) -> None:
    assert same_title(a, b) is same


def test_plain_title_of_a_notice_is_what_it_issues() -> None:
    assert plain_title("关于印发《甲县临时救助办法》的通知") == "甲县临时救助办法"


def test_own_end_is_kept() -> None:
    assert end([act("old", period=Period(date(2015, 1, 1), date(2020, 1, 1)))]) == date(2020, 1, 1)


def test_repeal_ends_on_the_day_the_new_act_begins() -> None:
    new = act("new", start="2024-03-01", repeals=(repeal("甲县旧办法"),))
    assert end([act("old", "甲县旧办法"), new]) == date(2024, 3, 1)


def test_repeal_names_its_own_day() -> None:
    new = act("new", start="2024-03-01", repeals=(repeal("甲县旧办法", day=date(2024, 7, 1)),))
    assert end([act("old", "甲县旧办法"), new]) == date(2024, 7, 1)


def test_repeal_by_number_whatever_the_brackets() -> None:
    new = act("new", start="2024-03-01", repeals=(repeal("", "甲政发〔2015〕3号"),))
    assert end([act("old", "甲县旧办法", number="甲政发[2015]3号"), new]) == date(2024, 3, 1)


def test_act_of_another_region_ends_nothing() -> None:
    new = act("new", region="310000", start="2024-03-01", repeals=(repeal("旧办法"),))
    assert end([act("old", "旧办法"), new]) is None


def test_county_does_not_end_an_act_of_its_province() -> None:
    new = act("new", region="652323", start="2024-03-01", repeals=(repeal("旧办法"),))
    assert end([act("old", "旧办法"), new]) is None


def test_draft_ends_what_it_repeals() -> None:
    draft = act("draft", repeals=(repeal("甲县旧办法"),), period=Period())
    old = act("old", "甲县旧办法")
    assert end([old, draft], draft) == AT


def test_later_version_ends_the_earlier_one() -> None:
    documents = [act("v1", "甲省救助条例"), act("v2", "甲省救助条例", start="2020-05-01")]
    assert end(documents) == date(2020, 5, 1)
    assert end(documents[::-1]) is None


def test_versions_of_other_places_do_not_end_each_other() -> None:
    assert end([act("v1", "社会救助条例"), act("v2", "社会救助条例", region="310000", start="2020-05-01")]) is None


def test_draft_revision_ends_the_act_of_the_same_name() -> None:
    draft = act("draft", "甲县临时救助办法（修订）", period=Period(date(2025, 9, 1), None))
    assert end([act("old", "甲县临时救助办法"), draft], draft) == date(2025, 9, 1)


def test_nothing_ends_the_draft() -> None:
    draft = act("draft", "甲县旧办法")
    new = act("new", start="2024-03-01", repeals=(repeal("甲县旧办法"),))
    assert end([draft, new], draft) is None


def test_who_ended_it_is_known() -> None:
    new = act("new", start="2024-03-01", repeals=(repeal("甲县旧办法"),))
    force = Force([act("old", "甲县旧办法"), new], None, AT, RegionTree())
    assert force.ended_by == {"old": "new"}


def test_national_act_ends_a_national_one_though_neither_states_a_region() -> None:
    central: dict[str, Any] = {"region": None, "level": Level.CENTRAL, "rank": Rank.ADMINISTRATIVE_REGULATION}
    new = act("new", start="2006-03-01", repeals=(repeal("农村五保供养工作条例"),), **central)
    assert end([act("old", "农村五保供养工作条例", start="1994-01-23", **central), new]) == date(2006, 3, 1)
