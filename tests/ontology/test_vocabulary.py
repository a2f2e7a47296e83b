"""Surface forms and what they mean, broader terms, exclusions."""

from __future__ import annotations

from datetime import date

import pytest

from ontology.terms import KINDS
from ontology.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


@pytest.mark.parametrize(
    ("kind", "words", "meaning"),
    [
        ("agency", "劳动和社会保障厅", (("hrss",),)),
        ("agency", "卫生行政主管部门", (("health",),)),
        ("agency", "民委（宗教局）", (("ethnic-religious",),)),
        ("agency", "教体局", (("education", "sports"),)),
        ("agency", "工商联", (("fic",),)),
        ("agency", "工商局", (("market-reg",),)),
        ("agency", "敬老院", (("welfare-home",),)),
        ("group", "困难职工", (("hardship", "worker"),)),
        ("group", "孤残儿童", (("orphan",), ("disabled", "minor"))),
        ("group", "受灾群众", (("disaster-hit",),)),
        ("aid", "廉租住房", (("housing",),)),
        ("aid", "资助参合", (("medical-contribution",),)),
    ],
)
def test_what_a_surface_form_means(kind: str, words: str, meaning: tuple[tuple[str, ...], ...]) -> None:
    assert VOCABULARY.readings(kind)[words] == meaning


@pytest.mark.parametrize("words", ["建设", "审计", "公安", "组织", "团委", "街道"])
def test_words_that_need_a_context_are_no_names_by_themselves(words: str) -> None:
    assert words not in VOCABULARY.readings("agency")
    assert words in dict(VOCABULARY.stems("agency")) | dict(VOCABULARY.context("agency"))


@pytest.mark.parametrize(
    ("kind", "words"), [("agency", "体系建设部门"), ("group", "残疾人联合会"), ("aid", "养老保险经办机构")]
)
def test_longer_words_shield_what_stands_in_them(kind: str, words: str) -> None:
    assert words in VOCABULARY.blocked(kind)


def test_blocked_words_are_never_names() -> None:
    for kind in ("agency", "group", "aid"):
        assert not VOCABULARY.blocked(kind) & VOCABULARY.readings(kind).keys()


def test_broader_and_narrower_terms() -> None:
    assert VOCABULARY.ancestors("group", "orphan") == ("orphan", "child-in-difficulty", "minor")
    assert set(VOCABULARY.descendants("aid", "medical")) == {"medical", "medical-contribution", "emergency-medical"}
    assert VOCABULARY.ancestors("group", "no-such-id") == ("no-such-id",)


@pytest.mark.parametrize(
    ("a", "b", "day", "region", "apart"),
    [
        ("tekun", "dibao", "2020-01-01", None, True),
        ("tekun", "dibao", "2009-01-10", None, False),  # urban 三无 had full-rate dibao
        ("preschool", "senior", "2020-01-01", None, True),  # by their broader terms
        ("rigid-expenditure", "dibao", "2024-01-01", "210100", True),
        ("rigid-expenditure", "dibao", "2024-01-01", "310000", False),
        ("disabled", "dibao", "2020-01-01", None, False),
    ],
)
def test_exclusions_hold_by_day_and_region(a: str, b: str, day: str, region: str | None, apart: bool) -> None:
    assert VOCABULARY.disjoint(a, b, date.fromisoformat(day), region) is apart
    assert VOCABULARY.disjoint(b, a, date.fromisoformat(day), region) is apart


def test_every_term_has_a_chinese_and_an_english_label() -> None:
    bare = [(k, t.id) for k in KINDS for t in VOCABULARY.of(k).values() if not t.english or t.label == t.id]
    assert bare == []


def test_the_body_of_a_line_is_asked_of_the_vocabulary_too() -> None:
    body = VOCABULARY.body_at("hrss", date(2009, 1, 10), "province")
    assert body is not None
    assert body.names[0] == "劳动和社会保障厅"
    assert VOCABULARY.body_at("livestock", date(2025, 1, 1), "province") is None
    assert [b.line for b in VOCABULARY.bodies("hrss")] == ["hrss"] * len(VOCABULARY.bodies("hrss"))
    assert VOCABULARY.transfers(date(2009, 1, 10), "province") != ()
