"""Which body does a line's work on a day, what became of it, and which work moved."""

from __future__ import annotations

from datetime import date

import pytest

from ontology.bodies import Bodies
from ontology.register import load_bodies

REGISTER = load_bodies()


@pytest.mark.parametrize(
    ("line", "day", "level", "name"),
    [
        ("hrss", "2009-01-10", "central", "人力资源和社会保障部"),
        ("hrss", "2009-01-10", "province", "劳动和社会保障厅"),
        ("hrss", "2012-01-01", "province", "人力资源和社会保障厅"),
        ("health", "2013-06-01", "central", "国家卫生和计划生育委员会"),
        ("health", "2013-06-01", "province", "卫生厅"),
        ("health", "2025-01-01", "county", "卫生健康局"),
        ("health", "2025-01-01", "prefecture", "卫生健康局"),
        ("market-reg", "2009-01-10", "province", "工商行政管理局"),
        ("market-reg", "2025-01-01", "county", "市场监督管理局"),
        ("supervision", "2025-01-01", "province", "监察委员会"),
        ("poverty-rural", "2022-01-01", "county", "乡村振兴局"),
        ("civil-affairs", "2025-01-01", "township", "民政局"),
        ("livestock", "2009-01-10", "province", "畜牧厅"),
        ("livestock", "2025-01-01", "province", None),
        ("poverty-rural", "2025-01-01", "central", None),
        ("medical-security", "2009-01-10", "province", None),
    ],
)
def test_body_of_a_line_on_a_day(line: str, day: str, level: str, name: str | None) -> None:
    body = REGISTER.at(line, date.fromisoformat(day), level)
    assert (body.names[0] if body else None) == name


def test_first_day_of_a_body_counts_and_last_does_not() -> None:
    change = next(c for c in REGISTER.changes if c.id == "labour-personnel-2008-central")
    old, new = (REGISTER.bodies[i] for i in ("labour-1998-central", "hrss-2008-central"))
    assert new.exists(change.day)
    assert not old.exists(change.day)


@pytest.mark.parametrize(
    ("name", "successors"),
    [
        ("自治区劳动和社会保障厅", {"人力资源和社会保障厅"}),
        ("省畜牧厅", {"农业农村厅"}),
        ("县扶贫办", {"农业农村局"}),
        ("省经济贸易委员会", {"工业和信息化厅"}),
        ("市工商局", {"市场监督管理局"}),
    ],
)
def test_ended_names_lead_to_who_took_over(name: str, successors: set[str]) -> None:
    day = date(2025, 1, 1)
    level = {"自治区": "province", "省": "province"}.get(name[:3] if name.startswith("自治区") else name[:1], "county")
    ended = REGISTER.ended(name, day, level)
    assert ended
    assert successors <= {s.names[0] for body in ended for s in REGISTER.successors(body, day)}


@pytest.mark.parametrize(
    "name", ["自治区民政厅", "县教体局", "国家医疗保障局", "财政部门", "卫生健康行政部门", "省农科院"]
)
def test_living_or_unknown_names_have_not_ended(name: str) -> None:
    assert REGISTER.ended(name, date(2025, 1, 1)) == ()


def test_names_free_of_a_level_end_with_their_bodies() -> None:
    assert {b.line for b in REGISTER.ended("劳动保障行政部门", date(2025, 1, 1))} == {"hrss"}
    assert REGISTER.ended("劳动保障行政部门", date(2007, 1, 1)) == ()


def test_between_earliest_and_latest_places_differ() -> None:
    change = next(c for c in REGISTER.changes if c.id == "market-2018-province")
    assert not change.settled(date(2018, 12, 1))
    assert change.settled(date(2019, 2, 1))


def test_medical_aid_moves_at_the_centre_before_the_counties() -> None:
    moved = {level: {t.id for t in REGISTER.moved(date(2018, 6, 1), level)} for level in ("central", "county")}
    assert "medical-aid" in moved["central"]
    assert "medical-aid" not in moved["county"]


def test_work_on_ageing_moves_there_and_back() -> None:
    moves = [(t.origin, t.target) for t in REGISTER.moved(date(2025, 1, 1), "province") if t.id.startswith("ageing")]
    assert moves == [("health", "civil-affairs"), ("civil-affairs", "health")]


def test_confirmation_of_dibao_may_go_to_townships_and_need_not() -> None:
    (transfer,) = (t for t in REGISTER.moved(date(2025, 1, 1), "county") if t.id == "dibao-confirmation")
    assert transfer.optional
    assert transfer.target == "township"


def _distinct_names(register: Bodies) -> int:
    return len({(b.line, b.names[0]) for b in register.bodies.values()})


def test_register_holds_more_than_150_distinct_bodies() -> None:
    assert _distinct_names(REGISTER) >= 150


def test_every_ended_body_says_what_became_of_it() -> None:
    assert [b.id for b in REGISTER.bodies.values() if b.end and REGISTER.change_of(b) is None] == []
