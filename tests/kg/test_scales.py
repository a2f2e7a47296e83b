"""Scales: holes between grades, values two grades claim, and quiet scales that look suspicious but are whole."""

import pytest

from kg.intervals import Interval
from kg.model import Parameter, Quote
from kg.scales import Scale, Step, clashes, holes, in_words, inversions


def step(low: float | None, high: float | None, rate: float, ends: str = "[)") -> Step:
    interval = Interval(low, high, ends[0] == "[", ends[1] == "]")
    result = Parameter("rate", "=", rate, "%", None, 0, 1, "x")
    return Step(Quote("d", 0, 1, "x"), interval, "", (result,))


def scale(*steps: Step, unit: str = "元") -> Scale:
    return Scale("amount", unit, steps)


QUIET = {
    "half_open_steps_join": scale(step(10000, 30000, 30), step(30000, 50000, 40), step(50000, None, 50)),
    "written_from_the_top": scale(step(50000, None, 50), step(30000, 50000, 40), step(10000, 30000, 30)),
    "whole_counts_have_no_hole": scale(step(None, 3, 15, "[]"), step(4, None, 30), unit="项"),
    "ages_in_years": scale(step(60, 79, 50, "[]"), step(80, 89, 100, "[]"), step(90, None, 200), unit="岁"),
    "nested_thresholds": scale(step(80, None, 100), step(90, None, 200), step(100, None, 500), unit="岁"),
    "one_step_inside_another": scale(step(0, 100, 30), step(20, 30, 30)),
}


@pytest.mark.parametrize("name", QUIET)
def test_whole_scales_are_quiet(name: str) -> None:
    assert holes(QUIET[name]) == ()
    assert clashes(QUIET[name]) == ()


@pytest.mark.parametrize(
    ("graded", "missing", "witness"),
    [
        (scale(step(10000, 30000, 30), step(40000, None, 50)), Interval(30000, 40000, True, False), 30000),
        (scale(step(10000, 30000, 30, "[]"), step(30000, None, 50, "()")), None, None),
        (scale(step(10000, 30000, 30, "[)"), step(30000, None, 50, "()")), Interval(30000, 30000), 30000),
        (scale(step(None, 3, 15, "[]"), step(5, None, 30), unit="项"), Interval(3, 5, False, False), 4),
        (scale(step(1, 4, 9, "[]"), step(6, 10, 5, "[]"), unit="级"), Interval(4, 6, False, False), 5),
    ],
)
def test_a_hole_is_named_exactly(graded: Scale, missing: Interval | None, witness: float | None) -> None:
    found = holes(graded)
    assert [h.interval for h in found] == ([missing] if missing else [])
    assert [h.witness for h in found] == ([witness] if missing else [])


@pytest.mark.parametrize(
    ("graded", "shared", "witness"),
    [
        (scale(step(10000, 30000, 30, "[]"), step(30000, 50000, 40)), Interval(30000, 30000), 30000),
        (scale(step(10000, 40000, 30), step(30000, 50000, 40)), Interval(30000, 40000, True, False), 30000),
        (scale(step(60, 80, 50, "[]"), step(80, 90, 100, "[)"), unit="岁"), Interval(80, 80), 80),
    ],
)
def test_a_value_two_grades_claim(graded: Scale, shared: Interval, witness: float) -> None:
    (found,) = clashes(graded)
    assert found.interval == shared
    assert found.witness == witness


def test_the_same_result_twice_is_no_clash() -> None:
    assert clashes(scale(step(10000, 40000, 30), step(30000, 50000, 30))) == ()


def test_a_grade_against_the_run() -> None:
    good = scale(step(0, 1, 30), step(1, 2, 40), step(2, None, 50))
    bad = scale(step(0, 1, 30), step(1, 2, 50), step(2, None, 40))
    assert inversions(good) == ()
    assert [(a.results[0].value, b.results[0].value) for a, b in inversions(bad)] == [(50, 40)]


@pytest.mark.parametrize(
    ("interval", "unit", "words"),
    [
        (Interval(30000, 40000, True, False), "元", "3万元以上不满4万元"),
        (Interval(30000, None, False), "元", "超过3万元"),
        (Interval(None, 3, True, True), "项", "3项以下"),
        (Interval(1.5, 1.5), "倍", "1.5倍"),
    ],
)
def test_in_official_words(interval: Interval, unit: str, words: str) -> None:
    assert in_words(interval, unit) == words
