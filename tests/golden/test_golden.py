"""Golden documents of eight kinds, written for this project: what reading them gives today."""

from __future__ import annotations

import pytest

from tests.golden.reading import HERE, NAMES, files, reading

KINDS = 8


def test_all_documents_are_loaded() -> None:
    assert len(NAMES) == KINDS


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("file", ["document.json", "clauses.json", "provisions.json"])
def test_reading_gives_what_is_written_down(name: str, file: str) -> None:
    expected = (HERE / name / file).read_text(encoding="utf-8")
    assert files(name)[file] == expected, "read the difference; if it is meant: python -m tests.golden.rewrite"


@pytest.mark.parametrize("name", NAMES)
def test_evidence_stands_where_it_says(name: str) -> None:
    found = reading(name)
    text = found.document.text
    assert found.provisions
    assert all(text[p.quote.start : p.quote.end] == p.quote.text for p in found.provisions)
    assert all(text[a.start : a.end] == a.surface for p in found.provisions for a in p.actors)
