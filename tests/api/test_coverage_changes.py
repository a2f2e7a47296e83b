"""What coverage changed between two days, by region and agency."""

from __future__ import annotations

from datetime import date

import pytest

from api.coverage_changes import coverage_changes
from consultation.bulletin import CoverageChange, quarter_days
from consultation.letters.bulletin_letter import by_agency
from kg.model import Corpus
from ontology.vocabulary import load_vocabulary
from tests.builders import build, provision

BEFORE, AFTER = date(2026, 6, 30), date(2026, 9, 30)
NEW = {"start": "2026-07-01"}
OLD = {"start": "2020-01-01"}
ENDING = {"start": "2020-01-01", "end": "2026-07-01"}


def changes(sketches, **documents):
    named = {f"{name}.txt": facts for name, facts in documents.items()}
    index = build(sketches, named, draft="")
    return coverage_changes(Corpus(index.readings), load_vocabulary(), BEFORE, AFTER)


def told(found):
    return [(c.region, c.aid, c.groups, c.before, c.after) for c in found]


QUIET = {
    "nothing new": ([provision("a")], {"base": OLD}),
    "restated by the same agency": (
        [provision("a"), provision("b", document="new.txt")],
        {"base": OLD, "new": NEW},
    ),
    "a helper joins": (
        [provision("a"), provision("b", role="assist", agency="finance", document="new.txt")],
        {"base": OLD, "new": NEW},
    ),
    "supervision is no coverage": (
        [provision("a"), provision("b", agency="audit", function="audit", document="new.txt")],
        {"base": OLD, "new": NEW},
    ),
    "no aid named": ([provision("b", aid=[], document="new.txt")], {"new": NEW}),
    "an agency not named": ([provision("b", agency="unresolved", document="new.txt")], {"new": NEW}),
    "in force after the quarter": ([provision("b", document="new.txt")], {"new": {"start": "2026-10-01"}}),
}


@pytest.mark.parametrize(("sketches", "documents"), QUIET.values(), ids=QUIET)
def test_no_change_of_coverage(sketches, documents):
    assert changes(sketches, **documents) == ()


REGION = "新疆维吾尔自治区"
CHANGED = {
    "a new lead": ([provision("a", document="new.txt")], {"new": NEW}, ((), ("civil-affairs",))),
    "a lead ends": ([provision("a")], {"base": ENDING}, (("civil-affairs",), ())),
    "one after another": (
        [provision("a"), provision("b", agency="hrss", document="new.txt")],
        {"base": ENDING, "new": NEW},
        (("civil-affairs",), ("hrss",)),
    ),
    "a second lead": (
        [provision("a"), provision("b", agency="hrss", document="new.txt")],
        {"base": OLD, "new": NEW},
        (("civil-affairs",), ("civil-affairs", "hrss")),
    ),
}


@pytest.mark.parametrize(("sketches", "documents", "moved"), CHANGED.values(), ids=CHANGED)
def test_a_change_of_coverage(sketches, documents, moved):
    assert told(changes(sketches, **documents)) == [(REGION, "最低生活保障", ("低保对象",), *moved)]


def test_groups_that_change_alike_are_one_change_and_regions_stand_apart():
    sketches = [
        provision("a", groups=[["dibao"], ["tekun"]], document="new.txt"),
        provision("b", document="county.txt"),
        provision("c", document="central.txt", groups=[]),
        provision("d", document="nowhere.txt"),
    ]
    county, central = NEW | {"region": "652325"}, NEW | {"region": None, "level": "central"}
    found = changes(sketches, new=NEW, county=county, central=central, nowhere=NEW | {"region": None})
    assert [(c.region, c.groups) for c in found] == [
        ("", ()),
        (REGION, ("低保对象", "特困人员")),
        ("奇台县", ("低保对象",)),
        ("未注明地区", ("低保对象",)),
    ]


def test_changes_are_counted_by_agency():
    made = [CoverageChange("", "低保", (), before, after) for before, after in ((("a",), ("a", "b")), (("b",), ("c",)))]
    assert by_agency(tuple(made)) == [("b", 1, 1), ("c", 1, 0)]


DAYS = {1: (date(2026, 1, 1), date(2026, 3, 31)), 4: (date(2026, 10, 1), date(2026, 12, 31))}


@pytest.mark.parametrize(("quarter", "days"), DAYS.items())
def test_first_and_last_day_of_a_quarter(quarter, days):
    assert quarter_days(2026, quarter) == days
