"""What the national scheme owes to whom on a day, and who is responsible."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from ontology.scheme import Cell, cells_at, load_scheme
from ontology.vocabulary import load_vocabulary


def _cell(id_: str, day: str) -> Cell | None:
    return next((c for c in cells_at(date.fromisoformat(day)) if c.id == id_), None)


@pytest.mark.parametrize(
    ("cell", "day", "holds"),
    [
        ("R01", "2009-01-10", True),
        ("R08", "2009-01-10", False),
        ("R08", "2025-01-01", True),
        ("R12", "2009-01-10", False),
        ("R12", "2014-05-01", True),
        ("R27", "2009-01-10", False),
        ("R37", "2026-06-30", False),
        ("R37", "2026-07-01", True),
    ],
)
def test_cells_come_into_being(cell: str, day: str, holds: bool) -> None:
    assert (_cell(cell, day) is not None) is holds


def test_groups_widen_with_the_law_of_2026() -> None:
    before, after = _cell("R17", "2026-06-30"), _cell("R17", "2026-07-01")
    assert before is not None
    assert after is not None
    assert set(before.groups) < set(after.groups)


def test_policy_becomes_statute() -> None:
    assert [c.statute for day in ("2013-01-01", "2015-01-01") if (c := _cell("R02", day))] == [False, True]


@pytest.mark.parametrize(
    ("cell", "day", "level", "lead"),
    [
        ("R07", "2009-01-10", "province", "civil-affairs"),
        ("R07", "2018-06-01", "central", "medical-security"),
        ("R07", "2018-06-01", "county", "civil-affairs"),
        ("R05", "2025-01-01", "county", "emergency"),
        ("R29", "2025-01-01", "county", "veterans"),
        ("R01", "2025-01-01", "county", "civil-affairs"),  # confirmation may go to townships, the lead does not
    ],
)
def test_who_is_responsible_follows_the_transfers(cell: str, day: str, level: str, lead: str) -> None:
    found = _cell(cell, day)
    assert found is not None
    assert found.lead_at(date.fromisoformat(day), level) == lead


def test_a_rule_is_cited_with_its_article_or_its_number() -> None:
    assert [c.basis for c in (_cell("R01", "2026-07-01"), _cell("R02", "2009-01-10")) if c] == [
        "《中华人民共和国社会救助法》第十八条",
        "《国务院关于在全国建立农村最低生活保障制度的通知》（国发〔2007〕19号）",
    ]


def test_rules_of_one_cell_follow_each_other_without_a_day_twice() -> None:
    by_cell: dict[str, list[Cell]] = {}
    for cell in load_scheme():
        by_cell.setdefault(cell.id, []).append(cell)
    clashes = [
        c.id
        for cells in by_cell.values()
        for c, after in pairwise(cells)
        if c.end is None or after.start is None or c.end > after.start
    ]
    assert clashes == []


def test_every_id_of_the_scheme_is_in_the_vocabulary() -> None:
    vocabulary = load_vocabulary()
    for cell in load_scheme():
        assert set(cell.aid) <= set(vocabulary.of("aid"))
        assert {g for conjunction in cell.groups for g in conjunction} <= set(vocabulary.of("group"))
        assert {cell.lead, *cell.partners} <= set(vocabulary.of("agency"))
        assert set(cell.functions) <= set(vocabulary.of("function"))
