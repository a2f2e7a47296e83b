"""Acts in force on a day, what replaced them, and words of schemes that ended."""

from __future__ import annotations

from datetime import date

import pytest

from ontology.acts import load_acts

REGISTER = load_acts()


@pytest.mark.parametrize(
    ("title", "day", "in_force", "instead"),
    [
        ("婚姻法", "2016-01-01", True, None),
        ("中华人民共和国婚姻法", "2022-01-01", False, "中华人民共和国民法典"),
        ("城市流浪乞讨人员收容遣送办法", "2009-01-01", False, "城市生活无着的流浪乞讨人员救助管理办法"),
        ("最低生活保障审核审批办法（试行）", "2022-01-01", False, "最低生活保障审核确认办法"),
        ("最低生活保障审核审批办法", "2015-01-01", True, None),
        ("法律援助条例", "2023-01-01", True, "中华人民共和国法律援助法"),  # no formal repeal known
        ("社会救助暂行办法", "2026-08-01", True, None),  # stands below the law
        ("社会救助法", "2026-08-01", True, None),
    ],
)
def test_act_on_a_day(title: str, day: str, in_force: bool, instead: str | None) -> None:
    on = date.fromisoformat(day)
    act = REGISTER.titled(title, on)
    assert act is not None
    assert act.in_force(on) is in_force
    newer = REGISTER.instead_of(act, on)
    assert (newer.title if newer else None) == instead


def test_an_act_not_yet_in_force() -> None:
    act = REGISTER.titled("社会救助法", date(2026, 6, 30))
    assert act is not None
    assert not act.in_force(date(2026, 6, 30))


def test_two_acts_of_one_title_are_told_apart_by_the_day() -> None:
    older, newer = (REGISTER.titled("农村五保供养工作条例", d) for d in (date(2005, 1, 1), date(2009, 1, 1)))
    assert older is not None
    assert newer is not None
    assert (older.number, newer.number) == ("国务院令第141号", "国务院令第456号")


@pytest.mark.parametrize("number", ["民发〔2021〕57号", "民发[2021]57号", "民发(2021)57号"])
def test_numbers_are_found_in_every_bracket_style(number: str) -> None:
    act = REGISTER.titled("某办法", None, number)
    assert act is not None
    assert act.title == "最低生活保障审核确认办法"


def test_unknown_titles_are_unknown() -> None:
    assert REGISTER.titled("某县临时救助实施细则", date(2025, 1, 1)) is None


def test_text_that_applies_on_a_day() -> None:
    act = REGISTER.titled("未成年人保护法", date(2023, 1, 1))
    assert act is not None
    assert act.version(date(2023, 1, 1)) == date(2021, 6, 1)
    assert act.version(date(2025, 1, 1)) == date(2024, 4, 26)


@pytest.mark.parametrize(
    ("words", "day", "instead"),
    [
        ("参加新农合的困难群众", "2025-01-01", ["城乡居民基本医疗保险"]),
        ("参加新农合的困难群众", "2010-01-01", []),
        ("依照农村五保供养工作条例办理", "2025-01-01", []),  # a title
        ("五保户和廉租住房", "2025-01-01", ["特困人员", "公共租赁住房"]),
        ("生活无着的流浪乞讨人员", "2026-01-01", []),
        ("生活无着的流浪乞讨人员", "2026-07-01", ["生活无着的流散人员"]),
    ],
)
def test_stale_words(words: str, day: str, instead: list[str]) -> None:
    assert [t.instead for _, _, t in REGISTER.stale(words, date.fromisoformat(day))] == instead


def test_periods_of_acts_run_forward() -> None:
    assert [a.id for a in REGISTER.acts.values() if a.start and a.end and a.end <= a.start] == []
