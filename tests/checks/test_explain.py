"""A printed finding can be found again in the graph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from api.commands.explain import command, find_in
from checks.explain import questions, rationale
from checks.registry import all_checks
from checks.render import finding_dict
from checks.runner import run_checks
from kg.errors import UsageError
from kg.model import Corpus
from kg.store import OxigraphStore
from tests.builders import build, provision


def reported() -> tuple[dict[str, Any], Corpus]:
    index = build([provision("a"), provision("b", agency="hrss")])
    run = run_checks(index, [c for c in all_checks() if c.code == "OV01"])
    return finding_dict(run.findings[0]), Corpus(index.readings)


def test_the_queries_find_both_sides_in_the_graph() -> None:
    finding, corpus = reported()
    store = OxigraphStore()
    store.load(corpus.readings)
    asked = list(questions(finding))
    assert len(asked) == 3
    assert all(len(list(store.query(q.sparql).rows)) > 0 for q in asked)


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
