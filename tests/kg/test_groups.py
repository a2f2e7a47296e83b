from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.enums import Verdict
from kg.groups import GroupAlgebra
from kg.logic import Term
from kg.model import Groups
from ontology.vocabulary import load_vocabulary
from tests.kg.small_worlds import World, between, by_bounds, verdict

TODAY = date(2025, 6, 1)
YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN


def algebra(at: date = TODAY, region: str | None = "650000") -> GroupAlgebra:
    return GroupAlgebra(load_vocabulary(), at, region)


def groups(text: str) -> Groups:
    """`dibao rural | tekun` → [[dibao, rural], [tekun]]."""
    return Groups.of(part.split() for part in text.split("|") if part.strip())


MEETINGS = [
    ("same named group", "dibao", "dibao", YES),
    ("特困 and 低保 exclude each other", "dibao", "tekun", NO),
    ("低保边缘 is by definition not 低保", "dibao", "dibao-margin", NO),
    ("刚性支出 excludes nobody here", "dibao", "rigid-expenditure", YES),
    ("残疾 with everything", "disabled", "dibao", YES),
    ("facets of one person", "dibao disabled", "elderly rural", YES),
    ("narrower inside broader", "severely-disabled", "disabled", YES),
    ("narrower inherits the exclusion", "senior", "minor", NO),
    ("exclusion of ancestors", "preschool", "senior", NO),
    ("one alternative is enough", "tekun | elderly", "dibao", YES),
    ("town and village", "dibao urban", "dibao rural", NO),
    ("village and herding area: unsettled", "hardship rural", "hardship pastoral", UNKNOWN),
    ("named people of village and herding area", "dibao rural", "dibao pastoral", UNKNOWN),
    ("loose word", "hardship", "dibao", UNKNOWN),
    ("two loose words, even the same", "hardship", "hardship", UNKNOWN),
    ("loose word with a place", "hardship urban", "dibao rural", NO),
    ("loose word with another trait", "hardship disabled", "elderly", UNKNOWN),
    ("none stated", "", "dibao", UNKNOWN),
    ("none stated twice", "", "", UNKNOWN),
    ("防返贫监测对象 may hold 低保", "antipoverty", "dibao", YES),
    ("居住证 is for people from elsewhere", "local-hukou", "residence-permit", NO),
]


@pytest.mark.parametrize(("why", "a", "b", "expected"), MEETINGS, ids=[m[0] for m in MEETINGS])
def test_meets(why: str, a: str, b: str, expected: Verdict) -> None:
    assert algebra().meets(groups(a), groups(b)) is expected
    assert algebra().meets(groups(b), groups(a)) is expected


CONTAINMENTS = [
    ("itself", "dibao", "dibao", YES),
    ("broader", "low-income", "dibao", YES),
    ("narrower does not contain", "dibao", "low-income", NO),
    ("trait added", "dibao", "dibao disabled", YES),
    ("trait missing", "dibao disabled", "dibao", NO),
    ("two alternatives together", "female | male", "dibao", YES),
    ("towns and villages, herders unsettled", "urban | rural", "dibao", UNKNOWN),
    ("all three kinds of place", "urban | rural | pastoral", "dibao", YES),
    ("loose word contains only possibly", "hardship", "dibao", UNKNOWN),
    ("loose word has nobody for sure", "dibao", "hardship", UNKNOWN),
    ("none stated contains possibly", "", "dibao", UNKNOWN),
    ("nothing in common", "tekun", "dibao", NO),
]


@pytest.mark.parametrize(("why", "a", "b", "expected"), CONTAINMENTS, ids=[c[0] for c in CONTAINMENTS])
def test_contains(why: str, a: str, b: str, expected: Verdict) -> None:
    assert algebra().contains(groups(a), groups(b)) is expected


def test_exclusion_is_dated_because_urban_sanwu_had_dibao_before_2014() -> None:
    assert algebra(date(2009, 1, 10)).meets(groups("tekun"), groups("dibao")) is YES
    assert algebra(date(2014, 5, 1)).meets(groups("tekun"), groups("dibao")) is NO


def test_exclusion_holds_in_its_region_only() -> None:
    rigid, poor = groups("rigid-expenditure"), groups("dibao")
    assert algebra(region="210200").meets(rigid, poor) is NO
    assert algebra(region="310000").meets(rigid, poor) is YES


def test_what_is_excluded_is_not_met() -> None:
    g = algebra()
    without = g.extent(groups("low-income"), groups("dibao"))
    assert g.meets(without, groups("dibao")) is NO
    assert g.meets(without, groups("tekun")) is YES


def test_excluding_a_loose_word_leaves_everybody_possible() -> None:
    g = algebra()
    without = g.extent(groups("dibao"), groups("hardship"))
    assert g.meets(without, groups("dibao")) is UNKNOWN


