"""Every check against its table: `CODE.yaml` beside this file, rows `pass_…` quiet and `fail_…` with what they find.

A row: `given` (sketches as in tests/builders.py, `id` first), optionally `documents`, `at`, `region`; `finds` lists
"CODE|a|b severity", the names being those of the rows in the order of the finding's `about`; a name that is no row
stands for itself. A list item may be a mapping with `find` and further contract fields that must hold (route, kind,
aid, agencies, participants) or `says` and `suggests`, words of the message and of the suggestion.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from checks.base import Finding
from checks.registry import all_checks, check_by_code
from checks.render import finding_dict
from checks.runner import run_checks
from tests.builders import AT, build, names, provision

HERE = Path(__file__).parent
TABLES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.yaml"))}


def rows() -> Iterator[Any]:
    for code, table in TABLES.items():
        for name, row in table.items():
            yield pytest.param(code, row, id=f"{code}-{name}")


@pytest.mark.parametrize(("code", "row"), list(rows()))
def test_row(code: str, row: dict[str, Any]) -> None:
    check = check_by_code(code)
    assert check, f"{code}.yaml has no check"
    sketches = [provision(given.pop("id"), **given) for given in map(dict, row["given"])]
    at = row.get("at", AT)
    at = date.fromisoformat(at) if isinstance(at, str) else at
    index = build(sketches, row.get("documents"), at, row.get("region"))
    called = names(sketches)
    wanted = [w if isinstance(w, dict) else {"find": w} for w in row.get("finds", ())]
    found = {_short(f, called): f for f in run_checks(index, [check]).findings}
    assert sorted(found) == sorted(w["find"] for w in wanted)
    for want in wanted:
        _holds(found[want["find"]], {k: v for k, v in want.items() if k != "find"})


def _short(finding: Finding, called: dict[str, str]) -> str:
    about = "|".join(called.get(a, a) for a in finding.hit.about)
    return f"{finding.check.code}|{about} {finding.severity.value}"


def _holds(finding: Finding, want: dict[str, Any]) -> None:
    made = finding_dict(finding)
    for words, field in (("says", "message"), ("suggests", "suggestion"), ("witness", "witness")):
        if words in want:
            assert want.pop(words) in made[field]
    assert {k: made.get(k) for k in want} == want


def test_every_check_has_a_table_and_every_table_a_check() -> None:
    assert {c.code for c in all_checks()} == set(TABLES)


@pytest.mark.parametrize("code", TABLES)
def test_quiet_rows_are_at_least_as_many(code: str) -> None:
    quiet = [name for name, row in TABLES[code].items() if not row.get("finds")]
    assert all(name.startswith("pass_") for name in quiet)
    assert len(quiet) * 2 >= len(TABLES[code])
