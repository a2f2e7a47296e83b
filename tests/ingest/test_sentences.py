"""Sentences and ；-clauses: cut outside brackets and quotes, broken lines held together."""

from __future__ import annotations

import pytest

from ingest.sentences import full_sentences, segments, sentences, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("负责甲；负责乙。负责丙", ["负责甲；", "负责乙。", "负责丙"]),
        ("负责甲（含乙；丙）；负责丁。", ["负责甲（含乙；丙）；", "负责丁。"]),
        ("依据《甲。乙》办理。", ["依据《甲。乙》办理。"]),
        ("修改为“甲。乙”。", ["修改为“甲。乙”。"]),
        ("甲。\n乙。”", ["甲。", "乙。”"]),
        ("为了保障困难群众\n基本生活。", ["为了保障困难群众\n基本生活。"]),
        ("一、总则：\n甲。", ["一、总则：", "甲。"]),
        ("甲（乙；丙\n丁。", ["甲（乙；丙\n丁。"]),
        (" \u3000甲。\u200b\n", ["甲。"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


def test_segments_end_at_semicolons_only_and_full_sentences_at_full_stops_only() -> None:
    text = "甲；乙。丙；丁"
    assert [text[a:b] for a, b in segments(text)] == ["甲；", "乙。丙；", "丁"]
    assert [text[a:b] for a, b in full_sentences(text)] == ["甲；乙。", "丙；丁"]


def test_a_stretch_is_cut_inside_its_own_bounds() -> None:
    text = "甲。乙；丙。丁。"
    assert [text[a:b] for a, b in sentences(text, 2, 6)] == ["乙；", "丙。"]


def test_a_count_before_a_body_is_no_part_of_what_is_told() -> None:
    text = "一是县民政局负责甲。二是加强乙。一是要丙。"
    assert [text[a:b] for a, b in told(text, 0, len(text))] == ["县民政局负责甲。", "二是加强乙。", "一是要丙。"]