def test_combination_that_definitions_exclude_is_possibly_either() -> None:
    assert algebra().meets(groups("tekun dibao"), groups("dibao disabled")) is UNKNOWN


WITNESSES = [
    ("dibao elderly rural severely-disabled", "一名65岁、持低保证、重度残疾的农村老人"),
    ("compulsory dibao urban", "一名持低保证、在义务教育阶段就读的城市学生"),
    ("female", "一名妇女"),
]


@pytest.mark.parametrize(("said", "person"), WITNESSES)
def test_witness_is_one_person(said: str, person: str) -> None:
    g = algebra()
    assert g.witness(g.extent(groups(said)).sure) == person


def test_witness_of_a_remainder_says_whom_it_is_not() -> None:
    g = algebra()
    left = g.subtract(groups("dibao"), groups("dibao disabled"))
    assert g.witness(left.certain) == "一名持低保证的居民（不属于残疾人）"


def test_no_witness_of_nobody() -> None:
    g = algebra()
    assert g.witness(g.common(groups("dibao"), groups("tekun"))) == ""


# ---- against a naive model that lists everybody ----

NAMES = ("a", "b", "c", "d", "e", "f")


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Up to six traits with random laws; broader points to later names, so there is no cycle."""
    names = NAMES[: draw(st.integers(2, 6))]
    later = [(x, y) for i, x in enumerate(names) for y in names[i + 1 :]]
    broader = tuple(draw(st.lists(st.sampled_from(later), max_size=3, unique=True)))
    exclusive = tuple(draw(st.lists(st.sampled_from(later), max_size=3, unique=True)))
    parts = (tuple(draw(st.permutations(names)))[: draw(st.integers(2, 3))],) if draw(st.booleans()) else ()
    umbrella = frozenset(draw(st.lists(st.sampled_from(names), max_size=1)))
    wide = tuple(draw(st.lists(st.sampled_from(later), max_size=1)))
    return World(names, broader, exclusive, parts, umbrella, tuple(w for w in wide if w[0] not in umbrella))


def texts(names: tuple[str, ...]) -> st.SearchStrategy[Groups]:
    word = st.lists(st.sampled_from(names), min_size=1, max_size=3)
    return st.lists(word, max_size=3).map(Groups.of)


@st.composite
def questions(draw: st.DrawFn) -> tuple[World, Groups, Groups]:
    world = draw(worlds())
    return world, draw(texts(world.names)), draw(texts(world.names))


@settings(max_examples=400, deadline=None)
@given(questions())
def test_meets_equals_listing_everybody(question: tuple[World, Groups, Groups]) -> None:
    world, a, b = question
    everybody = world.people()
    (low_a, high_a), (low_b, high_b) = world.bounds(a, everybody), world.bounds(b, everybody)
    assert world.algebra().meets(a, b) is by_bounds(bool(low_a & low_b), bool(high_a & high_b))


@settings(max_examples=400, deadline=None)
@given(questions())
def test_contains_equals_listing_everybody(question: tuple[World, Groups, Groups]) -> None:
    world, a, b = question
    everybody = world.people()
    (low_a, high_a), (low_b, high_b) = world.bounds(a, everybody), world.bounds(b, everybody)
    assert world.algebra().contains(a, b) is by_bounds(high_b <= low_a, low_b <= high_a)


@settings(max_examples=400, deadline=None)
@given(questions())
def test_subtract_leaves_exactly_those_outside(question: tuple[World, Groups, Groups]) -> None:
    world, a, b = question
    everybody = world.people()
    (low_a, high_a), (low_b, high_b) = world.bounds(a, everybody), world.bounds(b, everybody)
    g = world.algebra()
    left = g.subtract(a, b)
    assert _members(g, left.certain, everybody) == low_a - high_b
    assert _members(g, left.possible, everybody) == high_a - low_b


@settings(max_examples=100, deadline=None)
@given(questions())
def test_bounds_stand_for_every_reading(question: tuple[World, Groups, Groups]) -> None:
    """The two bounds decide as all sets between them would, where there are few enough to list."""
    world, a, b = question
    everybody = world.people()
    (low_a, high_a), (low_b, high_b) = world.bounds(a, everybody), world.bounds(b, everybody)
    if len(high_a - low_a) > 4 or len(high_b - low_b) > 4:
        return
    readings = [(x, y) for x in between(low_a, high_a) for y in between(low_b, high_b)]
    assert world.algebra().meets(a, b) is verdict(bool(x & y) for x, y in readings)
    assert world.algebra().contains(a, b) is verdict(y <= x for x, y in readings)


def _members(g: GroupAlgebra, terms: tuple[Term, ...], everybody: frozenset[frozenset[str]]) -> frozenset[object]:
    masks = {p: sum(1 << g.logic.bit[n] for n in p) for p in everybody}
    return frozenset(p for p, m in masks.items() if any(t.holds & ~m == 0 and t.lacks & m == 0 for t in terms))
