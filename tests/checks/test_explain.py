"""A printed finding can be found again in the graph."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from api.commands.explain import command, find_in
from checks.explain import OWN, questions, rationale
from checks.registry import all_checks, check_by_code
from checks.render import finding_dict
from checks.runner import run_checks
from kg.errors import UsageError
from kg.model import Corpus
from kg.store import OxigraphStore
from tests.builders import AT, build, provision
from tests.checks.test_tables import TABLES


def reported() -> tuple[dict[str, Any], Corpus]:
    index = build([provision("a"), provision("b", agency="hrss")])
    run = run_checks(index, [c for c in all_checks() if c.code == "OV01"])
    return finding_dict(run.findings[0]), Corpus(index.readings)


def test_the_queries_find_both_sides_in_the_graph() -> None:
    finding, corpus = reported()
    store = OxigraphStore()
    store.load(corpus.readings)
    asked = list(questions(finding))
    assert len(asked) == 4
    assert all(len(list(store.query(q.sparql).rows)) > 0 for q in asked)


@pytest.mark.parametrize("code", [c.code for c in all_checks()])
def test_the_stored_queries_of_every_check_return_the_rows_behind_its_findings(code: str) -> None:
    finding, corpus = first_finding(code)
    store = OxigraphStore()
    store.load(corpus.readings)
    words, *facts = [list(store.query(q.sparql).rows) for q in questions(finding)]
    assert {row[-1] for row in words} == {e["quote"] for e in finding["evidence"]}
    known = {e["provision"] for e in finding["evidence"] if e["provision"]}
    own = facts[: len(facts) - len(known)]
    assert len(own) == (len(OWN[code]) if known else 0)
    assert not own or any(own), "the facts compared are not in the graph"


def first_finding(code: str) -> tuple[dict[str, Any], Corpus]:
    """A finding of the check's own table, with what it was found in."""
    check = check_by_code(code)
    assert check
    for row in TABLES[code].values():
        if row.get("finds"):
            sketches = [
                provision(given["id"], **{k: v for k, v in given.items() if k != "id"}) for given in row["given"]
            ]
            at = row.get("at", AT)
            at = date.fromisoformat(at) if isinstance(at, str) else at
            index = build(sketches, row.get("documents"), at, row.get("region"))
            return finding_dict(run_checks(index, [check]).findings[0]), Corpus(index.readings)
    raise AssertionError(f"{code}.yaml has no finding")


def test_every_check_has_its_reason() -> None:
    assert all(rationale({"code": c.code}) for c in all_checks())


def test_the_command_prints_reason_and_queries(tmp_path: Path) -> None:
    finding, _ = reported()
    path = tmp_path / "run.json"
    path.write_text(json.dumps({"findings": [finding]}), encoding="utf-8")
    printed = CliRunner().invoke(command, [finding["id"][:8], str(path)]).output
    assert "依据：" in printed
    assert "SELECT" in printed
    with pytest.raises(UsageError, match="没有"):
        find_in(path, "zz")
