"""Every check against whole drafts in the words of real offices, read from text: `drafts/CODE.yaml`.

A row: `draft` (text; none for an audit), optionally `base` (file name → text), `at`, `region`; `finds` lists words of
the messages of the check's findings of severity error or warning, one for each, `pass_…` rows find nothing. So that a
rule holds for whatever wording an office chooses, reading is part of what is tested here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from api.pipeline import Report, audit, check
from checks.base import Severity
from checks.runner import Selection
from ingest.reading import read_text
from kg.model import Corpus, Reading
from ontology.vocabulary import load_vocabulary

HERE = Path(__file__).parent / "drafts"
AT = date(2025, 6, 1)
TABLES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.yaml"))}


def rows() -> Iterator[Any]:
    for code, table in TABLES.items():
        for name, row in table.items():
            yield pytest.param(code, row, id=f"{code}-{name}")


@pytest.mark.parametrize(("code", "row"), list(rows()))
def test_draft(code: str, row: dict[str, Any]) -> None:
    run = report(row, Selection((code,))).run
    found = sorted(f.hit.message for f in run.findings if f.severity is not Severity.INFO)
    wanted = row.get("finds", [])
    assert len(found) == len(wanted), found
    assert all(any(words in message for message in found) for words in wanted), found


@pytest.mark.parametrize("code", TABLES)
def test_quiet_drafts_are_at_least_as_many(code: str) -> None:
    quiet = [name for name, row in TABLES[code].items() if not row.get("finds")]
    assert all(name.startswith("pass_") for name in quiet)
    assert len(quiet) * 2 >= len(TABLES[code])


def report(row: dict[str, Any], selection: Selection) -> Report:
    """The run on a row's texts."""
    base = Corpus(tuple(read(name, text) for name, text in row.get("base", {}).items()))
    at = row.get("at", AT)
    if "draft" not in row:
        return audit(base, at, row.get("region"), selection)
    return check(read("draft.txt", row["draft"]), base, at, row.get("region"), selection)


def read(name: str, text: str) -> Reading:
    """A text as the program reads it."""
    return read_text(name, text, sha256(text.encode()).hexdigest(), load_vocabulary())
