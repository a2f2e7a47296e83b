"""Probes: two rules side by side, and what a person would say about them. One row a guard, quiet rows among them.

The rows are in `probes/probes.yaml`: the rule in force, the draft's rule, and the family.kind that has to come out
(several where more than one name is fair), or nothing at all.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bench.mutation.scoring import name
from checks.base import Severity
from checks.registry import all_checks
from checks.runner import run_checks
from kg.coverage import CoverageIndex
from tests.builders import AT, build, provision

PROBES: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "probes" / "probes.yaml").read_text(encoding="utf-8")
)


def _found(index: CoverageIndex) -> set[str]:
    found = {name(f) for f in run_checks(index, all_checks()).findings if f.severity is not Severity.INFO}
    return found - {"gap.missing-element", "gap.uncovered"}


@pytest.mark.parametrize("probe", PROBES)
def test_probe(probe: str) -> None:
    row, expected = PROBES[probe], set(PROBES[probe]["expects"])
    sketches = [provision("a", **row["in_force"]), provision("d", document="draft.txt", **row["draft"])]
    found = _found(build(sketches, row["documents"], AT))
    assert bool(found & expected) == bool(expected)
    assert found <= expected


def test_inside_one_document() -> None:
    text = "救助比例按照下列规定执行：低保对象为60%；低保边缘家庭成员为70%。"
    facts = {"aid": "medical", "groups": [["dibao"], ["dibao-margin"]], "parameters": ["rate = 60 %", "rate = 70 %"]}
    sketch = provision("d", document="draft.txt", agency="medical-security", text=text, **facts)
    assert _found(build([sketch], {})) == {"conflict.internal"}


def test_more_rows_than_nineteen_and_most_are_quiet() -> None:
    quiet = [probe for probe, row in PROBES.items() if not row["expects"]]
    assert len(PROBES) > 19 and len(quiet) * 2 >= len(PROBES)
