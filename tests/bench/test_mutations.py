"""The mutation benchmark on a few instances of every kind; the whole runs as `python -m bench.mutations`."""

from __future__ import annotations

from bench.mutation.controls import alarms, controls
from bench.mutation.coverage import TEXT_ONLY
from bench.mutation.scoring import KINDS, Score, pairs, score
from bench.mutation.writing import as_documents, in_normal_form


def _whole(scores: dict[str, Score]) -> Score:
    return Score(*(sum(getattr(s, f) for s in scores.values()) for f in ("found", "missed", "alarms", "quiet")))


def test_there_are_kinds_enough_and_each_has_a_twin() -> None:
    made = list(pairs(1))
    assert len(KINDS) >= 25
    for kind in {p.kind for p in made}:
        assert {p.changed for p in made if p.kind == kind} == {True, False}


def test_changes_in_normal_form_are_found_and_near_misses_quiet() -> None:
    scores = score((p for p in pairs(2) if p.kind not in TEXT_ONLY), in_normal_form)
    whole = _whole(scores)
    assert whole.precision >= 0.99 and whole.recall >= 0.99, [e for s in scores.values() for e in s.errors]


def test_changes_survive_writing_and_reading() -> None:
    scores = score(pairs(1), as_documents)
    whole = _whole(scores)
    assert whole.precision >= 0.95 and whole.recall >= 0.92, [e for s in scores.values() for e in s.errors]


def test_versions_of_one_act_give_nothing() -> None:
    first = [c for i, c in enumerate(controls()) if i % 25 == 0]
    assert first and not [line for control in first for line in alarms(control)]
